import { Worker } from 'node:worker_threads';

/**
 * The thread that has answered last and waits for the next task. Its modules are loaded and its code is warm, so the next
 * answer begins sooner and takes less time. More than one would only hold memory.
 */
let waiting: Worker | undefined;

/** A thread that computes what is posted to it: the one that waits, else a new one. */
export function takeThread(): Worker {
  const thread = waiting;
  if (thread === undefined) return new Worker(new URL('../solve-worker.ts', import.meta.url));
  forget();
  thread.ref();
  return thread;
}

/** Puts a thread that has done its task aside for the next one; it does not keep the process alive. */
export function keepThread(thread: Worker): void {
  if (waiting === undefined) {
    waiting = thread;
    thread.on('error', forget).on('exit', forget).unref();
  } else endThread(thread);
}

/** Ends a thread at once, wherever it is. */
export function endThread(thread: Worker): void {
  // Whatever it still says on its way out is of no interest to anybody.
  thread.on('error', () => {});
  void thread.terminate();
}

/** No thread waits any more. */
function forget(): void {
  waiting?.off('error', forget).off('exit', forget);
  waiting = undefined;
}
