import { expect, test } from 'vitest';
import type { Paragraph } from '../../../council/index.ts';
import { continued } from './block-draft.ts';

const text = (letters: string): Paragraph[] =>
  Array.from(letters, (one) => ({ kind: 'text', runs: [{ kind: 'words', text: one }] }));
const state = (from: string, mine: string, stored: string): string =>
  continued({ from: text(from), paragraphs: text(mine) }, text(stored)).state;

test('a draft on the text as it stands goes on; one that says the same is none', () => {
  expect(continued(null, text('ab'))).toEqual({ from: text('ab'), paragraphs: text('ab'), state: 'fresh' });
  expect(state('ab', 'abc', 'ab')).toBe('restored');
  expect(state('ab', 'ab', 'xy')).toBe('fresh');
  expect(state('ab', 'abc', 'abc')).toBe('fresh');
});

test('a draft on an older text is brought onto the new one, or kept whole until a person decides', () => {
  const merged = continued({ from: text('abc'), paragraphs: text('abcd') }, text('xbc'));
  expect(merged).toEqual({ from: text('xbc'), paragraphs: text('xbcd'), state: 'merged' });
  const conflict = continued({ from: text('abc'), paragraphs: text('abd') }, text('abx'));
  expect(conflict).toEqual({ from: text('abc'), paragraphs: text('abd'), state: 'conflict' });
});
