import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeProblem } from '../model/make-problem.ts';
import type { Plan, Problem } from '../model/problem.ts';
import { everyPlan, randomProblem } from '../testing.ts';
import { planValues, validatePlan } from '../validate/validate.ts';
import { leastLate } from './least-late.ts';

const nothing = (problem: Problem): Plan => ({
  start: new Int32Array(problem.activities.length).fill(-1),
  mode: new Int32Array(problem.activities.length),
});

/** The problem with every activity due, one by one a little later. */
function due(problem: Problem): Problem {
  const terms = problem.activities.map((_, activity) => ({ activity, due: 2 + activity, weight: 1 + (activity % 3) }));
  return { ...problem, levels: [{ kind: 'lateness' as const, terms, tolerance: 0 }] };
}

const run = (problem: Problem) => leastLate(problem, { guide: nothing(problem), iterations: 400 });

test('law: what is found is a plan as late as it says, no less than the bound, and twice the same', () => {
  let found = 0;
  const problems = randomProblem({ activities: 12, horizon: 40, modes: 3, maxLags: true }).map(due);
  fc.assert(
    fc.property(problems, (problem) => {
      const result = run(problem);
      if (!result) return;
      found++;
      expect(validatePlan(problem, result.plan)).toEqual([]);
      expect(planValues(problem, result.plan)).toEqual([result.lateness]);
      expect(result.lateness).toBeGreaterThanOrEqual(result.bound);
      expect(run(problem)).toEqual(result);
    }),
    { seed: 11, numRuns: 100 },
  );
  expect(found).toBeGreaterThan(20);
});

test('law: on tiny problems it is as little late as by trying everything, but for few', () => {
  let solved = 0;
  let missed = 0;
  const problems = randomProblem({ activities: 3, horizon: 9, modes: 2, maxLags: false }).map(due);
  fc.assert(
    fc.property(problems, (problem) => {
      const values = everyPlan(problem).map((plan) => planValues(problem, plan)[0] ?? 0);
      const result = run(problem);
      if (values.length === 0) expect(result).toBeNull();
      else {
        solved++;
        if (result?.lateness !== Math.min(...values)) missed++;
      }
    }),
    { seed: 5, numRuns: 150 },
  );
  expect(solved).toBeGreaterThan(40);
  expect(missed / solved).toBeLessThan(0.1);
});

test('what is on time goes back to where it was; too many activities are not looked at', () => {
  const work = (duration: number) => ({ modes: [{ duration, demands: [{ resource: 0, amount: 1 }] }] });
  const problem = makeProblem({
    horizon: 12,
    resources: [{ capacity: new Array<number>(12).fill(1) }],
    activities: [{ ...work(2), frozen: { start: 2, mode: 0 } }, work(2), work(3)],
    levels: [{ kind: 'lateness', terms: [{ activity: 1, due: 6, weight: 1 }] }],
  });
  const guide = { start: Int32Array.of(2, 3, 8), mode: new Int32Array(3) };
  expect(leastLate(problem, { guide, iterations: 100 })).toEqual({
    plan: { start: Int32Array.of(2, 4, 8), mode: new Int32Array(3) },
    lateness: 0,
    bound: 0,
  });
  const many = makeProblem({
    horizon: 80,
    activities: Array.from({ length: 65 }, () => work(1)),
    resources: [{ capacity: new Array<number>(80).fill(1) }],
    levels: [{ kind: 'lateness', terms: [] }],
  });
  expect(leastLate(many, { guide: nothing(many), iterations: 100 })).toBeNull();
});
