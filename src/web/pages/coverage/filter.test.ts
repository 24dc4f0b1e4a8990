import { expect, test } from 'vitest';
import type { CoverageRow } from '../../../planning/index.ts';
import { COLUMNS, filterRows, gridLines, pageOf } from './filter.ts';

const row = (key: string, changes: Partial<CoverageRow> = {}): CoverageRow => ({
  key,
  kind: 'obligation',
  id: key,
  name: `Norm ${key}`,
  basis: 'OZG § 1',
  force: 'must',
  inForce: true,
  expired: false,
  required: true,
  projects: [],
  ...changes,
});

const rows = [
  row('a'),
  row('b', { projects: ['Q1'] }),
  row('c', { required: false, force: 'optional' }),
  row('s', { kind: 'strategy', force: null, name: 'Masterplan', basis: 'Freistaat' }),
  row('s/g', { kind: 'strategyGoal', force: null, name: 'Ziel', basis: 'Masterplan', projects: ['Q2'] }),
];
const keys = (search: Parameters<typeof filterRows>[1]) => filterRows(rows, search).map(({ key }) => key);

test('the filter knows kinds, gaps, what nobody serves, and words', () => {
  expect(keys({})).toEqual(['a', 'b', 'c', 's', 's/g']);
  expect(keys({ art: 'strategy' })).toEqual(['s', 's/g']);
  expect(keys({ nur: 'luecken' })).toEqual(['a', 's']);
  expect(keys({ nur: 'offen' })).toEqual(['a', 'c', 's']);
  expect(keys({ suche: 'masterplan q2' })).toEqual(['s/g']);
});

const projects = Array.from({ length: COLUMNS + 2 }, (_, index) => ({
  id: `Q${index + 1}`,
  name: 'Projekt',
  actionField: 'Q',
  commitmentClass: 'optional' as const,
  done: false,
}));

test('a page beyond the last one shows the last one', () => {
  expect(pageOf(projects, '2').shown.map(({ id }) => id)).toEqual([`Q${COLUMNS + 1}`, `Q${COLUMNS + 2}`]);
  expect(pageOf(projects, '99')).toEqual(pageOf(projects, '2'));
  expect(pageOf([], undefined)).toEqual({ page: 1, pages: 1, first: 0, shown: [] });
});

test('the file holds every project, with a mark where it serves', () => {
  const words = { head: ['Name', 'Grundlage', 'Kraft'], force: () => 'muss', yes: 'x' };
  const [head, , second] = gridLines(rows, projects, words);
  expect(head).toHaveLength(3 + projects.length);
  expect(second?.slice(0, 5)).toEqual(['Norm b', 'OZG § 1', 'muss', 'x', '']);
});
