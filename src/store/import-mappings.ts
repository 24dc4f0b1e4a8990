import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { CityTransaction } from './city.ts';
import { toDocument } from './document.ts';

/** Heading → what it means; null: left out. */
export type ImportMapping = Record<string, string | null>;

/** The same headings in the same order are the same list. */
const keyOf = (headings: readonly string[]): string => createHash('sha256').update(headings.join('\n')).digest('hex');

/** What was decided about a list with these headings the last time; empty if it comes for the first time. */
export async function readMapping(tx: CityTransaction, headings: readonly string[]): Promise<ImportMapping> {
  const { rows } = await sql<{ mapping: ImportMapping }>`
    SELECT mapping FROM import_mapping WHERE headings = ${keyOf(headings)}`.execute(tx);
  return rows[0]?.mapping ?? {};
}

/** Remembers what the headings of a list mean. */
export async function keepMapping(
  tx: CityTransaction,
  headings: readonly string[],
  mapping: ImportMapping,
): Promise<void> {
  await sql`
    INSERT INTO import_mapping (city_id, headings, mapping)
    VALUES (current_setting('fahrplan.city'), ${keyOf(headings)}, ${toDocument(mapping)}::jsonb)
    ON CONFLICT (city_id, headings) DO UPDATE SET mapping = excluded.mapping`.execute(tx);
}
