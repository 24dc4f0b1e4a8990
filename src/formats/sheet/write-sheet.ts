/** A cell of a table that is written: a text, a number, or a calendar day as `{ day: '2020-08-31' }`; null is empty. */
export type SheetCell = string | number | { day: string } | null;

/** A table with one line of column heads. */
export interface Sheet {
  name: string;
  head: readonly string[];
  rows: readonly (readonly SheetCell[])[];
}

/** Names of worksheets: at most 31 characters, none of `[]:*?/\`. */
const sheetName = (name: string): string =>
  name
    .replaceAll(/[[\]:*?/\\]/g, ' ')
    .trim()
    .slice(0, 31) || 'Tabelle';

/**
 * A table as XLSX: days are real dates, numbers real numbers, everything else text, so that no content of ours ever
 * becomes a formula. The head stays on screen and can be filtered.
 */
export async function writeXlsx({ name, head, rows }: Sheet): Promise<Uint8Array> {
  // Loaded when it is needed: the package is large and most servers never write a table.
  const { Workbook } = await import('@cj-tech-master/excelts');
  const workbook = new Workbook();
  const sheet = workbook.addWorksheet(sheetName(name), { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.addRow([...head]).font = { bold: true };
  for (const cells of rows) {
    const row = sheet.addRow(cells.map(cellValue));
    for (const [index, cell] of cells.entries()) {
      if (typeof cell === 'object' && cell !== null) row.getCell(index + 1).numFmt = 'dd.mm.yyyy';
    }
  }
  sheet.autoFilter = { from: { row: 1, col: 1 }, to: { row: rows.length + 1, col: Math.max(1, head.length) } };
  for (const [index, label] of head.entries()) {
    const longest = rows.slice(0, 200).reduce((most, row) => Math.max(most, widthOf(row[index] ?? null)), label.length);
    sheet.getColumn(index + 1).width = Math.min(60, longest + 3);
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function cellValue(cell: SheetCell): string | number | Date | null {
  return typeof cell === 'object' && cell !== null ? new Date(`${cell.day}T00:00:00Z`) : cell;
}

function widthOf(cell: SheetCell): number {
  if (cell === null) return 0;
  return typeof cell === 'object' ? 10 : String(cell).length;
}
