import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Paragraph } from '../../../council/index.ts';
import { mergeParagraphs } from './merge-paragraphs.ts';

const text = (letters: string): Paragraph[] =>
  Array.from(letters, (one) => ({ kind: 'text', runs: [{ kind: 'words', text: one }] }));
const merged = (base: string, mine: string, theirs: string): string | null =>
  mergeParagraphs(text(base), text(mine), text(theirs))
    ?.map((one) => one.runs[0]?.text)
    .join('') ?? null;

test('what two people wrote at different places is kept of both', () => {
  expect(merged('abcd', 'xbcd', 'abcy')).toBe('xbcy');
  expect(merged('abcd', 'abcd+', '-abcd')).toBe('-abcd+');
  expect(merged('abcd', 'acd', 'abcz')).toBe('acz');
  expect(merged('abcd', 'aXbcd', 'aYYcd')).toBeNull();
});

test('at the same place a person decides', () => {
  expect(merged('abcd', 'axcd', 'aycd')).toBeNull();
  expect(merged('abcd', 'abcdx', 'abcdy')).toBeNull();
  expect(merged('', 'x', 'y')).toBeNull();
});

test('whoever has not written changes nothing, in whatever order the two are named', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 5 });
  fc.assert(
    fc.property(letters, letters, letters, (base, mine, theirs) => {
      expect(merged(base, base, theirs)).toBe(theirs);
      expect(merged(base, mine, base)).toBe(mine);
      expect(merged(base, mine, mine)).toBe(mine);
      expect(merged(base, mine, theirs)).toBe(merged(base, theirs, mine));
    }),
  );
});
