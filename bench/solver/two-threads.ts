import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { meetingMemory } from '../../src/solver/index.ts';
import type { Instance } from '../instances/instance.ts';
import { search } from './fahrplan.ts';
import { cpuMilliseconds, type Outcome } from './run.ts';

/** What the helping thread is asked. */
export interface Help {
  readonly instance: Instance;
  readonly seed: number;
  /** CPU milliseconds of the process at which to end. */
  readonly end: number;
  readonly memory: SharedArrayBuffer;
}

let helper: Worker | undefined;

/**
 * Our engine in two threads that tell each other the best. The limit counts the processor time of both, so that the line is comparable
 * with that of one thread. The helping thread lives on, as the process does.
 */
export async function fahrplanInTwo(instance: Instance, seed: number, cpuLimit: number): Promise<Outcome> {
  const began = cpuMilliseconds();
  const memory = meetingMemory();
  helper ??= new Worker(new URL('./helping-thread.ts', import.meta.url));
  const help: Help = { instance, seed: seed + 1_000_000, end: began + cpuLimit * 1000, memory };
  helper.postMessage(help);
  const helped = once(helper, 'message');
  const found = search(instance, seed, { end: help.end, meeting: { memory, side: 0 } });
  await helped;
  return { ...found, cpuSeconds: (cpuMilliseconds() - began) / 1000 };
}
