import { sql } from 'kysely';
import type { CityTransaction } from '../city.ts';
import { readPlanRun, type StoredPlanRun } from '../plan-runs.ts';

/** The newest plan run that answers a paper; undefined if it was never assessed. */
export async function latestPlanRun(tx: CityTransaction, paper: string): Promise<StoredPlanRun | undefined> {
  const { rows } = await sql<{ id: string }>`
    SELECT id FROM plan_run
    WHERE body -> 'question' ->> 'kind' = 'assess' AND body -> 'question' ->> 'paper' = ${paper}
    ORDER BY created_at DESC, id LIMIT 1`.execute(tx);
  return rows[0] && readPlanRun(tx, rows[0].id);
}

/** What the newest run about a paper came to, without the many figures that it rests on. */
export type LatestVerdict = { paper: string; value: string | null; lookAgainOn: string | null };

/** The verdict of the newest plan run about each paper that was ever assessed. */
export async function latestVerdicts(tx: CityTransaction): Promise<LatestVerdict[]> {
  const { rows } = await sql<LatestVerdict>`
    SELECT paper, body #>> '{result,assessment,verdict,value}' AS value,
      body #>> '{result,assessment,verdict,lookAgainOn}' AS "lookAgainOn"
    FROM (
      SELECT DISTINCT ON (paper) id, paper
      FROM (
        SELECT id, created_at, body -> 'question' ->> 'paper' AS paper FROM plan_run
        WHERE body -> 'question' ->> 'kind' = 'assess'
      ) AS run ORDER BY paper, created_at DESC, id
    ) AS latest JOIN plan_run USING (id)`.execute(tx);
  return rows;
}
