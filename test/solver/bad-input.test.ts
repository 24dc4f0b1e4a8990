import { beforeAll, describe, expect, test } from 'vitest';
import {
  type LevelInput,
  makeProblem,
  type Problem,
  type ProblemInput,
  type Result,
  solve,
  validatePlan,
} from '../../src/solver/index.ts';
import { seeded } from '../setup/random.ts';

const flat = (units: number, horizon: number) => ({ capacity: new Array<number>(horizon).fill(units) });
const oneOf = { resource: 0, amount: 1 };

/** Solves and checks what holds for every result, whatever the input. */
function honest(input: ProblemInput): Result {
  const problem = makeProblem(input);
  const result = solve(problem, { seed: 1, limit: { iterations: 200 } });
  if (result.plan) expect(validatePlan(problem, result.plan)).toEqual([]);
  for (const figure of [...result.values, ...result.bounds]) expect(Number.isSafeInteger(figure)).toBe(true);
  expect(result.status === 'infeasible').toBe(result.reason !== null);
  return result;
}

const everyKind = (activities: readonly number[]): LevelInput[] => {
  const terms = activities.map((activity) => ({ activity, weight: 1 }));
  return [
    { kind: 'lateness', terms: terms.map((term) => ({ ...term, due: 3 })) },
    { kind: 'dropped', terms },
    { kind: 'makespan' },
    { kind: 'weightedFinish', terms },
    { kind: 'movement', terms: terms.map((term) => ({ ...term, start: 2 })) },
  ];
};

describe('odd problems', () => {
  test('an empty portfolio has an empty plan, whatever is asked of it', () => {
    const result = honest({
      horizon: 5,
      resources: [flat(0, 5)],
      reservoirs: [{}],
      activities: [],
      levels: everyKind([]),
    });
    expect(result).toMatchObject({ status: 'complete', values: [0, 0, 0, 0, 0] });
    expect(honest({ horizon: 1, activities: [], levels: [] })).toMatchObject({ status: 'complete', values: [] });
  });

  test('an empty portfolio over an empty budget, or one that is overdrawn from the start', () => {
    const budgets = (inflow: number) => [{ bucketEnds: [5], inflow: [inflow] }];
    const input = { horizon: 5, activities: [], levels: everyKind([]) };
    expect(honest({ ...input, budgets: budgets(0) }).status).toBe('complete');
    expect(honest({ ...input, budgets: budgets(-1) }).reason).toMatchObject({ code: 'frozenBudget' });
  });

  test('work that takes no time needs nobody and still pays, waits and counts', () => {
    const activities = Array.from({ length: 30 }, () => ({
      modes: [{ duration: 0, demands: [oneOf], costs: [{ budget: 0, amount: 1, spread: 'even' as const }] }],
    }));
    const input = {
      horizon: 10,
      resources: [flat(0, 10)],
      activities,
      links: activities.slice(1).map((_, i) => ({ from: i, to: i + 1 })),
      levels: everyKind([0, 29]),
    };
    const paid = (inflow: number[]) => honest({ ...input, budgets: [{ bucketEnds: [4, 10], inflow }] });
    expect(paid([30, 0]).values).toEqual([0, 0, 0, 0, 4]);
    expect(paid([0, 30]).plan?.start[0]).toBe(4);
    expect(paid([0, 29]).reason).toMatchObject({ code: 'budget', needed: 30, available: 29 });
  });

  test('no capacity at all', () => {
    const input = { horizon: 6, resources: [flat(0, 6)], levels: everyKind([0]) };
    expect(
      honest({ ...input, activities: [{ modes: [{ duration: 2, demands: [{ ...oneOf, amount: 0 }] }] }] }).plan,
    ).not.toBeNull();
    expect(honest({ ...input, activities: [{ modes: [{ duration: 2, demands: [oneOf] }] }] }).reason).toEqual({
      code: 'alone',
      activity: 0,
    });
  });

  test('freezes that contradict each other or a link', () => {
    const frozen = (start: number) => ({ modes: [{ duration: 3, demands: [oneOf] }], frozen: { start, mode: 0 } });
    const input = { horizon: 12, resources: [flat(1, 12)], levels: everyKind([0, 1]) };
    expect(honest({ ...input, activities: [frozen(2), frozen(4)] }).reason).toMatchObject({
      code: 'frozenCapacity',
      period: 4,
    });
    const links = [{ from: 0, to: 1 }];
    expect(honest({ ...input, activities: [frozen(4), frozen(0)], links }).reason).toMatchObject({ code: 'window' });
  });

  test('deadlines that nobody can reach: a reason if hard, a late plan if soft', () => {
    const activities = [{ modes: [{ duration: 5 }] }, { modes: [{ duration: 5 }], deadline: 8 }];
    const links = [{ from: 0, to: 1 }];
    const input = { horizon: 20, levels: everyKind([0, 1]) };
    expect(honest({ ...input, activities, links }).reason).toMatchObject({ code: 'window' });
    const soft = activities.map(({ modes }) => ({ modes }));
    expect(honest({ ...input, activities: soft, links }).values[0]).toBe(2 + 7);
  });

  test('more work than the horizon holds is no plan, not a wrong one', () => {
    const activities = new Array(8).fill({ modes: [{ duration: 3, demands: [oneOf] }] });
    const result = honest({ horizon: 20, resources: [flat(1, 20)], activities, levels: [{ kind: 'makespan' }] });
    expect(result.plan).toBeNull();
  });

  test('a puzzle of alternatives without solution ends soon and claims nothing false', () => {
    // Ten undertakings, each in one of nine slots, each slot for one of them: the pigeonhole principle, hard for propagation.
    const slots = Array.from({ length: 10 }, (_, p) => Array.from({ length: 9 }, (_, s) => 9 * p + s));
    const groups = slots.flat();
    const before = cpu();
    const result = honest({
      horizon: 9,
      activities: groups.map((group) => ({ modes: [{ duration: 1 }], group })),
      optional: groups,
      alternatives: [
        ...slots.map((own) => ({ groups: own, exactlyOne: true })),
        ...Array.from({ length: 9 }, (_, s) => ({ groups: slots.map((own) => own[s] ?? 0), exactlyOne: false })),
      ],
      levels: [{ kind: 'makespan' }],
    });
    expect(result.plan).toBeNull();
    expect(['selection', 'infeasible']).toContain(result.stoppedBy);
    expect(cpu() - before).toBeLessThan(3000);
  });
});

