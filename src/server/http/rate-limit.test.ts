import { expect, test } from 'vitest';
import { RateLimit } from './rate-limit.ts';

test('an address has twenty failures, then one every six seconds; others are not affected', () => {
  let now = 0;
  const limit = new RateLimit(() => now);
  for (let failure = 0; failure < 20; failure++) {
    limit.check('a');
    limit.failed('a');
  }
  expect(() => limit.check('a')).toThrow(/too-many-requests/);
  expect(() => limit.check('b')).not.toThrow();
  now = 5_999;
  expect(() => limit.check('a')).toThrow(/too-many-requests/);
  now = 6_001;
  expect(() => limit.check('a')).not.toThrow();
  limit.failed('a');
  expect(() => limit.check('a')).toThrow(/too-many-requests/);
});

test('the wait is told in whole seconds, and success costs nothing', () => {
  const limit = new RateLimit(() => 0);
  for (let success = 0; success < 100; success++) limit.check('a');
  for (let failure = 0; failure < 20; failure++) limit.failed('a');
  expect(() => limit.check('a')).toThrow(expect.objectContaining({ headers: { 'Retry-After': '6' } }));
});
