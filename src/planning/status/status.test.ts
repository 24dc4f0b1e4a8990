import { describe, expect, test } from 'vitest';
import { type Agenda, agendaSchema, type PlanVersion, type Project } from '../../agenda/index.ts';
import { planContext } from '../views/plan-context.ts';
import { statusFlags, takenAtOnce } from './flags.ts';
import { statusRecipients, statusRows } from './recipients.ts';
import type { StatusAnswer, StatusContact } from './request.ts';

const project = (id: string, more: object = {}): object => ({
  id,
  name: `Projekt ${id}`,
  actionField: 'f',
  commitmentClass: 'optional',
  status: 'planned',
  modes: [{ id: 'own', name: 'Eigene', kind: 'own' }],
  phases: [{ id: 'p', name: 'Umsetzung', work: { own: { weeks: 4 } } }],
  ...more,
});

const agenda: Agenda = agendaSchema.parse({
  format: 'fahrplan-agenda',
  version: 1,
  city: { id: 'x', name: 'X', agsKey: '14000000', state: 'Sachsen', budgetRhythm: 'annual' },
  name: 'Agenda',
  planStart: '2020-08-31',
  units: [
    { id: 'it', kind: 'office', names: [{ name: 'Amt für IT' }] },
    { id: 'bau', kind: 'office', names: [{ name: 'Bauamt' }] },
  ],
  actionFields: [{ id: 'f', name: 'Feld', scope: 'administration' }],
  projects: [
    project('a', { leadUnit: 'it', reports: [{ on: '2020-08-01', status: 'planned' }] }),
    project('b', {
      leadUnit: 'it',
      dependencies: [{ predecessor: 'a' }],
      deadlines: [{ on: '2021-06-30', kind: 'promised' }],
    }),
    project('c', { leadUnit: 'bau' }),
    project('d'),
    project('e', { status: 'succeeded', leadUnit: 'bau' }),
  ],
});
const phase = (id: string, start: string, finish: string) => ({ project: id, phase: 'p', mode: 'own', start, finish });
const plan: PlanVersion = {
  id: 'w',
  name: 'Plan',
  status: 'working',
  on: '2020-08-31',
  phases: [phase('a', '2020-09-07', '2020-10-02'), phase('b', '2021-03-01', '2021-04-30')],
} as unknown as PlanVersion;
const context = planContext(agenda, plan, '2020-08-31');
const find = (id: string): Project => agenda.projects.find((one) => one.id === id) as Project;

describe('what in an answer does not fit the plan', () => {
  const on = (id: string, today: string, more: Partial<StatusAnswer>): string[] =>
    statusFlags(context, find(id), { project: id, status: 'planned', dateRight: 'yes', ...more }, today);

  test.each([
    ['a', '2020-09-10', { status: 'inProgress' }, []],
    ['a', '2020-11-01', { status: 'planned', dateRight: 'no' }, ['shouldHaveBegun']],
    ['a', '2020-11-01', { status: 'inProgress' }, ['finishIsPast']],
    ['a', '2020-09-20', { status: 'succeeded' }, []],
    ['b', '2020-09-20', { status: 'succeeded' }, ['predecessorOpen', 'finishedTooEarly']],
    ['b', '2020-09-20', { status: 'inProgress' }, ['predecessorOpen', 'beganTooEarly']],
    ['b', '2020-09-20', { dateRight: 'no', expectedFinish: '2021-07-30' }, ['afterDeadline']],
    ['b', '2020-09-20', { dateRight: 'no', expectedFinish: '2021-04-01' }, ['earlierThanPlan']],
    [
      'a',
      '2020-09-20',
      { status: 'inProgress', dateRight: 'no', expectedFinish: '2020-09-01' },
      ['finishIsPast', 'earlierThanPlan'],
    ],
    ['e', '2020-09-20', { status: 'inProgress' }, ['reopened']],
    ['c', '2020-09-20', { status: 'waiting' }, []],
  ] as const)('%s on %s, %j: %j', (id, today, more, flags) => {
    expect(on(id, today, more)).toEqual(flags);
  });

  test('only what is plain and changes no date stands at once', () => {
    const plain: StatusAnswer = { project: 'a', status: 'inProgress', dateRight: 'yes' };
    expect(takenAtOnce(plain, [])).toBe(true);
    expect(takenAtOnce(plain, ['finishIsPast'])).toBe(false);
    expect(takenAtOnce({ ...plain, status: 'succeeded' }, [])).toBe(false);
    expect(takenAtOnce({ ...plain, dateRight: 'notSure' }, [])).toBe(false);
    expect(takenAtOnce({ ...plain, problem: 'Es fehlt jemand.' }, [])).toBe(false);
  });
});

describe('who is asked', () => {
  const anna: StatusContact = { id: 'unit/it', name: 'Anna', mail: 'anna@x.de' };
  const own: StatusContact = { id: 'project/c', name: 'Anna', mail: 'Anna@x.de' };

  test('one request for each person; an office without one gets a link; what belongs to nobody is not asked', () => {
    const ask = (...contacts: StatusContact[]) => statusRecipients(statusRows(context, contacts, '2020-09-20'));
    expect(ask(anna, own)).toEqual([{ name: 'Anna', mail: 'anna@x.de', projects: ['a', 'b', 'c'] }]);
    expect(ask()).toEqual([
      { name: 'Amt für IT', mail: null, projects: ['a', 'b'] },
      { name: 'Bauamt', mail: null, projects: ['c'] },
    ]);
  });

  test('finished projects are left out; what should run and says nothing is silent', () => {
    const rows = statusRows(context, [], '2020-11-20');
    expect(rows.map((row) => [row.project, row.silent, row.lastReportOn])).toEqual([
      ['a', true, '2020-08-01'],
      ['b', false, null],
      ['c', false, null],
      ['d', false, null],
    ]);
  });
});
