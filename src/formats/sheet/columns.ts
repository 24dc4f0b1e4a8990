import type { Fault, Text } from '../../agenda/index.ts';
import { textOf } from '../project-list/cells.ts';
import type { SheetCell } from './write-sheet.ts';

/** Lines above the headings that are looked through: titles, dates, logos. */
const MOST_TITLES = 30;

/** A column of a list with what it means; null = left out. */
export interface Column<Target extends string> {
  heading: string;
  target: Target | null;
}

type Recognise<Target extends string> = (heading: string) => Target | null;

/** The line with the headings: the one of which most is understood. */
export function headOf(rows: readonly (readonly SheetCell[])[], recognise: Recognise<string>): number {
  const understood = (row: readonly SheetCell[]): number =>
    new Set(row.flatMap((cell) => recognise(textOf(cell)) ?? [])).size;
  let best = rows.findIndex((row) => row.filter((cell) => cell !== null).length > 1);
  for (const [index, row] of rows.slice(0, MOST_TITLES).entries()) {
    if (understood(row) > understood(rows[best] ?? [])) best = index;
  }
  return Math.max(0, best);
}

/** Columns with what they mean; of two with the same meaning the first. `chosen` overrules by heading. */
export function columnsOf<Target extends string>(
  head: readonly SheetCell[],
  recognise: Recognise<Target>,
  chosen: Readonly<Record<string, Target | null>>,
): Column<Target>[] {
  const used = new Set<Target>();
  return head.map((cell) => {
    const heading = textOf(cell).replaceAll(/\s+/g, ' ');
    const wanted = Object.hasOwn(chosen, heading) ? (chosen[heading] ?? null) : recognise(heading);
    const target = heading === '' || wanted === null || used.has(wanted) ? null : wanted;
    if (target !== null) used.add(target);
    return { heading, target };
  });
}

/**
 * A fault of the record that a line became, at the column whose value it is; what belongs to no column keeps the words
 * that name its place.
 */
export function inColumn(one: Fault, columns: readonly Column<string>[]): { column: string; message: Text } {
  const column = columns.find(
    ({ target }) => target !== null && one.path.some((part) => target.split(':').at(-1) === part),
  );
  return column && one.remark ? { column: column.heading, message: one.remark } : { column: '', message: one.message };
}
