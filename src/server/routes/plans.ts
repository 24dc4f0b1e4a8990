import { z } from '@hono/zod-openapi';
import { idSchema, isoDateSchema, lineSchema, proseSchema } from '../../agenda/index.ts';
import { comparePlans } from '../../planning/index.ts';
import { planInWork, readPlanRun, readRecord, setStatusDate } from '../../store/index.ts';
import type { LoadedAgenda } from '../agenda-cache.ts';
import { type Operation, operation } from '../http/operation.ts';
import { Problem } from '../http/problems.ts';
import { idParams, PlanComparison, PlanList } from '../http/schemas.ts';
import { requireConfirmedAccess } from '../identity/access.ts';
import { startJob } from '../jobs/job.ts';
import { plannedBy, WORKING_PLAN } from '../jobs/plan-questions.ts';
import { startedJob } from '../jobs/started-job.ts';
import { pinFault } from '../plans/pin-fault.ts';
import { planList } from '../plans/plan-list.ts';
import { approve, propose, reject, takeOver } from '../plans/plan-steps.ts';

const started = z.strictObject({ job: z.string() });
const note = proseSchema.optional();

/** The plan with this id: a kept version, or one that a computation has proposed. */
async function planCalled(
  tx: Parameters<typeof readPlanRun>[0],
  { agenda }: LoadedAgenda,
  id: string,
): Promise<LoadedAgenda['agenda']['plans'][number]> {
  const kept = agenda.plans.find((plan) => plan.id === id);
  if (kept) return kept;
  const run = await readPlanRun(tx, id);
  const plan = run && plannedBy(run);
  if (plan === undefined) throw new Problem('not-found');
  return { ...plan, id, name: 'Vorschlag', status: 'proposed' };
}

const reading: Operation[] = [
  operation({
    method: 'get',
    path: '/api/plans',
    summary: 'The plans that are kept, and the newest proposals',
    permission: 'read',
    keptFor: 'person',
    answer: PlanList,
    async handle({ tx, session, services }) {
      return { body: await planList(tx, await services.agendas.load(tx, session), session) };
    },
  }),
  operation({
    method: 'get',
    path: '/api/plans/following',
    summary: 'The computation by which the working plan follows a change; null if it is up to date',
    permission: 'read',
    /** `version` of the working plan: a new one has come since whoever knows another; 0 = there is none. */
    answer: z.strictObject({ job: z.string().nullable(), version: z.int() }),
    async handle({ tx }) {
      return { body: await planInWork(tx, WORKING_PLAN) };
    },
  }),
  operation({
    method: 'get',
    path: '/api/plans/compare',
    summary: 'What distinguishes two plans, deleted projects included',
    permission: 'read',
    keptFor: 'roles',
    query: z.strictObject({ before: idSchema, after: idSchema }),
    answer: PlanComparison,
    async handle({ tx, session, services, query }) {
      const loaded = await services.agendas.load(tx, session);
      const [before, after] = [await planCalled(tx, loaded, query.before), await planCalled(tx, loaded, query.after)];
      const working = await readRecord(tx, 'plans', WORKING_PLAN);
      const difference = comparePlans(loaded.agenda, before, after, loaded.asOf);
      return { body: { difference, working: working?.version ?? 0 } };
    },
  }),
];

