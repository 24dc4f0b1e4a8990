import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import pg from 'pg';
import type { CityTransaction } from './city.ts';
import { toDocument } from './document.ts';
import type { Store } from './open.ts';

/** How far a job is. `share` runs from 0 to 1; `details` is what the page shows besides (best so far, result's id). */
export type JobProgress = {
  id: string;
  state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';
  share: number;
  details: Record<string, unknown>;
  cancelRequested: boolean;
};

/** Writes how far a job is; every server hears of it when the transaction commits. */
export async function reportProgress(
  tx: CityTransaction,
  progress: Omit<JobProgress, 'cancelRequested'>,
): Promise<{ cancelRequested: boolean }> {
  const { id, state, share, details } = progress;
  const { rows } = await sql<{ cancelRequested: boolean }>`
    INSERT INTO job_progress (city_id, id, state, share, details)
    VALUES (current_setting('fahrplan.city'), ${id}, ${state}, ${share}, ${toDocument(details)}::jsonb)
    ON CONFLICT (city_id, id) DO UPDATE
      SET state = excluded.state, share = excluded.share, details = excluded.details, updated_at = now()
    RETURNING cancel_requested AS "cancelRequested"`.execute(tx);
  return rows[0] as { cancelRequested: boolean };
}

export async function readProgress(tx: CityTransaction, id: string): Promise<JobProgress | undefined> {
  const { rows } = await sql<JobProgress>`
    SELECT id, state, share, details, cancel_requested AS "cancelRequested"
    FROM job_progress WHERE id = ${id}`.execute(tx);
  return rows[0];
}

/** Asks a job to stop with the best answer so far; false if there is no such job or it has ended. */
export async function requestCancel(tx: CityTransaction, id: string): Promise<boolean> {
  const result = await sql`
    UPDATE job_progress SET cancel_requested = true, updated_at = now()
    WHERE id = ${id} AND state IN ('waiting', 'running')`.execute(tx);
  return result.numAffectedRows === 1n;
}

/** Which job has moved; read the progress itself with `readProgress`, under the reader's rights. */
export type ProgressNotice = { city: string; id: string };

const RETRY_MS = 1_000;

/**
 * Calls `hear` for every change of any job's progress, on a connection of its own that is opened again when it breaks.
 * Notices of that moment are lost, so `hear(undefined)` follows: read again what you wait for. Returns how to stop.
 */
export async function listenProgress(
  store: Store,
  hear: (notice: ProgressNotice | undefined) => void,
): Promise<() => Promise<void>> {
  const stop = new AbortController();
  let client: pg.Client;
  const connect = async (): Promise<void> => {
    client = new pg.Client({ connectionString: store.ownerUrl, application_name: 'fahrplan listen' });
    client.on('error', () => {}); // `end` follows
    client.on('notification', ({ payload }) => hear(JSON.parse(payload ?? '{}') as ProgressNotice));
    await client.connect();
    await client.query('LISTEN fahrplan_job');
    client.once('end', () => void reconnect());
  };
  const reconnect = async (): Promise<void> => {
    while (!stop.signal.aborted) {
      try {
        await sleep(RETRY_MS, undefined, { signal: stop.signal, ref: false });
        await connect();
        hear(undefined);
        return;
      } catch {
        // Still away, or stopped: the loop's condition tells.
      }
    }
  };
  await connect();
  return async () => {
    stop.abort();
    await client.end();
  };
}
