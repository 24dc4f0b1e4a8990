import { Worker } from 'node:worker_threads';
import type { TextLine } from '../../council/index.ts';
import { limits } from '../limits.ts';
import { limitTime } from '../time-limit.ts';
import { DocumentRefusal, type DocumentRefusalCode } from './refusal.ts';

type Message = { lines: TextLine[] } | { refused: DocumentRefusalCode };

/** Documents read at the same time in one process; further ones wait. */
const MOST_AT_ONCE = 2;
let running = 0;
const waiting: (() => void)[] = [];

/**
 * The text of a DOCX or of a PDF with a text layer, line by line. A file that cannot be read, or that is built to do
 * harm, is refused by name after two seconds of computing at most; the thread that reads it has its own small memory.
 * Throws {@link DocumentRefusal}.
 */
export async function readDocument(bytes: Uint8Array): Promise<TextLine[]> {
  if (bytes.byteLength > limits.documentBytes) throw new DocumentRefusal('documentTooLarge');
  return bounded({ kind: 'lines', bytes });
}

/** Says whether a Word file of the city can be its letterhead, within the same bounds. Throws {@link DocumentRefusal}. */
export async function checkLetterhead(bytes: Uint8Array): Promise<void> {
  if (bytes.byteLength > limits.templateBytes) throw new DocumentRefusal('templateTooLarge');
  await bounded({ kind: 'letterhead', bytes });
}

/** What the thread is asked for. */
export interface DocumentTask {
  kind: 'lines' | 'letterhead';
  bytes: Uint8Array;
}

async function bounded(task: DocumentTask): Promise<TextLine[]> {
  if (running >= MOST_AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  running++;
  try {
    return await inThread(task);
  } finally {
    running--;
    waiting.shift()?.();
  }
}

/** Lines of a text that was pasted. */
export function textLines(text: string): TextLine[] {
  return text
    .split(/\r\n?|\n/)
    .slice(0, limits.documentLines)
    .map((line) => ({ text: line, page: null }));
}

async function inThread({ kind, bytes }: DocumentTask): Promise<TextLine[]> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: { kind, bytes: new Uint8Array(bytes) } satisfies DocumentTask,
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: limits.documentMegabytes, maxYoungGenerationSizeMb: 8 },
  });
  let stopLooking: (() => void) | undefined;
  try {
    const message = await new Promise<Message>((resolve, reject) => {
      // The reading counts, not what the thread does before it.
      worker.on('message', (message: Message | 'started') => {
        if (message !== 'started') return resolve(message);
        const tooSlow = (): void => reject(new DocumentRefusal('documentTooSlow'));
        stopLooking = limitTime(worker, limits.documentMilliseconds, tooSlow);
      });
      worker.once('error', (error) => {
        const memory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
        reject(new DocumentRefusal(memory ? 'documentHostile' : 'documentBroken', { cause: error }));
      });
      worker.once('exit', () => reject(new DocumentRefusal('documentBroken')));
    });
    if ('refused' in message) throw new DocumentRefusal(message.refused);
    return message.lines;
  } finally {
    stopLooking?.();
    await worker.terminate();
  }
}
