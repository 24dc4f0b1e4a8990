import { expect, test } from 'vitest';
import { addDays } from '../../agenda/index.ts';
import { timeSheets } from './roadmap-view.ts';

const time = { from: '2020-08-31', until: '2022-12-31' };

test.each(['week', 'month', 'quarter', 'year'] as const)(
  'by %s the sheets follow one another without a gap',
  (zoom) => {
    const sheets = timeSheets(time, zoom);
    expect([sheets[0]?.from, sheets.at(-1)?.until]).toEqual([time.from, time.until]);
    expect([sheets[0]?.first, sheets.at(-1)?.last]).toEqual([true, true]);
    for (const [index, sheet] of sheets.entries()) {
      const before = sheets[index - 1];
      if (before) expect(sheet.from).toBe(addDays(before.until, 1));
      for (const { on } of sheet.ticks) expect(on >= sheet.from && on <= sheet.until).toBe(true);
    }
  },
);

test('weeks are numbered as ISO 8601 does, months and quarters by the year', () => {
  expect(timeSheets(time, 'week')[0]?.ticks.slice(0, 2)).toEqual([
    { on: '2020-08-31', label: '36' },
    { on: '2020-09-07', label: '37' },
  ]);
  expect(timeSheets(time, 'month')[0]?.ticks[0]).toEqual({ on: '2020-09-01', label: '9' });
  expect(timeSheets(time, 'quarter')[0]?.ticks[0]).toEqual({ on: '2020-10-01', label: 'Q4' });
});
