import { sql } from 'kysely';
import { type StatusContact, type StatusRequest, statusContactSchema, statusRequestSchema } from '../planning/index.ts';
import type { CityTransaction } from './city.ts';
import { toDocument } from './document.ts';

type Row = { body: unknown };

export async function listStatusContacts(tx: CityTransaction): Promise<StatusContact[]> {
  const { rows } = await sql<Row>`SELECT body FROM status_contact ORDER BY id`.execute(tx);
  return rows.map(({ body }) => statusContactSchema.parse(body));
}

/** Sets who is asked about an office's projects or about one project; null: nobody any more. */
export async function setStatusContact(tx: CityTransaction, id: string, contact: StatusContact | null): Promise<void> {
  if (contact === null) {
    await sql`DELETE FROM status_contact WHERE id = ${id}`.execute(tx);
    return;
  }
  await sql`
    INSERT INTO status_contact (city_id, id, body)
    VALUES (current_setting('fahrplan.city'), ${id}, ${toDocument(contact)}::jsonb)
    ON CONFLICT (city_id, id) DO UPDATE SET body = excluded.body`.execute(tx);
}

/** The requests of the newest round, in the order in which they were made. */
export async function listStatusRequests(tx: CityTransaction): Promise<StatusRequest[]> {
  const { rows } = await sql<Row>`
    SELECT body FROM status_request WHERE body ->> 'round' = (
      SELECT body ->> 'round' FROM status_request ORDER BY body ->> 'startedOn' DESC, position DESC LIMIT 1
    ) ORDER BY position, id`.execute(tx);
  return rows.map(({ body }) => statusRequestSchema.parse(body));
}

/** One request, locked until the transaction ends: answers and decisions follow one another. */
export async function readStatusRequest(tx: CityTransaction, id: string): Promise<StatusRequest | undefined> {
  const { rows } = await sql<Row>`SELECT body FROM status_request WHERE id = ${id} FOR UPDATE`.execute(tx);
  return rows[0] && statusRequestSchema.parse(rows[0].body);
}

export async function saveStatusRequest(tx: CityTransaction, request: StatusRequest): Promise<void> {
  await sql`
    INSERT INTO status_request (city_id, id, position, body)
    SELECT current_setting('fahrplan.city'), ${request.id}, coalesce(max(position) + 1, 0),
      ${toDocument(request)}::jsonb FROM status_request
    ON CONFLICT (city_id, id) DO UPDATE SET body = excluded.body`.execute(tx);
}
