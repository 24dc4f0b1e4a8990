import { describe, expect, it } from 'vitest';
import { machine } from './machine-problem.ts';
import { makeProblem } from './model/make-problem.ts';
import type { LinkInput, LinkType, ProblemInput } from './model/problem.ts';
import type { SolveOptions } from './model/result.ts';
import { solve } from './solve.ts';
import { validatePlan } from './validate/validate.ts';

const flat = (units: number, horizon: number) => ({ capacity: new Array<number>(horizon).fill(units) });
const work = (duration: number, amount = 1) => ({ modes: [{ duration, demands: [{ resource: 0, amount }] }] });
const idle = (duration: number) => ({ modes: [{ duration }] });
const some = { seed: 1, limit: { iterations: 300 } };

function run(input: ProblemInput, options: SolveOptions = some) {
  const problem = makeProblem(input);
  const result = solve(problem, options);
  if (result.plan) expect(validatePlan(problem, result.plan)).toEqual([]);
  return { ...result, start: result.plan && [...result.plan.start], mode: result.plan && [...result.plan.mode] };
}

describe('solve keeps every kind of link', () => {
  const cases: [LinkType, number, number][] = [
    ['FS', 2, 6],
    ['SS', 3, 3],
    ['FF', 1, 2],
    ['SF', 7, 4],
    ['FS', -3, 1],
  ];
  it.each(cases)('%s with lag %i', (type, lag, expected) => {
    // Durations 4 and 3: the second one starts exactly when the link first allows it.
    const links: LinkInput[] = [{ from: 0, to: 1, type, lag }];
    const result = run({
      horizon: 20,
      activities: [idle(4), idle(3)],
      links,
      levels: [{ kind: 'weightedFinish', terms: [0, 1].map((activity) => ({ activity, weight: 1 })) }],
    });
    expect(result.start).toEqual([0, expected]);
  });

  it('a rigid offset moves both ends until both have room', () => {
    const capacity = [1, 0, 1, 0, 1, 0, 1, 1, 1, 1];
    const result = run({
      horizon: 10,
      resources: [{ capacity }],
      activities: [work(1), work(2)],
      links: [{ from: 0, to: 1, lag: 1, maxLag: 1 }],
      levels: [{ kind: 'makespan' }],
    });
    expect(result.start).toEqual([4, 6]);
  });

  it('a maximal lag holds the first activity back', () => {
    const result = run({
      horizon: 12,
      activities: [idle(1), { ...idle(2), release: 8 }],
      links: [{ from: 0, to: 1, lag: 0, maxLag: 2 }],
      levels: [{ kind: 'weightedFinish', terms: [{ activity: 0, weight: 1 }] }],
    });
    expect(result.start).toEqual([5, 8]);
  });
});

describe('solve respects', () => {
  it('demand profiles, letting them interlock', () => {
    const shape = { modes: [{ duration: 3, demands: [{ resource: 0, profile: [2, 0, 1] }] }] };
    const result = run({
      horizon: 9,
      resources: [flat(2, 9)],
      activities: [shape, shape],
      levels: [{ kind: 'makespan' }],
    });
    expect(result.values).toEqual([4]);
  });

  it('capacity that varies by period', () => {
    const capacity = [0, 2, 1, 1, 2, 2, 0, 0];
    const result = run({
      horizon: 8,
      resources: [{ capacity }],
      activities: [work(2, 2)],
      levels: [{ kind: 'makespan' }],
    });
    expect(result.start).toEqual([4]);
  });

  const paying = (amount: number) => ({
    modes: [{ duration: 2, costs: [{ budget: 0, amount, spread: 'even' as const }] }],
  });
  it.each([
    ['waits for the next inflow', [4, 10], 1000, 4],
    ['spends what was carried over', [4, 2], 1000, 4],
    ['cannot spend what lapses', [4, 2], 0, null],
    ['spends the share that survives', [5, 2], 500, 4],
    ['a unit that survives only in part is lost', [5, 2], 499, null],
  ])('budgets: %s', (_name, inflow, carryOverPermille, expected) => {
    const budgets = [{ bucketEnds: [5, 12], inflow, carryOverPermille }];
    const result = run({ horizon: 12, budgets, activities: [paying(6)], levels: [{ kind: 'makespan' }] });
    expect(result.start?.[0] ?? null).toBe(expected);
  });

  it('the choice of modes: slow where the fast mode costs too much', () => {
    const modes = [
      { duration: 2, costs: [{ budget: 0, amount: 5, spread: 'start' as const }] },
      { duration: 6, costs: [{ budget: 0, amount: 1, spread: 'start' as const }] },
    ];
    const budgets = [{ bucketEnds: [20], inflow: [11] }];
    const activities = [{ modes }, { modes }, { modes }];
    const result = run({
      horizon: 20,
      budgets,
      activities,
      links: [
        { from: 0, to: 1 },
        { from: 1, to: 2 },
      ],
      levels: [{ kind: 'makespan' }],
    });
    expect(result.values).toEqual([10]);
    expect(result.mode?.filter((mode) => mode === 1)).toHaveLength(1);
  });

  it('mode groups: one mode for all members', () => {
    const modes = (a: number, b: number) => ({ modes: [{ duration: a }, { duration: b }], modeGroup: 4 });
    const activities = [modes(1, 3), modes(9, 2), { ...modes(5, 5) }];
    const result = run({ horizon: 20, activities, links: [{ from: 0, to: 1 }], levels: [{ kind: 'makespan' }] });
    expect(result.mode).toEqual([1, 1, 1]);
    expect(result.values).toEqual([5]);
  });

  it('frozen activities and hard deadlines', () => {
    const result = run({
      horizon: 12,
      resources: [flat(1, 12)],
      activities: [{ ...work(3), frozen: { start: 4, mode: 0 } }, { ...work(4), deadline: 4 }, work(2)],
      levels: [{ kind: 'makespan' }],
    });
    expect(result.start).toEqual([4, 0, 7]);
  });
});

