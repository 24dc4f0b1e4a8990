import { stripVTControlCharacters } from 'node:util';

const NBSP = '\u00a0';

/** Columns that a text takes on a terminal; styles take none. */
export function widthOf(text: string): number {
  return Array.from(stripVTControlCharacters(text)).length;
}

/**
 * Breaks a text at spaces; what is longer than a line is cut. No-break spaces hold a number and its unit together and
 * are printed as plain spaces.
 */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = '';
    for (const word of paragraph.split(' ').flatMap((one) => pieces(one, width))) {
      if (line !== '' && widthOf(line) + 1 + widthOf(word) > width) {
        lines.push(line);
        line = word;
      } else line = line === '' ? word : `${line} ${word}`;
    }
    lines.push(line);
  }
  return lines.map((line) => line.replaceAll(NBSP, ' '));
}

function pieces(word: string, width: number): string[] {
  if (widthOf(word) <= width) return [word];
  // A figure with its unit may be longer than a narrow column: then break it after all.
  if (word.includes(NBSP)) return word.split(NBSP).flatMap((one) => pieces(one, width));
  const letters = Array.from(word);
  const cut: string[] = [];
  while (letters.length > 0) cut.push(letters.splice(0, width).join(''));
  return cut;
}

/** A text with a hanging indent: the first line begins with `mark`. */
export function item(mark: string, text: string, width: number): string[] {
  const indent = ' '.repeat(widthOf(mark) + 1);
  return wrap(text, width - indent.length).map((line, i) => (i === 0 ? `${mark} ${line}` : `${indent}${line}`));
}

export interface Column {
  title?: string;
  align?: 'left' | 'right';
  /** Share of the space that is left; without it the column is as wide as its widest cell. */
  grow?: number;
}

const GAP = 2;
/** Words up to this length are not cut while another column has room. */
const LONG_WORD = 16;

/** A table with aligned columns; cells of growing columns are wrapped, and nothing is wider than `width`. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[], width: number): string[] {
  const titled = columns.some((column) => column.title);
  const all = titled ? [columns.map((column) => column.title ?? ''), ...rows] : rows;
  const widths = columnWidths(columns, all, width);
  return all.flatMap((row) => tableRow(row, columns, widths));
}

function columnWidths(columns: readonly Column[], rows: readonly (readonly string[])[], width: number): number[] {
  const widths = columns.map((_, c) => Math.max(0, ...rows.map((row) => widthOf(row[c] ?? ''))));
  let free = width - GAP * (columns.length - 1) - sum(widths.filter((_, c) => !columns[c]?.grow));
  let open = columns.flatMap(({ grow = 0 }, c) => (grow > 0 ? [{ c, grow }] : []));
  // Columns that need less than their share leave the rest to the others.
  for (let settled = true; settled && open.length > 0; ) {
    const perShare = free / sum(open.map(({ grow }) => grow));
    const content = open.filter(({ c, grow }) => (widths[c] ?? 0) <= grow * perShare);
    free -= sum(content.map(({ c }) => widths[c] ?? 0));
    open = open.filter((one) => !content.includes(one));
    settled = content.length > 0;
  }
  const shares = sum(open.map(({ grow }) => grow));
  for (const { c, grow } of open) {
    const longestWord = Math.max(...rows.flatMap((row) => (row[c] ?? '').split(' ').map(widthOf)));
    widths[c] = Math.max(Math.floor((free * grow) / shares), Math.min(longestWord, LONG_WORD));
  }
  // What whole words need beyond their share is taken from the widest.
  while (open.length > 0 && sum(open.map(({ c }) => widths[c] ?? 0)) > Math.max(free, open.length)) {
    const { c } = open.reduce((widest, one) => ((widths[one.c] ?? 0) > (widths[widest.c] ?? 0) ? one : widest));
    widths[c] = (widths[c] ?? 0) - 1;
  }
  return widths;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

function tableRow(row: readonly string[], columns: readonly Column[], widths: readonly number[]): string[] {
  const cells = widths.map((width, c) => (columns[c]?.grow ? wrap(row[c] ?? '', width) : [row[c] ?? '']));
  const height = Math.max(...cells.map((lines) => lines.length));
  return Array.from({ length: height }, (_, l) =>
    cells
      .map((lines, c) => {
        const text = (lines[l] ?? '').replaceAll(NBSP, ' ');
        const space = ' '.repeat(Math.max(0, (widths[c] ?? 0) - widthOf(text)));
        return columns[c]?.align === 'right' ? space + text : text + space;
      })
      .join(' '.repeat(GAP))
      .trimEnd(),
  );
}