/** CPU time of this process in milliseconds: unlike the clock on the wall it does not run while others work. */
function cpu(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

describe('thousands of projects', () => {
  // One pause of the garbage collector at the wrong moment is not the engine's fault; ten in a row would be.
  const measured = { retry: 9 };
  let problem: Problem;
  beforeAll(() => {
    problem = makeProblem(portfolio(2500));
    solve(problem, { seed: 1, limit: { iterations: 50 } });
  });

  test.each([300, 800])('a limit of %i ms is kept within 5 percent', measured, (milliseconds) => {
    const before = cpu();
    const result = solve(problem, { seed: 1, limit: { milliseconds }, now: cpu });
    expect(result.stoppedBy).toBe('milliseconds');
    expect(cpu() - before).toBeLessThan(1.05 * milliseconds + 5);
  });

  test.each([0, 40, 80, 250])('cancelled after %i ms it ends within 50 ms', measured, (milliseconds) => {
    const before = cpu();
    const cancelled = () => cpu() - before >= milliseconds;
    const result = solve(problem, { seed: 1, limit: { milliseconds: 5000 }, now: cpu, cancelled });
    expect(result.stoppedBy).toBe('cancelled');
    expect(cpu() - before).toBeLessThan(milliseconds + 50);
    if (result.plan) expect(validatePlan(problem, result.plan)).toEqual([]);
  });
});

/** Projects of one to six phases in a chain for 40 teams, some waiting for others, a third with a due date, every tenth optional. */
function portfolio(projects: number): ProblemInput {
  const next = seeded(5);
  const horizon = 600;
  const activities: ProblemInput['activities'][number][] = [];
  const links: { from: number; to: number }[] = [];
  const terms: { activity: number; due: number; weight: number }[] = [];
  for (let group = 0; group < projects; group++) {
    const phases = 1 + next(6);
    for (let phase = 0; phase < phases; phase++) {
      const to = activities.length;
      if (phase > 0) links.push({ from: to - 1, to });
      else if (to > 20 && next(4) === 0) links.push({ from: to - 1 - next(20), to });
      const demands = [{ resource: next(40), amount: 1 + next(5) }];
      activities.push({ modes: [{ duration: 1 + next(12), demands }], group });
    }
    if (next(3) === 0) terms.push({ activity: activities.length - 1, due: 60 + next(400), weight: 1 });
  }
  const last = activities.map((_, activity) => ({ activity, weight: 1 }));
  return {
    horizon,
    resources: Array.from({ length: 40 }, () => flat(10 + next(10), horizon)),
    activities,
    links,
    optional: Array.from({ length: Math.floor(projects / 10) }, (_, i) => 10 * i),
    levels: [
      { kind: 'lateness', terms },
      { kind: 'dropped', terms: last },
      { kind: 'weightedFinish', terms: last },
    ],
  };
}
