import { z } from '@hono/zod-openapi';
import { can } from '../../agenda/index.ts';
import {
  alternativeChoiceSchema,
  alternativesSchema,
  answerSchema,
  curveSchema,
  repairedSchema,
  riskSchema,
  spreadSchema,
  whyNotSchema,
  worthSchema,
} from '../../planning/index.ts';
import type { Session } from '../../store/index.ts';
import { type Operation, operation } from '../http/operation.ts';
import { Problem } from '../http/problems.ts';
import { idParams } from '../http/schemas.ts';
import { startJob } from '../jobs/job.ts';
import { type Ask, type AskResults, latestAsked, subjectOf } from '../jobs/plan-asks.ts';
import { startedJob } from '../jobs/started-job.ts';

const alternativesBody = z.strictObject({ choice: alternativeChoiceSchema.clone() });
const riskBody = z.strictObject({ spread: spreadSchema.clone() });

/** One question about the plan as it stands: how it is asked, and what its answer looks like. */
interface Question<K extends Ask['kind']> {
  path: string;
  /** "What …", to complete the summaries of both routes. */
  summary: string;
  answer: z.ZodType<AskResults[K]>;
  /** @param body what was posted, where `body` says what that may be */
  ask: (id: string, body?: unknown) => Extract<Ask, { kind: K }>;
  body?: z.ZodType;
  /** Takes out of an answer what this reader may not see. */
  shown?: (answer: AskResults[K], session: Session) => AskResults[K];
}

/** Reading the newest answer, and having it computed as a job. */
function routesOf<K extends Ask['kind']>({ path, summary, answer, ask, body, shown }: Question<K>): Operation[] {
  const params = path.includes('{id}') ? { params: idParams } : {};
  const idOf = (given: unknown): string => (given as { id?: string } | undefined)?.id ?? '';
  return [
    operation({
      method: 'get',
      path,
      summary: `${summary}, as it was last computed`,
      permission: 'read',
      keptFor: 'roles',
      ...params,
      answer: z.strictObject({
        /** Null as long as nobody has asked. */
        asked: z.strictObject({ createdAt: z.iso.datetime(), outdated: z.boolean(), answer }).nullable(),
      }),
      async handle({ tx, session, services, ...given }) {
        const loaded = await services.agendas.load(tx, session);
        const question = ask(idOf(given.params));
        if ((await subjectOf(tx, loaded.agenda, question)) === undefined) throw new Problem('not-found');
        const asked = await latestAsked(tx, loaded, question);
        return { body: { asked: asked && { ...asked, answer: shown ? shown(asked.answer, session) : asked.answer } } };
      },
    }),
    operation({
      method: 'post',
      path,
      summary: `${summary}: have it computed from the plan as it stands`,
      permission: 'plan',
      ...params,
      ...(body ? { body } : {}),
      idempotent: true,
      status: 202,
      answer: z.strictObject({ job: z.string() }),
      async handle({ tx, session, services, idempotencyKey, ...given }) {
        const loaded = await services.agendas.load(tx, session);
        const question = ask(idOf(given.params), given.body);
        if ((await subjectOf(tx, loaded.agenda, question)) === undefined) throw new Problem('not-found');
        loaded.plan();
        const job = await startedJob(tx, idempotencyKey, JSON.stringify(question), () => startJob(tx, question));
        return { body: { job } };
      },
    }),
  ];
}

export const planAskRoutes: Operation[] = [
  ...routesOf({
    path: '/api/projects/{id}/help',
    summary: 'What would help a project: others make room, are dropped, or posts and money come',
    answer: answerSchema.clone(),
    ask: (project) => ({ kind: 'help', project }),
  }),
  ...routesOf({
    path: '/api/projects/{id}/why-not',
    summary:
      'Why a deadline that the plan misses cannot be met: the smallest set of facts that contradict it, and ways out',
    answer: whyNotSchema.clone(),
    ask: (project) => ({ kind: 'whyNot', project }),
  }),
  ...routesOf({
    path: '/api/plans/worth',
    summary: 'What one more post in each team and more money each year would do',
    answer: worthSchema.clone(),
    ask: () => ({ kind: 'worth' }),
    // What a post costs tells what somebody earns where a team is small.
    shown: (worth, session) =>
      can(session, 'readConfidential', { city: session.city })
        ? worth
        : { ...worth, rows: worth.rows.map((row) => (row.kind === 'post' ? { ...row, costCentsPerYear: null } : row)) },
  }),
  ...routesOf({
    path: '/api/plans/risk',
    summary: 'How sure the dates of the plan are when durations turn out shorter or longer',
    answer: riskSchema.clone(),
    body: riskBody,
    ask: (_, body) => ({ kind: 'risk', ...(body as z.infer<typeof riskBody> | undefined) }),
  }),
  ...routesOf({
    path: '/api/papers/{id}/curve',
    summary: "What an earlier end of a paper's project would take while the plan stays as it is",
    answer: curveSchema.clone(),
    ask: (paper) => ({ kind: 'curve', paper }),
  }),
  ...routesOf({
    path: '/api/papers/{id}/alternatives',
    summary:
      'The ways to do what a paper asks, side by side: as asked, later, smaller, with a partner, with more posts',
    answer: alternativesSchema.clone(),
    body: alternativesBody,
    ask: (paper, body) => ({ kind: 'alternatives', paper, ...(body as z.infer<typeof alternativesBody> | undefined) }),
  }),
  ...routesOf({
    path: '/api/scenarios/{id}/repair',
    summary: 'What at least has to move in the plan if a scenario comes true',
    answer: repairedSchema.clone().nullable(),
    ask: (scenario) => ({ kind: 'repair', scenario }),
  }),
];
