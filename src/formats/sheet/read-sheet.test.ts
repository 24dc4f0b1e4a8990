import { describe, expect, test } from 'vitest';
import { openZip } from '../document/zip.ts';
import { writeZip } from '../letterhead/zip-write.ts';
import { limits } from '../limits.ts';
import { readSheet } from './read-sheet.ts';
import { writeXlsx } from './write-sheet.ts';

const sound = await writeXlsx({ name: 'Projekte', head: ['Name', 'Beginn'], rows: [['Wege', { day: '2021-02-01' }]] });

/** A workbook whose first sheet is this XML; everything else in it is sound. */
function workbook(rows: string, after = ''): Uint8Array {
  const { names, read } = openZip(sound);
  const sheet = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData>${after}</worksheet>`;
  const parts = names.map((name) => [name, read(name) ?? new Uint8Array()] as const);
  return writeZip(new Map([...parts, ['xl/worksheets/sheet1.xml', Buffer.from(sheet)]]));
}

const refusal = (bytes: Uint8Array): Promise<unknown> =>
  readSheet(bytes).then(
    () => 'read',
    (error: { code?: unknown }) => error.code,
  );

const two = '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row><row r="2"><c r="A2"><v>3</v></c></row>';

test('a workbook and a text with separators', async () => {
  expect(await readSheet(sound)).toEqual([
    ['Name', 'Beginn'],
    ['Wege', { day: '2021-02-01' }],
  ]);
  expect(await readSheet(Buffer.from('Name;Beginn\nWege;\n'))).toEqual([
    ['Name', 'Beginn'],
    ['Wege', null],
  ]);
});

test('a sheet of 2,000 lines fits into the bounds', async () => {
  const cells = Array.from({ length: 8 }, (_, column) => `Zelle ${column} mit Worten`);
  const rows = Array.from({ length: 1_999 }, () => cells);
  expect(await readSheet(await writeXlsx({ name: 'Projekte', head: cells, rows }))).toHaveLength(2_000);
});

describe('what is not read', () => {
  const hostile: [string, string, () => Uint8Array][] = [
    ['a zip bomb', 'sheetHostile', () => writeZip(new Map([['xl/workbook.xml', new Uint8Array(100_000_000)]]))],
    ['ten million cells', 'sheetHostile', () => workbook(`<row r="1">${'<c/>'.repeat(1e7)}</row>`)],
    ['a cell at the far end', 'sheetTooLong', () => workbook(`${two}<row r="1048576"><c r="XFD1048576"/></row>`)],
    [
      'ten million cells merged into one',
      'sheetTooLong',
      () => workbook(two, '<mergeCells count="1"><mergeCell ref="A3:CV100000"/></mergeCells>'),
    ],
    ['a cut-off archive', 'sheetBroken', () => sound.subarray(0, 900)],
    ['an archive that is no workbook', 'sheetEmpty', () => writeZip(new Map([['a.txt', Buffer.from('x')]]))],
    ['broken XML', 'sheetBroken', () => workbook('<row r="1"><c r="A1"')],
    ['a PDF', 'sheetUnknown', () => Buffer.from('%PDF-1.7')],
    ['a workbook with a password', 'sheetEncrypted', () => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0])],
    ['a heading alone', 'sheetEmpty', () => Buffer.from('Name;Beginn\n')],
    ['a file beyond all measure', 'sheetTooLarge', () => new Uint8Array(limits.sheetBytes + 1)],
  ];

  test.each(hostile)('%s is refused by name', async (_, code, make) => {
    expect(await refusal(make())).toBe(code);
  });
});
