import { Worker } from 'node:worker_threads';
import { limits } from '../limits.ts';
import { limitTime } from '../time-limit.ts';
import { SheetRefusal, type SheetRefusalCode } from './refusal.ts';
import type { SheetCell } from './write-sheet.ts';

/**
 * Lines and cells of an XLSX or CSV file. What cannot be read, or is built to do harm, is refused by name; the thread
 * that reads it has its own memory and its time. Throws {@link SheetRefusal}.
 */
export async function readSheet(bytes: Uint8Array): Promise<SheetCell[][]> {
  if (bytes.byteLength > limits.sheetBytes) throw new SheetRefusal('sheetTooLarge');
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: { bytes: new Uint8Array(bytes) },
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: limits.sheetMegabytes },
  });
  let stopLooking: (() => void) | undefined;
  try {
    const message = await new Promise<{ rows: SheetCell[][] } | { refused: SheetRefusalCode }>((resolve, reject) => {
      stopLooking = limitTime(worker, limits.sheetMilliseconds, () => reject(new SheetRefusal('sheetTooSlow')));
      worker.once('message', resolve);
      worker.once('error', (error) => {
        const memory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
        reject(new SheetRefusal(memory ? 'sheetHostile' : 'sheetBroken', { cause: error }));
      });
      worker.once('exit', () => reject(new SheetRefusal('sheetBroken')));
    });
    if ('refused' in message) throw new SheetRefusal(message.refused);
    return message.rows;
  } finally {
    stopLooking?.();
    await worker.terminate();
  }
}
