import { parentPort } from 'node:worker_threads';
import { search } from './fahrplan.ts';
import type { Help } from './two-threads.ts';

/** The second of two threads that search for one plan: what it finds reaches the first one through their shared memory. */
parentPort?.on('message', ({ instance, seed, end, memory }: Help) => {
  search(instance, seed, { end, meeting: { memory, side: 1 } });
  parentPort?.postMessage('ended');
});
