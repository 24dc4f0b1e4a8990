import type { PlainCell } from '../../api/sheets.ts';
import type { ProjectRow } from '../../api/types.ts';
import type { Messages } from '../../language/de.ts';
import type { PlainTable } from '../../plan/export-menu.tsx';
import type { ProjectColumn } from './columns.tsx';

/** The view as a table: the key in a column of its own, so that the file can be read back. */
export function tableOf(rows: readonly ProjectRow[], columns: readonly ProjectColumn[], t: Messages): PlainTable {
  const head = [
    t.portfolio.key,
    ...columns.map((column) => (column.computed ? `${column.label} (${t.portfolio.computed})` : column.label)),
  ];
  const lines = rows.map((row): PlainCell[] => [row.id, ...columns.map((column) => column.plain(row))]);
  return { head, lines };
}
