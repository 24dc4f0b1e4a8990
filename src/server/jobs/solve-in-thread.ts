import { Worker } from 'node:worker_threads';
import type { Text } from '../../agenda/index.ts';
import { newMeetings } from '../../planning/index.ts';
import type { SolveMessage, SolveResult, SolveTask } from '../solve-worker.ts';

/** The question has no answer as it is put, for a reason that a person can remove. */
export class Unanswerable extends Error {
  readonly text: Text;

  constructor(text: Text) {
    super(text.en);
    this.name = 'Unanswerable';
    this.text = text;
  }
}

export interface SolveProgress {
  done: number;
  total: number;
}

interface ThreadOptions {
  signal: AbortSignal;
  onProgress: (progress: SolveProgress) => void;
  /** Threads for a plan of the whole agenda; every other task has one. */
  planThreads: number;
}

/**
 * Computes in a thread of its own, so that the server goes on answering; a plan of the whole agenda in two, if so wished.
 * Aborting ends every thread at once, wherever it is, and rejects with the signal's reason.
 */
export function solveInThread<T extends SolveTask>(task: T, options: ThreadOptions): Promise<SolveResult<T>> {
  const { signal, onProgress, planThreads } = options;
  return new Promise<SolveResult<T>>((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason);
    const [thread, ...helpers] = shared(task, planThreads).map(startThread) as [Worker, ...Worker[]];
    const end = (): void => {
      for (const one of [thread, ...helpers]) void one.terminate();
    };
    const abort = (): void => {
      end();
      reject(signal.reason);
    };
    signal.addEventListener('abort', abort, { once: true });
    thread.on('message', (message: SolveMessage) => {
      if ('progress' in message) onProgress(message.progress);
      else if ('refused' in message) reject(new Unanswerable(message.refused));
      else resolve(message.result as SolveResult<T>);
    });
    // Without its helper the thread would wait for it for ever.
    for (const one of [thread, ...helpers]) one.once('error', reject).once('error', end);
    thread.once('exit', (code) => {
      signal.removeEventListener('abort', abort);
      end();
      reject(new Error(`the computing thread ended with code ${code} and without a result`));
    });
  });
}

/** The task for each thread that works on it; the first one's result counts. */
function shared(task: SolveTask, planThreads: number): SolveTask[] {
  if (task.kind !== 'plan' || planThreads < 2) return [task];
  return newMeetings().map((meeting) => ({ ...task, meeting }));
}

const startThread = (task: SolveTask): Worker =>
  new Worker(new URL('../solve-worker.ts', import.meta.url), { workerData: task });
