import { limits } from '../limits.ts';
import { type Ending, readerApart, Unread } from '../reading-process/read-apart.ts';
import { SheetRefusal, type SheetRefusalCode } from './refusal.ts';
import type { SheetCell } from './write-sheet.ts';

const read = readerApart<'rows', SheetCell[][]>(new URL('./worker.ts', import.meta.url), {
  heapMegabytes: limits.sheetHeapMegabytes,
  moreMegabytes: limits.sheetMegabytes,
  milliseconds: limits.sheetMilliseconds,
  atOnce: 2,
});

/**
 * Lines and cells of an XLSX or CSV file. What cannot be read, or is built to do harm, is refused by name; the process
 * that reads it has its own memory and its time. Throws {@link SheetRefusal}.
 */
export async function readSheet(bytes: Uint8Array): Promise<SheetCell[][]> {
  if (bytes.byteLength > limits.sheetBytes) throw new SheetRefusal('sheetTooLarge');
  try {
    return await read('rows', bytes);
  } catch (error) {
    if (!(error instanceof Unread)) throw error;
    throw new SheetRefusal(codeOf(error.ending), { cause: error });
  }
}

function codeOf(ending: Ending): SheetRefusalCode {
  if (ending === 'tooMuch') return 'sheetHostile';
  if (ending === 'tooSlow') return 'sheetTooSlow';
  return ending === 'broken' ? 'sheetBroken' : (ending.refused as SheetRefusalCode);
}
