import type { RoadmapProject, RoadmapView } from '../../../planning/index.ts';
import type { RoadmapArrangement } from '../../api/reports.ts';
import type { RoadmapGroup, RoadmapSearch } from '../../app/search.ts';

export type Area = RoadmapView['areas'][number];

export interface AreaRow {
  kind: 'area';
  key: string;
  area: Area;
  /** Projects of the area before filtering. */
  total: number;
  expanded: boolean;
  start: string | null;
  finish: string | null;
}

export interface ProjectRow {
  kind: 'project';
  key: string;
  project: RoadmapProject;
  areaKey: string;
  position: number;
  size: number;
}

export type Row = AreaRow | ProjectRow;

/** Words of a search match when each occurs in key, name, short name or lead unit. */
function matches(project: RoadmapProject, search: string): boolean {
  const text = `${project.id} ${project.name} ${project.shortName} ${project.leadName ?? ''}`.toLocaleLowerCase('de');
  return search
    .toLocaleLowerCase('de')
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** The areas with the projects that the filter lets through; areas without any are left out. */
export function filterAreas(
  areas: readonly Area[],
  search: Pick<RoadmapSearch, 'bereich' | 'art' | 'suche'>,
): (Area & { total: number })[] {
  return areas
    .filter((area) => search.bereich === undefined || area.id === search.bereich)
    .map((area) => ({
      ...area,
      total: area.projects.length,
      projects: area.projects.filter(
        (project) =>
          (search.art === undefined || project.commitmentClass === search.art) &&
          (search.suche === undefined || matches(project, search.suche)),
      ),
    }))
    .filter((area) => area.projects.length > 0);
}

const collator = new Intl.Collator('de', { numeric: true });

/** The same projects over another property; those without it come last, under the name `none`. */
export function regrouped<T extends Area>(
  areas: readonly T[],
  group: RoadmapGroup,
  none: string,
): (Area & { total: number })[] {
  const nameOf = ({ leadName, partnerName }: RoadmapProject) => (group === 'amt' ? leadName : partnerName);
  const projects = areas.flatMap((area) => area.projects);
  const groups = Map.groupBy(projects, nameOf);
  return [...groups]
    .toSorted(([a], [b]) => Number(a === null) - Number(b === null) || collator.compare(a ?? '', b ?? ''))
    .map(([name, own]) => ({
      // The address lists what is collapsed, divided by commas.
      id: (name ?? '-').replaceAll(',', ';'),
      name: name ?? none,
      projects: own,
      total: own.length,
    }));
}

/** First start and last finish of dated projects. */
function span(projects: readonly RoadmapProject[]): Pick<AreaRow, 'start' | 'finish'> {
  const starts = projects.flatMap((project) => project.start ?? []).sort();
  const finishes = projects.flatMap((project) => project.finish ?? []).sort();
  return { start: starts[0] ?? null, finish: finishes.at(-1) ?? null };
}

/** The rows of the tree in order, without the projects of collapsed areas. */
export function toRows(areas: readonly (Area & { total: number })[], collapsed: ReadonlySet<string>): Row[] {
  return areas.flatMap((area): Row[] => {
    const areaKey = `area ${area.id}`;
    const expanded = !collapsed.has(area.id);
    const head: AreaRow = { kind: 'area', key: areaKey, area, total: area.total, expanded, ...span(area.projects) };
    if (!expanded) return [head];
    const projects = area.projects.map(
      (project, index): ProjectRow => ({
        kind: 'project',
        key: project.id,
        project,
        areaKey,
        position: index + 1,
        size: area.projects.length,
      }),
    );
    return [head, ...projects];
  });
}

const overs = { amt: 'unit', partner: 'partner' } as const;
const sheetZooms = { woche: 'week', monat: 'month', quartal: 'quarter', jahr: 'year' } as const;

/** The rows as a file takes them over: of a collapsed group the name alone. */
export function arrangementOf(
  rows: readonly Row[],
  { nach, massstab = 'quartal' }: Pick<RoadmapSearch, 'nach' | 'massstab'>,
): RoadmapArrangement {
  const groups: RoadmapArrangement['groups'] = [];
  for (const row of rows) {
    if (row.kind === 'area') groups.push({ name: row.area.name, projects: [] });
    else groups.at(-1)?.projects.push(row.project.id);
  }
  return { over: nach ? overs[nach] : 'field', groups, zoom: sheetZooms[massstab] };
}
