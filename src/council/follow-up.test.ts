import { expect, test } from 'vitest';
import { type Commitment, projectSchema } from '../agenda/index.ts';
import { type Events, followUps, remindersOf } from './follow-up.ts';
import { resolutionSchema } from './resolution.ts';

const TODAY = '2021-01-25';

const promise = (id: string, due: Commitment['due'], more: Partial<Commitment> = {}): Commitment => ({
  id,
  text: id,
  paper: 'BA-001/2021',
  due,
  status: 'open',
  ...more,
});

const day = (on: string): Commitment['due'] => ({ kind: 'date', on });
const renewal: Commitment['due'] = { kind: 'event', event: 'nach der Erneuerung der Telefonanlage' };

const project = (id: string, finishedOn?: string) =>
  projectSchema.parse({
    id,
    name: id,
    actionField: 'Q',
    commitmentClass: 'optional',
    status: finishedOn ? 'succeeded' : 'planned',
    modes: [{ id: 'own', name: 'selbst', kind: 'own' }],
    ...(finishedOn ? { finishedOn } : {}),
  });

const events: Events = {
  prerequisites: [
    { id: 'met', name: 'Beschluss', kind: 'councilDecision', metOn: '2021-01-20' },
    { id: 'law', name: 'Gesetz', kind: 'lawInForce', expectedOn: '2021-07-01' },
  ],
  projects: [project('phones'), project('lines', '2021-01-15')],
  finishOf: (id) => (id === 'phones' ? '2022-03-04' : null),
};

const list = [
  promise('later', day('2021-12-31')),
  promise('late', day('2021-01-01')),
  promise('kept', day('2020-01-01'), { status: 'kept' }),
  promise('soon', day('2021-02-10')),
  promise('came', renewal, { prerequisite: 'met' }),
  promise('built', renewal, { project: 'lines' }),
  promise('planned', renewal, { project: 'phones' }),
  promise('awaited', renewal, { prerequisite: 'law' }),
  promise('loose', renewal),
];

test('a promise comes up when its date comes, its prerequisite is met or its project is finished', () => {
  expect(followUps(list, events, TODAY).map((one) => [one.id, one.state, one.expectedOn])).toEqual([
    ['late', 'overdue', null],
    ['built', 'eventCame', null],
    ['came', 'eventCame', null],
    ['soon', 'soon', null],
    ['loose', 'untied', null],
    ['later', 'waiting', null],
    ['awaited', 'waiting', '2021-07-01'],
    ['planned', 'waiting', '2022-03-04'],
    ['kept', 'settled', null],
  ]);
});

test('reminders hold what must be looked at, tasks of resolutions with it; what waits or is done is left out', () => {
  const resolution = resolutionSchema.parse({
    id: 'r-1',
    reference: 'BA-001/2021',
    name: 'Telefonanlage',
    text: 'Die Telefonanlage wird erneuert.',
    body: 'Stadtrat',
    on: '2021-01-13',
    public: true,
    responsible: 'hauptamt',
    dueOn: '2021-12-31',
    tasks: [
      { id: 'a', text: 'Ausschreiben', dueOn: '2021-01-20' },
      { id: 'b', text: 'Bericht', dueOn: '2021-02-01', responsible: 'it-amt' },
      { id: 'c', text: 'Markt erkunden', dueOn: '2021-01-15', doneOn: '2021-01-14' },
      { id: 'd', text: 'ohne Termin' },
    ],
  });
  const found = remindersOf(list, [resolution], events, TODAY);
  expect(found.map((one) => [one.kind, one.text, one.state, one.responsible])).toEqual([
    ['commitment', 'late', 'overdue', null],
    ['resolution', 'Ausschreiben', 'overdue', 'hauptamt'],
    ['commitment', 'built', 'eventCame', null],
    ['commitment', 'came', 'eventCame', null],
    ['resolution', 'Bericht', 'soon', 'it-amt'],
    ['commitment', 'soon', 'soon', null],
    ['commitment', 'loose', 'untied', null],
  ]);
  expect(remindersOf([], [{ ...resolution, status: 'done' }], events, TODAY)).toEqual([]);
});
