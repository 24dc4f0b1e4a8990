import { expect, test } from 'vitest';
import { parseDay, typedDay } from './parse.ts';

test('a day is read as people type it, and what is no day is none', () => {
  expect(['17.8.2020', ' 17.08.20', '2020-08-17'].map(parseDay)).toEqual(Array(3).fill('2020-08-17'));
  expect(['31.02.2021', '2021-13-01', '17. August', '', '1.1.1'].map(parseDay)).toEqual(Array(5).fill(null));
  expect(parseDay(typedDay('2021-01-09'))).toBe('2021-01-09');
});
