import { describe, expect, it } from 'vitest';
import { makeProblem } from './model/make-problem.ts';
import type { LevelInput, ProblemInput } from './model/problem.ts';
import { solve } from './solve.ts';
import { validatePlan } from './validate/validate.ts';

/** Three jobs on one machine; each level pulls another one to the front. */
const machine = (levels: LevelInput[]): ProblemInput => ({
  horizon: 12,
  resources: [{ capacity: new Array<number>(12).fill(1) }],
  activities: [3, 2, 4].map((duration, group) => ({
    modes: [{ duration, demands: [{ resource: 0, amount: 1 }] }],
    group,
  })),
  optional: [2],
  levels,
});
const first = (activity: number, tolerance = 0): LevelInput => ({
  kind: 'weightedFinish',
  tolerance,
  terms: [{ activity, weight: 1 }],
});

function run(input: ProblemInput) {
  const problem = makeProblem(input);
  const result = solve(problem, { seed: 1, limit: { iterations: 600 } });
  if (result.plan) expect(validatePlan(problem, result.plan)).toEqual([]);
  return result;
}

describe('a tolerance of a level', () => {
  it('is no licence: values of one step are equal, those of the next step are worse', () => {
    // Job 0 alone ends at 3; behind job 1 at 5. Steps of 2 are 2..3 and 4..5, steps of 3 are 3..5.
    expect(run(machine([first(0), first(1)])).values).toEqual([3, 5]);
    expect(run(machine([first(0, 1), first(1)])).values).toEqual([3, 5]);
    expect(run(machine([first(0, 2), first(1)])).values).toEqual([5, 2]);
  });

  it('holds for what is dropped', () => {
    const dropped = (tolerance: number): LevelInput => ({
      kind: 'dropped',
      tolerance,
      terms: [{ activity: 2, weight: 3 }],
    });
    expect(run(machine([dropped(2), { kind: 'makespan' }])).values).toEqual([0, 9]);
    expect(run(machine([dropped(3), { kind: 'makespan' }])).values).toEqual([3, 5]);
  });

  it('holds for the makespan and for every level of its own', () => {
    const levels = (tolerance: number): LevelInput[] => [
      { kind: 'dropped', terms: [{ activity: 2, weight: 1 }] },
      { kind: 'makespan', tolerance },
      { kind: 'movement', terms: [{ activity: 2, start: 8, weight: 1 }] },
    ];
    expect(run(machine(levels(0))).values).toEqual([0, 9, 3]);
    expect(run(machine(levels(3))).values).toEqual([0, 11, 1]);
    expect(run(machine(levels(6))).values).toEqual([0, 12, 0]);
  });

  it('ends the search when every level is within a step of its bound, and calls proven only what equals it', () => {
    const result = run(machine([first(0, 2), first(1)]));
    expect(result).toMatchObject({ stoppedBy: 'proven', status: 'complete', proven: [false, false] });
  });
});
