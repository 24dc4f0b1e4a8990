import { sql } from 'kysely';
import type { CityTransaction } from './city.ts';

/** One line of the audit chain. `action` is `insert`, `update`, `delete`, or the name of an event. */
export type AuditEntry = {
  seq: number;
  /** UTC with microseconds. */
  at: string;
  actor: string;
  action: string;
  kind: string;
  recordId: string;
  version: number | null;
  hash: string;
};

/** The newest entry: publish it daily, and a chain whose end was cut off can be told from a whole one. */
export type AuditHead = { seq: number; hash: string };

/** Entries of the chain, newest first, of one record if it is named; `before` pages back. */
export async function readAudit(
  tx: CityTransaction,
  filter: { kind?: string; recordId?: string; before?: number; limit?: number } = {},
): Promise<AuditEntry[]> {
  const { rows } = await sql<AuditEntry>`
    SELECT seq, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at, actor, action, kind,
      record_id AS "recordId", version, hash
    FROM audit_entry
    WHERE (${filter.kind ?? null}::text IS NULL OR kind = ${filter.kind ?? null})
      AND (${filter.recordId ?? null}::text IS NULL OR record_id = ${filter.recordId ?? null})
      AND (${filter.before ?? null}::bigint IS NULL OR seq < ${filter.before ?? null})
    ORDER BY seq DESC LIMIT ${filter.limit ?? 100}`.execute(tx);
  return rows;
}

/** The head of the city's chain; undefined while it has no entry. Any change of the city's records moves it. */
export async function auditHead(tx: CityTransaction): Promise<AuditHead | undefined> {
  const { rows } = await sql<AuditHead>`SELECT seq, hash FROM audit_entry ORDER BY seq DESC LIMIT 1`.execute(tx);
  return rows[0];
}

/** Puts on record what changes no record: a sign-in, an export, a release. */
export async function recordEvent(tx: CityTransaction, action: string, kind: string, recordId: string): Promise<void> {
  await sql`SELECT record_event(${action}, ${kind}, ${recordId})`.execute(tx);
}

/** Puts the same event on record for each of these people, in their order. */
export async function recordEvents(
  tx: CityTransaction,
  actors: readonly string[],
  event: { action: string; kind: string; recordId: string },
): Promise<void> {
  const { action, kind, recordId } = event;
  await sql`SELECT record_events(${[...actors]}::text[], ${action}, ${kind}, ${recordId})`.execute(tx);
}
