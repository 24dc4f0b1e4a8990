import { once } from 'node:events';
import type { Worker } from 'node:worker_threads';
import { beforeAll, expect, test } from 'vitest';
import { generateAgenda } from '../../agenda/index.ts';
import type { PlanTask } from '../solve-worker.ts';
import { solveInThread } from './solve-in-thread.ts';
import { endThread, takeThread } from './threads.ts';

const never = new AbortController().signal;
const task = (projects: number): PlanTask => {
  const agenda = generateAgenda({ projects, seed: 1 });
  return { kind: 'plan', agenda, seed: 4, way: 'anew', on: agenda.planStart };
};

let started = 0;
/** Every thread that has been started and has not ended yet. */
const running = new Set<Worker>();
process.on('worker', (worker: Worker) => {
  started++;
  running.add(worker);
  worker.once('exit', () => running.delete(worker));
});

/** Files of tests share a process: a thread that waits since another file is none of ours. */
beforeAll(async () => {
  const waiting = takeThread();
  const gone = once(waiting, 'exit');
  endThread(waiting);
  await gone;
  started = 0;
});

test('a plan of the agenda is looked for in two threads if so wished', async () => {
  const { plan } = await solveInThread(task(2), { signal: never, onProgress: () => {}, planThreads: 2 });
  expect(started).toBe(2);
  expect(plan).not.toBeNull();
});

test('the thread that has answered answers the next question too, with the same result as a new one', async () => {
  const options = { signal: never, onProgress: () => {}, planThreads: 1 };
  const first = await solveInThread(task(2), options);
  const before = started;
  const again = await solveInThread(task(2), options);
  expect(started).toBe(before);
  expect(again).toEqual(first);
});

test('a task that cannot be computed fails, and the next one is computed all the same', async () => {
  const options = { signal: never, onProgress: () => {}, planThreads: 1 };
  const broken = { ...task(2), seed: Number.NaN };
  await expect(solveInThread(broken, options)).rejects.toThrow('seed');
  const { plan } = await solveInThread(task(2), options);
  expect(plan).not.toBeNull();
});

test('cancelling ends both threads wherever they are', async () => {
  const controller = new AbortController();
  const begun = Promise.withResolvers<void>();
  const options = { signal: controller.signal, onProgress: () => begun.resolve(), planThreads: 2 };
  const answer = solveInThread(task(60), options);
  await begun.promise;
  const ends = [...running].map((worker) => once(worker, 'exit'));
  expect(ends.length).toBeGreaterThanOrEqual(2);
  controller.abort(new Error('cancelled'));
  await expect(answer).rejects.toThrow('cancelled');
  await Promise.all(ends);
});
