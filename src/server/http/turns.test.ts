import { expect, test } from 'vitest';
import { Turns } from './turns.ts';

/** Work that ends when it is told to. */
function job(): { work: () => Promise<string>; started: () => boolean; end: (how?: Error) => void } {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  let started = false;
  const work = (): Promise<string> => {
    started = true;
    return promise;
  };
  return { work, started: () => started, end: (how) => (how ? reject(how) : resolve('done')) };
}

test('only so many at once, the others in their order; who fails makes room as well', async () => {
  const turns = new Turns(2);
  const jobs = [job(), job(), job(), job()];
  const ends = jobs.map(({ work }) => turns.take(work).catch((error: Error) => error.message));
  const started = (): boolean[] => jobs.map((one) => one.started());
  expect(started()).toEqual([true, true, false, false]);
  jobs[1]?.end(new Error('broken'));
  expect(await ends[1]).toBe('broken');
  expect(started()).toEqual([true, true, true, false]);
  jobs[0]?.end();
  await ends[0];
  expect(started()).toEqual([true, true, true, true]);
  jobs[2]?.end();
  jobs[3]?.end();
  expect(await Promise.all(ends)).toEqual(['done', 'broken', 'done', 'done']);
  // All turns are free again.
  const later = [job(), job()];
  for (const { work } of later) void turns.take(work);
  expect(later.map((one) => one.started())).toEqual([true, true]);
});

test('nobody waits for ever: whoever gives up is told so and takes no turn', async () => {
  const turns = new Turns(1, 1);
  const [first, second, third] = [job(), job(), job()];
  const running = turns.take(first.work);
  await expect(turns.take(second.work)).rejects.toMatchObject({ type: 'database-away' });
  first.end();
  await running;
  third.end();
  expect(await turns.take(third.work)).toBe('done');
  expect(second.started()).toBe(false);
});
