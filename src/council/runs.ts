import type { Run, StatementBlock } from './assessment.ts';

/** Every piece of text of a block in reading order, cells of tables included. */
export function runsOf({ paragraphs, tables = [] }: StatementBlock): Run[] {
  return [...paragraphs.flatMap((one) => one.runs), ...tables.flatMap((table) => table.rows.flat(2))];
}

/** The block with every piece of its text replaced, in reading order. */
export function withRuns(block: StatementBlock, change: (run: Run) => Run): StatementBlock {
  const paragraphs = block.paragraphs.map((one) => ({ ...one, runs: one.runs.map(change) }));
  if (block.tables === undefined) return { ...block, paragraphs };
  const tables = block.tables.map((table) => ({
    ...table,
    rows: table.rows.map((row) => row.map((cell) => cell.map(change))),
  }));
  return { ...block, paragraphs, tables };
}
