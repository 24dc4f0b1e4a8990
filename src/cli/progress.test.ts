import { Writable } from 'node:stream';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createProgress } from './progress.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }));
afterEach(() => void vi.useRealTimers());

function screen(isTTY: boolean) {
  let text = '';
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      text += chunk.toString();
      done();
    },
  });
  return { stream: Object.assign(stream, { isTTY }) as unknown as NodeJS.WriteStream, text: () => text };
}

test('short work shows nothing', () => {
  const { stream, text } = screen(true);
  const progress = createProgress(stream, 'de');
  progress.show(0.5);
  vi.advanceTimersByTime(400);
  progress.show(0.9);
  progress.end();
  expect(text()).toBe('');
});

test('on a terminal a bar in place, that never goes back and is taken away', () => {
  const { stream, text } = screen(true);
  const progress = createProgress(stream, 'de');
  vi.advanceTimersByTime(600);
  progress.show(0.5);
  vi.advanceTimersByTime(100);
  progress.show(0.4);
  progress.end();
  expect(text()).toBe(`${`\rRechnet ${'█'.repeat(15)}${'░'.repeat(15)}  50 %`.repeat(2)}\r\u001b[K`);
});

test('elsewhere a line from time to time', () => {
  const { stream, text } = screen(false);
  const progress = createProgress(stream, 'en');
  for (const share of [0.1, 0.2, 0.3, 0.4, 0.5]) {
    vi.advanceTimersByTime(1000);
    progress.show(share);
  }
  progress.end();
  expect(
    text()
      .split('\n')
      .map((line) => line.slice(-4)),
  ).toEqual(['20 %', '40 %', '']);
});

test('once the end is asked for, one sentence and no bar any more', () => {
  const { stream, text } = screen(true);
  const progress = createProgress(stream, 'de');
  progress.stopping();
  vi.advanceTimersByTime(5000);
  progress.show(0.9);
  expect(text()).toBe('\rWird beendet, die beste Antwort bis hierher folgt.\n');
});
