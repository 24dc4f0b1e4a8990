import { sql } from 'kysely';
import type { CityTransaction } from './city.ts';
import { type RecordKind, TABLES } from './kinds.ts';

/** One change of one record. `body` is what the record held after it; null after a deletion, or if it was erased. */
export type HistoryEntry = {
  seq: number;
  /** UTC with microseconds. */
  at: string;
  actor: string;
  action: 'insert' | 'update' | 'delete';
  version: number;
  body: Record<string, unknown> | null;
};

const ENTRY = sql`
  e.seq, to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at, e.actor, e.action, e.version, c.body
  FROM audit_entry e LEFT JOIN record_content c USING (city_id, seq)`;

const IS_CHANGE = sql`e.action IN ('insert', 'update', 'delete')`;

/** Changes of a record, newest first, the record's earlier lives included; `before` pages back. */
export async function readHistory(
  tx: CityTransaction,
  kind: RecordKind,
  id: string,
  { before = Number.MAX_SAFE_INTEGER, limit = 50 }: { before?: number; limit?: number } = {},
): Promise<HistoryEntry[]> {
  const { rows } = await sql<HistoryEntry>`
    SELECT ${ENTRY}
    WHERE e.kind = ${TABLES[kind]} AND e.record_id = ${id} AND ${IS_CHANGE} AND e.seq < ${before}
    ORDER BY e.seq DESC LIMIT ${limit}`.execute(tx);
  return rows;
}

/** One change, with the record that it concerns; undefined if the number belongs to something else. */
export async function readChange(
  tx: CityTransaction,
  seq: number,
): Promise<(HistoryEntry & { kind: RecordKind; id: string }) | undefined> {
  const { rows } = await sql<HistoryEntry & { table: string; id: string }>`
    SELECT e.kind AS table, e.record_id AS id, ${ENTRY} WHERE e.seq = ${seq} AND ${IS_CHANGE}`.execute(tx);
  const found = rows[0];
  const kind = (Object.keys(TABLES) as RecordKind[]).find((one) => TABLES[one] === found?.table);
  return found && kind && { ...found, kind };
}

/**
 * Makes this transaction the only one that changes records of its city until it ends: what is read from now on stays
 * true until it is written. The lock is that of the audit chain, which every change takes anyway.
 */
export async function holdRecords(tx: CityTransaction): Promise<void> {
  await sql`
    SELECT pg_advisory_xact_lock(hashtextextended('fahrplan.audit.' || current_setting('fahrplan.city'), 0))`.execute(
    tx,
  );
}
