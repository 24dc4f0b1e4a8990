import { openZip } from '../document/zip.ts';
import { limits } from '../limits.ts';
import { SheetRefusal } from './refusal.ts';
import type { SheetCell } from './write-sheet.ts';

/** Cells that are merged into one become cells each, however few bytes say so. */
function refuseWideMerges(sheet: string): void {
  for (const [, from = '', to = ''] of sheet.matchAll(/<(?:\w+:)?mergeCell\b[^>]*\bref\s*=\s*["'](\w+):(\w+)["']/g)) {
    const [rows, columns] = [lineOf(to) - lineOf(from) + 1, columnOf(to) - columnOf(from) + 1];
    if (rows > limits.sheetRows || columns > limits.sheetColumns) throw new SheetRefusal('sheetTooLong');
  }
}

const lineOf = (cell: string): number => Number(cell.replace(/^[A-Z]+/i, ''));
const columnOf = (cell: string): number =>
  Array.from(cell.toUpperCase().replace(/\d+$/, '')).reduce((sum, letter) => 26 * sum + letter.charCodeAt(0) - 64, 0);

/** Everything in the archive together stays within the limit; each entry is bounded by `openZip` itself. */
function refuseBombs(bytes: Uint8Array): void {
  const { names, read } = openZip(bytes);
  let unpacked = 0;
  for (const name of names) {
    if (name.endsWith('/')) continue;
    const entry = read(name) ?? new Uint8Array();
    unpacked += entry.byteLength;
    if (unpacked > limits.sheetUnpackedBytes) throw new SheetRefusal('sheetHostile');
    if (/worksheets\/[^/]+\.xml$/i.test(name)) refuseWideMerges(new TextDecoder().decode(entry));
  }
}

/** A cell's value as text, number or day: results of formulas, letters of formatted texts, words of links. */
function plain(value: unknown): SheetCell {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return value.slice(0, limits.sheetCellLetters);
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 'ja' : 'nein';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : { day: value.toISOString().slice(0, 10) };
  if (typeof value !== 'object') return null;
  if ('result' in value) return plain(value.result);
  if ('richText' in value && Array.isArray(value.richText))
    return value.richText.map((part: { text?: string }) => part.text ?? '').join('');
  if ('text' in value) return plain(value.text);
  return null;
}

/** The first sheet of a workbook that is shown and holds a table. A merged cell gives its value to all of its cells. */
export async function readXlsx(bytes: Uint8Array): Promise<SheetCell[][]> {
  refuseBombs(bytes);
  const { Workbook } = await import('@cj-tech-master/excelts');
  const workbook = new Workbook();
  await workbook.xlsx.load(bytes);
  for (const sheet of workbook.worksheets) {
    if (sheet.state !== 'visible') continue;
    if (sheet.rowCount > limits.sheetRows || sheet.columnCount > limits.sheetColumns)
      throw new SheetRefusal('sheetTooLong');
    const rows: SheetCell[][] = [];
    for (let row = 1; row <= sheet.rowCount; row++) {
      const line = sheet.getRow(row);
      rows.push(Array.from({ length: sheet.columnCount }, (_, index) => plain(line.getCell(index + 1).value)));
    }
    if (rows.filter((row) => row.some((cell) => cell !== null)).length > 1) return rows;
  }
  throw new SheetRefusal('sheetEmpty');
}
