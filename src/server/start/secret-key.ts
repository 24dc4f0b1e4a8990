import { randomBytes, randomUUID } from 'node:crypto';
import { link, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../config.ts';
import { KEY_BYTES } from '../identity/sealed-secret.ts';
import { Refusal } from '../refusal.ts';

/** Beside the embedded database, and not in it: a backup does not hold it. */
export const KEY_FILE = 'secret.key';

/** A key as it is written down: 64 hexadecimal digits. */
const WRITTEN = new RegExp(`^[0-9a-f]{${2 * KEY_BYTES}}$`, 'i');

function keyOf(text: string, place: string): Buffer {
  if (WRITTEN.test(text.trim())) return Buffer.from(text.trim(), 'hex');
  const digits = 2 * KEY_BYTES;
  throw new Refusal({
    de: `${place} muss ein Schlüssel aus ${digits} Ziffern von 0 bis 9 und Buchstaben von a bis f sein, zum Beispiel von „openssl rand -hex ${KEY_BYTES}“.`,
    en: `${place} must be a key of ${digits} digits 0 to 9 and letters a to f, for example from "openssl rand -hex ${KEY_BYTES}".`,
  });
}

/**
 * The key that secrets of second factors are sealed with: FAHRPLAN_SECRET_KEY, or with the embedded database a file in
 * its folder, made at the first start and readable for its owner alone. Null with a database of the operator's own and
 * no key: several servers must have the same one, so none can make it.
 */
export async function readSecretKey(
  config: Pick<Config, 'secretKey' | 'databaseUrl' | 'dataFolder'>,
): Promise<Buffer | null> {
  if (config.secretKey !== null) return keyOf(config.secretKey, 'FAHRPLAN_SECRET_KEY');
  if (config.databaseUrl !== null) return null;
  const file = join(config.dataFolder, KEY_FILE);
  const known = await readKey(file);
  if (known !== null) return known;
  // Written whole under another name first: a crash in between leaves no half key behind.
  const unfinished = `${file}.${randomUUID()}`;
  await writeFile(unfinished, `${randomBytes(KEY_BYTES).toString('hex')}\n`, { mode: 0o600, flag: 'wx', flush: true });
  try {
    await link(unfinished, file);
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error; // another process was faster: its key holds
  } finally {
    await rm(unfinished, { force: true });
  }
  return readKey(file);
}

async function readKey(file: string): Promise<Buffer | null> {
  try {
    return keyOf(await readFile(file, 'utf8'), file);
  } catch (error) {
    if (isCode(error, 'ENOENT')) return null;
    throw error;
  }
}

const isCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;
