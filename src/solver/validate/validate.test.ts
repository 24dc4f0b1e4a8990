import { describe, expect, it } from 'vitest';
import { makeProblem } from '../model/make-problem.ts';
import type { Plan, ProblemInput } from '../model/problem.ts';
import { planValues, validatePlan } from './validate.ts';

const plan = (start: number[], mode: number[] = start.map(() => 0)): Plan => ({
  start: Int32Array.from(start),
  mode: Int32Array.from(mode),
});
const flat = (units: number, horizon = 10) => ({ capacity: new Array<number>(horizon).fill(units) });
const problem = (input: Partial<ProblemInput>) =>
  makeProblem({ horizon: 10, resources: [flat(2)], activities: [], levels: [], ...input });
const work = (duration: number, amount = 0) => ({ modes: [{ duration, demands: [{ resource: 0, amount }] }] });

describe('validatePlan refuses', () => {
  it('a plan of the wrong length', () => {
    expect(validatePlan(problem({ activities: [work(1)] }), plan([]))).toEqual([
      { code: 'length', expected: 1, start: 0, mode: 0 },
    ]);
  });

  it('a mode that does not exist', () => {
    expect(validatePlan(problem({ activities: [work(1)] }), plan([0], [1]))).toEqual([
      { code: 'mode', activity: 0, mode: 1 },
    ]);
  });

  it('work outside the horizon', () => {
    const p = problem({ activities: [work(3)] });
    expect(validatePlan(p, plan([8]))[0]).toEqual({ code: 'horizon', activity: 0, start: 8, finish: 11 });
    expect(validatePlan(p, plan([-1]))[0]).toMatchObject({ code: 'horizon', start: -1 });
  });

  it('a start before the release', () => {
    const p = problem({ activities: [{ ...work(1), release: 3 }] });
    expect(validatePlan(p, plan([2]))).toEqual([{ code: 'release', activity: 0, start: 2, release: 3 }]);
    expect(validatePlan(p, plan([3]))).toEqual([]);
  });

  it('a finish behind the deadline', () => {
    const p = problem({ activities: [{ ...work(2), deadline: 4 }] });
    expect(validatePlan(p, plan([3]))).toEqual([{ code: 'deadline', activity: 0, finish: 5, deadline: 4 }]);
    expect(validatePlan(p, plan([2]))).toEqual([]);
  });

  it('a frozen activity moved or in another mode', () => {
    const p = problem({ activities: [{ modes: [{ duration: 1 }, { duration: 1 }], frozen: { start: 4, mode: 0 } }] });
    expect(validatePlan(p, plan([5]))).toEqual([{ code: 'frozen', activity: 0, start: 5, mode: 0 }]);
    expect(validatePlan(p, plan([4], [1]))).toEqual([{ code: 'frozen', activity: 0, start: 4, mode: 1 }]);
  });

  it('different modes within a mode group', () => {
    const member = { modes: [{ duration: 1 }, { duration: 1 }], modeGroup: 7 };
    const p = problem({ activities: [member, member] });
    expect(validatePlan(p, plan([0, 0], [0, 1]))).toEqual([{ code: 'modeGroup', activity: 1, other: 0 }]);
    expect(validatePlan(p, plan([0, 0], [1, 1]))).toEqual([]);
  });

  it.each([
    // durations 2 and 3; `from` starts at 1 and so ends at 3
    ['FS', 1, [1, 4], [1, 3], 0],
    ['SS', 2, [1, 3], [1, 2], 1],
    ['FF', 2, [1, 2], [1, 1], 1],
    ['SF', 3, [1, 1], [1, 0], 2],
  ] as const)('a %s link whose lag is not kept', (type, lag, kept, broken, gap) => {
    const p = problem({ activities: [work(2), work(3)], links: [{ from: 0, to: 1, type, lag }] });
    expect(validatePlan(p, plan([...kept]))).toEqual([]);
    expect(validatePlan(p, plan([...broken]))).toEqual([{ code: 'lag', link: 0, gap, limit: lag }]);
  });

  it('a gap above the maximal lag', () => {
    const p = problem({ activities: [work(2), work(3)], links: [{ from: 0, to: 1, lag: -1, maxLag: 1 }] });
    expect(validatePlan(p, plan([0, 4]))).toEqual([{ code: 'maxLag', link: 0, gap: 2, limit: 1 }]);
    expect(validatePlan(p, plan([0, 1]))).toEqual([]);
  });

  it('an overload in exactly the periods where profiles meet', () => {
    const profiled = { modes: [{ duration: 3, demands: [{ resource: 0, profile: [0, 2, 1] }] }] };
    const p = problem({ activities: [profiled, work(1, 1)] });
    expect(validatePlan(p, plan([0, 1]))).toEqual([{ code: 'capacity', resource: 0, period: 1, load: 3, capacity: 2 }]);
    expect(validatePlan(p, plan([0, 2]))).toEqual([]);
    expect(validatePlan(p, plan([0, 0]))).toEqual([]);
  });

  it('spending beyond inflow and carried-over money', () => {
    const paying = { modes: [{ duration: 4, costs: [{ budget: 0, amount: 10, spread: 'even' as const }] }] };
    const p = (carryOverPermille: number, inflow: number[]) =>
      problem({ activities: [paying], budgets: [{ bucketEnds: [5, 10], inflow, carryOverPermille }] });
    // 2 + 3 + 2 + 3: starting at 3, 5 fall into the first bucket and 5 into the second.
    expect(validatePlan(p(0, [5, 5]), plan([3]))).toEqual([]);
    expect(validatePlan(p(0, [4, 9]), plan([3]))).toEqual([
      { code: 'budget', budget: 0, bucket: 0, spent: 5, available: 4 },
    ]);
    expect(validatePlan(p(1000, [6, 4]), plan([3]))).toEqual([]);
    expect(validatePlan(p(999, [6, 4]), plan([3]))).toEqual([
      { code: 'budget', budget: 0, bucket: 1, spent: 5, available: 4 },
    ]);
  });

  it('money paid at the wrong end', () => {
    const paying = (spread: 'start' | 'end') => ({
      modes: [{ duration: 4, costs: [{ budget: 0, amount: 10, spread }] }],
    });
    const p = (spread: 'start' | 'end') =>
      problem({ activities: [paying(spread)], budgets: [{ bucketEnds: [5, 10], inflow: [0, 10] }] });
    expect(validatePlan(p('end'), plan([3]))).toEqual([]);
    expect(validatePlan(p('start'), plan([3]))).toEqual([
      { code: 'budget', budget: 0, bucket: 0, spent: 10, available: 0 },
    ]);
  });
});

