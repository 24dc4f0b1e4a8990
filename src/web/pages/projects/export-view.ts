import type { ProjectRow } from '../../api/types.ts';
import type { Messages } from '../../language/de.ts';
import { download, toCsv } from '../../ui/csv.ts';
import type { ProjectColumn } from './columns.tsx';

type Plain = string | number | null;

/** The view as a table: the key in a column of its own, so that the file can be read back. */
function tableOf(rows: readonly ProjectRow[], columns: readonly ProjectColumn[], t: Messages) {
  const head = [
    t.portfolio.key,
    ...columns.map((column) => (column.computed ? `${column.label} (${t.portfolio.computed})` : column.label)),
  ];
  const lines = rows.map((row): Plain[] => [row.id, ...columns.map((column) => column.plain(row))]);
  return { head, lines };
}

const ISO = /^\d{4}-\d{2}-\d{2}$/;

export function saveAsCsv(
  rows: readonly ProjectRow[],
  columns: readonly ProjectColumn[],
  t: Messages,
  comma: boolean,
): void {
  const { head, lines } = tableOf(rows, columns, t);
  download(`${t.projects.fileName}.csv`, toCsv([head, ...lines], comma));
}

/** Has the server write the view as an Excel file; days become real dates. */
export async function saveAsXlsx(
  rows: readonly ProjectRow[],
  columns: readonly ProjectColumn[],
  t: Messages,
): Promise<void> {
  const { head, lines } = tableOf(rows, columns, t);
  const cells = lines.map((line) =>
    line.map((cell) => (typeof cell === 'string' && ISO.test(cell) ? { day: cell } : cell)),
  );
  const answer = await fetch('/api/sheets', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ name: t.projects.fileName, head, rows: cells }),
  });
  if (!answer.ok) throw new Error(`${answer.status} ${answer.statusText}`);
  download(`${t.projects.fileName}.xlsx`, await answer.blob());
}
