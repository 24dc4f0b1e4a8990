import { expect, test } from 'vitest';
import type { RoadmapProject } from '../../../planning/index.ts';
import { dependencyArrows } from './dependencies.ts';
import { placeFlags } from './flags.ts';
import { arrangementOf, filterAreas, regrouped, toRows } from './rows.ts';
import { createScale } from './scale.ts';
import { treeKey } from './use-treegrid.ts';

function project(id: string, start: string | null, finish: string | null, predecessors: string[] = []): RoadmapProject {
  return {
    id,
    name: `Projekt ${id}`,
    shortName: id,
    commitmentClass: id.startsWith('M') ? 'mandatory' : 'decided',
    leadName: 'Hauptamt',
    partnerName: id === 'C2' ? 'Land, Bund' : null,
    status: 'planned',
    light: 'open',
    start,
    finish,
    approvedStart: start,
    approvedFinish: finish,
    bars: [],
    pin: null,
    fixed: false,
    deadlines: [],
    milestones: [],
    predecessors,
    marginDays: null,
    illustrative: false,
    droppable: false,
    alternative: null,
    leftOut: null,
  };
}

const areas = [
  { id: 'A', name: 'Ämter', projects: [project('M1', '2021-01-04', '2021-03-26'), project('C1', null, null)] },
  { id: 'B', name: 'Bau', projects: [project('C2', '2021-04-05', '2021-06-25', ['M1'])] },
];
const rows = toRows(filterAreas(areas, {}), new Set());

test('rows follow the tree, and collapsed areas hide their projects', () => {
  expect(rows.map((row) => row.key)).toEqual(['area A', 'M1', 'C1', 'area B', 'C2']);
  const collapsed = toRows(filterAreas(areas, {}), new Set(['A']));
  expect(collapsed.map((row) => row.key)).toEqual(['area A', 'area B', 'C2']);
  expect(collapsed[0]).toMatchObject({ start: '2021-01-04', finish: '2021-03-26', expanded: false, total: 2 });
});

test('filters leave only areas with projects, and remember how many there were', () => {
  expect(filterAreas(areas, { art: 'mandatory' })).toMatchObject([{ id: 'A', total: 2, projects: [{ id: 'M1' }] }]);
  expect(filterAreas(areas, { suche: 'HAUPTAMT c2' }).map((area) => area.id)).toEqual(['B']);
  expect(filterAreas(areas, { bereich: 'B', art: 'mandatory' })).toEqual([]);
});

test('arranged by partner, each project stands once, those without one last, and the rows are those of a tree', () => {
  const groups = regrouped(filterAreas(areas, {}), 'partner', 'Ohne');
  expect(groups.map(({ id, name, total }) => [id, name, total])).toEqual([
    ['Land; Bund', 'Land, Bund', 1],
    ['-', 'Ohne', 2],
  ]);
  expect(toRows(groups, new Set(['Land; Bund'])).map((row) => row.key)).toEqual([
    'area Land; Bund',
    'area -',
    'M1',
    'C1',
  ]);
  expect(regrouped(areas, 'amt', 'Ohne')).toMatchObject([{ name: 'Hauptamt', total: 3 }]);
});

test('weeks begin on Mondays, carry their ISO number, and the first one begins the year', () => {
  const { ticks, x } = createScale({ from: '2020-11-02', until: '2021-03-01' }, 'woche', 100, () => '');
  expect(ticks[0]).toMatchObject({ x: x('2020-10-05'), label: '41' });
  expect(ticks.find(({ year }) => year)).toMatchObject({ x: x('2021-01-04'), label: '1' });
  expect(ticks.map(({ label }) => label)).toContain('53');
  expect((ticks[1]?.x ?? 0) - (ticks[0]?.x ?? 0)).toBeGreaterThanOrEqual(21.9);
});

test('the scale begins on a quarter, counts days alike and fills the width', () => {
  const scale = createScale({ from: '2020-08-31', until: '2022-12-31' }, 'quartal', 800, (iso) => iso);
  expect(scale.from).toBe('2020-07-01');
  expect(scale.until).toBe('2022-12-31');
  expect(scale.x('2020-07-01')).toBe(0);
  expect(scale.width).toBeGreaterThanOrEqual(800);
  expect(scale.ticks).toHaveLength(10);
  expect(scale.ticks.map((tick) => tick.label).slice(0, 3)).toEqual(['III', 'IV', 'I']);
  expect(scale.ticks.filter((tick) => tick.year).map((tick) => tick.x)).toEqual([
    scale.x('2021-01-01'),
    scale.x('2022-01-01'),
  ]);
  expect(createScale({ from: '2020-08-31', until: '2022-12-31' }, 'monat', 100, () => 'J').ticks).toHaveLength(30);
  const yearly = createScale({ from: '2020-08-31', until: '2022-12-31' }, 'jahr', 100, () => '');
  expect(yearly.ticks.map((tick) => tick.x)).toEqual([yearly.x('2021-01-01'), yearly.x('2022-01-01')]);
});

