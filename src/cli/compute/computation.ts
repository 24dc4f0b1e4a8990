import { Worker } from 'node:worker_threads';
import type { Language } from '../../agenda/index.ts';
import { createProgress } from '../progress.ts';
import type { Message, Result, Task } from './task.ts';

/** The candidate of a paper cannot be dated. */
export class NotDatable extends Error {}

/** A computing thread; loading begins at once, so that files can be read meanwhile. */
export interface Computation {
  /**
   * Computes and shows how far it is. Ctrl-C ends the search with the best answer so far; a second one ends the
   * program.
   *
   * @throws NotDatable
   */
  run<T extends Task>(task: T, language: Language): Promise<Result<T>>;
  /** The same for a task that two threads work on: the first answers, the second helps it. */
  runShared<T extends Task>(tasks: readonly [T, T], language: Language): Promise<Result<T>>;
}

export function startComputation(): Computation {
  const stop = new Int32Array(new SharedArrayBuffer(4));
  const startThread = () => new Worker(new URL('./worker.ts', import.meta.url), { workerData: { stop } });
  const worker = startThread();
  // Until something is to be computed the thread must not keep a program alive that ends with a failure.
  worker.unref();
  const compute = async (task: Task, help: Task | null, language: Language): Promise<unknown> => {
    worker.ref();
    const helper = help && startThread();
    const progress = createProgress(process.stderr, language);
    let asked = 0;
    const onSignal = (): void => {
      asked++;
      if (asked > 1) process.exit(130);
      Atomics.store(stop, 0, 1);
      progress.stopping();
    };
    process.on('SIGINT', onSignal);
    process.on('SIGTERM', onSignal);
    try {
      const answer = answerOf(worker, task, (share) => progress.show(share));
      // Without its helper the first thread would wait for ever.
      return await (helper && help ? Promise.race([answer, faultOf(helper, help)]) : answer);
    } finally {
      progress.end();
      process.off('SIGINT', onSignal);
      process.off('SIGTERM', onSignal);
      await Promise.all([worker.terminate(), helper?.terminate()]);
    }
  };
  return {
    run: async (task, language) => (await compute(task, null, language)) as Result<typeof task>,
    runShared: async ([task, help], language) => (await compute(task, help, language)) as Result<typeof task>,
  };
}

/** Never resolves; rejects when the thread fails at its task. */
function faultOf(helper: Worker, task: Task): Promise<never> {
  helper.postMessage(task);
  return new Promise((_, reject) => {
    helper.on('error', reject);
  });
}

function answerOf(worker: Worker, task: Task, onProgress: (share: number) => void): Promise<unknown> {
  return new Promise((resolve, reject) => {
    worker.on('message', (message: Message) => {
      if (message.kind === 'progress') onProgress(message.share);
      else if (message.kind === 'result') resolve(message.result);
      else reject(new NotDatable());
    });
    worker.on('error', reject);
    worker.on('exit', (code) => reject(new Error(`the computing thread ended with ${code} and without a result`)));
    worker.postMessage(task);
  });
}
