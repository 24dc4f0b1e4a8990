import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeProblem, type Plan, planValues, validatePlan } from '../../src/solver/index.ts';
import { comparesBetter } from './brute-force.ts';
import { isOptimal, patience, run, runs, tiny } from './laws.ts';
import { delayed, doubled, permuted } from './transform.ts';

test(
  'with twice the capacity and money every plan stays one, and the proven optimum gets no worse',
  () => {
    fc.assert(
      fc.property(tiny, (problem) => {
        const before = run(problem, 300);
        const more = makeProblem(doubled(problem));
        const after = run(more, 300);
        if (!before.plan) return;
        expect(validatePlan(more, before.plan)).toEqual([]);
        expect(after.status).not.toBe('infeasible');
        after.bounds.forEach((bound, k) => {
          expect(before.values[k]).toBeGreaterThanOrEqual(bound);
        });
        if (isOptimal(after)) expect(comparesBetter(problem, before.values, after.values)).toBe(false);
      }),
      { seed: 11, numRuns: runs(1500, 60) },
    );
  },
  patience,
);

test(
  'the order and the names of activities, groups and resources mean nothing',
  () => {
    fc.assert(
      fc.property(tiny, fc.nat(1000), (problem, draw) => {
        const order = shuffled(problem.activities.length, draw);
        const other = makeProblem(permuted(problem, order));
        const [one, two] = [run(problem, 300), run(other, 300)];
        expect(two.bounds).toEqual(one.bounds);
        expect(two.status === 'infeasible').toBe(one.status === 'infeasible');
        if (one.plan) {
          const renamed: Plan = { start: pick(one.plan.start, order), mode: pick(one.plan.mode, order) };
          expect(validatePlan(other, renamed)).toEqual([]);
          expect(planValues(other, renamed)).toEqual(one.values);
        }
        if (isOptimal(one) && two.plan) expect(comparesBetter(problem, two.values, one.values)).toBe(false);
        if (isOptimal(two) && one.plan) expect(comparesBetter(problem, one.values, two.values)).toBe(false);
      }),
      { seed: 12, numRuns: runs(1500, 60) },
    );
  },
  patience,
);

test(
  'a calendar that begins earlier moves every plan and changes nothing else',
  () => {
    fc.assert(
      fc.property(tiny, fc.integer({ min: 1, max: 20 }), (problem, periods) => {
        const later = makeProblem(delayed(problem, periods));
        const [one, two] = [run(problem, 300), run(later, 300)];
        expect(two.status === 'infeasible').toBe(one.status === 'infeasible');
        if (one.plan) {
          const moved = { ...one.plan, start: one.plan.start.map((start) => (start < 0 ? start : start + periods)) };
          expect(validatePlan(later, moved)).toEqual([]);
          if (isOptimal(two)) expect(comparesBetter(problem, planValues(later, moved), two.values)).toBe(false);
        }
        if (isOptimal(one) && two.plan) {
          const back = { ...two.plan, start: two.plan.start.map((start) => (start < 0 ? start : start - periods)) };
          expect(comparesBetter(problem, planValues(problem, back), one.values)).toBe(false);
        }
      }),
      { seed: 13, numRuns: runs(1500, 60) },
    );
  },
  patience,
);

/** A permutation of 0..count-1 that depends on `draw`. */
function shuffled(count: number, draw: number): number[] {
  const key = (i: number) => ((i + 1) * (2 * draw + 1) * 2654435761) % 4294967296;
  return Array.from({ length: count }, (_, i) => i).toSorted((x, y) => key(x) - key(y));
}

const pick = (values: Int32Array, order: readonly number[]): Int32Array =>
  Int32Array.from(order, (old) => values[old] ?? 0);
