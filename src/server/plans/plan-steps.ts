import { type PlanVersion, planVersionSchema, type Text } from '../../agenda/index.ts';
import { checkPlan } from '../../planning/index.ts';
import {
  type CityTransaction,
  insertRecord,
  listRecords,
  readPlanRun,
  readRecord,
  recordEvent,
  replaceRecord,
  type Session,
} from '../../store/index.ts';
import type { LoadedAgenda } from '../agenda-cache.ts';
import { Problem } from '../http/problems.ts';
import { plannedBy, putWorkingPlan, WORKING_PLAN } from '../jobs/plan-questions.ts';

/**
 * A plan's way: proposed by the engine, taken over as the working plan, put forward for approval, approved or rejected.
 * At every step it is checked from scratch against the agenda as it is then.
 */

/** Refuses a plan that does not fit the agenda (any more), with every reason. Throws {@link Problem}. */
function requireSound(loaded: LoadedAgenda, plan: PlanVersion): void {
  const faults = checkPlan(loaded.agenda, plan);
  if (faults.length === 0) return;
  throw new Problem('conflict', {
    detail: {
      de: 'Der Plan passt nicht mehr zur Agenda. Bitte neu planen.',
      en: 'The plan no longer fits the agenda. Please plan anew.',
    },
    errors: faults.map((detail: Text, i) => ({ pointer: `/plan/${i}`, detail })),
  });
}

const conflict = (de: string, en: string): Problem => new Problem('conflict', { detail: { de, en } });

/** Makes the plan of a run the working plan and returns its version. Throws {@link Problem}. */
export async function takeOver(tx: CityTransaction, loaded: LoadedAgenda, run: string, seen: number): Promise<number> {
  const stored = await readPlanRun(tx, run);
  const plan = stored && plannedBy(stored);
  if (plan === undefined) throw new Problem('not-found');
  const present = await readRecord(tx, 'plans', WORKING_PLAN);
  if ((present?.version ?? 0) !== seen) throw new Problem('version-stale');
  requireSound(loaded, plan);
  await putWorkingPlan(tx, plan);
  return (await readRecord(tx, 'plans', WORKING_PLAN))?.version ?? 0;
}

/** Keeps the working plan as a version of its own and returns its id. Throws {@link Problem}. */
export async function propose(
  tx: CityTransaction,
  loaded: LoadedAgenda,
  session: Session,
  seen: number,
  { name, note }: { name: string; note?: string | undefined },
): Promise<string> {
  const working = await readRecord(tx, 'plans', WORKING_PLAN);
  if (working === undefined) {
    throw conflict(
      'Es gibt keinen Arbeitsplan, der vom genehmigten Plan abweicht.',
      'There is no working plan that differs from the approved one.',
    );
  }
  if (working.version !== seen) throw new Problem('version-stale');
  requireSound(loaded, working.body);
  const ids = new Set((await listRecords(tx, 'plans')).map((plan) => plan.id));
  let number = 1;
  while (ids.has(`plan-${loaded.asOf}-${number}`)) number++;
  const plan: PlanVersion = {
    ...working.body,
    id: `plan-${loaded.asOf}-${number}`,
    name,
    status: 'proposed',
    on: loaded.asOf,
    proposedBy: session.actor,
    ...(note ? { note } : {}),
  };
  await insertRecord(tx, 'plans', planVersionSchema.parse(plan));
  return plan.id;
}

async function proposedPlan(tx: CityTransaction, id: string, seen: number): Promise<PlanVersion> {
  const stored = await readRecord(tx, 'plans', id);
  if (stored === undefined) throw new Problem('not-found');
  if (stored.version !== seen) throw new Problem('version-stale');
  if (stored.body.status !== 'proposed') {
    throw conflict('Über diesen Plan ist schon entschieden.', 'This plan has already been decided on.');
  }
  return stored.body;
}

/** Makes a proposed plan the approved one; the one before is superseded. Throws {@link Problem}. */
export async function approve(
  tx: CityTransaction,
  loaded: LoadedAgenda,
  session: Session,
  id: string,
  seen: number,
  note: string | undefined,
): Promise<void> {
  const plan = await proposedPlan(tx, id, seen);
  if (plan.proposedBy === session.actor) {
    throw new Problem('not-allowed', {
      detail: {
        de: 'Sie haben diesen Plan selbst vorgelegt. Genehmigen muss ihn jemand anderes (Vier-Augen-Prinzip).',
        en: 'You have put this plan forward yourself. Somebody else has to approve it (four-eyes principle).',
      },
    });
  }
  requireSound(loaded, plan);
  for (const former of await listRecords(tx, 'plans')) {
    if (former.body.status !== 'approved') continue;
    await replaceRecord(tx, 'plans', former.id, former.version, { ...former.body, status: 'superseded' });
  }
  const approved = { ...plan, status: 'approved' as const, on: loaded.asOf, approvedBy: session.actor };
  await replaceRecord(tx, 'plans', id, seen, { ...approved, ...(note ? { note } : {}) });
  await recordEvent(tx, 'approve', 'plan_version', id);
}

/** Rejects a proposed plan; it is kept with the reason. Throws {@link Problem}. */
export async function reject(tx: CityTransaction, id: string, seen: number, note: string): Promise<void> {
  const plan = await proposedPlan(tx, id, seen);
  await replaceRecord(tx, 'plans', id, seen, { ...plan, status: 'rejected', note });
  await recordEvent(tx, 'reject', 'plan_version', id);
}
