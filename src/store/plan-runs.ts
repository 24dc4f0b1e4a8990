import { createHash } from 'node:crypto';
import { type SqlBool, sql } from 'kysely';
import type { CityTransaction } from './city.ts';
import { toDocument } from './document.ts';

/** A computation that is kept: what was asked, what came out, and what is needed to compute it again. */
export type PlanRun = {
  /** SHA-256 of the canonical inputs. */
  inputsHash: string;
  engineVersion: string;
  seed: number;
  question: unknown;
  result: unknown;
};

export type StoredPlanRun = PlanRun & { id: string; createdAt: string };

/**
 * Keeps a plan run and returns its id. The id is a hash of the content, so that a job that is repeated after a crash
 * stores nothing twice. A kept run can neither be changed nor deleted.
 */
export async function storePlanRun(tx: CityTransaction, run: PlanRun): Promise<string> {
  const { inputsHash, engineVersion, seed, question, result } = run;
  const content = { inputsHash, engineVersion, seed, question, result };
  const id = createHash('sha256').update(toDocument(content)).digest('hex').slice(0, 32);
  await sql`
    INSERT INTO plan_run (city_id, id, position, body)
    VALUES (current_setting('fahrplan.city'), ${id}, 0, ${toDocument({ id, ...content })}::jsonb)
    ON CONFLICT (city_id, id) DO NOTHING`.execute(tx);
  return id;
}

export async function readPlanRun(tx: CityTransaction, id: string): Promise<StoredPlanRun | undefined> {
  return (await find(tx, sql`id = ${id}`))[0];
}

/** Runs of the same inputs, newest first: an answer that is already known need not be computed again. */
export async function findPlanRuns(tx: CityTransaction, inputsHash: string): Promise<StoredPlanRun[]> {
  return find(tx, sql`inputs_hash = ${inputsHash}`);
}

async function find(tx: CityTransaction, condition: ReturnType<typeof sql<SqlBool>>): Promise<StoredPlanRun[]> {
  const { rows } = await sql<{ body: PlanRun & { id: string }; created_at: Date }>`
    SELECT body, created_at FROM plan_run WHERE ${condition} ORDER BY created_at DESC, id`.execute(tx);
  return rows.map(({ body, created_at }) => ({ ...body, createdAt: created_at.toISOString() }));
}
