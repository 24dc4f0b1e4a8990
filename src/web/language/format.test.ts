import { expect, test } from 'vitest';
import { addDays, createFormat, daysBetween, isoWeek, quarter } from './format.ts';

const de = createFormat('de');
const en = createFormat('en');

test('numbers with grouping, decimals and a true minus', () => {
  expect(de.number(1380)).toBe('1.380');
  expect(de.number(47.7, 1)).toBe('47,7');
  expect(de.number(-244)).toBe('\u2212244');
  expect(de.number(-0.2)).toBe('0');
  expect(de.signed(3)).toBe('+3');
  expect(de.signed(-3)).toBe('\u22123');
  expect(en.number(1380)).toBe('1,380');
  expect(en.number(47.7, 1)).toBe('47.7');
});

test('person-days show a tenth only where there is one, unless a column asks for it', () => {
  expect(de.days(1220)).toBe('122');
  expect(de.days(1225)).toBe('122,5');
  expect(de.days(60, true)).toBe('6,0');
});

test('money in thousands and in whole euros', () => {
  expect(de.thousands(140_000_000)).toBe('1.400');
  expect(de.euros(4_000_000)).toBe('40.000\u00a0€');
  expect(en.euros(4_000_000)).toBe('€40,000');
});

test('dates, months and weeks', () => {
  expect(de.date('2020-08-31')).toBe('31.08.2020');
  expect(de.dayMonth('2020-08-31')).toBe('31.08.');
  expect(de.month('2020-11-03')).toBe('11/2020');
  expect(de.monthLong('2021-03')).toBe('März 2021');
  expect(de.monthLetter('2021-03')).toBe('M');
  expect(de.week('2021-03-01')).toBe('KW\u00a09');
  expect(en.date('2020-09-01')).toBe('1\u00a0Sep\u00a02020');
  expect(en.week('2021-03-01')).toBe('week\u00a09');
});

test('a date is shown as exactly as it is known', () => {
  expect(de.dated('2020-11-15', 'day')).toBe('15.11.2020');
  expect(de.dated('2020-11-15', 'month')).toBe('11/2020');
  expect(de.dated('2020-11-15', 'quarter')).toBe('IV/2020');
});

test('weeks belong to the year of their Thursday', () => {
  expect(isoWeek('2020-12-31')).toBe(53);
  expect(isoWeek('2021-01-03')).toBe(53);
  expect(isoWeek('2021-01-04')).toBe(1);
  expect(isoWeek('2024-12-30')).toBe(1);
});

test('days are counted over leap days and the turn of the year', () => {
  expect(daysBetween('2020-02-28', '2020-03-01')).toBe(2);
  expect(addDays('2020-12-31', 1)).toBe('2021-01-01');
  expect(daysBetween('2022-12-30', '2022-12-31')).toBe(1);
  expect(quarter('2021-07-01')).toBe('III');
});
