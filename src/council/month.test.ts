import { expect, test } from 'vitest';
import { commitmentSchema } from '../agenda/index.ts';
import { monthEntries } from './month.ts';
import type { PaperInput } from './paper.ts';
import { resolutionSchema } from './resolution.ts';
import { defaultCouncilSettings } from './settings.ts';
import { inquiry } from './testing.ts';

const paper = (more: Partial<PaperInput>) => ({
  paper: inquiry({ responsible: 'hauptamt', ...more }),
  progress: { assessed: false, statement: 'none' } as const,
});

const source = (today: string) => ({
  desk: {
    settings: defaultCouncilSettings(),
    meetings: [
      { id: 'rat', body: 'Stadtrat', on: '2021-02-10', time: '16:00', place: 'Rathaus', items: [] },
      { id: 'vfa', body: 'VFA', on: '2021-03-01', items: [] },
    ],
    today,
  },
  papers: [
    paper({}),
    paper({
      id: 'ba-1-2021',
      reference: 'BA-001/2021',
      kind: 'motion',
      consultations: [
        { body: 'VFA', role: 'preliminary', on: '2021-02-03' },
        { body: 'Stadtrat', role: 'authoritative', on: '2021-02-10' },
        { body: 'Kulturausschuss', role: 'hearing' },
      ],
    }),
  ],
  commitments: [
    { id: 'z1', status: 'open', due: { kind: 'date', on: '2021-02-28' } },
    { id: 'z2', status: 'kept', due: { kind: 'date', on: '2021-02-28' } },
    { id: 'z3', status: 'open', due: { kind: 'event', event: 'Telefonanlage' } },
  ].map((one) => commitmentSchema.parse({ paper: 'RA-001/2021', text: 'Konzept vorlegen', ...one })),
  resolutions: [
    resolutionSchema.parse({
      id: 'b1',
      reference: 'BA-000/2020',
      name: 'Online-Termine',
      text: 'Termine online anbieten.',
      body: 'Stadtrat',
      on: '2020-12-02',
      public: true,
      responsible: 'buergeramt',
      tasks: [
        { id: 'a', text: 'ausschreiben', dueOn: '2021-02-01' },
        { id: 'b', text: 'fertig', dueOn: '2021-02-02', doneOn: '2021-01-20' },
      ],
    }),
  ],
});

const lines = (today: string, month = '2021-02') =>
  monthEntries(source(today), month).map(({ on, kind, title, task, late }) =>
    [on.slice(8), kind, title, task, late ? 'late' : null].filter((one) => one !== null).join(' '),
  );

test('a month holds what is owed, what passes, consultations, meetings, promises and tasks of resolutions, by day', () => {
  expect(lines('2021-02-02')).toEqual([
    '01 owed RA-001/2021 assign late',
    '01 resolution BA-000/2020 late',
    '03 owed BA-001/2021 examine',
    '10 meeting Stadtrat',
    '10 owed BA-001/2021',
    '28 promise RA-001/2021',
  ]);
  expect(lines('2021-02-02', '2021-03')).toContain('01 meeting VFA');
  expect(lines('2021-02-02', '2021-07')).toEqual([]);
});

test('what is past stays on record as a consultation', () => {
  expect(lines('2021-02-20')).toContain('03 consultation BA-001/2021');
  expect(lines('2021-02-20')).toContain('10 consultation BA-001/2021');
});

test('each entry says who has to see to it, and where and when a body meets', () => {
  const [inquiry, task] = monthEntries(source('2021-02-02'), '2021-02');
  expect([inquiry?.responsible, task?.responsible]).toEqual(['hauptamt', 'buergeramt']);
  expect(task?.text.de).toBe('ausschreiben');
  const meeting = monthEntries(source('2021-02-02'), '2021-02').find((one) => one.kind === 'meeting');
  expect(meeting).toMatchObject({ id: 'rat', responsible: null, text: { de: '16:00 Uhr, Rathaus' } });
});
