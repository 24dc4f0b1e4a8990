import { sql } from 'kysely';
import { type Preferences, preferencesSchema } from '../agenda/index.ts';
import type { CityTransaction } from './city.ts';
import { toDocument } from './document.ts';

/** What the acting person has chosen; defaults for what they have not. */
export async function readPreferences(tx: CityTransaction): Promise<Preferences> {
  const { rows } = await sql<{ body: unknown }>`
    SELECT body FROM preference WHERE actor = current_setting('fahrplan.actor')`.execute(tx);
  return preferencesSchema.parse(rows[0]?.body ?? {});
}

/** What somebody else has chosen, for what is sent to them. */
export async function preferencesOf(tx: CityTransaction, person: string): Promise<Preferences> {
  const { rows } = await sql<{ body: unknown }>`SELECT body FROM preference WHERE actor = ${person}`.execute(tx);
  return preferencesSchema.parse(rows[0]?.body ?? {});
}

/** Keeps the choices of the acting person. */
export async function keepPreferences(tx: CityTransaction, chosen: Preferences): Promise<void> {
  await sql`
    INSERT INTO preference (city_id, actor, body)
    VALUES (current_setting('fahrplan.city'), current_setting('fahrplan.actor'), ${toDocument(chosen)}::jsonb)
    ON CONFLICT (city_id, actor) DO UPDATE SET body = excluded.body`.execute(tx);
}
