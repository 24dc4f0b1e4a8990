import { expect, test } from 'vitest';
import { makeProblem, planValues, validatePlan } from '../../src/solver/index.ts';
import { measureQuestions } from './agenda.ts';
import { pick } from './case.ts';
import { dueDateList } from './due-date-list.ts';
import { quantile } from './measure.ts';
import { compareRivals } from './rivals.ts';

const job = (due: number, duration: number, group: number) => ({
  due,
  activity: { modes: [{ duration, demands: [{ resource: 0, amount: 1 }] }], group },
});

test('the due-date list takes what is due first, and waits for what must come before', () => {
  const jobs = [job(9, 3, 0), job(4, 2, 1), job(2, 2, 2)];
  const problem = makeProblem({
    horizon: 20,
    resources: [{ capacity: new Array<number>(20).fill(1) }],
    activities: jobs.map(({ activity }) => activity),
    links: [{ from: 1, to: 2, lag: 1 }],
    levels: [{ kind: 'lateness', terms: jobs.map(({ due }, activity) => ({ activity, due, weight: 1 })) }],
  });
  const plan = dueDateList(problem);
  expect(plan && [...plan.start]).toEqual([5, 0, 3]);
  expect(plan && validatePlan(problem, plan)).toEqual([]);
  expect(plan && planValues(problem, plan)).toEqual([3]);
});

test('the due-date list takes the mode that ends first among those that money allows', () => {
  const modes = [
    { duration: 4, demands: [], costs: [] },
    { duration: 1, demands: [], costs: [{ budget: 0, amount: 6, spread: 'even' as const }] },
    { duration: 2, demands: [], costs: [{ budget: 0, amount: 5, spread: 'end' as const }] },
  ];
  const problem = makeProblem({
    horizon: 10,
    budgets: [{ bucketEnds: [10], inflow: [5] }],
    activities: [{ modes }, { modes }],
    levels: [{ kind: 'makespan' }],
  });
  expect([...(dueDateList(problem)?.mode ?? [])]).toEqual([2, 0]);
});

test('where something finds no place, the list has no plan', () => {
  const problem = makeProblem({
    horizon: 5,
    resources: [{ capacity: [1, 1, 1, 1, 1] }],
    activities: [job(9, 3, 0).activity, job(9, 3, 1).activity],
    levels: [{ kind: 'makespan' }],
  });
  expect(dueDateList(problem)).toBeNull();
});

test('our plans of a generated agenda are valid and no later than the list', async () => {
  const lines = await compareRivals([8], 2, 0.1, false);
  const own = lines.filter(({ planner }) => planner === 'fahrplan');
  expect(own.map(({ violations }) => violations)).toEqual([[], []]);
  for (const { seed, values } of own) {
    const list = lines.find((line) => line.seed === seed && line.planner === 'due-date list');
    if (list?.values && list.violations.length === 0) expect(values?.[0]).toBeLessThanOrEqual(list.values[0] ?? 0);
  }
});

test('every question can be asked', () => {
  const silent = { progress: () => {}, seeds: 1, cpuSeconds: 1, withCpSat: false };
  const table = measureQuestions({ ...silent, sizes: [5], seed: 1, times: 1, budget: 0.001 });
  expect(table.split('\n').length).toBeGreaterThan(6);
  expect(table).not.toContain('NaN');
});

test('a percentile is a value that was measured; the walk visits every part of a list', () => {
  const sorted = Array.from({ length: 20 }, (_, i) => i + 1);
  expect([quantile(sorted, 0.5), quantile(sorted, 0.95), quantile([7], 0.95)]).toEqual([10, 19, 7]);
  expect(new Set(sorted.map((number) => pick(sorted, number))).size).toBeGreaterThan(15);
});
