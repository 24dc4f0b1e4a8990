import { expect, test } from 'vitest';
import { byDay, monthAfter, weeksOf } from './month-grid.ts';

test.each([
  ['2020-09', 1, '2020-10'],
  ['2020-12', 1, '2021-01'],
  ['2021-01', -1, '2020-12'],
  ['1969-12', 1, '1970-01'],
])('%s and %i months is %s', (month, by, expected) => {
  expect(monthAfter(month, by)).toBe(expected);
});

test.each([
  ['2020-09', 5, 'a month that begins on a Tuesday'],
  ['2021-02', 4, 'four whole weeks'],
  ['2020-08', 6, 'from a Saturday to a Monday'],
  ['1969-12', 5, 'before 1970'],
])('%s has %i weeks: %s', (month, weeks) => {
  const grid = weeksOf(month);
  expect(grid).toHaveLength(weeks);
  expect(grid.every((week) => week.length === 7)).toBe(true);
  const days = grid.flat().filter((day) => day !== null);
  expect(days[0]).toBe(`${month}-01`);
  expect(new Set(days).size).toBe(days.length);
  expect(days.length).toBeGreaterThanOrEqual(28);
  // The column is the weekday: JavaScript counts from Sunday.
  for (const week of grid)
    for (const [column, day] of week.entries())
      if (day) expect((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7).toBe(column);
});

test('entries come together by their day, in their order', () => {
  const entries = [
    { on: '2020-09-02', id: 'a' },
    { on: '2020-09-01', id: 'b' },
    { on: '2020-09-02', id: 'c' },
  ];
  expect(
    byDay(entries)
      .get('2020-09-02')
      ?.map((one) => one.id),
  ).toEqual(['a', 'c']);
  expect(byDay(entries).get('2020-09-03')).toBeUndefined();
});
