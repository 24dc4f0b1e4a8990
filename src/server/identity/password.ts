import { type Argon2Parameters, argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import type { Text } from '../../agenda/index.ts';

const derive = promisify(argon2);

/** Memory in KiB, passes, lanes: OWASP Password Storage Cheat Sheet (2025), argon2id, first row of 19 MiB. */
const COST = { memory: 19_456, passes: 2, parallelism: 1 };
const HASH_BYTES = 32;

const base64 = (bytes: Buffer): string => bytes.toString('base64').replaceAll('=', '');

async function argon2id(password: string, nonce: Buffer, cost: typeof COST): Promise<Buffer> {
  // The same letters may be typed as one character or as two (ä): both must give the same hash.
  const parameters: Argon2Parameters = { ...cost, message: password.normalize('NFKC'), nonce, tagLength: HASH_BYTES };
  return derive('argon2id', parameters);
}

/** A password as it is stored: Argon2id in the PHC string format, with its salt and cost. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const hash = await argon2id(password, salt, COST);
  const { memory, passes, parallelism } = COST;
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${base64(salt)}$${base64(hash)}`;
}

const PHC = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;
/** Of no password: takes as long to check as a real one, so that time does not tell who has an account. */
const NOBODY = `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${base64(Buffer.alloc(16))}$${base64(Buffer.alloc(HASH_BYTES))}`;

/** Whether a password is the stored one; null (nobody, or no password yet) takes as long and is false. */
export async function verifyPassword(password: string, stored: string | null): Promise<boolean> {
  const [, memory, passes, parallelism, salt = '', hash = ''] = PHC.exec(stored ?? NOBODY) ?? [];
  if (memory === undefined) throw new Error('a stored password hash has an unknown form');
  const cost = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) };
  const found = await argon2id(password, Buffer.from(salt, 'base64'), cost);
  return timingSafeEqual(found, Buffer.from(hash, 'base64')) && stored !== null;
}

export const PASSWORD_MIN = 12;
export const PASSWORD_MAX = 200;
/** What is left of a weak password without digits and signs. */
const WEAK =
  /^(|passwor[dt]|kennwort|geheim|qwert[yz](uiop)?|hallo|willkommen|sommer|winter|fr(ue|ü)hling|herbst|fahrplan|admin(istrator)?|verwaltung|abc(def)?(gh)?)$/;

/**
 * What is wrong with a new password; undefined if nothing is. Long instead of complicated, and nothing that is guessed
 * first (NIST SP 800-63B § 3.1.1, BSI): no rules about kinds of characters.
 */
export function passwordFault(password: string, { name, mail }: { name: string; mail: string }): Text | undefined {
  const length = Array.from(password).length;
  if (length < PASSWORD_MIN || length > PASSWORD_MAX) {
    return {
      de: `Das Kennwort braucht ${PASSWORD_MIN} bis ${PASSWORD_MAX} Zeichen; mehrere Wörter hintereinander lassen sich gut merken.`,
      en: `The password needs ${PASSWORD_MIN} to ${PASSWORD_MAX} characters; several words in a row are easy to remember.`,
    };
  }
  const lower = password.toLowerCase();
  const own = [...name.toLowerCase().split(/\s+/), mail.toLowerCase().split('@')[0] ?? ''];
  const letters = own.filter((part) => part.length > 3).reduce((rest, part) => rest.replaceAll(part, ''), lower);
  if (new Set(lower).size < 5 || WEAK.test(letters.replaceAll(/[^\p{L}]/gu, ''))) {
    return {
      de: 'Dieses Kennwort ist zu leicht zu erraten. Bitte ein anderes wählen, ohne Namen und gängige Wörter.',
      en: 'This password is too easy to guess. Please choose another one, without names and common words.',
    };
  }
  return undefined;
}
