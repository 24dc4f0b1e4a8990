import { expect, test } from 'vitest';
import type { ProjectRow } from '../../api/types.ts';
import { filterProjects, groupProjects, sortProjects } from './arrange.ts';

const row = (id: string, finish: string | null, leadName: string | null, effortTenths: number): ProjectRow => ({
  id,
  name: `Vorhaben ${id}`,
  shortName: id,
  commitmentClass: 'decided',
  leadName,
  partnerName: null,
  status: 'planned',
  light: 'open',
  start: null,
  finish,
  approvedStart: null,
  approvedFinish: null,
  bars: [],
  pin: null,
  fixed: false,
  deadlines: [],
  milestones: [],
  predecessors: [],
  marginDays: null,
  illustrative: false,
  droppable: false,
  alternative: null,
  leftOut: null,
  actionField: { id: id.slice(0, 1), name: `Feld ${id.slice(0, 1)}` },
  stage: null,
  leadUnit: null,
  partners:
    id === 'Q10'
      ? [
          { id: 'k', name: 'Komm' },
          { id: 'l', name: 'Land' },
        ]
      : [],
  effortTenths,
  costCents: 0,
  obligations: [],
});

const rows = [
  row('Q10', '2022-06-03', 'IT-Amt', 3400),
  row('Q2', null, null, 0),
  row('O1', '2022-12-30', 'Bürgeramt', 800),
];
const ids = (list: readonly ProjectRow[]): string[] => list.map((one) => one.id);

test('rows without a value come last, whichever way is sorted', () => {
  expect(ids(sortProjects(rows, 'ende', false))).toEqual(['Q10', 'O1', 'Q2']);
  expect(ids(sortProjects(rows, 'ende', true))).toEqual(['O1', 'Q10', 'Q2']);
  expect(ids(sortProjects(rows, 'aufwand', true))).toEqual(['Q10', 'O1', 'Q2']);
  expect(ids(sortProjects(rows, undefined, true))).toEqual(['Q10', 'Q2', 'O1']);
});

test('names are sorted as people count, umlauts beside their letters', () => {
  expect(ids(sortProjects(rows, 'name', false))).toEqual(['O1', 'Q2', 'Q10']);
  expect(ids(sortProjects(rows, 'amt', false))).toEqual(['O1', 'Q10', 'Q2']);
});

test('every word of a search must occur', () => {
  expect(ids(filterProjects(rows, { suche: 'feld q it-amt' }))).toEqual(['Q10']);
  expect(filterProjects(rows, { suche: 'it-amt bürgeramt' })).toEqual([]);
  expect(ids(filterProjects(rows, { bereich: 'O' }))).toEqual(['O1']);
});

test('groups keep the order of their first row and lose nobody', () => {
  expect(groupProjects(rows, 'bereich').map((group) => [group.key, ids(group.rows)])).toEqual([
    ['Feld Q', ['Q10', 'Q2']],
    ['Feld O', ['O1']],
  ]);
  expect(groupProjects(rows, undefined)).toHaveLength(1);
});

test('a project with several partners stands in the group of each, one without in a group of its own', () => {
  const groups = groupProjects(rows, 'partner');
  expect(groups.find((one) => one.key === 'Komm')?.rows.map((one) => one.id)).toEqual(['Q10']);
  expect(groups.find((one) => one.key === 'Land')?.rows.map((one) => one.id)).toEqual(['Q10']);
  expect(groups.find((one) => one.key === '')?.rows).toHaveLength(rows.length - 1);
  expect(filterProjects(rows, { partner: 'l' }).map((one) => one.id)).toEqual(['Q10']);
});
