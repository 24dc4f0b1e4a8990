import { expect, test } from 'vitest';
import { RateLimit } from './rate-limit.ts';

test('an address has twenty attempts, then one every six seconds; others are not affected', () => {
  let now = 0;
  const limit = new RateLimit(() => now);
  for (let attempt = 0; attempt < 20; attempt++) limit.take('a');
  expect(() => limit.take('a')).toThrow(/too-many-requests/);
  expect(() => limit.take('b')).not.toThrow();
  now = 5_999;
  expect(() => limit.take('a')).toThrow(/too-many-requests/);
  now = 6_001;
  expect(() => limit.take('a')).not.toThrow();
  expect(() => limit.take('a')).toThrow(/too-many-requests/);
});

test('the wait is told in whole seconds', () => {
  const limit = new RateLimit(() => 0);
  const attempts = (): void => {
    for (let attempt = 0; attempt < 21; attempt++) limit.take('a');
  };
  expect(attempts).toThrow(expect.objectContaining({ headers: { 'Retry-After': '6' } }));
});
