import { type Kysely, sql } from 'kysely';
import type { CityTransaction } from './city.ts';
import type { Database } from './connection.ts';
import { hashOf, newToken } from './tokens.ts';

/** What a link without an account is good for; each opens exactly one act on one target. */
export type LinkPurpose = 'invitation' | 'passwordReset' | 'status' | 'interview' | 'offer';

/** A link as the server knows it: never its secret. */
export type Link = {
  city: string;
  id: string;
  purpose: LinkPurpose;
  /** Id of what it is about: a person, a line of a round, an interview, an offer. */
  target: string;
  state: 'open' | 'used' | 'expired';
};

/** Makes a link and returns its secret, which is stored nowhere. Earlier open links of the same kind stop working. */
export async function createLink(
  tx: CityTransaction,
  { purpose, target, days }: { purpose: LinkPurpose; target: string; days: number },
): Promise<{ id: string; token: string }> {
  await revokeLinks(tx, purpose, target);
  const token = newToken();
  const { rows } = await sql<{ id: string }>`
    INSERT INTO link (city_id, token_hash, purpose, target, expires_at)
    VALUES (current_setting('fahrplan.city'), ${hashOf(token)}, ${purpose}, ${target},
      now() + make_interval(days => ${days})) RETURNING id`.execute(tx);
  return { id: rows[0]?.id ?? '', token };
}

/** The link of a secret, whatever its state; undefined if there never was one or it is long gone. */
export async function findLink(db: Kysely<Database>, token: string): Promise<Link | undefined> {
  const { rows } = await sql<Link>`
    SELECT city, id, purpose, target, state FROM find_link(${hashOf(token)})`.execute(db);
  return rows[0];
}

/** Uses a link up; of two simultaneous uses one is told false. */
export async function redeemLink(tx: CityTransaction, id: string): Promise<boolean> {
  const result = await sql`
    UPDATE link SET used_at = now() WHERE id = ${id} AND used_at IS NULL AND expires_at > now()`.execute(tx);
  return result.numAffectedRows === 1n;
}

/** Open links of a kind no longer work. */
export async function revokeLinks(tx: CityTransaction, purpose: LinkPurpose, target: string): Promise<void> {
  await sql`
    DELETE FROM link WHERE purpose = ${purpose} AND target = ${target} AND used_at IS NULL`.execute(tx);
}

/** Targets that have an open link of one of these kinds, with the day on which it ends. */
export async function openLinks(tx: CityTransaction, ...purposes: LinkPurpose[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ target: string; on: string }>`
    SELECT target, max(expires_at)::date::text AS on FROM link
    WHERE purpose = ANY (${purposes}::text[]) AND used_at IS NULL AND expires_at > now() GROUP BY target`.execute(tx);
  return new Map(rows.map(({ target, on }) => [target, on]));
}
