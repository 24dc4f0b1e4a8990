import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { expect, onTestFinished, test } from 'vitest';
import { limitTime } from './time-limit.ts';

async function thread(work: string): Promise<Worker> {
  const worker = new Worker(`require('node:worker_threads').parentPort.postMessage('started'); ${work}`, {
    eval: true,
  });
  onTestFinished(async () => void (await worker.terminate()));
  await once(worker, 'message');
  return worker;
}

test('a thread that computes without end is given up', async () => {
  const busy = await thread('for (;;);');
  await new Promise<void>((given) => onTestFinished(limitTime(busy, 50, given)));
});

test('one that waits for its turn has the time, but not for ever', async () => {
  const idle = await thread('setInterval(() => {}, 1000);');
  const begin = performance.now();
  await new Promise<void>((given) => onTestFinished(limitTime(idle, 50, given)));
  expect(performance.now() - begin).toBeGreaterThan(700);
});
