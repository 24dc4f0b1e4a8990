import { type Kysely, sql } from 'kysely';
import { type CityTransaction, enterCity } from './city.ts';
import type { Database } from './connection.ts';
import { hashOf, newToken } from './tokens.ts';

/** Who is signed in, for which city, with which roles, and for which units (an office's people). */
export type Session = {
  city: string;
  actor: string;
  roles: string[];
  ownUnits: string[];
  /** Names the session among those of its person; not its secret. */
  id: string;
  /** The person's account; null for the link on the console. */
  person: string | null;
  /** Seconds since the second factor was last shown; null if it never was. */
  secondFactorAge: number | null;
};

/**
 * A session with the state of its city when it was asked for: a number that grows with every change of any record, so
 * that what was computed from one state holds until the next. 0 while the city has no record.
 */
export type FoundSession = Session & {
  cityState: number;
  /** Grows with every change of news, preferences and open links of the city, which are no records. */
  smallChanges: number;
};

/** A session as its person sees it in the list of places where somebody is signed in. */
export type OpenSession = { id: string; device: string; createdAt: string; lastSeenAt: string };

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

type Redeemed = Pick<Session, 'city' | 'actor' | 'roles' | 'ownUnits'>;

/**
 * Uses a sign-in token up and opens a session; undefined if the token is unknown, used or expired. The session's
 * token is new, so that whoever saw the link cannot take the session over.
 */
export async function redeemSignInToken(
  db: Kysely<Database>,
  token: string,
  { hours, device = '' }: { hours: number; device?: string },
): Promise<{ token: string; session: Redeemed } | undefined> {
  return db.transaction().execute(async (tx) => {
    const { rows } = await sql<Redeemed>`
      SELECT city, actor, roles, own_units AS "ownUnits" FROM use_sign_in_token(${hashOf(token)})`.execute(tx);
    const session = rows[0];
    if (session === undefined) return undefined;
    await enterCity(tx, session);
    const sessionToken = newToken();
    await sql`
      INSERT INTO session (token_hash, city_id, actor, roles, own_units, device, expires_at)
      VALUES (${hashOf(sessionToken)}, ${session.city}, ${session.actor}, ${session.roles}, ${session.ownUnits},
        ${device}, now() + make_interval(hours => ${hours}))`.execute(tx);
    await sql`SELECT record_event('signIn', 'session', ${session.actor})`.execute(tx);
    return { token: sessionToken, session };
  });
}

/**
 * Opens a session for a person who has just proved who they are, and returns its token. Roles are not copied: they are
 * read from the person at every request.
 */
export async function openSession(
  tx: CityTransaction,
  { person, hours, device, secondFactor }: { person: string; hours: number; device: string; secondFactor: boolean },
): Promise<string> {
  const token = newToken();
  await sql`
    INSERT INTO session (token_hash, city_id, actor, roles, person, device, second_factor_at, expires_at)
    VALUES (${hashOf(token)}, current_setting('fahrplan.city'), ${person}, '{}', ${person}, ${device},
      CASE WHEN ${secondFactor}::boolean THEN now() END, now() + make_interval(hours => ${hours}))`.execute(tx);
  await sql`SELECT record_event('signIn', 'session', ${person})`.execute(tx);
  return token;
}

/** The session of a token; undefined if there is none, it has expired, or its person's access was withdrawn. */
export async function findSession(db: Kysely<Database>, token: string): Promise<FoundSession | undefined> {
  const { rows } = await sql<FoundSession>`
    SELECT city, actor, roles, own_units AS "ownUnits", id, person, second_factor_age AS "secondFactorAge",
      city_state AS "cityState", small_changes AS "smallChanges"
    FROM find_session(${hashOf(token)})`.execute(db);
  return rows[0];
}

/** Ends a session; it does no harm to end one that is gone. */
export async function endSession(tx: CityTransaction, token: string): Promise<void> {
  await sql`DELETE FROM session WHERE token_hash = ${hashOf(token)}`.execute(tx);
}

/** The places where a person is signed in, newest first. */
export async function listSessions(tx: CityTransaction, person: string): Promise<OpenSession[]> {
  const { rows } = await sql<OpenSession>`
    SELECT id, device, ${sql.raw(utc('created_at'))} AS "createdAt", ${sql.raw(utc('last_seen_at'))} AS "lastSeenAt"
    FROM session WHERE person = ${person} AND expires_at > now() ORDER BY created_at DESC, id`.execute(tx);
  return rows;
}

/** Ends sessions of a person: the one named, or all but `except`. Returns how many. */
export async function endSessions(
  tx: CityTransaction,
  person: string,
  which: { id: string } | { except: string | null },
): Promise<number> {
  const result =
    'id' in which
      ? await sql`DELETE FROM session WHERE person = ${person} AND id = ${which.id}`.execute(tx)
      : await sql`DELETE FROM session WHERE person = ${person} AND id IS DISTINCT FROM ${which.except}`.execute(tx);
  return Number(result.numAffectedRows ?? 0n);
}

/** The second factor was shown just now in this session. */
export async function markSecondFactor(tx: CityTransaction, session: string): Promise<void> {
  await sql`UPDATE session SET second_factor_at = now() WHERE id = ${session}`.execute(tx);
}

/** Removes expired sessions and links, and week-old idempotency keys and progress; for a daily job. */
export async function deleteExpired(db: Kysely<Database>): Promise<void> {
  await sql`SELECT delete_expired()`.execute(db);
}

/** SQL for a time column as ISO text. */
export const utc = (column: string): string => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;
