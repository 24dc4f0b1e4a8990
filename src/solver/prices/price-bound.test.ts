import { expect, test } from 'vitest';
import { compile } from '../compiled/compile.ts';
import { makeProblem } from '../model/make-problem.ts';
import { boundByPrices } from './price-bound.ts';

test('the money of all years to come in the last bucket does not hide what the first years lack', () => {
  const jobs = Array.from({ length: 6 }, (_, activity) => activity);
  const problem = makeProblem({
    horizon: 40,
    budgets: [{ bucketEnds: [10, 20, 30, 40], inflow: [10, 10, 10, 10_000_000] }],
    resources: [{ capacity: new Array<number>(40).fill(1) }],
    activities: jobs.map(() => ({
      modes: [
        { duration: 2, demands: [{ resource: 0, amount: 1 }], costs: [{ budget: 0, amount: 10, spread: 'start' }] },
      ],
    })),
    levels: [{ kind: 'weightedFinish', terms: jobs.map((activity) => ({ activity, weight: 1 })) }],
  });
  const aim = { kind: 'level', level: 0, above: [] } as const;
  // One job in each of the first three buckets, three in the last one: 2 + 12 + 22 + 32 + 34 + 36.
  const bound = boundByPrices(problem, compile(problem), { aim, most: 150, steps: 200 })?.bound;
  expect(bound).toBeGreaterThan(130);
  expect(bound).toBeLessThanOrEqual(138);
});
