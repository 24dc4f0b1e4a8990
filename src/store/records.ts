import { sql } from 'kysely';
import type { CityTransaction } from './city.ts';
import { toDocument } from './document.ts';
import { type RecordBody, type RecordKind, recordId, recordSchema, TABLES } from './kinds.ts';
import { StoreRefusal } from './refusal.ts';

/** A record as stored; `version` counts its changes from 1 and is what an ETag is made of. */
export type StoredRecord<K extends RecordKind> = { id: string; version: number; body: RecordBody<K> };

type Row = { id: string; version: number; body: unknown };

function fromRow<K extends RecordKind>(kind: K, row: Row): StoredRecord<K> {
  return { id: row.id, version: row.version, body: recordSchema(kind).parse(row.body) };
}

/** All records of a kind, in their order. */
export async function listRecords<K extends RecordKind>(tx: CityTransaction, kind: K): Promise<StoredRecord<K>[]> {
  const table = sql.table(TABLES[kind]);
  const { rows } = await sql<Row>`SELECT id, version, body FROM ${table} ORDER BY position, id`.execute(tx);
  return rows.map((row) => fromRow(kind, row));
}

/** The version of every record of a kind, by id. */
export async function recordVersions(tx: CityTransaction, kind: RecordKind): Promise<Record<string, number>> {
  const { rows } = await sql<{ id: string; version: number }>`
    SELECT id, version FROM ${sql.table(TABLES[kind])}`.execute(tx);
  return Object.fromEntries(rows.map((row) => [row.id, row.version]));
}

/** One record, or undefined if this city has none with the id. */
export async function readRecord<K extends RecordKind>(
  tx: CityTransaction,
  kind: K,
  id: string,
): Promise<StoredRecord<K> | undefined> {
  const table = sql.table(TABLES[kind]);
  const { rows } = await sql<Row>`SELECT id, version, body FROM ${table} WHERE id = ${id}`.execute(tx);
  return rows[0] && fromRow(kind, rows[0]);
}

/** Adds a record at the end of its list. Refuses (`recordExists`) an id that is taken. */
export async function insertRecord<K extends RecordKind>(
  tx: CityTransaction,
  kind: K,
  body: RecordBody<K>,
): Promise<StoredRecord<K>> {
  const table = sql.table(TABLES[kind]);
  const id = recordId(body);
  const { rows } = await sql<Row>`
    INSERT INTO ${table} (city_id, id, position, body)
    SELECT current_setting('fahrplan.city'), ${id}, coalesce(max(position) + 1, 0), ${toDocument(body)}::jsonb
    FROM ${table}
    ON CONFLICT (city_id, id) DO NOTHING
    RETURNING id, version, body`.execute(tx);
  if (rows[0]) return fromRow(kind, rows[0]);
  throw new StoreRefusal('recordExists', {
    de: `Die Kennung "${id}" ist schon vergeben. Bitte eine andere wählen.`,
    en: `The id "${id}" is already taken. Please choose another one.`,
  });
}

/**
 * Replaces a record and returns its new version; the present one, with nothing written, if that would change nothing.
 * Refuses (`recordStale`) if the record is no longer in the version
 * that the editor saw, and (`recordUnknown`) if it does not exist.
 */
export async function replaceRecord<K extends RecordKind>(
  tx: CityTransaction,
  kind: K,
  id: string,
  expectedVersion: number,
  body: RecordBody<K>,
): Promise<StoredRecord<K>> {
  if (recordId(body) !== id) throw new RangeError(`a record keeps its id: "${id}" cannot become "${recordId(body)}"`);
  const table = sql.table(TABLES[kind]);
  const { rows } = await sql<Row>`
    UPDATE ${table} SET body = ${toDocument(body)}::jsonb
    WHERE id = ${id} AND version = ${expectedVersion} AND body <> ${toDocument(body)}::jsonb
    RETURNING id, version, body`.execute(tx);
  if (rows[0]) return fromRow(kind, rows[0]);
  const present = await readRecord(tx, kind, id);
  if (present?.version === expectedVersion) return present;
  throw await notInVersion(tx, kind, id);
}

/** Deletes a record in the version that the editor saw; refuses like `replaceRecord`. */
export async function deleteRecord(
  tx: CityTransaction,
  kind: RecordKind,
  id: string,
  expectedVersion: number,
): Promise<void> {
  const table = sql.table(TABLES[kind]);
  const result = await sql`DELETE FROM ${table} WHERE id = ${id} AND version = ${expectedVersion}`.execute(tx);
  if (result.numAffectedRows === 0n) throw await notInVersion(tx, kind, id);
}

/**
 * Puts all records of a kind into another order; those that move get a new version. Refuses (`recordStale`) if they do
 * not stand in the order that the editor saw, because somebody has added, deleted or moved one meanwhile.
 *
 * @param after the ids of `before`, each once
 */
export async function orderRecords(
  tx: CityTransaction,
  kind: RecordKind,
  { before, after }: { before: readonly string[]; after: readonly string[] },
): Promise<void> {
  const table = sql.table(TABLES[kind]);
  const { rows } = await sql<{ id: string }>`SELECT id FROM ${table} ORDER BY position, id FOR UPDATE`.execute(tx);
  if (rows.map(({ id }) => id).join(' ') !== before.join(' '))
    throw new StoreRefusal('recordStale', {
      de: 'Die Liste hat sich inzwischen geändert. Bitte neu laden und die Änderung wiederholen.',
      en: 'The list has changed meanwhile. Please reload it and repeat the change.',
    });
  await sql`
    UPDATE ${table} AS stored SET position = asked.place
    FROM (SELECT id, place::integer FROM unnest(${[...after]}::text[]) WITH ORDINALITY AS given (id, place)) AS asked
    WHERE stored.id = asked.id AND stored.position IS DISTINCT FROM asked.place`.execute(tx);
}

async function notInVersion(tx: CityTransaction, kind: RecordKind, id: string): Promise<StoreRefusal> {
  const { rows } = await sql`SELECT FROM ${sql.table(TABLES[kind])} WHERE id = ${id}`.execute(tx);
  if (rows.length === 0) {
    return new StoreRefusal('recordUnknown', {
      de: `Es gibt keinen Eintrag mit der Kennung "${id}" (mehr).`,
      en: `There is no entry with the id "${id}" (any more).`,
    });
  }
  return new StoreRefusal('recordStale', {
    de: `Der Eintrag "${id}" wurde inzwischen von jemand anderem geändert. Bitte neu laden und die Änderung wiederholen.`,
    en: `The entry "${id}" has been changed by somebody else meanwhile. Please reload it and repeat the change.`,
  });
}
