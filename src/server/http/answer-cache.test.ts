import { setTimeout as sleep } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { type Answer, AnswerCache, jsonAnswer } from './answer-cache.ts';

/** Counts how often an answer is computed. */
function counting(size = 1): { compute: () => Promise<Answer>; count: () => number } {
  let computed = 0;
  const compute = async (): Promise<Answer> => {
    computed++;
    await sleep(1);
    return { bytes: new Uint8Array(size), gzip: null, headers: {} };
  };
  return { compute, count: () => computed };
}

test('an answer is computed once for each state, and never comes back for an earlier one', async () => {
  const answers = new AnswerCache();
  const { compute, count } = counting();
  for (const state of ['1', '1', '2', '2', '1']) await answers.get('key', state, compute);
  expect(count()).toBe(3);
  await answers.get('other', '1', compute);
  expect(count()).toBe(4);
});

test('many who ask at once wait for one computation', async () => {
  const answers = new AnswerCache();
  const { compute, count } = counting();
  await Promise.all(Array.from({ length: 50 }, () => answers.get('key', '1', compute)));
  expect(count()).toBe(1);
});

test('what could not be computed is not kept, and each who waited tries again', async () => {
  const answers = new AnswerCache();
  let tried = 0;
  const fail = async (): Promise<Answer> => {
    tried++;
    await sleep(1);
    throw new Error(`number ${tried}`);
  };
  const settled = await Promise.allSettled(Array.from({ length: 3 }, () => answers.get('key', '1', fail)));
  expect(settled.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  expect(tried).toBe(3);
  const { compute, count } = counting();
  await answers.get('key', '1', compute);
  expect(count()).toBe(1);
});

test('memory is bounded: what was not asked for the longest time goes first', async () => {
  const answers = new AnswerCache(100);
  const { compute, count } = counting(40);
  for (const key of ['a', 'b', 'a', 'c', 'a']) await answers.get(key, '1', compute);
  expect(count()).toBe(3); // c has driven b out, not a
  await answers.get('b', '1', compute);
  expect(count()).toBe(4);
  const large = counting(101);
  for (let time = 0; time < 2; time++) await answers.get('large', '1', large.compute);
  expect(large.count()).toBe(2); // larger than all that may be kept: sent and forgotten
});

test('the tag is of the content, unless the answer has one', async () => {
  const tag = async (body: object, headers = {}): Promise<string | undefined> =>
    (await jsonAnswer(body, headers)).headers.ETag;
  expect(await tag({ a: 1 })).toBe(await tag({ a: 1 }));
  expect(await tag({ a: 1 })).not.toBe(await tag({ a: 2 }));
  expect(await tag({}, { ETag: '"7"' })).toBe('"7"');
});

test('what is longer than a packet is compressed as well, and counts in both forms', async () => {
  const short = await jsonAnswer({ a: 1 }, {});
  expect(short.gzip).toBe(null);
  const long = await jsonAnswer({ a: 'b'.repeat(5000) }, {});
  expect(gunzipSync(long.gzip ?? '')).toEqual(Buffer.from(long.bytes));
  const answers = new AnswerCache(5030); // either form alone would fit
  let computed = 0;
  const compute = async (): Promise<Answer> => {
    computed++;
    return long;
  };
  for (let time = 0; time < 2; time++) await answers.get('key', '1', compute);
  expect(computed).toBe(2);
});
