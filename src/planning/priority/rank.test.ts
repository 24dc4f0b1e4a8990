import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ordered, type Rated, ranks, weightedSum } from './rank.ts';
import { sensitivity } from './sensitivity.ts';

const CRITERIA = 3;
const weights = fc.array(fc.integer({ min: 1, max: 100 }), { minLength: CRITERIA, maxLength: CRITERIA });
const projects = fc
  .array(
    fc.record({
      duty: fc.boolean(),
      tenths: fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: CRITERIA, maxLength: CRITERIA }),
    }),
    { maxLength: 12 },
  )
  .map((list): Rated[] => list.map((one, index) => ({ id: `p${index}`, ...one })));

test('scaling all weights changes nothing', () => {
  fc.assert(
    fc.property(projects, weights, fc.integer({ min: 2, max: 50 }), (rated, own, factor) => {
      const scaled = own.map((one) => one * factor);
      expect(ranks(rated, scaled)).toEqual(ranks(rated, own));
    }),
  );
});

test('the order in which projects stand in the agenda changes nothing', () => {
  const shuffled = projects.chain((rated) =>
    fc.tuple(fc.constant(rated), fc.shuffledSubarray(rated, { minLength: rated.length })),
  );
  fc.assert(
    fc.property(shuffled, weights, ([rated, other], own) => {
      expect(ordered(other, own)).toEqual(ordered(rated, own));
      expect(ranks(other, own)).toEqual(ranks(rated, own));
    }),
  );
});

test('a duty is never below what is none, and more points never cost a rank', () => {
  fc.assert(
    fc.property(projects, weights, (rated, own) => {
      const place = ranks(rated, own);
      for (const a of rated) {
        for (const b of rated) {
          const [first = 0, second = 0] = [place.get(a.id), place.get(b.id)];
          if (a.duty && !b.duty) expect(first).toBeLessThan(second);
          if (a.duty === b.duty && weightedSum(a, own) > weightedSum(b, own)) expect(first).toBeLessThan(second);
          if (a.duty === b.duty && weightedSum(a, own) === weightedSum(b, own)) expect(first).toBe(second);
        }
      }
    }),
  );
});

test('equals share a rank and the next one counts on', () => {
  const rated = [500, 500, 900, 100].map((points, index) => ({ id: `p${index}`, duty: false, tenths: [points] }));
  expect(Object.fromEntries(ranks(rated, [7]))).toEqual({ p2: 1, p0: 2, p1: 2, p3: 4 });
});

/** The nearest crossing in one direction among all pairs, by definition. */
function nearestByDefinition(rated: readonly Rated[], own: readonly number[], criterion: number, direction: 1 | -1) {
  const weight = own[criterion] ?? 0;
  const ways = rated.flatMap((a) =>
    rated.flatMap((b) => {
      const lead = weightedSum(a, own) - weightedSum(b, own);
      const gain = direction * ((b.tenths[criterion] ?? 0) - (a.tenths[criterion] ?? 0));
      if (a.duty !== b.duty || lead <= 0 || gain <= 0) return [];
      const way = lead / gain;
      return direction < 0 && way >= weight ? [] : [way];
    }),
  );
  return ways.length === 0 ? null : weight + direction * Math.min(...ways);
}

test('the nearest swap of neighbours is the nearest one of all pairs', () => {
  fc.assert(
    fc.property(projects, weights, fc.integer({ min: 0, max: CRITERIA - 1 }), (rated, own, criterion) => {
      const { below, above } = sensitivity(rated, own, criterion, 5);
      expect(below?.at ?? null).toEqual(nearestByDefinition(rated, own, criterion, -1));
      expect(above?.at ?? null).toEqual(nearestByDefinition(rated, own, criterion, 1));
    }),
  );
});

test('between the two nearest swaps nobody overtakes anybody', () => {
  fc.assert(
    fc.property(projects, weights, (rated, own) => {
      const { below, above } = sensitivity(rated, own, 0, 5);
      const inside = ((below?.at ?? 0) + (own[0] ?? 0)) / 2;
      const outside = ((above?.at ?? (own[0] ?? 0) + 50) + (own[0] ?? 0)) / 2;
      for (const weight of [inside, outside]) {
        const moved = [weight, ...own.slice(1)];
        for (const a of rated) {
          for (const b of rated) {
            const was = weightedSum(a, own) - weightedSum(b, own);
            const is = weightedSum(a, moved) - weightedSum(b, moved);
            if (a.duty === b.duty && was > 0) expect(is).toBeGreaterThan(-1e-6);
          }
        }
      }
    }),
  );
});
