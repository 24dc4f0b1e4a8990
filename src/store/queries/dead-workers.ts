import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import type { Store } from '../open.ts';

/**
 * A worker that is killed leaves its jobs locked, and the queue itself waits four hours before it gives them to
 * somebody else. Each process that works therefore holds an advisory lock under its name for as long as it lives; the
 * database gives the lock back the moment the process is gone, and the others see it.
 */
const RETRY_MS = 1_000;
const KEY = "hashtextextended('fahrplan.worker.' || $1, 0)";

/** Shows that the worker lives until the returned function is called; survives a database that goes away and returns. */
export async function showAlive(store: Store, worker: string): Promise<() => Promise<void>> {
  const stop = new AbortController();
  let client: pg.PoolClient | undefined;
  const hold = async (): Promise<void> => {
    client = await store.ownerPool.connect();
    client.once('error', () => void again());
    await client.query(`SELECT pg_advisory_lock_shared(${KEY})`, [worker]);
  };
  const again = async (): Promise<void> => {
    const lost = client;
    client = undefined; // first: giving it back may report the same error once more
    lost?.release(true);
    while (!stop.signal.aborted) {
      try {
        await sleep(RETRY_MS, undefined, { signal: stop.signal, ref: false });
        return await hold();
      } catch {
        // Still away, or stopped: the loop's condition tells.
      }
    }
  };
  await hold();
  return async () => {
    stop.abort();
    const held = client;
    client = undefined;
    held?.release(true); // ends the session, and with it the lock
  };
}

/** Names of workers that hold jobs and are gone. */
export async function findDeadWorkers(store: Store): Promise<string[]> {
  const client = await store.ownerPool.connect();
  try {
    const { rows } = await client.query<{ worker: string }>(
      `SELECT DISTINCT locked_by AS worker FROM graphile_worker._private_jobs WHERE locked_by IS NOT NULL`,
    );
    const dead: string[] = [];
    for (const { worker } of rows) {
      const taken = await client.query<{ free: boolean }>(`SELECT pg_try_advisory_lock(${KEY}) AS free`, [worker]);
      if (!taken.rows[0]?.free) continue;
      await client.query(`SELECT pg_advisory_unlock(${KEY})`, [worker]);
      dead.push(worker);
    }
    return dead;
  } finally {
    client.release();
  }
}

/** Gives the jobs of these workers back to the queue. */
export async function releaseJobsOf(store: Store, workers: readonly string[]): Promise<void> {
  await store.ownerPool.query('SELECT graphile_worker.force_unlock_workers($1)', [workers]);
}

/** A job that was tried as often as it may be: the queue never takes it up again. */
export type SpentJob = { city: string; actor: string; job: string };

/** Removes spent jobs from the queue and names them, so that whoever waits for them can be told. */
export async function takeSpentJobs(store: Store): Promise<SpentJob[]> {
  const { rows } = await store.ownerPool.query<{ payload: Partial<SpentJob> & Omit<SpentJob, 'job'> }>(
    `DELETE FROM graphile_worker._private_jobs
     WHERE attempts >= max_attempts AND locked_by IS NULL RETURNING payload`,
  );
  // What the clock has started belongs to no city, and nobody waits for it.
  return rows.flatMap(({ payload: { city, actor, job } }) => (job === undefined ? [] : [{ city, actor, job }]));
}
