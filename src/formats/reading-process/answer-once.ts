import { once } from 'node:events';
import { readSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { Worker } from 'node:worker_threads';
import type { Message, Task } from './read-apart.ts';

/** Megabytes of the thread that looks after the parent. */
const GUARD_MEGABYTES = 4;

/**
 * Ends this process when its parent is gone (another one has taken it over then): nobody is left who would end it. From
 * a thread, because a reader that is held up by its file hears nothing.
 */
const GUARD = `
  const { workerData: parent } = require('node:worker_threads');
  setInterval(() => process.ppid === parent || process.kill(process.pid, 'SIGKILL'), 50);
`;

/**
 * What a process does that reads one file: it takes its task, gives the answer or the code of its refusal, and is ended
 * by its parent.
 */
export async function answerOnce<Kind extends string, Answer>(
  read: (kind: Kind, bytes: Uint8Array) => Promise<Answer> | Answer,
  refusalOf: (error: unknown) => string,
): Promise<void> {
  const resourceLimits = { maxOldGenerationSizeMb: GUARD_MEGABYTES };
  const guard = new Worker(GUARD, { eval: true, workerData: Number(process.argv[2]), resourceLimits });
  await once(guard, 'online');
  const say = (message: Message<Answer>): void => void process.send?.(message);
  say('ready');
  const [{ kind, size }] = (await once(process, 'message')) as [Task<Kind>];
  const bytes = fileOf(size);
  say('started');
  const last: Message<Answer> = await Promise.resolve()
    .then(() => read(kind, bytes))
    .then((answer) => ({ answer }))
    .catch((error: unknown) => ({ refused: refusalOf(error) }));
  flushCompileCache(); // now and not at the end, which comes from outside
  say(last);
}

/** The file from standard input. */
function fileOf(size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  let at = 0;
  while (at < size) {
    const more = readSync(0, bytes, { offset: at });
    if (more === 0) break; // the parent is gone
    at += more;
  }
  return bytes;
}
