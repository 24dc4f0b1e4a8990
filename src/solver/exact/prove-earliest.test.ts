import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeProblem } from '../model/make-problem.ts';
import type { ProblemInput } from '../model/problem.ts';
import { checkCertificate } from '../proof/check-certificate.ts';
import { proveEarliest } from './prove-earliest.ts';

/** Works on one resource, the first with a deadline that is asked for, all others with their own. */
const agenda = fc
  .record({
    works: fc.array(fc.record({ duration: fc.integer({ min: 1, max: 4 }), amount: fc.integer({ min: 1, max: 3 }) }), {
      minLength: 2,
      maxLength: 5,
    }),
    capacity: fc.array(fc.integer({ min: 2, max: 4 }), { minLength: 14, maxLength: 14 }),
    slack: fc.nat(2),
  })
  .map(({ works, capacity, slack }) => ({
    duration: works[0]?.duration ?? 1,
    dueBy: (deadline: number) => {
      const activities = works.map(({ duration, amount }, a) => ({
        modes: [{ duration, demands: [{ resource: 0, amount: Math.min(2, amount) }] }],
        deadline: Math.min(14, Math.max(0, a === 0 ? deadline : 3 + slack + 2 * a)),
      }));
      const input: ProblemInput = { horizon: 14, resources: [{ capacity }], activities, levels: [] };
      return makeProblem(input);
    },
  }));

describe('proveEarliest', () => {
  it('finds the finish that asking for each period in turn finds, and proves it', () => {
    let proofs = 0;
    fc.assert(
      fc.property(agenda, ({ dueBy, duration }) => {
        const question = { activity: 0, finish: 15, bound: duration, conflicts: 10_000 };
        const found = proveEarliest(dueBy, question);
        if (found.finish === 15) return;
        expect(found.bound).toBe(found.finish);
        expect((found.plan?.start[0] ?? 0) + duration).toBe(found.finish);
        if (!found.certificate) return;
        proofs++;
        expect(checkCertificate(dueBy(found.finish - 1), found.certificate)).toBeNull();
      }),
      { seed: 2, numRuns: 200 },
    );
    expect(proofs).toBeGreaterThan(10);
  });

  it('claims nothing it could not prove', () => {
    fc.assert(
      fc.property(agenda, ({ dueBy, duration }) => {
        const hasty = proveEarliest(dueBy, { activity: 0, finish: 15, bound: duration, conflicts: 2 });
        const sure = proveEarliest(dueBy, { activity: 0, finish: 15, bound: duration, conflicts: 10_000 });
        expect(hasty.bound).toBeLessThanOrEqual(sure.finish);
        expect(hasty.finish).toBeGreaterThanOrEqual(sure.finish);
      }),
      { seed: 4, numRuns: 100 },
    );
  });
});
