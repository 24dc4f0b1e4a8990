import { expect, test } from 'vitest';
import { beginningSchema, emptyAgenda } from './begin.ts';
import { weekday } from './calendar.ts';
import { checkAgenda } from './check.ts';

const beginning = { name: 'Stadt Musterstadt', agsKey: '14612000', firstYear: 2027, budgetRhythm: 'annual' } as const;

test('a new city has no faults, and begins with the first Monday of any year', () => {
  for (let firstYear = 2000; firstYear <= 2100; firstYear++) {
    const agenda = emptyAgenda({ ...beginning, firstYear, budgetRhythm: firstYear % 2 ? 'annual' : 'biennial' });
    expect(checkAgenda(agenda)).toEqual([]);
    expect(weekday(agenda.planStart)).toBe(1);
    expect(agenda.planStart >= `${firstYear}-01-01` && agenda.planStart <= `${firstYear}-01-07`).toBe(true);
  }
});

test('the key names the state, and a key of no state is refused', () => {
  expect(emptyAgenda({ ...beginning, agsKey: '09162000' }).city).toMatchObject({ id: '09162000', state: 'Bayern' });
  for (const agsKey of ['1461200', '146120000', '17000000', '00000000', '1461200a'])
    expect(beginningSchema.safeParse({ ...beginning, agsKey }).success, agsKey).toBe(false);
});
