import { expect, test } from 'vitest';
import { type Agenda, type AgendaInput, agendaSchema } from '../../agenda/index.ts';
import { quickAgenda } from '../testing.ts';
import { partnerRows, prerequisiteRows } from './groundwork-view.ts';
import { partnerRowSchema, prerequisiteRowSchema, stagesViewSchema } from './stages-schema.ts';
import { stagesView } from './stages-view.ts';

type Condition = NonNullable<NonNullable<AgendaInput['stages']>[number]['entryConditions']>[number];

const goal = (values: number[], better?: 'lower'): NonNullable<AgendaInput['goals']>[number] => ({
  id: 'ziel',
  name: 'Dienste online',
  actionField: 'field',
  indicators: [
    {
      id: 'anteil',
      name: 'Anteil',
      unit: '%',
      target: { value: 50, by: '2021-09-30' },
      ...(better ? { better } : {}),
      values: values.map((value, i) => ({ on: `2021-0${i + 1}-01`, value })),
    },
  ],
});

/** A first stage with project A, and a second with project B that waits for the conditions. */
function agendaOf(entryConditions: Condition[], more: Partial<AgendaInput> = {}, from?: string): Agenda {
  const base = quickAgenda([
    { id: 'A', weeks: 4, days: { PM: 20 } },
    { id: 'B', weeks: 4, days: { PM: 20 } },
  ]);
  const phase = (project: string, start: string, finish: string) => ({
    project,
    phase: 'work',
    mode: 'own',
    start,
    finish,
  });
  return agendaSchema.parse({
    ...base,
    ...more,
    stages: [
      { id: 'eins', name: 'Grundlagen' },
      { id: 'zwei', name: 'Weitere', entryConditions, ...(from ? { from } : {}) },
    ],
    actionFields: [
      { id: 'field', name: 'Feld', scope: 'administration', stage: 'eins' },
      { id: 'city', name: 'Stadt', scope: 'city', stage: 'zwei' },
    ],
    projects: base.projects.map((one) => (one.id === 'B' ? { ...one, actionField: 'city' } : one)),
    plans: [
      {
        id: 'p',
        name: 'Plan',
        status: 'approved',
        on: '2021-01-04',
        engineVersion: 'x',
        seed: 1,
        phases: [phase('A', '2021-02-01', '2021-02-26'), phase('B', '2021-02-15', '2021-03-12')],
      },
    ],
  });
}

const second = (agenda: Agenda, day = '2021-01-04') => stagesViewSchema.parse(stagesView(agenda, day)).stages[1];

test('a stage waits for a project until the approved plan has finished it, and what begins before is named', () => {
  const row = second(agendaOf([{ text: 'A ist fertig', projects: ['A'] }]));
  expect(row).toMatchObject({ state: 'waiting', entryOn: '2021-02-26', tooEarly: ['B'] });
  expect(row?.conditions[0]).toMatchObject({ state: 'open', expectedOn: '2021-02-26' });
});

test('a prerequisite without a day leaves the entry undated; one whose day has passed does so too', () => {
  const wait: Condition[] = [{ text: 'Beschluss', prerequisites: ['b'] }];
  const prerequisite = { id: 'b', name: 'Beschluss', kind: 'councilDecision' as const };
  expect(second(agendaOf(wait, { prerequisites: [prerequisite] }))).toMatchObject({ entryOn: null, tooEarly: ['B'] });
  const past = { ...prerequisite, expectedOn: '2020-12-01' };
  expect(second(agendaOf(wait, { prerequisites: [past] }))).toMatchObject({ entryOn: null });
  const met = { ...prerequisite, metOn: '2021-01-02' };
  expect(second(agendaOf(wait, { prerequisites: [met] }))).toMatchObject({ state: 'entered', tooEarly: [] });
});

test('a goal is reached by the last value of its indicators, in the direction that is better', () => {
  const wait: Condition[] = [{ text: 'Die Hälfte ist online', goals: ['ziel'] }];
  const state = (values: number[], better?: 'lower') =>
    second(agendaOf(wait, { goals: [goal(values, better)] }), '2021-03-15')?.conditions[0];
  expect(state([20, 60])).toMatchObject({ state: 'met' });
  expect(state([60, 40])).toMatchObject({ state: 'open', expectedOn: '2021-09-30' });
  expect(state([60, 40], 'lower')).toMatchObject({ state: 'met' });
  expect(state([])).toMatchObject({ state: 'open' });
});

test('the word of people stands above records, and a condition that names nothing says so', () => {
  expect(second(agendaOf([{ text: 'Die Kapazität reicht' }]))?.conditions[0]).toMatchObject({ state: 'unstated' });
  const found: Condition = { text: 'A ist fertig', projects: ['A'], metOn: '2021-01-02' };
  expect(second(agendaOf([found]))).toMatchObject({ state: 'entered' });
  // A day that lies ahead is an expectation.
  expect(second(agendaOf([{ ...found, metOn: '2021-02-10' }]))).toMatchObject({ state: 'waiting', tooEarly: [] });
});

test('a begin that the city has set before the conditions hold contradicts them', () => {
  const conditions: Condition[] = [{ text: 'A ist fertig', projects: ['A'] }];
  expect(second(agendaOf(conditions, {}, '2021-02-01'))).toMatchObject({ beginTooEarly: true, entryOn: '2021-02-26' });
  expect(second(agendaOf(conditions, {}, '2021-06-07'))).toMatchObject({ beginTooEarly: false, entryOn: '2021-06-07' });
});

test('prerequisites and offers name the projects that move with them', () => {
  const base = agendaOf([]);
  const agenda = agendaSchema.parse({
    ...base,
    prerequisites: [{ id: 'stelle', name: 'Stelle besetzt', kind: 'postFilled', expectedOn: '2020-12-01' }],
    partners: [{ id: 'land', name: 'Land', level: 'state', offers: [{ id: 'portal', deliverable: 'Portal' }] }],
    projects: base.projects.map((one) => ({
      ...one,
      ...(one.id === 'B' ? { prerequisites: ['stelle'] } : {}),
      modes: one.modes.map((mode) => ({ ...mode, partner: 'land', offer: 'portal' })),
    })),
  });
  const [row] = prerequisiteRows(agenda, '2021-01-04').map((one) => prerequisiteRowSchema.parse(one));
  expect(row).toMatchObject({ state: 'late', projects: [{ id: 'B', start: '2021-02-15' }] });
  const [partner] = partnerRows(agenda).map((one) => partnerRowSchema.parse(one));
  expect(partner?.offers[0]?.projects.map(({ id }) => id)).toEqual(['A', 'B']);
});