describe('solve optimises', () => {
  it('level by level, in order', () => {
    // One machine; finishing activity 1 first is worth more, but activity 0 has a due date on the higher level.
    const result = run({
      horizon: 10,
      resources: [flat(1, 10)],
      activities: [work(3), work(2)],
      levels: [
        { kind: 'lateness', terms: [{ activity: 0, due: 3, weight: 1 }] },
        { kind: 'weightedFinish', terms: [{ activity: 1, weight: 9 }] },
      ],
    });
    expect(result.values).toEqual([0, 45]);
  });

  it('a tolerance lets the next level decide', () => {
    const input = (tolerance: number): ProblemInput => ({
      horizon: 10,
      resources: [flat(1, 10)],
      activities: [work(3), work(2)],
      levels: [
        { kind: 'lateness', tolerance, terms: [{ activity: 0, due: 3, weight: 1 }] },
        { kind: 'weightedFinish', terms: [{ activity: 1, weight: 9 }] },
      ],
    });
    expect(run(input(1)).values).toEqual([0, 45]);
    expect(run(input(2)).values).toEqual([2, 18]);
  });

  it('movement: stays with the reference plan and moves as little as it must', () => {
    const result = run({
      horizon: 20,
      resources: [flat(1, 20)],
      activities: [{ ...work(4), frozen: { start: 6, mode: 0 } }, work(3), work(2)],
      levels: [
        {
          kind: 'movement',
          terms: [
            { activity: 1, start: 4, weight: 1 },
            { activity: 2, start: 15, weight: 1 },
          ],
        },
      ],
    });
    expect(result.start).toEqual([6, 3, 15]);
    expect(result.values).toEqual([1]);
  });

  it('finds the order without lateness that no simple rule gives', () => {
    // Two machines' worth of work with one long job: due-date order starts it too late.
    const horizon = 12;
    const jobs = [3, 3, 3, 9];
    const dues = [6, 7, 11, 12];
    const result = run({
      horizon,
      resources: [flat(2, horizon)],
      activities: jobs.map((duration) => work(duration)),
      levels: [{ kind: 'lateness', terms: dues.map((due, activity) => ({ activity, due, weight: 1 })) }],
    });
    expect(result).toMatchObject({ values: [0], status: 'complete', stoppedBy: 'proven', proven: [true] });
  });
});

describe('solve is honest', () => {
  it('claims a level proven only when value and bound meet, and the levels above are proven', () => {
    const result = run(machine(12));
    expect(result.values[0]).toBeGreaterThan(result.bounds[0] ?? 0);
    expect(result.values[1]).toBe(result.bounds[1]);
    expect(result).toMatchObject({ proven: [false, false], status: 'stopped', stoppedBy: 'iterations' });
  });

  it('finding no plan is not a proof that there is none', () => {
    // Three jobs of 2 on one machine within 5 periods: impossible, but no simple reason shows it.
    const result = run({
      horizon: 5,
      resources: [flat(1, 5)],
      activities: [work(2), work(2), work(2)],
      levels: [{ kind: 'makespan' }],
    });
    expect(result).toMatchObject({ status: 'stopped', plan: null, values: [], proven: [false], reason: null });
  });

  it('an empty problem has an empty plan', () => {
    expect(run({ horizon: 1, activities: [], levels: [{ kind: 'makespan' }] })).toMatchObject({
      start: [],
      values: [0],
      status: 'complete',
    });
  });
});
