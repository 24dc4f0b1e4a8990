import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bitsApart, letterBits, trigramsOf, withinDistance } from './letters.ts';
import { Spellings } from './spellings.ts';

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), minLength: 1, maxLength: 9 });

/** Levenshtein as the book has it. */
function distance(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const [head, tail] = [a.slice(0, -1), b.slice(0, -1)];
  if (a.at(-1) === b.at(-1)) return distance(head, tail);
  return 1 + Math.min(distance(head, tail), distance(head, b), distance(a, tail));
}

test('letters apart are counted as Levenshtein counts them, and the bits never rule out what is close', () => {
  const short = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 5 });
  fc.assert(
    fc.property(short, short, fc.integer({ min: 0, max: 3 }), (a, b, most) => {
      const close = distance(a, b) <= most;
      expect(withinDistance(a, b, most)).toBe(close);
      if (close) expect(bitsApart(letterBits(a), letterBits(b))).toBeLessThanOrEqual(2 * most);
    }),
  );
});

test('what is looked up is what a comparison with each stem would find', () => {
  const share = (a: string, b: string): number => {
    const [x, y] = [trigramsOf(a), trigramsOf(b)];
    const common = [...x].filter((one) => y.has(one)).length;
    return common / (x.size + y.size - common);
  };
  const closeness = (word: string, stem: string, known: string): number => {
    const long = Math.min(stem.length, known.length) >= 5;
    const most = word.length < 7 ? 1 : 2;
    const misspelt = word.length >= 4 && [word, stem].some((asked) => distance(asked, known) <= most);
    return Math.max(
      known === stem ? 1 : 0,
      known.startsWith(word) ? 0.9 : 0,
      long && (known.includes(stem) || stem.includes(known)) ? 0.7 : 0,
      misspelt ? 0.6 : 0,
      share(stem, known) >= 0.45 ? 0.6 * share(stem, known) : 0,
    );
  };
  fc.assert(
    fc.property(fc.uniqueArray(word, { minLength: 1, maxLength: 12 }), word, (known, asked) => {
      const stem = asked.slice(0, Math.max(1, asked.length - 1));
      const found = new Spellings(known).closeTo(asked, stem);
      for (const [number, one] of known.entries())
        expect(found.get(number) ?? 0, `${asked} ${stem} ${one}`).toBeCloseTo(closeness(asked, stem, one), 10);
    }),
    { numRuns: 60 },
  );
});
