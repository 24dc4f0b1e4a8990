import { expect, test } from 'vitest';
import { dateScale } from './date-scale.ts';

test('every bar lies on the scale, in order of time', () => {
  const scale = dateScale('2020-10-19', ['2021-11-12', '2023-09-22', '2024-04-12']);
  const places = ['2020-10-19', '2021-11-12', '2023-09-22', '2024-04-12'].map(scale.percent);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(Math.min(...places)).toBeGreaterThan(0);
  expect(Math.max(...places)).toBeLessThan(100);
  expect(scale.years.map((year) => year.label)).toEqual(['2020', '2021', '2022', '2023', '2024']);
});

test('a year that begins right at the edge takes the place of the one before', () => {
  expect(dateScale('2021-02-15', ['2021-06-25']).years[0]?.label).toBe('2021');
});

test('nothing found leaves an empty scale of a year', () => {
  expect(dateScale('2020-10-19', []).percent('2021-06-01')).toBeLessThan(100);
});
