import { sql } from 'kysely';
import { type Publication, publicationSchema } from '../council/index.ts';
import type { CityTransaction } from './city.ts';
import { toDocument } from './document.ts';

/** Publishes a release or a withdrawal. It can neither be changed nor deleted afterwards. */
export async function publish(tx: CityTransaction, publication: Publication): Promise<void> {
  await sql`
    INSERT INTO statement_release (city_id, id, body)
    VALUES (current_setting('fahrplan.city'), ${publication.id}, ${toDocument(publication)}::jsonb)`.execute(tx);
}

export type StoredPublication = { publication: Publication; publishedAt: string };

/** What was published about one paper, or about all of them; oldest first. */
export async function listPublications(tx: CityTransaction, paper?: string): Promise<StoredPublication[]> {
  const { rows } = await sql<{ body: unknown; created_at: Date }>`
    SELECT body, created_at FROM statement_release
    WHERE ${paper ?? null}::text IS NULL OR paper = ${paper ?? null}
    ORDER BY created_at, id`.execute(tx);
  return rows.map(({ body, created_at }) => ({
    publication: publicationSchema.parse(body),
    publishedAt: created_at.toISOString(),
  }));
}
