import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeProblem } from '../model/make-problem.ts';
import type { Plan, Problem } from '../model/problem.ts';
import { randomProblem } from '../testing.ts';
import { validatePlan } from '../validate/validate.ts';
import { solveEarliest } from './earliest.ts';

const nothing = (problem: Problem): Plan => ({
  start: new Int32Array(problem.activities.length).fill(-1),
  mode: new Int32Array(problem.activities.length),
});

const finishOf = (problem: Problem, { start, mode }: Plan, a: number): number =>
  (start[a] ?? 0) + (problem.activities[a]?.modes[mode[a] ?? 0]?.duration ?? 0);

/** Earliest finish of an activity over all plans, by trying every mode and start; null = there is none. */
function exhaustive(problem: Problem, wanted: number): number | null {
  const plan = nothing(problem);
  let best: number | null = null;
  const visit = (a: number): void => {
    const activity = problem.activities[a];
    if (!activity) {
      const finish = finishOf(problem, plan, wanted);
      if ((best === null || finish < best) && validatePlan(problem, plan).length === 0) best = finish;
      return;
    }
    activity.modes.forEach((mode, m) => {
      plan.mode[a] = m;
      for (let start = activity.release; start + mode.duration <= activity.deadline; start++) {
        plan.start[a] = start;
        visit(a + 1);
      }
    });
  };
  visit(0);
  return best;
}

// Both ways of searching keep the same laws: complete search first, and moves alone.
describe.each([{ completeUpTo: 64 }, { completeUpTo: 0 }])('%o', (way) => {
  test('law: what is found is a plan, and no earlier finish exists than the bound says', () => {
    let found = 0;
    const problems = randomProblem({ activities: 12, horizon: 40, modes: 3, maxLags: true, commitments: true });
    fc.assert(
      fc.property(problems, fc.nat(1000), (problem, seed) => {
        const wanted = problem.activities.length - 1;
        const result = solveEarliest(problem, wanted, { seed, iterations: 600, warmStart: nothing(problem), ...way });
        if (!result.plan) return;
        found++;
        expect(validatePlan(problem, result.plan)).toEqual([]);
        expect(finishOf(problem, result.plan, wanted)).toBe(result.finish);
        expect(result.finish).toBeGreaterThanOrEqual(result.bound);
      }),
      { seed: 11, numRuns: 300 },
    );
    expect(found).toBeGreaterThan(60);
  });

  test('law: on tiny problems it is as early as by trying everything, but for few', () => {
    let solved = 0;
    let missed = 0;
    const problems = randomProblem({ activities: 4, horizon: 9, modes: 2, maxLags: false });
    fc.assert(
      fc.property(problems, (problem) => {
        const best = exhaustive(problem, 0);
        const result = solveEarliest(problem, 0, { seed: 1, iterations: 1500, warmStart: nothing(problem), ...way });
        if (best === null) expect(result.plan).toBeNull();
        else {
          solved++;
          expect(result.bound).toBeLessThanOrEqual(best);
          if (result.finish !== best) missed++;
        }
      }),
      { seed: 5, numRuns: 150 },
    );
    expect(solved).toBeGreaterThan(40);
    expect(missed / solved).toBeLessThan(0.05);
  });

  test('a plan to begin with is never lost, and the same seed gives the same bytes', () => {
    const resources = [{ capacity: [2, 2, 2, 2, 2, 2, 2, 2] }];
    const work = (duration: number, amount: number) => ({
      modes: [{ duration, demands: [{ resource: 0, amount }] }],
    });
    const problem = makeProblem({
      horizon: 8,
      resources,
      activities: [work(4, 1), work(4, 1), work(4, 2)],
      levels: [],
    });
    const warmStart = { start: Int32Array.of(0, 0, 4), mode: new Int32Array(3) };
    const run = () => solveEarliest(problem, 2, { seed: 3, iterations: 400, warmStart, ...way });
    expect(run().finish).toBe(4);
    expect(run()).toEqual(run());
    expect(solveEarliest(problem, 2, { seed: 3, iterations: 1, warmStart, ...way }).finish).toBe(8);
  });

  test('work that must be done by a date bounds the finish: no room before the others are done', () => {
    const capacity = new Array<number>(12).fill(2);
    const work = (duration: number, deadline?: number) => ({
      modes: [{ duration, demands: [{ resource: 0, amount: 2 }] }],
      ...(deadline === undefined ? {} : { deadline }),
    });
    const problem = makeProblem({
      horizon: 12,
      resources: [{ capacity }],
      activities: [work(3, 6), work(3, 6), work(4)],
      levels: [],
    });
    const result = solveEarliest(problem, 2, { seed: 1, iterations: 300, warmStart: nothing(problem), ...way });
    expect([result.bound, result.finish]).toEqual([10, 10]);
  });

  test('money that must be spent by a date bounds the finish', () => {
    const problem = makeProblem({
      horizon: 10,
      budgets: [{ bucketEnds: [5, 10], inflow: [10, 10] }],
      activities: [
        { modes: [{ duration: 3, costs: [{ budget: 0, amount: 10, spread: 'start' }] }], deadline: 5 },
        { modes: [{ duration: 2, costs: [{ budget: 0, amount: 10, spread: 'start' }] }] },
      ],
      levels: [],
    });
    const result = solveEarliest(problem, 1, { seed: 1, iterations: 300, warmStart: nothing(problem), ...way });
    expect([result.bound, result.finish]).toEqual([7, 7]);
  });

  test('what cannot be at all is said at once', () => {
    const problem = makeProblem({
      horizon: 5,
      activities: [{ modes: [{ duration: 4 }], release: 2, deadline: 5 }],
      levels: [],
    });
    const result = solveEarliest(problem, 0, { seed: 1, iterations: 10, warmStart: nothing(problem), ...way });
    expect(result).toEqual({ plan: null, finish: 0, bound: 0, iterations: 0, thorough: true });
  });
});
