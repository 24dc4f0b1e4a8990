import { fork } from 'node:child_process';
import { limitMemory, processorTimeOf, residentMegabytes } from './process-limits.ts';
import { limitTime } from './time-limit.ts';

/** What a process that reads one file may take. */
export interface Bounds {
  /** Megabytes of its heap, and how many more than an empty process it may hold altogether. */
  heapMegabytes: number;
  moreMegabytes: number;
  /** Milliseconds of processor time. */
  milliseconds: number;
  /** Files read at the same time; further ones wait. */
  atOnce: number;
}

/** What the process is asked for; the file itself comes on its standard input, so that it is held only once. */
export interface Task<Kind extends string = string> {
  kind: Kind;
  /** Bytes of the file. */
  size: number;
}

/** What the process says, in this order; it is given its task once it is ready. */
export type Message<Answer> = 'ready' | 'started' | { answer: Answer } | { refused: string };

/** How a reading ends that gives no answer: the reader's own refusal, or an end from outside. */
export type Ending = { refused: string } | 'tooMuch' | 'tooSlow' | 'broken';

/** A file that was not read. */
export class Unread extends Error {
  readonly ending: Ending;

  constructor(ending: Ending, options?: ErrorOptions) {
    super(typeof ending === 'string' ? ending : ending.refused, options);
    this.name = 'Unread';
    this.ending = ending;
  }
}

/**
 * Makes a function that hands files from outside to a process of their own (a module that calls `answerOnce`), one
 * process for each. It is ended beyond its bounds and when it has answered; it ends itself when this process is gone. A
 * thread would not do: one that runs out of memory can take the whole server along.
 * The function throws {@link Unread}.
 */
export function readerApart<Kind extends string, Answer>(
  module: URL,
  bounds: Bounds,
): (kind: Kind, bytes: Uint8Array) => Promise<Answer> {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (kind, bytes) => {
    if (running >= bounds.atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
    running++;
    try {
      return await inProcess<Answer>(module, bounds, kind, bytes);
    } finally {
      running--;
      waiting.shift()?.();
    }
  };
}

async function inProcess<Answer>(module: URL, bounds: Bounds, kind: string, bytes: Uint8Array): Promise<Answer> {
  const child = fork(module, [String(process.pid)], {
    // Nothing of the surroundings but the place where Node keeps what it has compiled.
    env: { NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE },
    // Little room for what is young and few threads beside: a process grows by what it holds, not by what lies about.
    execArgv: [`--max-old-space-size=${bounds.heapMegabytes}`, '--max-semi-space-size=4', '--v8-pool-size=1'],
    serialization: 'advanced',
    stdio: ['pipe', 'ignore', 'ignore', 'ipc'],
  });
  child.stdin?.on('error', () => {}); // a child that is gone says why in its end
  const stops: (() => void)[] = [];
  try {
    const message = await new Promise<{ answer: Answer } | { refused: string }>((resolve, reject) => {
      const end = (ending: Ending, cause?: unknown): void => reject(new Unread(ending, { cause }));
      const begin = async (): Promise<void> => {
        const most = (await residentMegabytes(child.pid)) + bounds.moreMegabytes;
        stops.push(limitMemory(child.pid, most, () => end('tooMuch')));
        child.send({ kind, size: bytes.byteLength } satisfies Task, () => {});
        child.stdin?.end(bytes);
      };
      child.on('message', (message: Message<Answer>) => {
        if (message === 'ready') void begin();
        // The reading counts, not what the process does before it.
        else if (message === 'started') {
          const reader = { cpuUsage: () => processorTimeOf(child.pid) };
          stops.push(limitTime(reader, bounds.milliseconds, () => end('tooSlow')));
        } else resolve(message);
      });
      child.once('error', (error) => end('broken', error));
      // Node ends itself by this signal when its memory is used up.
      child.once('exit', (_, signal) => end(signal === 'SIGABRT' ? 'tooMuch' : 'broken'));
    });
    if ('refused' in message) throw new Unread(message);
    return message.answer;
  } finally {
    for (const stop of stops) stop();
    child.kill('SIGKILL');
  }
}
