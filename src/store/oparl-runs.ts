import { sql } from 'kysely';
import type { CityTransaction } from './city.ts';
import { toDocument } from './document.ts';
import type { SaveCounts } from './oparl-objects.ts';

/** What a run has brought. */
export type RunReport = {
  state: 'running' | 'done' | 'failed' | 'cancelled';
  counts: SaveCounts;
  requests: number;
  bytes: number;
  /** What was wrong, with its place, at most a hundred; `faultCount` counts all. */
  faults: { de: string; en: string }[];
  faultCount: number;
  /** List → moment up to which its changes are known here. */
  watermarks: Record<string, string>;
};

export type StoredRun = RunReport & { id: string; address: string; startedAt: string; endedAt: string | null };

/** Writes how a run stands; the id is that of its job, so that a job that is repeated goes on with the same run. */
export async function keepRun(tx: CityTransaction, id: string, address: string, report: RunReport): Promise<void> {
  const ended = report.state === 'running' ? sql`NULL` : sql`now()`;
  await sql`
    INSERT INTO oparl_run (city_id, id, address, ended_at, body)
    VALUES (current_setting('fahrplan.city'), ${id}, ${address}, ${ended}, ${toDocument(report)}::jsonb)
    ON CONFLICT (city_id, id) DO UPDATE SET ended_at = excluded.ended_at, body = excluded.body`.execute(tx);
}

/** The newest runs first. */
export async function listRuns(tx: CityTransaction, limit: number): Promise<StoredRun[]> {
  const { rows } = await sql<{ id: string; address: string; started_at: Date; ended_at: Date | null; body: RunReport }>`
    SELECT id, address, started_at, ended_at, body FROM oparl_run ORDER BY started_at DESC, id LIMIT ${limit}`.execute(
    tx,
  );
  return rows.map(({ id, address, started_at, ended_at, body }) => ({
    ...body,
    id,
    address,
    startedAt: started_at.toISOString(),
    endedAt: ended_at?.toISOString() ?? null,
  }));
}
