import { createHash, randomBytes } from 'node:crypto';

/** 256 bits, as text for an address or a cookie. Only its hash is stored. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** What is stored instead of a token: who reads the database cannot use what stands there. */
export const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();
