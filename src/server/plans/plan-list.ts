import type { z } from '@hono/zod-openapi';
import { aimView, checkPlan, planRef } from '../../planning/index.ts';
import { type CityTransaction, listPeople, listRecords, runsOfKind, type Session } from '../../store/index.ts';
import type { LoadedAgenda } from '../agenda-cache.ts';
import type { PlanList } from '../http/schemas.ts';
import { plannedBy } from '../jobs/plan-questions.ts';

/** So many proposals are listed; older ones keep their address. */
const PROPOSALS = 5;

/** The plans of a city, newest first, with what is known of each; the working plan with what it no longer fits. */
export async function planList(
  tx: CityTransaction,
  loaded: LoadedAgenda,
  { actor }: Pick<Session, 'actor'>,
): Promise<z.infer<typeof PlanList>> {
  const people = new Map((await listPeople(tx)).map(({ person }) => [person.id, person.name]));
  const named = (id: string | null | undefined): string | null => (id ? (people.get(id) ?? id) : null);
  const plans = await listRecords(tx, 'plans');
  const runs = await runsOfKind(tx, 'propose', PROPOSALS);
  return {
    statusDate: loaded.agenda.statusDate ?? null,
    asOf: loaded.asOf,
    plans: plans.toReversed().map(({ body: plan, version }) => ({
      ...planRef(plan),
      version,
      approvedBy: named(plan.approvedBy),
      proposedBy: named(plan.proposedBy),
      own: plan.proposedBy === actor,
      note: plan.note ?? null,
      projects: new Set(plan.phases.map(({ project }) => project)).size,
      pins: plan.pins ?? [],
      frozenUntil: plan.frozenUntil ?? null,
      aims: (plan.quality?.aims ?? []).map(aimView),
      engineVersion: plan.engineVersion,
      seed: plan.seed,
      faults: plan.status === 'working' ? loaded.once('plan faults', () => checkPlan(loaded.agenda, plan)) : [],
    })),
    proposals: runs.flatMap((run) => {
      const plan = plannedBy(run);
      return plan ? [{ id: run.id, createdAt: run.createdAt, ...(({ quality }) => ({ quality }))(planRef(plan)) }] : [];
    }),
  };
}
