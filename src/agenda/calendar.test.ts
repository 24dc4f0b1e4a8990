import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  civil,
  dateOfDay,
  dayNumber,
  daysBetween,
  daysInMonth,
  firstWeekFrom,
  fridayBeforeWeek,
  isIsoDate,
  isLeapYear,
  isoWeek,
  lastDayOfMonth,
  lastEndWeekBy,
  mondayOfWeek,
  monthOf,
  weekday,
  weekOf,
} from './calendar.ts';

/** Days between 1900 and 2199, as day numbers. */
const days = fc.integer({ min: dayNumber('1900-01-01'), max: dayNumber('2199-12-31') });
const utc = (date: string) => new Date(`${date}T00:00:00Z`);

describe('days', () => {
  test('agree with the calendar of the runtime', () => {
    fc.assert(
      fc.property(days, (day) => {
        const date = dateOfDay(day);
        expect(utc(date).getTime()).toBe(day * 86_400_000);
        expect(dayNumber(date)).toBe(day);
        expect(weekday(date)).toBe(utc(date).getUTCDay() || 7);
        expect(civil(date)).toEqual({
          year: utc(date).getUTCFullYear(),
          month: utc(date).getUTCMonth() + 1,
          day: utc(date).getUTCDate(),
        });
      }),
    );
  });

  test('are added and counted', () => {
    expect(addDays('2020-02-28', 2)).toBe('2020-03-01');
    expect(addDays('2021-01-01', -1)).toBe('2020-12-31');
    expect(daysBetween('2020-08-17', '2020-10-14')).toBe(58);
    expect(dayNumber('1970-01-01')).toBe(0);
  });

  test.each([
    '2020-02-30',
    '2021-02-29',
    '2020-13-01',
    '2020-00-10',
    '2020-1-01',
    '1899-12-31',
    '2200-01-01',
    '',
    'x2020-01-01',
  ])('%s is no date', (text) => expect(isIsoDate(text)).toBe(false));

  test('leap years and months', () => {
    expect([1900, 2000, 2020, 2021, 2100].map(isLeapYear)).toEqual([false, true, true, false, false]);
    expect([1, 2, 4, 12].map((month) => daysInMonth(2021, month))).toEqual([31, 28, 30, 31]);
    expect(lastDayOfMonth(2020, 2)).toBe('2020-02-29');
    expect(monthOf('2021-03-15')).toBe('2021-03');
    expect(isIsoDate('2020-02-29')).toBe(true);
  });
});

test('ISO weeks belong to the year of their Thursday', () => {
  expect(isoWeek('2020-12-31')).toEqual({ year: 2020, week: 53 });
  expect(isoWeek('2021-01-03')).toEqual({ year: 2020, week: 53 });
  expect(isoWeek('2021-01-04')).toEqual({ year: 2021, week: 1 });
  expect(isoWeek('2020-08-31')).toEqual({ year: 2020, week: 36 });
  fc.assert(
    fc.property(days, (day) => {
      const [week, next] = [isoWeek(dateOfDay(day)), isoWeek(dateOfDay(day + 7))];
      expect(next.week === week.week + 1 || (next.week === 1 && week.week >= 52)).toBe(true);
    }),
  );
});

describe('weeks of a plan', () => {
  const weeks = { start: '2020-08-31' };

  test('run from Monday to Friday', () => {
    expect(mondayOfWeek(weeks, 1)).toBe('2020-09-07');
    expect(fridayBeforeWeek(weeks, 1)).toBe('2020-09-04');
    expect(firstWeekFrom(weeks, '2020-09-01')).toBe(1);
    expect(firstWeekFrom(weeks, '2020-08-31')).toBe(0);
    expect(weekOf(weeks, '2020-09-06')).toBe(0);
    expect(weekOf(weeks, '2020-08-30')).toBe(-1);
    expect(lastEndWeekBy(weeks, '2020-09-04')).toBe(1);
    expect(lastEndWeekBy(weeks, '2020-09-03')).toBe(0);
  });

  test('first week from a day and last week by a day are the tightest ones', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4000 }), (offset) => {
        const day = addDays(weeks.start, offset);
        const first = firstWeekFrom(weeks, day);
        expect(mondayOfWeek(weeks, first) >= day).toBe(true);
        expect(mondayOfWeek(weeks, first - 1) < day).toBe(true);
        const end = lastEndWeekBy(weeks, day);
        expect(fridayBeforeWeek(weeks, end) <= day).toBe(true);
        expect(fridayBeforeWeek(weeks, end + 1) > day).toBe(true);
        expect(mondayOfWeek(weeks, weekOf(weeks, day)) <= day).toBe(true);
      }),
    );
  });
});