test('keys of the tree: open, close, climb, walk through cells', () => {
  const at = (key: string, column = -1) => ({ key, column });
  expect(treeKey(rows, at('area A'), 5, 'ArrowDown', false)).toEqual({ position: at('M1') });
  expect(treeKey(rows, at('area A'), 5, 'ArrowUp', false)).toEqual({ position: at('area A') });
  expect(treeKey(rows, at('C2'), 5, 'ArrowDown', false)).toEqual({ position: at('C2') });
  expect(treeKey(rows, at('area A'), 5, 'ArrowLeft', false)).toEqual({ toggle: 'A' });
  expect(treeKey(rows, at('M1'), 5, 'ArrowLeft', false)).toEqual({ position: at('area A') });
  expect(treeKey(rows, at('M1'), 5, 'ArrowRight', false)).toEqual({ position: at('M1', 0) });
  expect(treeKey(rows, at('M1', 4), 5, 'ArrowRight', false)).toBeNull();
  expect(treeKey(rows, at('M1', 0), 5, 'ArrowLeft', false)).toEqual({ position: at('M1', -1) });
  expect(treeKey(rows, at('M1', 2), 5, 'ArrowDown', false)).toEqual({ position: at('C1', 2) });
  expect(treeKey(rows, at('M1', 2), 5, 'Home', false)).toEqual({ position: at('M1', 0) });
  expect(treeKey(rows, at('M1', 2), 5, 'End', true)).toEqual({ position: at('C2', 2) });
  expect(treeKey(rows, at('C2'), 5, 'Enter', false)).toEqual({ select: 'C2' });
  expect(treeKey(rows, at('area B'), 5, ' ', false)).toEqual({ toggle: 'B' });
  expect(treeKey(rows, at('M1'), 5, 'x', false)).toBeNull();
  const closed = toRows(filterAreas(areas, {}), new Set(['A']));
  expect(treeKey(closed, at('area A'), 5, 'ArrowRight', false)).toEqual({ toggle: 'A' });
});

test('dependencies are drawn from and to the chosen project, only between rows on screen', () => {
  const scale = createScale({ from: '2021-01-01', until: '2021-12-31' }, 'quartal', 600, () => '');
  expect(dependencyArrows(rows, 'C2', scale).map((arrow) => arrow.key)).toEqual(['M1 C2']);
  expect(dependencyArrows(rows, 'M1', scale).map((arrow) => arrow.key)).toEqual(['M1 C2']);
  expect(dependencyArrows(rows, undefined, scale)).toEqual([]);
  expect(dependencyArrows(toRows(filterAreas(areas, {}), new Set(['A'])), 'C2', scale)).toEqual([]);
});

test('flags of deadlines never cover one another', () => {
  const label = 'OZG § 1 · 31.12.2022';
  expect(placeFlags([{ x: 400, label }], 100)).toEqual([{ x: 401, label, right: false }]);
  expect(placeFlags([{ x: 150, label }], 100)).toEqual([{ x: 150, label, right: true }]);
  const crowd = [400, 410, 420, 800].map((x) => ({ x, label: `${label} ${x}` }));
  const flags = placeFlags(crowd, 0);
  expect(flags.map((flag) => flag.label)).toEqual([`${label} 400`, `${label} 410`, `${label} 800`]);
});

test('a file takes over what is shown: groups in their order, of a collapsed one the name alone', () => {
  const areas = [
    { id: 'a', name: 'Amt A', projects: [project('C1', null, null)], total: 1 },
    { id: 'b', name: 'Amt B', projects: [project('C2', null, null)], total: 1 },
  ];
  expect(arrangementOf(toRows(areas, new Set(['a'])), { nach: 'amt', massstab: 'woche' })).toEqual({
    over: 'unit',
    zoom: 'week',
    groups: [
      { name: 'Amt A', projects: [] },
      { name: 'Amt B', projects: ['C2'] },
    ],
  });
  expect(arrangementOf([], {})).toEqual({ over: 'field', zoom: 'quarter', groups: [] });
});
