import { z } from '@hono/zod-openapi';
import { readRecord } from '../../store/index.ts';
import { type Operation, operation } from '../http/operation.ts';
import { Problem } from '../http/problems.ts';
import { idParams, ScenarioList, ScenarioResult } from '../http/schemas.ts';
import { startJob } from '../jobs/job.ts';
import { startedJob } from '../jobs/started-job.ts';
import { recordChanges } from '../plans/promote.ts';
import { scenarioList, scenarioRuns } from '../plans/scenarios.ts';
import { changeAgenda } from '../records/edit.ts';

/** Scenarios are kept like every record (`/api/records/scenario`); here they are computed, compared and made real. */
export const scenarioRoutes: Operation[] = [
  operation({
    method: 'get',
    path: '/api/scenarios',
    summary: 'The scenarios, each with what it came to when it was last computed',
    permission: 'read',
    keptFor: 'roles',
    answer: ScenarioList,
    async handle({ tx, session, services }) {
      return { body: await scenarioList(tx, await services.agendas.load(tx, session)) };
    },
  }),
  operation({
    method: 'get',
    path: '/api/scenarios/{id}',
    summary: 'One scenario with its newest outcome in full',
    permission: 'read',
    keptFor: 'roles',
    params: idParams,
    answer: ScenarioResult,
    async handle({ tx, session, services, params }) {
      const loaded = await services.agendas.load(tx, session);
      const stored = await readRecord(tx, 'scenarios', params.id);
      if (stored === undefined) throw new Problem('not-found');
      const found = (await scenarioRuns(tx, loaded)).get(params.id);
      const result = found && {
        planRun: found.run.id,
        createdAt: found.run.createdAt,
        outdated: found.outdated,
        outcome: found.run.result.outcome,
        reason: found.run.result.reason,
      };
      return { body: { scenario: stored.body, version: stored.version, result: result ?? null } };
    },
  }),
  operation({
    method: 'post',
    path: '/api/scenarios/{id}/compute',
    summary: 'Have a scenario computed beside the agenda as it is',
    permission: 'plan',
    params: idParams,
    idempotent: true,
    status: 202,
    answer: z.strictObject({ job: z.string() }),
    async handle({ tx, session, services, params, idempotencyKey }) {
      const loaded = await services.agendas.load(tx, session);
      if ((await readRecord(tx, 'scenarios', params.id)) === undefined) throw new Problem('not-found');
      loaded.plan(); // a scenario is compared with a plan
      const job = await startedJob(tx, idempotencyKey, `scenario ${params.id}`, () =>
        startJob(tx, { kind: 'scenario', scenario: params.id }),
      );
      return { body: { job } };
    },
  }),
  operation({
    method: 'post',
    path: '/api/scenarios/{id}/promote',
    summary: 'Make a scenario real: its changes go into the records, and the working plan follows',
    permission: 'plan',
    params: idParams,
    versioned: true,
    refuses: ['conflict'],
    /** Numbers of the changes, by which they are taken back. */
    answer: z.strictObject({ entries: z.array(z.int()) }),
    async handle({ tx, session, services, params, expectedVersion }) {
      const { agenda } = await services.agendas.load(tx, session);
      const stored = await readRecord(tx, 'scenarios', params.id);
      if (stored === undefined) throw new Problem('not-found');
      if (stored.version !== expectedVersion) throw new Problem('version-stale');
      const changes = await recordChanges(tx, agenda, stored.body.changes);
      const { written } = await changeAgenda({ tx, session, services }, changes);
      return { body: { entries: written.map(({ entry }) => entry).filter((entry) => entry !== null) } };
    },
  }),
];
