import { expect, test } from 'vitest';
import { type Agenda, type AgendaInput, agendaSchema, checkAgenda } from '../../agenda/index.ts';
import { quickAgenda } from '../testing.ts';
import { actualsViewSchema } from './actuals-schema.ts';
import { actualsView } from './actuals-view.ts';

type Bookings = NonNullable<AgendaInput['bookings']>;

const booking = (id: string, year: number, euro: number, more: Partial<Bookings[number]> = {}): Bookings[number] => ({
  id,
  budgetLine: 'money',
  year,
  kind: 'spent',
  on: `${year}-03-31`,
  cents: euro * 100,
  ...more,
});

/** 52,000 euros a year in 2021 and 2022, carried over in full; project A takes 20,000 in 2021 and 3,000 a year after. */
function agendaOf(bookings: Bookings, carryOverPercent = 100): Agenda {
  const base = quickAgenda([{ id: 'A', weeks: 4, days: { PM: 20 }, euro: 20_000 }]);
  return agendaSchema.parse({
    ...base,
    bookings,
    budgetLines: base.budgetLines.map((line) => ({ ...line, carryOverPercent })),
    projects: base.projects.map((one) => ({ ...one, followUpCostCentsPerYear: 300_000 })),
    plans: [
      {
        id: 'p',
        name: 'Plan',
        status: 'approved',
        on: '2021-01-04',
        engineVersion: 'x',
        seed: 1,
        phases: [{ project: 'A', phase: 'work', mode: 'own', start: '2021-02-01', finish: '2021-02-26' }],
      },
    ],
  });
}

const years = (agenda: Agenda, day: string) => actualsViewSchema.parse(actualsView(agenda, day)).lines[0]?.years ?? [];

test('what is spent and ordered stands beside budget and plan; a credit counts against it', () => {
  const agenda = agendaOf([
    booking('b1', 2021, 12_000, { project: 'A' }),
    booking('b2', 2021, -1_000),
    booking('b3', 2021, 5_000, { kind: 'committed', on: '2021-04-15' }),
  ]);
  expect(years(agenda, '2021-05-01')[0]).toMatchObject({
    amountCents: 5_200_000,
    plannedCents: 2_000_000,
    spentCents: 1_100_000,
    committedCents: 500_000,
    remainderCents: 3_600_000,
    state: 'withinPlan',
    lastOn: '2021-04-15',
  });
  expect(actualsView(agenda, '2021-05-01').lines[0]?.projects).toEqual([
    { id: 'A', name: 'Projekt A', plannedCents: 2_000_000, spentCents: 1_200_000, committedCents: 0 },
  ]);
});

test('a running year carries over what the plan leaves, a year that is over what was really left', () => {
  const agenda = agendaOf([booking('b1', 2021, 12_000)], 50);
  expect(years(agenda, '2021-05-01').map((one) => one.carriedInCents)).toEqual([0, 1_600_000]);
  expect(years(agenda, '2022-01-10').map((one) => one.carriedInCents)).toEqual([0, 2_000_000]);
  // Nobody has entered anything: the plan is all that is known, whatever day it is.
  expect(years(agendaOf([], 50), '2022-01-10').map((one) => one.carriedInCents)).toEqual([0, 1_600_000]);
});

test('more than planned and more than there is are told apart, and follow-up costs begin the year after', () => {
  expect(years(agendaOf([booking('b1', 2021, 30_000)]), '2021-05-01')[0]?.state).toBe('abovePlan');
  const over = years(agendaOf([booking('b1', 2021, 60_000)]), '2021-05-01');
  expect(over[0]).toMatchObject({ state: 'over', remainderCents: -800_000, carriedOutCents: 0 });
  expect(over.map((one) => one.followUpCents)).toEqual([0, 300_000]);
});

test('a booking in a year without a budget is a contradiction', () => {
  const faults = checkAgenda(agendaOf([booking('b1', 2030, 1)]));
  expect(faults.map(({ code, path }) => [code, path])).toContainEqual(['unknownBudgetYear', ['bookings', 0, 'year']]);
});
