import { sql } from 'kysely';
import type { CityTransaction } from '../city.ts';
import { type RecordKind, TABLES } from '../kinds.ts';

/** When a record came to be and when it changed last, as moments in UTC. */
export type RecordTimes = { created: string; modified: string };

/** The times of every record of a kind, or of the city itself, by id; the audit chain knows them. */
export async function recordTimes(tx: CityTransaction, kind: RecordKind | 'city'): Promise<Map<string, RecordTimes>> {
  const { rows } = await sql<{ id: string; created: Date; modified: Date }>`
    SELECT record_id AS id, min(at) AS created, max(at) AS modified FROM audit_entry
    WHERE kind = ${kind === 'city' ? 'city' : TABLES[kind]} AND action IN ('insert', 'update', 'delete')
    GROUP BY record_id`.execute(tx);
  return new Map(
    rows.map(({ id, created, modified }) => [id, { created: created.toISOString(), modified: modified.toISOString() }]),
  );
}
