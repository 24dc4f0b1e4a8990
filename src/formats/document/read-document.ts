import { fork } from 'node:child_process';
import type { TextLine } from '../../council/index.ts';
import { limits } from '../limits.ts';
import { limitTime } from '../time-limit.ts';
import { limitMemory, processorTimeOf } from './process-limits.ts';
import { DocumentRefusal, type DocumentRefusalCode } from './refusal.ts';

type Message = { lines: TextLine[] } | { refused: DocumentRefusalCode };

/** Documents read at the same time in one process; further ones wait. */
const MOST_AT_ONCE = 2;
let running = 0;
const waiting: (() => void)[] = [];

/**
 * The text of a DOCX or of a PDF with a text layer, line by line. A file that cannot be read, or that is built to do
 * harm, is refused by name after two seconds of computing at most. It is read in a process of its own with little
 * memory: a thread that runs out of it can take the whole server along.
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

/** What the process is asked for. */
export interface DocumentTask {
  kind: 'lines' | 'letterhead';
  bytes: Uint8Array;
}

async function bounded(task: DocumentTask): Promise<TextLine[]> {
  if (running >= MOST_AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  running++;
  try {
    return await inProcess(task);
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

async function inProcess(task: DocumentTask): Promise<TextLine[]> {
  const child = fork(new URL('./worker.ts', import.meta.url), {
    env: {},
    execArgv: [`--max-old-space-size=${limits.documentMegabytes}`, '--max-semi-space-size=8'],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const stops: (() => void)[] = [];
  try {
    const message = await new Promise<Message>((resolve, reject) => {
      const refuse = (code: DocumentRefusalCode) => (): void => reject(new DocumentRefusal(code));
      stops.push(limitMemory(child.pid, limits.documentProcessMegabytes, refuse('documentHostile')));
      // The reading counts, not what the process does before it.
      child.on('message', (message: Message | 'started') => {
        if (message !== 'started') return resolve(message);
        const reader = { cpuUsage: () => processorTimeOf(child.pid) };
        stops.push(limitTime(reader, limits.documentMilliseconds, refuse('documentTooSlow')));
      });
      child.once('error', (error) => reject(new DocumentRefusal('documentBroken', { cause: error })));
      // Node ends itself by this signal when its memory is used up.
      child.once('exit', (_, signal) => refuse(signal === 'SIGABRT' ? 'documentHostile' : 'documentBroken')());
      child.send(task, () => {}); // a child that is gone says why in its end
    });
    if ('refused' in message) throw new DocumentRefusal(message.refused);
    return message.lines;
  } finally {
    for (const stop of stops) stop();
    child.kill('SIGKILL');
  }
}
