import type { Run, StatementBlock } from '../../../council/index.ts';

/** Every piece of text of a block in reading order, cells of tables included. */
export function runsOf({ paragraphs, tables = [] }: StatementBlock): Run[] {
  return [...paragraphs.flatMap((one) => one.runs), ...tables.flatMap((table) => table.rows.flat(2))];
}
