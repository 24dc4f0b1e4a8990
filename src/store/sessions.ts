import { createHash, randomBytes } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { type CityTransaction, enterCity } from './city.ts';
import type { Database } from './connection.ts';

/** Who is signed in, for which city, with which roles, and for which units (an office's people). */
export type Session = { city: string; actor: string; roles: string[]; ownUnits: string[] };

/** 256 bits, as text for an address or a cookie. Only its hash is stored. */
const newToken = (): string => randomBytes(32).toString('base64url');
const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

/** A token for a link that signs `actor` in once, within the given minutes. */
export async function createSignInToken(
  tx: CityTransaction,
  { actor, roles, ownUnits = [], minutes }: { actor: string; roles: string[]; ownUnits?: string[]; minutes: number },
): Promise<string> {
  const token = newToken();
  await sql`
    INSERT INTO sign_in_token (token_hash, city_id, actor, roles, own_units, expires_at)
    VALUES (${hashOf(token)}, current_setting('fahrplan.city'), ${actor}, ${roles}, ${ownUnits},
      now() + make_interval(mins => ${minutes}))`.execute(tx);
  return token;
}

/**
 * Uses a sign-in token up and opens a session; undefined if the token is unknown, used or expired. The session's
 * token is new, so that whoever saw the link cannot take the session over.
 */
export async function redeemSignInToken(
  db: Kysely<Database>,
  token: string,
  { hours }: { hours: number },
): Promise<{ token: string; session: Session } | undefined> {
  return db.transaction().execute(async (tx) => {
    const { rows } = await sql<Session>`
      SELECT city, actor, roles, own_units AS "ownUnits" FROM use_sign_in_token(${hashOf(token)})`.execute(tx);
    const session = rows[0];
    if (session === undefined) return undefined;
    await enterCity(tx, session);
    const sessionToken = newToken();
    await sql`
      INSERT INTO session (token_hash, city_id, actor, roles, own_units, expires_at)
      VALUES (${hashOf(sessionToken)}, ${session.city}, ${session.actor}, ${session.roles}, ${session.ownUnits},
        now() + make_interval(hours => ${hours}))`.execute(tx);
    await sql`SELECT record_event('signIn', 'session', ${session.actor})`.execute(tx);
    return { token: sessionToken, session };
  });
}

/** The session of a token; undefined if there is none or it has expired. */
export async function findSession(db: Kysely<Database>, token: string): Promise<Session | undefined> {
  const { rows } =
    await sql<Session>`SELECT city, actor, roles, own_units AS "ownUnits" FROM find_session(${hashOf(token)})`.execute(
      db,
    );
  return rows[0];
}

/** Ends a session; it does no harm to end one that is gone. */
export async function endSession(tx: CityTransaction, token: string): Promise<void> {
  await sql`DELETE FROM session WHERE token_hash = ${hashOf(token)}`.execute(tx);
}

/** Removes expired sessions and links, and week-old idempotency keys and progress; for a daily job. */
export async function deleteExpired(db: Kysely<Database>): Promise<void> {
  await sql`SELECT delete_expired()`.execute(db);
}
