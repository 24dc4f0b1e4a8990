import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bruteForce, comparesBetter } from './brute-force.ts';
import { isOptimal, patience, run, runs, tiny } from './laws.ts';

test(
  'against all plans of tiny problems: what is claimed is true, and the best plan is nearly always found',
  () => {
    const seen = { instances: 0, withPlan: 0, claims: 0, refusals: 0, missed: 0 };
    fc.assert(
      fc.property(tiny, (problem) => {
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
    if (runs(1, 0) === 1) console.info(seen);
  },
  patience,
);
