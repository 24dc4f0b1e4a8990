import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeProblem, solveEarliest, validatePlan } from '../../src/solver/index.ts';
import { LONG } from '../setup/random.ts';
import { bruteForce, comparesBetter } from './brute-force.ts';
import { isOptimal, patience, run, runs, tiny, tinyCompact } from './laws.ts';
import { inputOf } from './transform.ts';

/** What was seen: printed by the long run. */
const print = (seen: object) => {
  if (LONG) console.info(seen);
};

test(
  'against all plans of tiny problems: what is claimed is true, and the best plan is nearly always found',
  () => {
    const seen = { instances: 0, withPlan: 0, claims: 0, refusals: 0, missed: 0 };
    fc.assert(
      fc.property(fc.oneof({ weight: 4, arbitrary: tiny }, { weight: 1, arbitrary: tinyCompact }), (problem) => {
        const best = bruteForce(problem);
        const result = run(problem, 800);
        seen.instances++;
        if (best === null) {
          // Nobody finds a plan where there is none.
          expect(result.plan).toBeNull();
          if (result.status === 'infeasible') seen.refusals++;
          return;
        }
        seen.withPlan++;
        expect(result.status).not.toBe('infeasible');
        if (result.plan) expect(comparesBetter(problem, result.values, best)).toBe(false);
        result.bounds.forEach((bound, k) => {
          expect(best[k]).toBeGreaterThanOrEqual(bound);
        });
        if (isOptimal(result)) {
          seen.claims++;
          expect(comparesBetter(problem, best, result.values)).toBe(false);
        }
        if (!result.plan || comparesBetter(problem, best, result.values)) seen.missed++;
      }),
      { seed: 7, numRuns: runs(3000, 150) },
    );
    expect(seen.claims).toBeGreaterThan(seen.withPlan / 4);
    expect(seen.refusals).toBeGreaterThan(0);
    expect(seen.missed).toBeLessThanOrEqual(seen.withPlan / 50);
    print(seen);
  },
  patience,
);

test(
  'against all plans of tiny problems: no activity ends before the bound of its earliest finish, and what is found is a plan',
  () => {
    const seen = { instances: 0, found: 0, missed: 0 };
    fc.assert(
      fc.property(tiny, fc.nat(3), (problem, pick) => {
        const activity = pick % problem.activities.length;
        const input = makeProblem({
          ...inputOf(problem),
          // An activity that may be dropped has no earliest finish.
          optional: [],
          alternatives: [],
          requirements: [],
          levels: [{ kind: 'weightedFinish', terms: [{ activity, weight: 1 }] }],
        });
        const best = bruteForce(input);
        const count = problem.activities.length;
        const warmStart = { start: new Int32Array(count).fill(-1), mode: new Int32Array(count) };
        const result = solveEarliest(input, activity, { seed: 1, iterations: 600, warmStart });
        seen.instances++;
        if (best === null) {
          expect(result.plan).toBeNull();
          return;
        }
        expect(best[0]).toBeGreaterThanOrEqual(result.bound);
        if (!result.plan) return;
        seen.found++;
        expect(validatePlan(input, result.plan)).toEqual([]);
        expect(result.finish).toBeGreaterThanOrEqual(best[0] ?? 0);
        if (result.finish > (best[0] ?? 0)) seen.missed++;
      }),
      { seed: 8, numRuns: runs(1500, 60) },
    );
    expect(seen.found).toBeGreaterThan(0);
    print(seen);
  },
  patience,
);
