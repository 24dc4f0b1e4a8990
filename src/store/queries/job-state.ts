import { sql } from 'kysely';
import type { CityTransaction } from '../city.ts';
import { toDocument } from '../document.ts';
import type { JobProgress } from '../progress.ts';

/**
 * Moves a job on if it still waits or runs, and says how it then stands; undefined if it has ended or is unknown. What
 * has ended stays ended: a worker that was taken for dead and finishes after its successor changes nothing.
 */
export async function advanceJob(
  tx: CityTransaction,
  id: string,
  to: { state: JobProgress['state']; share: number; details: Record<string, unknown> },
): Promise<JobProgress | undefined> {
  const { rows } = await sql<JobProgress>`
    UPDATE job_progress
    SET state = ${to.state}, share = ${to.share}, details = details || ${toDocument(to.details)}::jsonb, updated_at = now()
    WHERE id = ${id} AND state IN ('waiting', 'running')
    RETURNING id, state, share, details, cancel_requested AS "cancelRequested"`.execute(tx);
  return rows[0];
}

/**
 * Jobs that have not ended, by what their details hold: `{ kind: 'assess', paper: 'ba-090-2020' }`.
 *
 * @param states which of them; all that have not ended unless named
 */
export async function openJobs(
  tx: CityTransaction,
  details: Record<string, unknown>,
  states: readonly ('waiting' | 'running')[] = ['waiting', 'running'],
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    SELECT id FROM job_progress
    WHERE state IN (${sql.join(states)}) AND details @> ${toDocument(details)}::jsonb ORDER BY id`.execute(tx);
  return rows.map((row) => row.id);
}

/**
 * The job by which a plan is computed anew, if one has not ended, and the version of the plan; 0 = there is no such plan.
 * Asked by every page that shows the plan, so both come in one question.
 */
export async function planInWork(tx: CityTransaction, plan: string): Promise<{ job: string | null; version: number }> {
  const { rows } = await sql<{ job: string | null; version: number }>`
    SELECT
      (SELECT id FROM job_progress
       WHERE state IN ('waiting', 'running') AND details @> ${toDocument({ kind: 'plan' })}::jsonb ORDER BY id LIMIT 1) AS job,
      coalesce((SELECT version FROM plan_version WHERE id = ${plan}), 0) AS version`.execute(tx);
  return rows[0] ?? { job: null, version: 0 };
}
