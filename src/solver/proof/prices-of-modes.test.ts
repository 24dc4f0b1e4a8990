import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeProblem } from '../model/make-problem.ts';
import type { Cost, Problem } from '../model/problem.ts';
import { pricesOfModes } from './prices-of-modes.ts';

const HORIZON = 9;
const ENDS = [2, 6, HORIZON];

const amounts = (length: number) => fc.array(fc.nat(4), { minLength: length, maxLength: length });
const modes = fc.nat(5).chain((duration) =>
  fc.record({
    duration: fc.constant(duration),
    demands: fc.tuple(
      fc.oneof(
        fc.record({ resource: fc.constant(0), amount: fc.nat(4) }),
        fc.record({ resource: fc.constant(0), profile: amounts(duration) }),
      ),
    ),
    costs: fc.tuple(
      fc.oneof(
        fc.record({
          budget: fc.constant(0),
          amount: fc.nat(20),
          spread: fc.constantFrom<'start' | 'end' | 'even'>('start', 'end', 'even'),
        }),
        fc.record({ budget: fc.constant(0), profile: amounts(duration) }),
      ),
    ),
  }),
);

/** Period by period, as one would do it by hand. */
function byHand(problem: Problem, capacity: readonly number[], money: readonly number[], start: number): number {
  const [mode] = problem.activities[0]?.modes ?? [];
  if (!mode) throw new Error('no mode');
  const periods = Math.max(1, mode.duration);
  let sum = 0;
  for (let elapsed = 0; elapsed < periods; elapsed++) {
    const period = Math.min(start + elapsed, HORIZON - 1);
    for (const demand of elapsed < mode.duration ? mode.demands : [])
      sum += ('profile' in demand ? (demand.profile[elapsed] ?? 0) : demand.amount) * (capacity[period] ?? 0);
    const bucket = ENDS.findIndex((end) => period < end);
    for (const cost of mode.costs) sum += paidIn(cost, elapsed, periods) * (money[bucket] ?? 0);
  }
  return sum;
}

function paidIn(cost: Cost, elapsed: number, periods: number): number {
  if ('profile' in cost) return cost.profile[elapsed] ?? 0;
  if (cost.spread === 'start') return elapsed === 0 ? cost.amount : 0;
  if (cost.spread === 'end') return elapsed === periods - 1 ? cost.amount : 0;
  return Math.floor((cost.amount * (elapsed + 1)) / periods) - Math.floor((cost.amount * elapsed) / periods);
}

test('sums over stretches and buckets are those of period by period', () => {
  fc.assert(
    fc.property(modes, amounts(HORIZON), amounts(ENDS.length), (mode, capacity, money) => {
      const problem = makeProblem({
        horizon: HORIZON,
        resources: [{ capacity: new Array<number>(HORIZON).fill(4) }],
        budgets: [{ bucketEnds: ENDS, inflow: [0, 0, 0], carryOverPermille: 0 }],
        activities: [{ modes: [mode] }],
        levels: [{ kind: 'makespan' }],
      });
      const checked = problem.activities[0]?.modes[0];
      const last = HORIZON - mode.duration;
      const row = new Float64Array(HORIZON + 1);
      if (checked) pricesOfModes(problem, [capacity], [money])?.(checked, row, { from: 1, to: last });
      for (let start = 1; start <= last; start++) expect(row[start]).toBe(byHand(problem, capacity, money, start));
      expect(row[0]).toBe(0);
    }),
    { seed: 1, numRuns: 200 },
  );
});

test('prices whose sum is no exact number are refused', () => {
  const problem = makeProblem({
    horizon: 2,
    resources: [{ capacity: [1, 1] }],
    activities: [],
    levels: [{ kind: 'makespan' }],
  });
  expect(pricesOfModes(problem, [[2 ** 52, 2 ** 52]], [])).toBeNull();
});
