import { expect, test } from 'vitest';
import { toCsv } from './csv.ts';

test('cells with separators, quotes and line breaks are quoted, missing values are empty', () => {
  expect(toCsv([['a;b', 'sagt "ja"', 'x\ny', null]], true)).toBe('\ufeff"a;b";"sagt ""ja""";"x\ny";\r\n');
});

test('numbers take the decimal sign of the reader', () => {
  expect(toCsv([[1.5, -3]], true)).toBe('\ufeff1,5;-3\r\n');
  expect(toCsv([[1.5]], false)).toBe('\ufeff1.5\r\n');
});

test('what a spreadsheet would take for a formula is text', () => {
  expect(toCsv([['=1+1', '+1', '-1', '@x']], true)).toBe("\ufeff'=1+1;'+1;'-1;'@x\r\n");
});
