import { expect, test } from 'vitest';
import { type Agenda, agendaSchema } from '../../agenda/index.ts';
import { quickAgenda } from '../testing.ts';
import { coverageViewSchema } from './coverage-schema.ts';
import { coverageView } from './coverage-view.ts';

const norm = (id: string, changes: object = {}) => ({
  id,
  law: 'SächsEGovG',
  paragraph: '§ 3',
  name: `Norm ${id}`,
  duty: 'In eigenen Worten',
  force: 'must',
  trigger: { kind: 'inForce' },
  addressee: 'Gemeinden',
  ...changes,
});

const strategy = (id: string, changes: object = {}) => ({
  id,
  name: `Strategie ${id}`,
  issuer: 'Freistaat',
  level: 'state',
  binding: true,
  ...changes,
});

function agenda(projects: Record<string, object>, register: object): Agenda {
  const base = quickAgenda(Object.keys(projects).map((id) => ({ id, weeks: 1 })));
  const linked = base.projects.map((one) => ({ ...one, ...projects[one.id] }));
  return agendaSchema.parse({ ...base, ...register, projects: linked });
}

const view = (projects: Record<string, object>, register: object) =>
  coverageViewSchema.parse(coverageView(agenda(projects, register), '2021-01-04'));

test('a norm that is no must in force is neither required nor a gap', () => {
  const shown = view(
    {},
    {
      obligations: [
        norm('must'),
        norm('should', { force: 'should' }),
        norm('may', { force: 'optional' }),
        norm('draft', { status: 'draft' }),
        norm('old', { status: 'expired' }),
        norm('later', { trigger: { kind: 'date', on: '2022-01-01' } }),
      ],
    },
  );
  expect(shown.rows.map(({ id, required, inForce }) => [id, required, inForce])).toEqual([
    ['must', true, true],
    ['should', false, true],
    ['may', false, true],
    ['draft', false, false],
    ['old', false, false],
    ['later', false, false],
  ]);
  expect(shown.gaps.obligations).toEqual(['must']);
});

test('a rejected, stopped or failed project covers nothing; a finished one does', () => {
  const obligations = ['must'];
  const shown = view(
    {
      A: { obligations, status: 'rejected' },
      B: { obligations, status: 'stopped' },
      C: { obligations, status: 'failed' },
    },
    { obligations: [norm('must')] },
  );
  expect([shown.projects, shown.gaps.obligations]).toEqual([[], ['must']]);
  const done = view({ D: { obligations, status: 'succeeded' } }, { obligations: [norm('must')] });
  expect([done.rows[0]?.projects, done.gaps]).toEqual([['D'], { obligations: [], strategies: [], projects: [] }]);
});

test('whoever serves a goal serves its strategy; a goal that nobody serves is a gap of its own', () => {
  const goals = [
    { id: 'g1', name: 'Ziel 1', projects: ['A'] },
    { id: 'g2', name: 'Ziel 2' },
  ];
  const shown = view(
    { A: {}, B: { strategies: ['plan'] }, C: {} },
    {
      strategies: [
        strategy('plan', { goals }),
        strategy('free', { binding: false }),
        strategy('new', { status: 'draft' }),
      ],
    },
  );
  expect(shown.rows.map(({ key, projects }) => [key, projects])).toEqual([
    ['plan', ['A', 'B']],
    ['plan/g1', ['A']],
    ['plan/g2', []],
    ['free', []],
    ['new', []],
  ]);
  expect(shown.gaps).toEqual({ obligations: [], strategies: ['plan/g2'], projects: ['C'] });
});

test('a finished project without duty and strategy is no gap', () => {
  expect(view({ A: { status: 'succeeded' } }, {}).gaps.projects).toEqual([]);
});