const computing: Operation[] = [
  operation({
    method: 'post',
    path: '/api/plans/propose',
    summary: 'Have the agenda planned anew; the result is a proposal and changes nothing',
    permission: 'plan',
    idempotent: true,
    status: 202,
    answer: started,
    async handle({ tx, session, services, idempotencyKey }) {
      await services.agendas.load(tx, session);
      const job = await startedJob(tx, idempotencyKey, 'propose', () => startJob(tx, { kind: 'propose' }));
      return { body: { job } };
    },
  }),
  operation({
    method: 'post',
    path: '/api/plans/hold',
    summary: 'Hold a project on a Monday, let it go, or freeze months; the working plan follows with least movement',
    permission: 'plan',
    status: 202,
    body: z.strictObject({
      pin: z
        .strictObject({
          project: idSchema,
          start: isoDateSchema,
          mode: idSchema.optional(),
          reason: lineSchema.optional(),
        })
        .optional(),
      release: idSchema.optional(),
      frozenUntil: isoDateSchema.nullable().optional(),
    }),
    answer: started,
    async handle({ tx, session, services, body }) {
      const loaded = await services.agendas.load(tx, session);
      const present = loaded.plan();
      const { pin, release } = body;
      const fault = pin && pinFault(loaded.agenda, present, pin);
      if (fault) throw new Problem('invalid-request', { errors: [fault] });
      const others = (present.pins ?? []).filter(({ project }) => project !== pin?.project && project !== release);
      const pins = pin ? [...others, { ...pin, by: session.actor }] : others;
      const frozenUntil = body.frozenUntil === undefined ? present.frozenUntil : (body.frozenUntil ?? undefined);
      const question = { kind: 'hold' as const, pins, ...(frozenUntil ? { frozenUntil } : {}) };
      return { body: { job: await startJob(tx, question) } };
    },
  }),
];

const deciding: Operation[] = [
  operation({
    method: 'post',
    path: '/api/plan-runs/{id}/take-over',
    summary: 'Make a proposal, or the plan before a change, the working plan',
    permission: 'plan',
    params: idParams,
    body: z.strictObject({
      /** Version of the working plan with which the proposal was compared; 0 = there was none. */
      seen: z.int().min(0),
    }),
    answer: z.strictObject({ working: z.int() }),
    async handle({ tx, session, services, params, body }) {
      const loaded = await services.agendas.load(tx, session);
      return { body: { working: await takeOver(tx, loaded, params.id, body.seen) } };
    },
  }),
  operation({
    method: 'post',
    path: '/api/plans/working/propose',
    summary: 'Put the working plan forward for approval, as a version of its own that no longer changes',
    permission: 'plan',
    versioned: true,
    body: z.strictObject({ name: lineSchema, note }),
    answer: z.strictObject({ id: idSchema }),
    async handle({ tx, session, services, body, expectedVersion }) {
      const loaded = await services.agendas.load(tx, session);
      return { body: { id: await propose(tx, loaded, session, expectedVersion, body) } };
    },
  }),
  operation({
    method: 'post',
    path: '/api/plans/{id}/approve',
    summary: 'Approve a proposed plan as the baseline; not by the person who has proposed it',
    permission: 'approvePlan',
    params: idParams,
    versioned: true,
    body: z.strictObject({ note }),
    answer: z.strictObject({ id: idSchema }),
    async handle({ tx, session, services, params, body, expectedVersion }) {
      const loaded = await services.agendas.load(tx, session);
      await requireConfirmedAccess(tx, session);
      await approve(tx, loaded, session, params.id, expectedVersion, body.note);
      return { body: { id: params.id } };
    },
  }),
  operation({
    method: 'post',
    path: '/api/plans/{id}/reject',
    summary: 'Reject a proposed plan, with the reason',
    permission: 'approvePlan',
    params: idParams,
    versioned: true,
    body: z.strictObject({ note: proseSchema }),
    answer: z.strictObject({ id: idSchema }),
    async handle({ tx, params, body, expectedVersion }) {
      await reject(tx, params.id, expectedVersion, body.note);
      return { body: { id: params.id } };
    },
  }),
];

const settings: Operation[] = [
  operation({
    method: 'put',
    path: '/api/status-date',
    summary: 'Set the day that counts as today, or let the real day count (null)',
    permission: 'plan',
    body: z.strictObject({ statusDate: isoDateSchema.nullable() }),
    answer: z.strictObject({ statusDate: isoDateSchema.nullable() }),
    async handle({ tx, session, services, body }) {
      const { agenda } = await services.agendas.load(tx, session);
      if (body.statusDate !== null && body.statusDate < agenda.planStart) {
        throw new Problem('invalid-request', {
          errors: [
            {
              pointer: '/statusDate',
              detail: {
                de: 'Der Stichtag liegt vor dem Beginn der Planung.',
                en: 'The status date lies before the start of planning.',
              },
            },
          ],
        });
      }
      await setStatusDate(tx, body.statusDate);
      return { body };
    },
  }),
];

export const planRoutes: Operation[] = [...reading, ...computing, ...deciding, ...settings];
