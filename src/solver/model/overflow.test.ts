import { describe, expect, it } from 'vitest';
import { MAX_AMOUNT, MAX_MONEY } from './check.ts';
import { makeProblem } from './make-problem.ts';
import type { ProblemInput } from './problem.ts';

const base: Omit<ProblemInput, 'activities'> = { horizon: 100, levels: [{ kind: 'makespan' }] };
const times = <T>(count: number, item: T): T[] => new Array<T>(count).fill(item);

const tooMuch: readonly [where: string, input: ProblemInput][] = [
  [
    'resources[0]',
    {
      ...base,
      resources: [{ capacity: times(100, MAX_AMOUNT) }],
      activities: times(3, {
        modes: [{ duration: 1, demands: [{ resource: 0, profile: [MAX_AMOUNT] }] }],
        frozen: { start: 0, mode: 0 },
      }),
    },
  ],
  [
    'reservoirs[0]',
    {
      ...base,
      reservoirs: [{}],
      activities: times(2, { modes: [{ duration: 1, changes: [{ reservoir: 0, at: 'start', amount: MAX_AMOUNT }] }] }),
    },
  ],
  [
    'budgets[0]',
    {
      ...base,
      budgets: [{ bucketEnds: [100], inflow: [0] }],
      activities: times(9, { modes: [{ duration: 1, costs: [{ budget: 0, amount: MAX_MONEY, spread: 'start' }] }] }),
    },
  ],
  [
    'levels[0]',
    {
      ...base,
      activities: [{ modes: [{ duration: 1 }] }],
      levels: [{ kind: 'lateness', terms: times(9, { activity: 0, due: -(2 ** 30), weight: 2 ** 20 }) }],
    },
  ],
  [
    'activities[0].modes[0].costs[0].amount',
    {
      ...base,
      horizon: 20_000,
      budgets: [{ bucketEnds: [20_000], inflow: [0] }],
      activities: [{ modes: [{ duration: 10_000, costs: [{ budget: 0, amount: MAX_MONEY, spread: 'even' }] }] }],
    },
  ],
];

describe('figures that are legal one by one but too large together', () => {
  it.each(tooMuch)('are refused at %s', (path, input) => {
    expect(() => makeProblem(input)).toThrow(expect.objectContaining({ code: 'overflow', path }));
  });

  it('are accepted as long as every sum is exact', () => {
    const problem = makeProblem({
      ...base,
      resources: [{ capacity: times(100, MAX_AMOUNT) }],
      activities: times(1, {
        modes: [{ duration: 1, demands: [{ resource: 0, amount: MAX_AMOUNT }] }],
        frozen: { start: 0, mode: 0 },
      }),
    });
    expect(problem.activities).toHaveLength(1);
  });
});
