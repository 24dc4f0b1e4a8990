import type { CoverageRow, CoverageView } from '../../../planning/index.ts';
import type { CoverageSearch } from '../../app/search.ts';

type Project = CoverageView['projects'][number];

/** Rows that the filter lets through; each word of the search occurs in name, basis or a project's key. */
export function filterRows(rows: readonly CoverageRow[], search: CoverageSearch): CoverageRow[] {
  const words = (search.suche ?? '').toLocaleLowerCase('de').split(/\s+/);
  return rows.filter((row) => {
    if (search.art !== undefined && (row.kind === 'obligation') !== (search.art === 'obligation')) return false;
    if (search.nur !== undefined && row.projects.length > 0) return false;
    if (search.nur === 'luecken' && !row.required) return false;
    const text = [row.name, row.basis, ...row.projects].join(' ').toLocaleLowerCase('de');
    return words.every((word) => text.includes(word));
  });
}

/** Projects that stand as columns on one page of the grid. */
export const COLUMNS = 25;

/** Columns of the page asked for, or of the last one; `first` counts from 0. */
export function pageOf(projects: readonly Project[], asked: string | undefined) {
  const pages = Math.max(1, Math.ceil(projects.length / COLUMNS));
  const page = Math.min(Number(asked ?? 1), pages);
  const first = (page - 1) * COLUMNS;
  return { page, pages, first, shown: projects.slice(first, first + COLUMNS) };
}

/** The grid as lines of a file: every project of the filter, not only those of the page on screen. */
export function gridLines(
  rows: readonly CoverageRow[],
  projects: readonly Project[],
  words: { head: readonly string[]; force: (row: CoverageRow) => string; yes: string },
): string[][] {
  const lines = rows.map((row) => {
    const served = new Set(row.projects);
    return [row.name, row.basis, words.force(row), ...projects.map(({ id }) => (served.has(id) ? words.yes : ''))];
  });
  return [[...words.head, ...projects.map(({ id }) => id)], ...lines];
}
