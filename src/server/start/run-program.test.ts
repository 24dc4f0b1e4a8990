import { expect, test } from 'vitest';
import { StoreRefusal } from '../../store/index.ts';
import { Refusal } from '../refusal.ts';
import { explain } from './run-program.ts';

const text = { de: 'Bitte Platz schaffen.', en: 'Please free some space.' };

test('what the reader can put right is one sentence in the reader’s language, and exit code 1', () => {
  for (const error of [new Refusal(text), new StoreRefusal('diskFull', text)]) {
    expect(explain(error, 'de')).toEqual({ sentence: text.de, code: 1 });
    expect(explain(error, 'en')).toEqual({ sentence: text.en, code: 1 });
  }
});

test('a full disk is told as such, wherever it is met', () => {
  const error = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
  expect(explain(error, 'de')).toEqual({ sentence: expect.stringContaining('kein Platz mehr'), code: 1 });
});

test('a fault of ours has a report number, its text, and exit code 2', () => {
  const one = explain(new TypeError('x is not a function'), 'de');
  expect(one.code).toBe(2);
  expect(one.sentence).toMatch(/Bericht [0-9a-f-]{36}\)[\s\S]*x is not a function/);
  expect(explain('thrown text', 'en').sentence).toContain('thrown text');
});
