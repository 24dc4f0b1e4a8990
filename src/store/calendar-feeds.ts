import { createHash, randomBytes } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { Acting, CityTransaction } from './city.ts';
import type { Database } from './connection.ts';

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

/** Makes the acting person's key to the calendar feed; an earlier one stops working. */
export async function createCalendarFeed(tx: CityTransaction): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await sql`
    INSERT INTO calendar_feed (city_id, actor, token_hash)
    VALUES (current_setting('fahrplan.city'), current_setting('fahrplan.actor'), ${hashOf(token)})
    ON CONFLICT (city_id, actor) DO UPDATE SET token_hash = excluded.token_hash, created_at = now()`.execute(tx);
  return token;
}

/** For which city and in whose name a key reads the calendar; undefined if there is no such key. */
export async function findCalendarFeed(db: Kysely<Database>, token: string): Promise<Acting | undefined> {
  const { rows } = await sql<Acting>`SELECT city, actor FROM find_calendar_feed(${hashOf(token)})`.execute(db);
  return rows[0];
}
