import type { ProjectRow } from '../../api/types.ts';
import type { ProjectChoice, ProjectGroup, ProjectSort, ProjectsSearch } from '../../app/search.ts';

/** Search, filter, order and groups of the project list, as its address says. */

function matches(row: ProjectRow, search: string): boolean {
  const text = [row.id, row.name, row.shortName, row.leadName ?? '', row.actionField.name].join(' ');
  const lower = text.toLocaleLowerCase('de');
  return search
    .toLocaleLowerCase('de')
    .split(/\s+/)
    .every((word) => lower.includes(word));
}

/** Whether the plan leaves a project out, may do so, or has to choose. */
export function choiceOf(row: Pick<ProjectRow, 'leftOut' | 'alternative' | 'droppable'>): ProjectChoice {
  if (row.leftOut !== null) return 'entfaellt';
  if (row.alternative !== null) return 'alternative';
  return row.droppable ? 'kann' : 'fest';
}

export function filterProjects(rows: readonly ProjectRow[], search: ProjectsSearch): ProjectRow[] {
  return rows.filter(
    (row) =>
      (search.bereich === undefined || row.actionField.id === search.bereich) &&
      (search.art === undefined || row.commitmentClass === search.art) &&
      (search.stand === undefined || row.status === search.stand) &&
      (search.stufe === undefined || row.stage?.id === search.stufe) &&
      (search.amt === undefined || row.leadUnit === search.amt) &&
      (search.partner === undefined || row.partners.some((one) => one.id === search.partner)) &&
      (search.wahl === undefined || choiceOf(row) === search.wahl) &&
      (search.pflicht === undefined || row.obligations.includes(search.pflicht)) &&
      (search.suche === undefined || matches(row, search.suche)),
  );
}

const order = ['mandatory', 'prerequisite', 'decided', 'optional'];
const collator = new Intl.Collator('de', { numeric: true });

const keys: Record<ProjectSort, (row: ProjectRow) => string | number | null> = {
  name: (row) => row.name,
  art: (row) => order.indexOf(row.commitmentClass),
  amt: (row) => row.leadName,
  beginn: (row) => row.start,
  ende: (row) => row.finish,
  reserve: (row) => row.marginDays,
  aufwand: (row) => row.effortTenths,
  kosten: (row) => row.costCents,
};

function compare(a: string | number, b: string | number): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));
}

/** Sorted by one column; rows without a value come last either way. Without a column: by key, Q2 before Q10. */
export function sortProjects(rows: readonly ProjectRow[], sort: ProjectSort | undefined, down: boolean): ProjectRow[] {
  if (sort === undefined) return [...rows];
  return rows.toSorted((a, b) => {
    const [one, other] = [keys[sort](a), keys[sort](b)];
    if (one === null || other === null) return Number(one === null) - Number(other === null);
    return (down ? -1 : 1) * compare(one, other) || collator.compare(a.id, b.id);
  });
}

/** Rows divided by a property. A row with several partners or duties stands in the group of each; '' is none. */
export function groupProjects(
  rows: readonly ProjectRow[],
  group: ProjectGroup | undefined,
): { key: string; rows: ProjectRow[] }[] {
  const groups = new Map<string, ProjectRow[]>();
  const keysOf: Record<ProjectGroup, (row: ProjectRow) => readonly string[]> = {
    bereich: (row) => [row.actionField.name],
    stufe: (row) => [row.stage?.name ?? ''],
    art: (row) => [row.commitmentClass],
    amt: (row) => [row.leadName ?? ''],
    partner: (row) => (row.partners.length > 0 ? row.partners.map((one) => one.name) : ['']),
    pflicht: (row) => (row.obligations.length > 0 ? row.obligations : ['']),
    stand: (row) => [row.status],
  };
  for (const row of rows) {
    for (const key of group === undefined ? [''] : keysOf[group](row)) {
      const members = groups.get(key);
      if (members) members.push(row);
      else groups.set(key, [row]);
    }
  }
  return [...groups].map(([key, members]) => ({ key, rows: members }));
}
