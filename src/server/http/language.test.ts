import { expect, test } from 'vitest';
import { languageOf } from './language.ts';

test.each([
  [undefined, 'de'],
  ['', 'de'],
  ['de-AT', 'de'],
  ['en', 'en'],
  ['en-GB,en;q=0.9,de;q=0.8', 'en'],
  ['fr, de;q=0.5, en;q=0.4', 'de'],
  ['de;q=0.1, en', 'en'],
  ['*', 'de'],
  ['en;q=0', 'de'],
  [';;;q=,,x', 'de'],
] as const)('Accept-Language %s gives %s', (header, expected) => {
  expect(languageOf(header)).toBe(expected);
});
