import { type Kysely, sql } from 'kysely';
import type { Acting, CityTransaction } from './city.ts';
import type { Database } from './connection.ts';
import { utc } from './sessions.ts';
import { hashOf } from './tokens.ts';

/** What a person proves the identity with. Never part of an answer or of the audit chain. */
export type Credential = {
  passwordHash: string | null;
  totpSecret: string | null;
  totpConfirmed: boolean;
  totpLastStep: number;
};

export type Passkey = {
  id: string;
  name: string;
  publicKey: Buffer;
  counter: number;
  transports: string[];
  createdAt: string;
  lastUsedAt: string | null;
};

const NONE: Credential = { passwordHash: null, totpSecret: null, totpConfirmed: false, totpLastStep: 0 };

/** The person's credential. The row is locked until the transaction ends, so that a code cannot be used twice at once. */
export async function readCredential(tx: CityTransaction, person: string): Promise<Credential> {
  const { rows } = await sql<Credential>`
    SELECT password_hash AS "passwordHash", totp_secret AS "totpSecret", totp_confirmed AS "totpConfirmed",
      totp_last_step AS "totpLastStep"
    FROM credential WHERE id = ${person} FOR UPDATE`.execute(tx);
  return rows[0] ?? NONE;
}

/** Changes parts of the person's credential. */
export async function writeCredential(tx: CityTransaction, person: string, change: Partial<Credential>): Promise<void> {
  const next = { ...(await readCredential(tx, person)), ...change };
  await sql`
    INSERT INTO credential (city_id, id, password_hash, totp_secret, totp_confirmed, totp_last_step)
    VALUES (current_setting('fahrplan.city'), ${person}, ${next.passwordHash}, ${next.totpSecret},
      ${next.totpConfirmed}, ${next.totpLastStep})
    ON CONFLICT (city_id, id) DO UPDATE SET password_hash = excluded.password_hash,
      totp_secret = excluded.totp_secret, totp_confirmed = excluded.totp_confirmed,
      totp_last_step = excluded.totp_last_step`.execute(tx);
}

export async function listPasskeys(tx: CityTransaction, person: string): Promise<Passkey[]> {
  const { rows } = await sql<Passkey>`
    SELECT id, name, public_key AS "publicKey", counter, transports, ${sql.raw(utc('created_at'))} AS "createdAt",
      ${sql.raw(utc('last_used_at'))} AS "lastUsedAt"
    FROM passkey WHERE person = ${person} ORDER BY created_at, id`.execute(tx);
  return rows;
}

export async function insertPasskey(
  tx: CityTransaction,
  person: string,
  key: Pick<Passkey, 'id' | 'name' | 'publicKey' | 'counter' | 'transports'>,
): Promise<void> {
  await sql`
    INSERT INTO passkey (city_id, id, person, name, public_key, counter, transports)
    VALUES (current_setting('fahrplan.city'), ${key.id}, ${person}, ${key.name}, ${key.publicKey}, ${key.counter},
      ${key.transports})`.execute(tx);
}

/** A passkey was used; its counter must only grow, or it was copied. */
export async function usedPasskey(tx: CityTransaction, id: string, counter: number): Promise<void> {
  await sql`UPDATE passkey SET counter = ${counter}, last_used_at = now() WHERE id = ${id}`.execute(tx);
}

/** Removes a passkey of the person; false if there is none with this id. */
export async function deletePasskey(tx: CityTransaction, person: string, id: string): Promise<boolean> {
  const result = await sql`DELETE FROM passkey WHERE person = ${person} AND id = ${id}`.execute(tx);
  return result.numAffectedRows === 1n;
}

/** City and person of a passkey; undefined if nobody has it. */
export async function findPasskeyOwner(db: Kysely<Database>, id: string): Promise<Acting | undefined> {
  const { rows } = await sql<Acting>`SELECT city, id AS actor FROM find_passkey(${id})`.execute(db);
  return rows[0];
}

/** Replaces the person's recovery codes; none of the old ones works afterwards. */
export async function replaceRecoveryCodes(
  tx: CityTransaction,
  person: string,
  codes: readonly string[],
): Promise<void> {
  await sql`DELETE FROM recovery_code WHERE person = ${person}`.execute(tx);
  for (const code of codes)
    await sql`INSERT INTO recovery_code VALUES (current_setting('fahrplan.city'), ${person}, ${hashOf(code)})`.execute(
      tx,
    );
}

export async function countRecoveryCodes(tx: CityTransaction, person: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`SELECT count(*) FROM recovery_code WHERE person = ${person}`.execute(
    tx,
  );
  return rows[0]?.count ?? 0;
}

/** Uses a recovery code up; false if it is none of the person's. */
export async function redeemRecoveryCode(tx: CityTransaction, person: string, code: string): Promise<boolean> {
  const result = await sql`
    DELETE FROM recovery_code WHERE person = ${person} AND code_hash = ${hashOf(code)}`.execute(tx);
  return result.numAffectedRows === 1n;
}

/** Takes the second factor away: authenticator app and recovery codes, and the passkeys if asked. */
export async function clearSecondFactor(
  tx: CityTransaction,
  person: string,
  { passkeys }: { passkeys: boolean },
): Promise<void> {
  await writeCredential(tx, person, { totpSecret: null, totpConfirmed: false, totpLastStep: 0 });
  await sql`DELETE FROM recovery_code WHERE person = ${person}`.execute(tx);
  if (passkeys) await sql`DELETE FROM passkey WHERE person = ${person}`.execute(tx);
}
