import { describe, expect, it } from 'vitest';
import { compile } from '../compiled/compile.ts';
import { makeProblem } from '../model/make-problem.ts';
import type { Change, ProblemInput } from '../model/problem.ts';
import { solve } from '../solve.ts';
import { validatePlan } from '../validate/validate.ts';
import { Timetable } from './timetable.ts';

const draws = (amount: number): Change => ({ reservoir: 0, at: 'start', amount: -amount });
const fills = (amount: number): Change => ({ reservoir: 0, at: 'finish', amount });
const work = (duration: number, changes: Change[]) => ({ modes: [{ duration, changes }] });

function run(input: ProblemInput) {
  const problem = makeProblem(input);
  const result = solve(problem, { seed: 1, limit: { iterations: 500 } });
  if (result.plan) expect(validatePlan(problem, result.plan)).toEqual([]);
  return { ...result, start: result.plan ? [...result.plan.start] : null };
}

describe('Timetable with a reservoir', () => {
  const input: ProblemInput = {
    horizon: 8,
    reservoirs: [{ initial: 1, maximum: 3 }],
    activities: [
      work(2, [draws(1)]),
      work(2, [draws(1), fills(2)]),
      work(1, [{ reservoir: 0, at: 'start', amount: 2 }]),
    ],
    levels: [],
  };
  const table = () => new Timetable(compile(makeProblem(input)));

  it('lets an activity draw only what stays there for good', () => {
    const t = table();
    t.place(0, 5);
    expect(t.earliest(0, 0, 6)).toBe(-1);
    t.place(1, 5);
    expect(t.stock?.badTotal).toBe(2);
    t.remove(1, 5);
    t.place(2, 3);
    expect(t.earliest(0, 0, 6)).toBe(0);
    expect(t.latest(0, 0, 6)).toBe(6);
  });

  it('counts the moments that a removal leaves without stock, and is as before afterwards', () => {
    const t = table();
    t.place(2, 1);
    t.place(0, 2);
    t.place(0, 4);
    t.remove(2, 1);
    expect([t.stock?.badTotal, t.stock?.firstBad(0)]).toEqual([5, 4]);
    // Filling is welcome wherever it makes nothing worse; strictly, only where all is well afterwards.
    expect(t.earliest(2, 6, 7)).toBe(6);
    if (t.stock) t.stock.strict = true;
    expect([t.earliest(2, 6, 7), t.latest(2, 0, 7)]).toEqual([-1, 4]);
    t.place(2, 4);
    expect(t.stock?.badTotal).toBe(0);
    t.clear();
    expect(t.earliest(0, 0, 6)).toBe(0);
  });

  it('keeps below the maximum', () => {
    const t = table();
    t.place(2, 4);
    expect(t.earliest(2, 0, 7)).toBe(-1);
    t.place(0, 3);
    t.place(1, 6);
    expect(t.stock?.badTotal).toBe(0);
  });
});

describe('solve with reservoirs', () => {
  it('lets what draws wait for what fills', () => {
    const result = run({
      horizon: 12,
      resources: [{ capacity: new Array<number>(12).fill(1) }],
      reservoirs: [{}],
      activities: [work(2, [draws(2)]), work(3, [fills(1)]), work(4, [fills(1)])].map(({ modes: [mode] }) => ({
        modes: [{ duration: mode?.duration ?? 0, changes: mode?.changes ?? [], demands: [{ resource: 0, amount: 1 }] }],
      })),
      levels: [{ kind: 'weightedFinish', terms: [{ activity: 0, weight: 5 }] }, { kind: 'makespan' }],
    });
    expect(result.values).toEqual([45, 9]);
  });

  it('empties before it fills where there is a maximum', () => {
    const result = run({
      horizon: 10,
      reservoirs: [{ initial: 2, maximum: 2 }],
      activities: [work(1, [fills(2)]), work(3, [{ reservoir: 0, at: 'finish', amount: -2 }])],
      levels: [{ kind: 'makespan' }],
    });
    expect(result.values).toEqual([3]);
    expect(result.start?.[0]).toBeGreaterThanOrEqual(2);
  });

  it('chooses the mode that the reservoir can feed', () => {
    const result = run({
      horizon: 10,
      reservoirs: [{ initial: 3 }],
      activities: [0, 1].map(() => ({
        modes: [
          { duration: 1, changes: [draws(2)] },
          { duration: 3, changes: [draws(1)] },
        ],
      })),
      levels: [{ kind: 'weightedFinish', terms: [0, 1].map((activity) => ({ activity, weight: 1 })) }],
    });
    expect(result.values).toEqual([4]);
  });

  it('finds the one order in which nothing runs dry', () => {
    // A chain of loans: each returns more than it took, but only this order can begin with 1.
    const needs = [16, 4, 1, 8, 2];
    const result = run({
      horizon: 40,
      reservoirs: [{ initial: 1 }],
      activities: needs.map((need) => work(3, [draws(need), fills(2 * need)])),
      levels: [{ kind: 'makespan' }],
    });
    expect(result.values).toEqual([15]);
    expect(result.start).toEqual([12, 6, 0, 9, 3]);
  });
});
