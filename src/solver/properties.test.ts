import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Plan, Problem } from './problem.ts';
import { solve } from './solve.ts';
import { randomProblem } from './testing.ts';
import { planValues, validatePlan } from './validate.ts';

const everything = { maxLags: true, reservoirs: true, choice: true };
const wide = randomProblem({ activities: 12, horizon: 40, modes: 3, ...everything });
const tiny = randomProblem({ activities: 4, horizon: 9, modes: 2, ...everything });
const run = (problem: Problem, iterations: number, seed = 1) => solve(problem, { seed, limit: { iterations } });

/** Best values over all plans, by trying every mode and start; null = there is none. */
function exhaustive(problem: Problem): number[] | null {
  const count = problem.activities.length;
  const plan: Plan = { start: new Int32Array(count), mode: new Int32Array(count) };
  let best: number[] | null = null;
  const visit = (a: number): void => {
    const activity = problem.activities[a];
    if (!activity) {
      if (validatePlan(problem, plan).length > 0) return;
      const values = planValues(problem, plan);
      if (best === null || lexicographic(values, best) < 0) best = values;
      return;
    }
    if (problem.optional.includes(activity.group)) {
      plan.start[a] = -1;
      plan.mode[a] = 0;
      visit(a + 1);
    }
    activity.modes.forEach((mode, m) => {
      if (activity.frozen && activity.frozen.mode !== m) return;
      plan.mode[a] = m;
      const first = activity.frozen?.start ?? activity.release;
      const last = activity.frozen?.start ?? activity.deadline - mode.duration;
      for (let start = first; start <= last; start++) {
        plan.start[a] = start;
        visit(a + 1);
      }
    });
  };
  visit(0);
  return best;
}

function lexicographic(a: readonly number[], b: readonly number[]): number {
  const k = a.findIndex((value, i) => value !== b[i]);
  return k < 0 ? 0 : (a[k] ?? 0) - (b[k] ?? 0);
}

describe('for random problems', () => {
  it('every plan is valid, its values are those of the validator, and no value is below its bound', () => {
    let plans = 0;
    fc.assert(
      fc.property(wide, fc.nat(1000), (problem, seed) => {
        const result = run(problem, 150, seed);
        if (!result.plan) return;
        plans++;
        expect(validatePlan(problem, result.plan)).toEqual([]);
        expect(result.values).toEqual(planValues(problem, result.plan));
        result.bounds.forEach((bound, k) => {
          expect(result.values[k]).toBeGreaterThanOrEqual(bound);
        });
      }),
      { seed: 20, numRuns: 400 },
    );
    expect(plans).toBeGreaterThan(100);
  });

  it('tiny ones are solved as well as by trying everything, and only impossible ones are called infeasible', () => {
    let solved = 0;
    fc.assert(
      fc.property(tiny, (problem) => {
        const best = exhaustive(problem);
        const result = run(problem, 800);
        if (result.status === 'infeasible') expect(best).toBeNull();
        expect(result.values).toEqual(best ?? []);
        if (best !== null) solved++;
      }),
      { seed: 7, numRuns: 150 },
    );
    expect(solved).toBeGreaterThan(40);
  });

  it('same problem, options and seed give the same bytes', () => {
    fc.assert(
      fc.property(wide, fc.nat(1000), (problem, seed) => {
        expect(run(problem, 60, seed)).toEqual(run(problem, 60, seed));
      }),
      { seed: 3, numRuns: 60 },
    );
  });

  it('a plan handed back as warm start is never lost', () => {
    fc.assert(
      fc.property(wide, (problem) => {
        const first = run(problem, 100, 1);
        if (!first.plan) return;
        const second = solve(problem, { seed: 2, limit: { iterations: 0 }, warmStart: first.plan });
        expect(lexicographic(second.values, first.values)).toBeLessThanOrEqual(0);
      }),
      { seed: 4, numRuns: 150 },
    );
  });
});
