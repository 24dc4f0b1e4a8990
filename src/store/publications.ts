import { sql } from 'kysely';
import { type Publication, publicationSchema } from '../council/index.ts';
import type { CityTransaction } from './city.ts';
import { toDocument } from './document.ts';

/** Formats in which a released statement is kept. */
export type ReleaseFormat = 'docx' | 'pdf' | 'html';
/** All that is kept with a release: its text, and the agenda as it was approved on that day, unless no plan was. */
export type ReleaseFiles = Readonly<Record<ReleaseFormat, Uint8Array> & { agenda?: Uint8Array }>;

/**
 * Publishes a release with its files, or a withdrawal, which has none. Neither can be changed or deleted afterwards.
 */
export async function publish(
  tx: CityTransaction,
  publication: Publication,
  files: Partial<ReleaseFiles>,
): Promise<void> {
  await sql`
    INSERT INTO statement_release (city_id, id, body)
    VALUES (current_setting('fahrplan.city'), ${publication.id}, ${toDocument(publication)}::jsonb)`.execute(tx);
  for (const [format, bytes] of Object.entries(files)) {
    const content = Buffer.from(bytes);
    await sql`
      INSERT INTO release_file (city_id, release_id, format, sha256, content)
      VALUES (current_setting('fahrplan.city'), ${publication.id}, ${format},
        encode(sha256(${content}), 'hex'), ${content})`.execute(tx);
  }
}

/** A file of a release as it was on its day; undefined if there is none. */
export async function readReleaseFile(
  tx: CityTransaction,
  release: string,
  format: keyof ReleaseFiles,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const { rows } = await sql<{ content: Buffer }>`
    SELECT content FROM release_file WHERE release_id = ${release} AND format = ${format}`.execute(tx);
  return rows[0] && new Uint8Array(rows[0].content);
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
