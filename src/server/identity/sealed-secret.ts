import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Acting } from '../../store/index.ts';

/** Bytes of the key (AES-256), of the number used once and of the tag (NIST SP 800-38D). */
export const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** Begins what is sealed this way; a secret of an authenticator app has capital letters and digits only (base32). */
const SEALED = 'gcm1:';

/** Whose secret it is: sealed for one person, it opens for nobody else. */
const ownerOf = ({ city, actor }: Acting): Buffer => Buffer.from(JSON.stringify([city, actor]));

/** A secret as the database may hold it: without the key, which lies elsewhere, nobody can read it. */
export function sealSecret(key: Buffer, secret: string, owner: Acting): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(ownerOf(owner));
  const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
  return SEALED + Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
}

/**
 * The secret that was sealed, or null: sealed with another key or for somebody else, or changed since. What an earlier
 * version stored in the open is given back as it is.
 */
export function openSecret(key: Buffer | null, stored: string, owner: Acting): string | null {
  if (!stored.startsWith(SEALED)) return stored;
  if (key === null) return null;
  const bytes = Buffer.from(stored.slice(SEALED.length), 'base64url');
  if (bytes.length <= NONCE_BYTES + TAG_BYTES) return null;
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES))
    .setAAD(ownerOf(owner))
    .setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  try {
    return decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
  } catch {
    return null;
  }
}
