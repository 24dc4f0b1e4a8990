import { download } from '../ui/csv.ts';

export type PlainCell = string | number | null;

const ISO = /^\d{4}-\d{2}-\d{2}$/;

/** Has the server write a table as an Excel file; days become real dates. Throws if it cannot. */
export async function saveAsXlsx(
  name: string,
  head: readonly string[],
  lines: readonly (readonly PlainCell[])[],
): Promise<void> {
  const rows = lines.map((line) =>
    line.map((cell) => (typeof cell === 'string' && ISO.test(cell) ? { day: cell } : cell)),
  );
  const answer = await fetch('/api/sheets', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ name, head, rows }),
  });
  if (!answer.ok) throw new Error(`${answer.status} ${answer.statusText}`);
  download(`${name}.xlsx`, await answer.blob());
}
