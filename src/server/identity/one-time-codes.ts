import { randomInt } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import {
  type Acting,
  type CityTransaction,
  readCredential,
  recordEvent,
  redeemRecoveryCode,
  writeCredential,
} from '../../store/index.ts';
import { Problem } from '../http/problems.ts';
import { openSecret, sealSecret } from './sealed-secret.ts';

/** RFC 6238 as every authenticator app knows it: SHA-1, six digits, 30 seconds. */
const PERIOD = 30;
const totpOf = (secret: Secret, label: string): TOTP =>
  new TOTP({ issuer: 'Fahrplan', label, secret, algorithm: 'SHA1', digits: 6, period: PERIOD });

/** A new secret for an authenticator app: as text to type, and as address for its QR code. */
export function newTotp(label: string): { secret: string; uri: string } {
  const secret = new Secret({ size: 20 });
  return { secret: secret.base32, uri: totpOf(secret, label).toString() };
}

/** The period of a right code, which must be later than the last one used; null if the code is wrong or used. */
export function totpStep(secret: string, code: string, lastStep: number, nowMs: number): number | null {
  const delta = totpOf(Secret.fromBase32(secret), '').validate({ token: code, timestamp: nowMs, window: 1 });
  if (delta === null) return null;
  const step = Math.floor(nowMs / 1000 / PERIOD) + delta;
  return step > lastStep ? step : null;
}

/** Without 0, O, 1, I, L: what is read off paper must not be mistaken. 16 of them are 79 bits. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
export const RECOVERY_CODES = 10;

/** Codes for the day on which the phone is lost: `ABCD-EFGH-JKMN-PQRS`. */
export function newRecoveryCodes(): string[] {
  const block = (): string => Array.from({ length: 4 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  return Array.from({ length: RECOVERY_CODES }, () => [block(), block(), block(), block()].join('-'));
}

/** A recovery code as it is stored and compared, however it was typed. */
export function plainRecoveryCode(typed: string): string {
  return typed.toUpperCase().replaceAll(/[^0-9A-Z]/g, '');
}

/**
 * Checks and uses up a code of the authenticator app or a recovery code. A secret that an earlier version stored in the
 * open is sealed by the way. Throws {@link Problem} `second-factor-lost` where the key of the secret is gone.
 *
 * @param key what secrets are sealed with on this server
 */
export async function redeemSecondFactor(
  tx: CityTransaction,
  key: Buffer | null,
  owner: Acting,
  typed: string,
): Promise<boolean> {
  const person = owner.actor;
  const code = typed.replaceAll(/\s/g, '');
  const credential = await readCredential(tx, person);
  if (credential.totpSecret === null || !credential.totpConfirmed) return false;
  if (/^\d{6}$/.test(code)) {
    const secret = openSecret(key, credential.totpSecret, owner);
    if (secret === null) throw new Problem('second-factor-lost');
    const step = totpStep(secret, code, credential.totpLastStep, Date.now());
    if (step === null) return false;
    const sealed =
      secret === credential.totpSecret && key !== null ? { totpSecret: sealSecret(key, secret, owner) } : {};
    await writeCredential(tx, person, { totpLastStep: step, ...sealed });
    return true;
  }
  if (!(await redeemRecoveryCode(tx, person, plainRecoveryCode(code)))) return false;
  await recordEvent(tx, 'recoveryCodeUsed', 'person', person);
  return true;
}