describe('validatePlan looks at what is carried out', () => {
  const member = (group: number) => ({ ...work(2, 2), group });
  const p = (extra: Partial<ProblemInput>) =>
    problem({ activities: [member(0), member(0), member(1), member(2)], optional: [0, 1], ...extra });

  it('accepts an optional group that is dropped as a whole, and asks nothing else of it', () => {
    const links = [{ from: 0, to: 2, lag: 9 }];
    expect(validatePlan(p({ links }), plan([-1, -1, 0, 2]))).toEqual([]);
  });

  it('refuses to drop a group in part, or one that is not optional', () => {
    expect(validatePlan(p({}), plan([-1, 0, 2, 4]))).toEqual([{ code: 'split', group: 0 }]);
    expect(validatePlan(p({}), plan([0, 2, 4, -1]))[0]).toMatchObject({ code: 'horizon', activity: 3 });
  });

  it('refuses two groups of one alternative, and none where one is asked for', () => {
    const either = (exactlyOne: boolean) => p({ alternatives: [{ groups: [0, 1], exactlyOne }] });
    expect(validatePlan(either(false), plan([0, 2, 4, 6]))).toEqual([
      { code: 'alternative', alternative: 0, count: 2 },
    ]);
    expect(validatePlan(either(false), plan([-1, -1, -1, 0]))).toEqual([]);
    expect(validatePlan(either(true), plan([-1, -1, -1, 0]))).toEqual([
      { code: 'alternative', alternative: 0, count: 0 },
    ]);
    expect(validatePlan(either(true), plan([-1, -1, 2, 0]))).toEqual([]);
  });

  it('refuses a group without the one it needs', () => {
    const needy = p({ requirements: [{ group: 0, needs: 1 }] });
    expect(validatePlan(needy, plan([0, 2, -1, 4]))).toEqual([{ code: 'requirement', requirement: 0 }]);
    expect(validatePlan(needy, plan([-1, -1, -1, 4]))).toEqual([]);
  });

  it('counts what is dropped in its own level and nowhere else', () => {
    const terms = [0, 1, 2, 3].map((activity) => ({ activity, weight: 1 + activity }));
    const counted = p({
      levels: [
        { kind: 'dropped', terms },
        { kind: 'weightedFinish', terms },
        { kind: 'lateness', terms: terms.map((term) => ({ ...term, due: -5 })) },
        { kind: 'movement', terms: terms.map((term) => ({ ...term, start: 3 })) },
        { kind: 'makespan' },
      ],
    });
    expect(planValues(counted, plan([-1, -1, 0, 2]))).toEqual([3, 22, 57, 13, 4]);
  });
});

describe('validatePlan plays reservoirs', () => {
  const change = (at: 'start' | 'finish', amount: number) => ({
    modes: [{ duration: 3, changes: [{ reservoir: 0, at, amount }] }],
  });
  const p = (initial: number, maximum?: number) =>
    problem({
      activities: [change('start', -2), change('finish', 2)],
      reservoirs: [{ initial, ...(maximum === undefined ? {} : { maximum }) }],
    });

  it('below zero', () => {
    expect(validatePlan(p(0), plan([4, 0]))).toEqual([]);
    expect(validatePlan(p(0), plan([3, 0]))).toEqual([]);
    expect(validatePlan(p(1), plan([2, 0]))).toEqual([{ code: 'reservoir', reservoir: 0, moment: 2, level: -1 }]);
  });

  it('above the maximum', () => {
    expect(validatePlan(p(2, 3), plan([3, 0]))).toEqual([]);
    expect(validatePlan(p(2, 3), plan([4, 0]))).toEqual([{ code: 'reservoir', reservoir: 0, moment: 3, level: 4 }]);
  });

  it('up to the end of the horizon', () => {
    const late = problem({ activities: [change('finish', -1)], reservoirs: [{}] });
    expect(validatePlan(late, plan([7]))).toEqual([{ code: 'reservoir', reservoir: 0, moment: 10, level: -1 }]);
  });
});

describe('planValues', () => {
  it('computes every kind of level', () => {
    const p = problem({
      activities: [work(2), work(3)],
      levels: [
        {
          kind: 'lateness',
          terms: [
            { activity: 1, due: 5, weight: 10 },
            { activity: 0, due: 9, weight: 10 },
          ],
        },
        {
          kind: 'weightedFinish',
          terms: [
            { activity: 0, weight: 2 },
            { activity: 1, weight: 3 },
          ],
        },
        { kind: 'makespan' },
        { kind: 'movement', terms: [{ activity: 0, start: 4, weight: 5 }] },
      ],
    });
    expect(planValues(p, plan([1, 4]))).toEqual([20, 27, 7, 15]);
  });
});
