import { sql } from 'kysely';
import { type Confirmation, confirmationSchema } from '../planning/index.ts';
import type { CityTransaction } from './city.ts';
import { toDocument } from './document.ts';

type Row = { body: unknown };

/** All answers, newest first. */
export async function listConfirmations(tx: CityTransaction): Promise<Confirmation[]> {
  const { rows } = await sql<Row>`SELECT body FROM confirmation ORDER BY position DESC, id`.execute(tx);
  return rows.map(({ body }) => confirmationSchema.parse(body));
}

/** One answer, locked until the transaction ends. */
export async function readConfirmation(tx: CityTransaction, id: string): Promise<Confirmation | undefined> {
  const { rows } = await sql<Row>`SELECT body FROM confirmation WHERE id = ${id} FOR UPDATE`.execute(tx);
  return rows[0] && confirmationSchema.parse(rows[0].body);
}

export async function saveConfirmation(tx: CityTransaction, confirmation: Confirmation): Promise<void> {
  await sql`
    INSERT INTO confirmation (city_id, id, position, body)
    SELECT current_setting('fahrplan.city'), ${confirmation.id}, coalesce(max(position) + 1, 0),
      ${toDocument(confirmation)}::jsonb FROM confirmation
    ON CONFLICT (city_id, id) DO UPDATE SET body = excluded.body`.execute(tx);
}
