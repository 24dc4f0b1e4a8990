import { describe, expect, test } from 'vitest';
import * as figures from './figures.ts';

// The no-break space is written `_` here, so that the table can be read.
const shown = (text: { de: string; en: string }): [string, string] => [
  text.de.replaceAll(figures.NBSP, '_'),
  text.en.replaceAll(figures.NBSP, '_'),
];

describe('numbers and dates as offices write them', () => {
  test.each([
    ['a thousand', figures.number(1234.5, 1), '1.234,5', '1,234.5'],
    ['a million', figures.number(1_234_567), '1.234.567', '1,234,567'],
    ['a true minus', figures.number(-1234.5, 1), '−1.234,5', '−1,234.5'],
    ['no minus before zero', figures.number(-0.04, 1), '0,0', '0.0'],
    ['whole person-days', figures.personDays(1220), '122_PT', '122_PD'],
    ['tenths of a person-day', figures.personDays(12_345), '1.234,5_PT', '1,234.5_PD'],
    ['one person-day', figures.personDaysLong(10), '1_Personentag', '1_person-day'],
    ['many person-days', figures.personDaysLong(15_020), '1.502_Personentage', '1,502_person-days'],
    ['thousands of euros', figures.money(7_600_000), '76_T€', '€76k'],
    ['a million euros', figures.money(140_000_000), '1.400_T€', '€1,400k'],
    ['euros below a thousand', figures.money(95_000), '950_€', '€950'],
    ['euros and cents', figures.money(12_345), '123,45_€', '€123.45'],
    ['a cut', figures.money(-5_000_000), '−50_T€', '−€50k'],
    ['an exact sum', figures.euros(1_253_624_771), '12.536.247,71_€', '€12,536,247.71'],
    ['posts', figures.posts(1.5), '1,5_VZÄ', '1.5_FTE'],
    ['added posts', figures.postsAdded(1), '+1,0_VZÄ', '+1.0_FTE'],
    ['posts cut', figures.postsAdded(-0.5), '−0,5_VZÄ', '−0.5_FTE'],
    ['percent', figures.percent(91.6), '92_%', '92%'],
    ['a day', figures.date('2022-08-29'), '29.08.2022', '29_August 2022'],
    ['a month', figures.month('2021-01-15'), '01/2021', '01/2021'],
    ['a month in words', figures.monthLong('2021-03'), 'März 2021', 'March 2021'],
    ['a week', figures.week('2022-08-29'), 'KW_35/2022', 'week_35 of 2022'],
    ['a week of the year before', figures.week('2021-01-03'), 'KW_53/2020', 'week_53 of 2020'],
  ])('%s', (_name, text, de, en) => {
    expect(shown(text)).toEqual([de, en]);
  });
});
