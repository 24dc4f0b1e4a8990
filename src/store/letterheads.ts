import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { CityTransaction } from './city.ts';

/** Keeps a letterhead and returns its SHA-256, under which it is found again; one that is there already stays. */
export async function keepLetterhead(tx: CityTransaction, content: Uint8Array): Promise<string> {
  const sha256 = createHash('sha256').update(content).digest('hex');
  await sql`
    INSERT INTO letterhead (city_id, sha256, content)
    VALUES (current_setting('fahrplan.city'), ${sha256}, ${Buffer.from(content)})
    ON CONFLICT DO NOTHING`.execute(tx);
  return sha256;
}

/** The letterhead with this SHA-256; undefined if there is none. */
export async function readLetterhead(tx: CityTransaction, sha256: string): Promise<Uint8Array | undefined> {
  const { rows } = await sql<{ content: Buffer }>`SELECT content FROM letterhead WHERE sha256 = ${sha256}`.execute(tx);
  return rows[0]?.content;
}
