import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { CityTransaction } from './city.ts';
import { toDocument } from './document.ts';

/** An object of another OParl server, brought into our form; the formats know what else stands in it. */
export type ExternalObject = { address: string; kind: string };

export type StoredExternal = {
  id: string;
  body: ExternalObject;
  /** True if its server has deleted it. */
  gone: boolean;
  /** When its content changed last here, as a moment in UTC. */
  changedAt: string;
};

/** How many of the objects of a batch were new, changed, the same, or are gone. */
export type SaveCounts = { new: number; changed: number; unchanged: number; gone: number };

/** Key of an object: the same address always has the same. */
export const externalId = (address: string): string => createHash('sha256').update(address).digest('hex').slice(0, 32);

/** Keeps what was read. Whatever is there already with the same content stays untouched. */
export async function saveExternal(
  tx: CityTransaction,
  objects: readonly ExternalObject[],
  deleted: readonly string[],
): Promise<SaveCounts> {
  // The last word about an address counts; a statement can change a row once only.
  const bodies = [...new Map(objects.map((body) => [externalId(body.address), body]))];
  const given = bodies.map(([id, body]) => ({ id, body }));
  const { rows } = await sql<{ fresh: boolean }>`
    INSERT INTO oparl_object (city_id, id, address, kind, body)
    SELECT current_setting('fahrplan.city'), given.id, given.body ->> 'address', given.body ->> 'kind', given.body
    FROM jsonb_to_recordset(${toDocument(given)}::jsonb) AS given (id text, body jsonb)
    ON CONFLICT (city_id, id) DO UPDATE
      SET body = excluded.body, kind = excluded.kind, gone = false, changed_at = now()
      WHERE oparl_object.body <> excluded.body OR oparl_object.gone
    RETURNING (xmax = 0) AS fresh`.execute(tx);
  const ids = deleted.map(externalId);
  const gone = await sql`
    UPDATE oparl_object SET gone = true, changed_at = now() WHERE id = ANY(${ids}::text[]) AND NOT gone`.execute(tx);
  const fresh = rows.filter((row) => row.fresh).length;
  return {
    new: fresh,
    changed: rows.length - fresh,
    unchanged: given.length - rows.length,
    gone: Number(gone.numAffectedRows ?? 0),
  };
}

type Row = { id: string; body: ExternalObject; gone: boolean; changed_at: Date };

const stored = ({ id, body, gone, changed_at }: Row): StoredExternal => ({
  id,
  body,
  gone,
  changedAt: changed_at.toISOString(),
});

/** Objects of a kind, those that changed last first. */
export async function listExternal(tx: CityTransaction, kind: string, limit: number): Promise<StoredExternal[]> {
  const { rows } = await sql<Row>`
    SELECT id, body, gone, changed_at FROM oparl_object
    WHERE kind = ${kind} ORDER BY changed_at DESC, id LIMIT ${limit}`.execute(tx);
  return rows.map(stored);
}

/** The objects of these addresses that are here. */
export async function externalAt(tx: CityTransaction, addresses: readonly string[]): Promise<StoredExternal[]> {
  const { rows } = await sql<Row>`
    SELECT id, body, gone, changed_at FROM oparl_object
    WHERE id = ANY(${addresses.map(externalId)}::text[])`.execute(tx);
  return rows.map(stored);
}

/** The consultations that name one of these papers as theirs. */
export async function consultationsOfPapers(tx: CityTransaction, papers: readonly string[]): Promise<StoredExternal[]> {
  const { rows } = await sql<Row>`
    SELECT id, body, gone, changed_at FROM oparl_object
    WHERE kind = 'consultation' AND body ->> 'paper' = ANY(${[...papers]}::text[]) AND NOT gone`.execute(tx);
  return rows.map(stored);
}

/** One object by its key; undefined if there is none. */
export async function readExternal(tx: CityTransaction, id: string): Promise<StoredExternal | undefined> {
  const { rows } = await sql<Row>`SELECT id, body, gone, changed_at FROM oparl_object WHERE id = ${id}`.execute(tx);
  return rows[0] && stored(rows[0]);
}

/** How many objects of each kind are here. */
export async function countExternal(tx: CityTransaction): Promise<Record<string, number>> {
  const { rows } = await sql<{ kind: string; count: number }>`
    SELECT kind, count(*)::integer AS count FROM oparl_object WHERE NOT gone GROUP BY kind`.execute(tx);
  return Object.fromEntries(rows.map((row) => [row.kind, row.count]));
}
