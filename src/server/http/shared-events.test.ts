import { expect, test } from 'vitest';
import { SharedEvents } from './shared-events.ts';

/** Writes that end when the test says so. */
function held() {
  const writes: { text: string; end: () => void; fail: () => void }[] = [];
  const events = new SharedEvents((city, action, actors) => {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const text = `${city} ${action} ${actors.join(',')}`;
    writes.push({ text, end: resolve, fail: () => reject(new Error('no disk')) });
    return promise;
  });
  return { events, texts: () => writes.map(({ text }) => text), writes };
}
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test('who comes while one is written is written with all who wait; each city by itself', async () => {
  const { events, texts, writes } = held();
  const first = events.record('a', 'export', 'one');
  await turn();
  const rest = ['two', 'three', 'two'].map((actor) => events.record('a', 'export', actor));
  const other = events.record('b', 'export', 'four');
  await turn();
  expect(texts()).toEqual(['a export one', 'b export four']);
  writes[0]?.end();
  await first;
  await turn();
  expect(texts()[2]).toBe('a export two,three,two');
  writes[1]?.end();
  writes[2]?.end();
  await Promise.all([...rest, other]);
  const last = events.record('a', 'export', 'five');
  await turn();
  expect(texts()[3]).toBe('a export five');
  writes[3]?.end();
  await last;
});

test('what could not be written fails for all who waited for it, and for nobody after them', async () => {
  const { events, writes } = held();
  const lost = [events.record('a', 'export', 'one')];
  lost.push(events.record('a', 'export', 'two'));
  const failed = Promise.allSettled(lost);
  await turn();
  const next = events.record('a', 'export', 'three');
  writes[0]?.fail();
  expect((await failed).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  await turn();
  writes[1]?.end();
  await next;
});
