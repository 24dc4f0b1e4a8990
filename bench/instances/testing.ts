/** Small instances in the published formats, written for the tests. */

/** PSPLIB with two modes and a non-renewable resource: the fast mode of both jobs does not fit the budget of 5. */
export const psplib = `************************************************************************
file with basedata            : own
projects                      :  1
jobs (incl. supersource/sink ):  4
horizon                       :  20
RESOURCES
  - renewable                 :  1   R
  - nonrenewable              :  1   N
  - doubly constrained        :  0   D
************************************************************************
PRECEDENCE RELATIONS:
jobnr.    #modes  #successors   successors
   1        1          2           2   3
   2        2          1           4
   3        2          1           4
   4        1          0
************************************************************************
REQUESTS/DURATIONS:
jobnr. mode duration  R 1  N 1
------------------------------------------------------------------------
  1      1     0       0    0
  2      1     2       2    4
         2     5       1    1
  3      1     3       2    3
         2     4       1    1
  4      1     0       0    0
************************************************************************
RESOURCEAVAILABILITIES:
  R 1  N 1
    2    5
************************************************************************
`;

/** The same instance as MMLIB would write it: tabs, other headings, no rule below the table's head. */
export const mmlib = `jobs  (incl. supersource/sink ):\t4
RESOURCES
- renewable                 : 1 R
- nonrenewable              : 1 N
- doubly constrained        : 0 D
************************************************************************
PRECEDENCE RELATIONS:
jobnr.    #modes  #successors   successors
1\t1\t2\t\t2 3 
2\t2\t1\t\t4 
3\t2\t1\t\t4 
4\t1\t0\t\t
************************************************************************
REQUESTS/DURATIONS
jobnr.\tmode\tdur\tR1\tN1\t
------------------------------------------------------------------------
1\t1\t0\t0\t0\t
2\t1\t2\t2\t4\t
\t2\t5\t1\t1\t
3\t1\t3\t2\t3\t
\t2\t4\t1\t1\t
4\t1\t0\t0\t0\t
************************************************************************

 RESOURCE AVAILABILITIES 
\tR 1\tN 1
\t2\t5

************************************************************************
`;

/** Patterson: two jobs that need the one unit of the resource, and rows that break in the middle. */
export const patterson = `4     1
1

0     0     2     2
  3
2     1     1     4
3     1     1     4
0     0     0
`;

/** Reservoir: job 3 takes 2 of a stock of 1; job 2 gives 1 when it ends. What stands for the dummies does not count. */
export const reservoir = `4\t1\t1
2\t1\t
0\t0\t5\t9\t2\t2\t3
2\t1\t0\t1\t1\t4
3\t1\t2\t0\t1\t4
0\t0\t4\t0\t0
`;
