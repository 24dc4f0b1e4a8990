import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { meanings } from './meanings.ts';
import { termWords } from './words.ts';

test('every term that pages explain stands in the glossary, with the same German word', () => {
  const glossary = readFileSync(join(import.meta.dirname, '..', '..', '..', 'GLOSSARY.md'), 'utf8');
  const rows = glossary.split('\n').filter((line) => line.startsWith('| '));
  const known = (word: string): boolean =>
    rows.some((row) => row.split('|')[1]?.toLowerCase().includes(word.toLowerCase()));
  expect(Object.values(termWords).filter((word) => !known(word.de))).toEqual([]);
});

test('every meaning is a sentence in both languages, short enough for a popover', () => {
  for (const [key, { de, en }] of Object.entries(meanings))
    for (const sentence of [de, en]) {
      expect(sentence, key).toMatch(/^[„"A-ZÄÖÜ].*\.$/);
      expect(sentence.length, key).toBeLessThan(160);
    }
});
