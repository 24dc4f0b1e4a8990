import { expect, test } from 'vitest';
import { generateAgenda } from '../../src/agenda/index.ts';
import { planProblem } from '../../src/planning/index.ts';
import { makeProblem, type Plan, type Problem, planValues, solve, validatePlan } from '../../src/solver/index.ts';
import { boundAtPrices, brokenAt, costAt } from './linear-programme.ts';
import { type MonthlyProgramme, monthlyProgramme } from './monthly-programme.ts';

function programmeOf(problem: Problem, above: readonly number[], latest: number): MonthlyProgramme {
  const built = monthlyProgramme(problem, above, latest);
  if (!built) throw new Error('no start is left');
  return built;
}

/** Prices of either sign, the same in each run. */
const prices = (rows: number, number: number): Float64Array =>
  Float64Array.from({ length: rows }, (_, row) => 40 * Math.sin(row * 12.9898 + number * 78.233));

const demand = (amount: number) => [{ resource: 0, amount }];

/** Links of several types, a shared mode, and money of which half is carried over. */
const small = makeProblem({
  horizon: 10,
  resources: [{ capacity: [2, 2, 2, 1, 2, 2, 2, 2, 2, 2] }],
  budgets: [{ bucketEnds: [5, 10], inflow: [7, 4], carryOverPermille: 500 }],
  activities: [
    {
      modes: [
        { duration: 4, demands: demand(1), costs: [{ budget: 0, amount: 3, spread: 'even' }] },
        { duration: 2, demands: demand(2), costs: [{ budget: 0, amount: 6, spread: 'start' }] },
      ],
      modeGroup: 0,
    },
    { modes: [{ duration: 3, demands: demand(1) }, { duration: 1 }], modeGroup: 0 },
    { modes: [{ duration: 2, demands: demand(1), costs: [{ budget: 0, amount: 3, spread: 'end' }] }], deadline: 9 },
  ],
  links: [
    { from: 0, to: 1, type: 'SS', lag: 1, maxLag: 5 },
    { from: 0, to: 2, type: 'FF', lag: -1 },
  ],
  levels: [
    {
      kind: 'weightedFinish',
      terms: [
        { activity: 0, weight: 2 },
        { activity: 1, weight: 3 },
        { activity: 2, weight: 1 },
      ],
    },
  ],
});

/** Every start and mode of the three activities. */
const everyPlan: readonly Plan[] = Array.from({ length: 4000 }, (_, number) => ({
  start: Int32Array.of(number % 10, Math.floor(number / 10) % 10, Math.floor(number / 100) % 10),
  mode: Int32Array.of(Math.floor(number / 1000) % 2, Math.floor(number / 2000), 0),
}));

test('every valid plan is a point of the linear programme and costs no less there', () => {
  const valid = everyPlan.filter((plan) => validatePlan(small, plan).length === 0);
  const least = valid.reduce(
    (least, plan) => Math.min(least, planValues(small, plan)[0] ?? 0),
    Number.POSITIVE_INFINITY,
  );
  expect(valid.length).toBeGreaterThan(50);
  for (const latest of [4, 8, 10]) {
    const { programme, choices, pointOf } = programmeOf(small, [], latest);
    for (const plan of valid) {
      expect(brokenAt(programme, pointOf(plan))).toEqual([]);
      expect(costAt(programme, pointOf(plan))).toBeLessThanOrEqual(planValues(small, plan)[0] ?? 0);
    }
    for (let number = 0; number < 50; number++) {
      expect(boundAtPrices(programme, choices, prices(programme.lower.length, number))).toBeLessThanOrEqual(least);
    }
  }
});

test('plans that break a limit by a whole month are no points of it', () => {
  const { programme, pointOf } = programmeOf(small, [], 10);
  const broken = (start: number[], mode: number[]) =>
    brokenAt(programme, pointOf({ start: Int32Array.from(start), mode: Int32Array.from(mode) })).length > 0;
  expect(broken([0, 1, 4], [0, 0, 0])).toBe(false);
  expect(broken([0, 1, 4], [0, 1, 0])).toBe(true); // the mode is not shared
  expect(broken([0, 6, 4], [0, 0, 0])).toBe(true); // starts too long after
  expect(broken([6, 7, 0], [0, 0, 0])).toBe(true); // finishes too early
  expect(broken([0, 1, 0], [1, 1, 0])).toBe(true); // more money than there is
});

test('our plans of generated agendas are points of it, and no prices prove more than they cost', () => {
  for (const seed of [1, 2, 3]) {
    const problem = planProblem(generateAgenda({ projects: 6, seed }));
    const { plan, values } = solve(problem, { seed, limit: { iterations: 20 } });
    const value = values.at(-1) ?? 0;
    if (!plan) throw new Error(`no plan for seed ${seed}`);
    const { programme, choices, pointOf } = programmeOf(problem, values.slice(0, -1), 60);
    expect(brokenAt(programme, pointOf(plan))).toEqual([]);
    expect(costAt(programme, pointOf(plan))).toBeLessThanOrEqual(value);
    const none = new Float64Array(programme.lower.length);
    expect(boundAtPrices(programme, choices, none)).toBeGreaterThan(0);
    expect(boundAtPrices(programme, choices, none)).toBeLessThanOrEqual(value);
  }
});
