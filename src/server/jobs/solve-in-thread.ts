import type { Worker } from 'node:worker_threads';
import type { Text } from '../../agenda/index.ts';
import { newMeetings } from '../../planning/index.ts';
import type { SolveMessage, SolveResult, SolveTask } from '../solve-worker.ts';
import { endThread, keepThread, takeThread } from './threads.ts';

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
 * Computes in a thread apart, so that the server goes on answering; a plan of the whole agenda in two, if so wished.
 * Aborting ends every thread at once, wherever it is, and rejects with the signal's reason.
 */
export function solveInThread<T extends SolveTask>(task: T, options: ThreadOptions): Promise<SolveResult<T>> {
  const { signal, onProgress, planThreads } = options;
  return new Promise<SolveResult<T>>((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason);
    const tasks = shared(task, planThreads);
    const threads = tasks.map(() => takeThread()) as [Worker, ...Worker[]];
    const [thread, ...helpers] = threads;
    const leave = (): void => {
      signal.removeEventListener('abort', abort);
      thread.off('message', hear).off('exit', ended);
      for (const one of threads) one.off('error', fail);
    };
    const fail = (reason: unknown): void => {
      leave();
      for (const one of threads) endThread(one);
      reject(reason);
    };
    const abort = (): void => fail(signal.reason);
    const ended = (code: number): void =>
      fail(new Error(`the computing thread ended with code ${code} and without a result`));
    const hear = (message: SolveMessage): void => {
      if ('progress' in message) {
        onProgress(message.progress);
        return;
      }
      leave();
      for (const one of helpers) endThread(one);
      keepThread(thread);
      if ('refused' in message) reject(new Unanswerable(message.refused));
      else resolve(message.result as SolveResult<T>);
    };
    signal.addEventListener('abort', abort, { once: true });
    thread.on('message', hear).once('exit', ended);
    // Without its helper the thread would wait for it for ever.
    for (const one of threads) one.once('error', fail);
    for (const [i, one] of threads.entries()) one.postMessage(tasks[i]);
  });
}

/** The task for each thread that works on it; the first one's result counts. */
function shared(task: SolveTask, planThreads: number): SolveTask[] {
  if (task.kind !== 'plan' || planThreads < 2) return [task];
  return newMeetings().map((meeting) => ({ ...task, meeting }));
}
