import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { KEY_BYTES, openSecret, sealSecret } from './sealed-secret.ts';

const key = randomBytes(KEY_BYTES);
const owner = { city: 'chemnitz', actor: 'p-1' };
const secret = 'JBSWY3DPEHPK3PXP';

test('what is sealed opens with its key, for its person; sealed twice it looks different', () => {
  const sealed = sealSecret(key, secret, owner);
  expect(sealed).not.toContain(secret);
  expect(sealSecret(key, secret, owner)).not.toBe(sealed);
  expect(openSecret(key, sealed, owner)).toBe(secret);
});

test('not with another key, not without one, not for somebody else, not when a byte was changed', () => {
  const sealed = sealSecret(key, secret, owner);
  expect(openSecret(randomBytes(KEY_BYTES), sealed, owner)).toBeNull();
  expect(openSecret(null, sealed, owner)).toBeNull();
  expect(openSecret(key, sealed, { ...owner, actor: 'p-2' })).toBeNull();
  expect(openSecret(key, sealed, { ...owner, city: 'hagen' })).toBeNull();
  const bytes = Buffer.from(sealed.slice(5), 'base64url');
  for (let at = 0; at < bytes.length; at++) {
    const changed = Buffer.from(bytes);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(openSecret(key, `gcm1:${changed.toString('base64url')}`, owner)).toBeNull();
  }
  expect(openSecret(key, 'gcm1:', owner)).toBeNull();
});

test('what an earlier version stored in the open still counts', () => {
  expect(openSecret(key, secret, owner)).toBe(secret);
});
