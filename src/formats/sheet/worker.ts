import { DocumentRefusal } from '../document/refusal.ts';
import { answerOnce } from '../reading-process/answer-once.ts';
import { decodeText, parseCsv } from './csv.ts';
import { SheetRefusal, type SheetRefusalCode } from './refusal.ts';
import type { SheetCell } from './write-sheet.ts';
import { readXlsx } from './xlsx.ts';

/** A process of its own that reads one table. */
async function read(_: 'rows', bytes: Uint8Array): Promise<SheetCell[][]> {
  const start = Buffer.from(bytes.subarray(0, 4)).toString('latin1');
  if (start.startsWith('PK')) return readXlsx(bytes);
  // An old XLS file, or an XLSX file with a password, is a compound file.
  if (start === '\u00d0\u00cf\u0011\u00e0') throw new SheetRefusal('sheetEncrypted');
  if (start.startsWith('%PDF') || (bytes.subarray(0, 4000).includes(0) && !isUtf16(bytes)))
    throw new SheetRefusal('sheetUnknown');
  const rows = parseCsv(decodeText(bytes));
  if (rows.filter((row) => row.some((cell) => cell.trim() !== '')).length < 2) throw new SheetRefusal('sheetEmpty');
  return rows.map((row) => row.map((cell) => (cell.trim() === '' ? null : cell)));
}

const isUtf16 = ([first, second]: Uint8Array): boolean =>
  (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);

function codeOf(error: unknown): SheetRefusalCode {
  if (error instanceof SheetRefusal) return error.code;
  if (!(error instanceof DocumentRefusal)) return 'sheetBroken';
  if (error.code === 'documentEncrypted') return 'sheetEncrypted';
  return error.code === 'documentHostile' ? 'sheetHostile' : 'sheetBroken';
}

await answerOnce(read, codeOf);
