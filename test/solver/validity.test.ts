import fc from 'fast-check';
import { expect, test } from 'vitest';
import { planValues, solve, validatePlan } from '../../src/solver/index.ts';
import { comparesBetter } from './brute-force.ts';
import { greedyPlan } from './greedy.ts';
import { patience, plain, run, runs, wide } from './laws.ts';

const anyProblem = fc.oneof({ weight: 2, arbitrary: wide }, { weight: 1, arbitrary: plain });

test(
  'every plan is valid, its values are those of the validator, and no value is below its bound',
  () => {
    let plans = 0;
    let tried = 0;
    fc.assert(
      fc.property(anyProblem, fc.nat(1000), (problem, seed) => {
        tried++;
        const result = run(problem, 120, seed);
        for (const figure of [...result.values, ...result.bounds]) expect(Number.isSafeInteger(figure)).toBe(true);
        expect(result.status === 'infeasible').toBe(result.reason !== null);
        if (!result.plan) return;
        plans++;
        expect(validatePlan(problem, result.plan)).toEqual([]);
        expect(result.values).toEqual(planValues(problem, result.plan));
        result.bounds.forEach((bound, k) => {
          expect(result.values[k]).toBeGreaterThanOrEqual(bound);
        });
      }),
      { seed: 20, numRuns: runs(4000, 250) },
    );
    expect(plans).toBeGreaterThan(tried / 4);
  },
  patience,
);

test(
  'no plan is worse than that of a due-date list, and where the list finds one so does the engine',
  () => {
    let compared = 0;
    fc.assert(
      fc.property(plain, fc.nat(1000), (problem, seed) => {
        const greedy = greedyPlan(problem);
        if (!greedy || validatePlan(problem, greedy).length > 0) return;
        compared++;
        const result = run(problem, 200, seed);
        expect(result.plan).not.toBeNull();
        expect(comparesBetter(problem, planValues(problem, greedy), result.values)).toBe(false);
      }),
      { seed: 31, numRuns: runs(2000, 80) },
    );
    expect(compared).toBeGreaterThan(20);
  },
  patience,
);

test(
  'a plan handed back as warm start is never lost',
  () => {
    fc.assert(
      fc.property(wide, (problem) => {
        const first = run(problem, 100);
        if (!first.plan) return;
        const second = solve(problem, { seed: 2, limit: { iterations: 0 }, warmStart: first.plan });
        expect(second.plan).not.toBeNull();
        expect(comparesBetter(problem, first.values, second.values)).toBe(false);
      }),
      { seed: 4, numRuns: runs(1000, 100) },
    );
  },
  patience,
);

test(
  'any warm start is taken as far as it goes: nonsense in it makes no plan invalid',
  () => {
    const start = fc.array(fc.integer({ min: -1, max: 40 }), { minLength: 14, maxLength: 14 });
    const mode = fc.array(fc.integer({ min: -2, max: 5 }), { minLength: 14, maxLength: 14 });
    fc.assert(
      fc.property(anyProblem, start, mode, (problem, starts, modes) => {
        const count = problem.activities.length;
        const warmStart = {
          start: Int32Array.from(starts.slice(0, count)),
          mode: Int32Array.from(modes.slice(0, count)),
        };
        const result = solve(problem, { seed: 1, limit: { iterations: 40 }, warmStart });
        if (result.plan) expect(validatePlan(problem, result.plan)).toEqual([]);
      }),
      { seed: 5, numRuns: runs(1000, 80) },
    );
  },
  patience,
);

test(
  'ten runs with one seed give the same bytes',
  () => {
    fc.assert(
      fc.property(anyProblem, fc.nat(1000), (problem, seed) => {
        const first = JSON.stringify(run(problem, 40, seed));
        for (let again = 0; again < 9; again++) expect(JSON.stringify(run(problem, 40, seed))).toBe(first);
      }),
      { seed: 3, numRuns: runs(400, 15) },
    );
  },
  patience,
);
