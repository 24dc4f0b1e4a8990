import type { PlainCell } from '../../api/sheets.ts';
import type { ProjectRow } from '../../api/types.ts';
import type { ProjectGroup } from '../../app/search.ts';
import type { Messages } from '../../language/de.ts';
import type { PlainTable } from '../../plan/export-menu.tsx';
import type { ProjectColumn } from './columns.tsx';

interface Grouping {
  by: ProjectGroup;
  nameOf: (key: string) => { text: string };
}

/**
 * The view as a table: the key in a column of its own, so that the file can be read back. Groups are a column too, in
 * which each line names its own; a project that stands in several groups has a line in each, as on the page.
 */
export function tableOf(
  groups: readonly { key: string; rows: readonly ProjectRow[] }[],
  columns: readonly Pick<ProjectColumn, 'computed' | 'label' | 'plain'>[],
  t: Messages,
  grouping?: Grouping,
): PlainTable {
  const head = [
    ...(grouping ? [`${t.projects.groupBy}: ${t.projects.groups[grouping.by]}`] : []),
    t.portfolio.key,
    ...columns.map((column) => (column.computed ? `${column.label} (${t.portfolio.computed})` : column.label)),
  ];
  const lines = groups.flatMap(({ key, rows }) =>
    rows.map((row): PlainCell[] => [
      ...(grouping ? [grouping.nameOf(key).text] : []),
      row.id,
      ...columns.map((column) => column.plain(row)),
    ]),
  );
  return { head, lines };
}
