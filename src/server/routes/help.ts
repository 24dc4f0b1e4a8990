import { z } from '@hono/zod-openapi';
import { answerSchema } from '../../planning/index.ts';
import { type Operation, operation } from '../http/operation.ts';
import { Problem } from '../http/problems.ts';
import { idParams } from '../http/schemas.ts';
import { helpInputs, latestHelp } from '../jobs/help-questions.ts';
import { startJob } from '../jobs/job.ts';

/** "Was würde helfen?" for a project that is late: asked as a job, read when it is answered. */
export const helpRoutes: Operation[] = [
  operation({
    method: 'get',
    path: '/api/projects/{id}/help',
    summary: 'What would help a project, as it was last computed',
    permission: 'read',
    params: idParams,
    answer: z.strictObject({
      /** Null as long as nobody has asked. */
      help: z
        .strictObject({ createdAt: z.iso.datetime(), outdated: z.boolean(), answer: answerSchema.clone() })
        .nullable(),
    }),
    async handle({ tx, session, services, params }) {
      const loaded = await services.agendas.load(tx, session);
      if (!loaded.agenda.projects.some(({ id }) => id === params.id)) throw new Problem('not-found');
      const run = await latestHelp(tx, params.id);
      if (run === undefined) return { body: { help: null } };
      const outdated = run.question.inputs !== loaded.once('help inputs', () => helpInputs(loaded.agenda));
      return { body: { help: { createdAt: run.createdAt, outdated, answer: run.result.answer } } };
    },
  }),
  operation({
    method: 'post',
    path: '/api/projects/{id}/help',
    summary: 'Ask what would help a project: others make room, are dropped, or posts and money come',
    permission: 'plan',
    params: idParams,
    status: 202,
    answer: z.strictObject({ job: z.string() }),
    async handle({ tx, session, services, params }) {
      const loaded = await services.agendas.load(tx, session);
      if (!loaded.agenda.projects.some(({ id }) => id === params.id)) throw new Problem('not-found');
      loaded.plan();
      return { body: { job: await startJob(tx, { kind: 'help', project: params.id }) } };
    },
  }),
];
