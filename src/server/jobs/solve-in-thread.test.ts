import { once } from 'node:events';
import type { Worker } from 'node:worker_threads';
import { afterEach, expect, test } from 'vitest';
import { generateAgenda } from '../../agenda/index.ts';
import type { PlanTask } from '../solve-worker.ts';
import { solveInThread } from './solve-in-thread.ts';

const never = new AbortController().signal;
const task = (projects: number): PlanTask => {
  const agenda = generateAgenda({ projects, seed: 1 });
  return { kind: 'plan', agenda, seed: 4, way: 'anew', on: agenda.planStart };
};

const started: Worker[] = [];
const note = (worker: Worker): void => void started.push(worker);
process.on('worker', note);
afterEach(() => void started.splice(0));

test('a plan of the agenda is looked for in two threads if so wished', async () => {
  const { plan } = await solveInThread(task(2), { signal: never, onProgress: () => {}, planThreads: 2 });
  expect(started).toHaveLength(2);
  expect(plan).not.toBeNull();
});

test('cancelling ends both threads wherever they are', async () => {
  const controller = new AbortController();
  const begun = Promise.withResolvers<void>();
  const options = { signal: controller.signal, onProgress: () => begun.resolve(), planThreads: 2 };
  const answer = solveInThread(task(60), options);
  await begun.promise;
  const ends = started.map((worker) => once(worker, 'exit'));
  expect(ends).toHaveLength(2);
  controller.abort(new Error('cancelled'));
  await expect(answer).rejects.toThrow('cancelled');
  await Promise.all(ends);
});
