import { sql } from 'kysely';
import type { CityTransaction } from '../city.ts';
import type { PlanRun, StoredPlanRun } from '../plan-runs.ts';

/** The newest plan runs about one kind of question, newest first. */
export async function runsOfKind(tx: CityTransaction, kind: string, limit: number): Promise<StoredPlanRun[]> {
  const { rows } = await sql<{ body: PlanRun & { id: string }; created_at: Date }>`
    SELECT body, created_at FROM plan_run WHERE body -> 'question' ->> 'kind' = ${kind}
    ORDER BY created_at DESC, id LIMIT ${limit}`.execute(tx);
  return rows.map(({ body, created_at }) => ({ ...body, createdAt: created_at.toISOString() }));
}

/** The newest plan run about each scenario that was ever computed. */
export async function latestScenarioRuns(tx: CityTransaction): Promise<StoredPlanRun[]> {
  const { rows } = await sql<{ body: PlanRun & { id: string }; created_at: Date }>`
    SELECT DISTINCT ON (body -> 'question' ->> 'scenario') body, created_at FROM plan_run
    WHERE body -> 'question' ->> 'kind' = 'scenario'
    ORDER BY body -> 'question' ->> 'scenario', created_at DESC, id`.execute(tx);
  return rows.map(({ body, created_at }) => ({ ...body, createdAt: created_at.toISOString() }));
}

/** The newest plan runs whose question holds all of these fields, newest first. */
export async function runsAbout(tx: CityTransaction, question: object, limit: number): Promise<StoredPlanRun[]> {
  const { rows } = await sql<{ body: PlanRun & { id: string }; created_at: Date }>`
    SELECT body, created_at FROM plan_run WHERE body -> 'question' @> ${JSON.stringify(question)}::jsonb
    ORDER BY created_at DESC, id LIMIT ${limit}`.execute(tx);
  return rows.map(({ body, created_at }) => ({ ...body, createdAt: created_at.toISOString() }));
}

/** The newest plan run whose question holds all of these fields. */
export async function latestRunAbout(tx: CityTransaction, question: object): Promise<StoredPlanRun | undefined> {
  return (await runsAbout(tx, question, 1))[0];
}
