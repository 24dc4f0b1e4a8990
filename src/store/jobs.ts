import { runMigrations } from 'graphile-worker';
import { sql } from 'kysely';
import type { CityTransaction } from './city.ts';
import { toDocument } from './document.ts';
import type { Store } from './open.ts';

/** Key of the advisory lock under which one server prepares the queue while the others wait. */
const QUEUE_LOCK = 4_242_002;

/** Makes or updates the tables of the job queue. Call it once at the start, before `enqueue` and before any worker. */
export async function prepareJobs(store: Store): Promise<void> {
  const client = await store.ownerPool.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [QUEUE_LOCK]);
    await runMigrations({ pgPool: store.ownerPool });
  } finally {
    client.release(true); // ends the session, and with it the lock
  }
}

export type JobRequest = {
  task: string;
  payload: Record<string, unknown>;
  /** Jobs of one queue run one after the other. */
  queue?: string;
  /** A waiting job with the same key is replaced instead of doubled. */
  jobKey?: string;
  maxAttempts?: number;
};

/**
 * Puts a job into the queue within the transaction: it exists if and only if the transaction commits. The worker
 * finds `city` and `actor` of the transaction in the payload. Returns the job's id.
 */
export async function enqueue(tx: CityTransaction, job: JobRequest): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    SELECT enqueue_job(${job.task}, ${toDocument(job.payload)}::jsonb, ${job.queue ?? null}, ${job.jobKey ?? null},
      ${job.maxAttempts ?? 5}) AS id`.execute(tx);
  return (rows[0] as { id: string }).id;
}
