import { sql } from 'kysely';
import type { CityTransaction } from '../city.ts';
import type { StoredPlanRun } from '../plan-runs.ts';

type Row = { body: Omit<StoredPlanRun, 'createdAt'>; created_at: Date };

/** The newest plan run about each paper that was ever assessed, by the paper's id (`question.paper`). */
export async function latestPlanRuns(tx: CityTransaction, paper?: string): Promise<Map<string, StoredPlanRun>> {
  const { rows } = await sql<Row & { paper: string }>`
    SELECT DISTINCT ON (body -> 'question' ->> 'paper') body -> 'question' ->> 'paper' AS paper, body, created_at
    FROM plan_run
    WHERE body -> 'question' ->> 'kind' = 'assess'
      AND (${paper ?? null}::text IS NULL OR body -> 'question' ->> 'paper' = ${paper ?? null})
    ORDER BY body -> 'question' ->> 'paper', created_at DESC, id`.execute(tx);
  return new Map(rows.map(({ paper, body, created_at }) => [paper, { ...body, createdAt: created_at.toISOString() }]));
}
