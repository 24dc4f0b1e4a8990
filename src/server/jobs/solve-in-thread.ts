import { Worker } from 'node:worker_threads';
import type { Text } from '../../agenda/index.ts';
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

/**
 * Computes in a thread of its own, so that the server goes on answering. Aborting ends the thread at once, wherever it
 * is, and rejects with the signal's reason.
 */
export function solveInThread<T extends SolveTask>(
  task: T,
  options: { signal: AbortSignal; onProgress: (progress: SolveProgress) => void },
): Promise<SolveResult<T>> {
  const { signal, onProgress } = options;
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason);
    const thread = new Worker(new URL('../solve-worker.ts', import.meta.url), { workerData: task });
    const abort = (): void => {
      void thread.terminate();
      reject(signal.reason);
    };
    signal.addEventListener('abort', abort, { once: true });
    thread.on('message', (message: SolveMessage) => {
      if ('progress' in message) onProgress(message.progress);
      else if ('refused' in message) reject(new Unanswerable(message.refused));
      else resolve(message.result as SolveResult<T>);
    });
    thread.once('error', reject);
    thread.once('exit', (code) => {
      signal.removeEventListener('abort', abort);
      reject(new Error(`the computing thread ended with code ${code} and without a result`));
    });
  });
}
