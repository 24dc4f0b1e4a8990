import { type Kysely, sql } from 'kysely';
import type { Database } from './connection.ts';
import { hashOf } from './tokens.ts';

/**
 * Slows down guessing of passwords and codes, on all servers together: failures are counted by the address that was
 * typed, whether or not somebody has it, so that the answer does not tell who has an account.
 */

/** Begins an attempt, which counts as failed until {@link endSignIn}. Returns the seconds to wait; 0 = go on. */
export async function beginSignIn(db: Kysely<Database>, mail: string): Promise<number> {
  const { rows } = await sql<{ wait: number }>`SELECT begin_sign_in(${subject(mail)}) AS wait`.execute(db);
  return rows[0]?.wait ?? 0;
}

/** Ends an attempt well: wholly, or half (the password was right, the code is still missing). */
export async function endSignIn(db: Kysely<Database>, mail: string, { wholly }: { wholly: boolean }): Promise<void> {
  await sql`SELECT end_sign_in(${subject(mail)}, ${wholly})`.execute(db);
}

const subject = (mail: string): Buffer => hashOf(mail.trim().toLowerCase());

/** Keeps what a passkey has to sign, for five minutes and one use. `purpose` binds it to an act and a person. */
export async function keepChallenge(db: Kysely<Database>, challenge: string, purpose: string): Promise<void> {
  await sql`SELECT keep_challenge(${hashOf(challenge)}, ${purpose})`.execute(db);
}

/** True once, if the challenge was made for this purpose and is still good. */
export async function redeemChallenge(db: Kysely<Database>, challenge: string, purpose: string): Promise<boolean> {
  const { rows } = await sql<{ good: boolean }>`
    SELECT use_challenge(${hashOf(challenge)}, ${purpose}) AS good`.execute(db);
  return rows[0]?.good === true;
}
