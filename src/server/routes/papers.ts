import { createHash } from 'node:crypto';
import { z } from '@hono/zod-openapi';
import { answerDifference, answerDifferenceSchema } from '../../council/index.ts';
import { paperFaultsBeside, parsePaper } from '../../formats/index.ts';
import {
  type CityTransaction,
  latestVerdicts,
  listRecords,
  once,
  readRecord,
  replaceRecord,
  runsAbout,
  type StoredRecord,
} from '../../store/index.ts';
import type { LoadedAgenda } from '../agenda-cache.ts';
import { type Operation, operation } from '../http/operation.ts';
import { Problem } from '../http/problems.ts';
import { idParams, Paper, PaperRecord, PaperRow } from '../http/schemas.ts';
import { refuseFaults } from '../http/validation.ts';
import { startJob } from '../jobs/job.ts';
import { changedSince, isAssessRun, latestAssessRun, paperRow } from '../paper-rows.ts';
import { refuseTakenNumber } from './paper-intake.ts';
import { refuseId } from './projects.ts';

async function paperRecord(
  tx: CityTransaction,
  loaded: LoadedAgenda,
  { body: paper, version }: StoredRecord<'papers'>,
): Promise<z.infer<typeof PaperRecord>> {
  const run = await latestAssessRun(tx, paper.id);
  const changed = run && changedSince(loaded, paper, run);
  const agendaChanged = changed !== undefined && (changed.agenda || changed.paper);
  const planRun = run && { id: run.id, createdAt: run.createdAt, agendaChanged };
  return { paper, version, planRun: planRun ?? null, assessment: run?.result.assessment ?? null };
}

const reading: Operation[] = [
  operation({
    method: 'get',
    path: '/api/papers',
    summary: 'Council papers, each with its verdict and next step',
    permission: 'read',
    keptFor: 'roles',
    answer: z.strictObject({ papers: z.array(PaperRow) }),
    async handle({ tx, session, services }) {
      const { agenda } = await services.agendas.load(tx, session);
      const verdicts = new Map((await latestVerdicts(tx)).map((one) => [one.paper, one]));
      const papers = await listRecords(tx, 'papers');
      return { body: { papers: papers.map((stored) => paperRow(agenda, stored, verdicts.get(stored.id))) } };
    },
  }),
  operation({
    method: 'get',
    path: '/api/papers/{id}',
    summary: 'One council paper with its newest answer',
    permission: 'read',
    keptFor: 'roles',
    params: idParams,
    tagged: true,
    answer: PaperRecord,
    async handle({ tx, session, services, params }) {
      const loaded = await services.agendas.load(tx, session);
      const stored = await readRecord(tx, 'papers', params.id);
      if (stored === undefined) throw new Problem('not-found');
      return { body: await paperRecord(tx, loaded, stored), version: stored.version };
    },
  }),
];

/** Two answers to a paper, the earlier one first: what the newest says otherwise. */
const compared: Operation = operation({
  method: 'get',
  path: '/api/papers/{id}/answer-difference',
  summary: 'What the newest answer to a paper says otherwise than the one before; null while there is only one',
  permission: 'read',
  keptFor: 'roles',
  params: idParams,
  answer: z.strictObject({
    compared: z
      .strictObject({
        before: z.iso.datetime(),
        after: z.iso.datetime(),
        difference: answerDifferenceSchema.clone(),
      })
      .nullable(),
  }),
  async handle({ tx, params }) {
    if ((await readRecord(tx, 'papers', params.id)) === undefined) throw new Problem('not-found');
    const [after, before] = (await runsAbout(tx, { kind: 'assess', paper: params.id }, 2)).filter(isAssessRun);
    if (!after || !before) return { body: { compared: null } };
    const difference = answerDifference(before.result.assessment, after.result.assessment);
    return { body: { compared: { before: before.createdAt, after: after.createdAt, difference } } };
  },
});

const writing: Operation[] = [
  operation({
    method: 'put',
    path: '/api/papers/{id}',
    summary: 'Replace one council paper',
    permission: 'writePapers',
    params: idParams,
    body: Paper,
    versioned: true,
    tagged: true,
    answer: PaperRecord,
    async handle({ tx, session, services, params, body, expectedVersion }) {
      if (body.id !== params.id) refuseId();
      const loaded = await services.agendas.load(tx, session);
      if ((await readRecord(tx, 'papers', params.id)) === undefined) throw new Problem('not-found');
      const parsed = parsePaper(body);
      refuseFaults('faults' in parsed ? parsed.faults : paperFaultsBeside(loaded.agenda, body));
      await refuseTakenNumber(tx, body.id, body.reference);
      const stored = await replaceRecord(tx, 'papers', params.id, expectedVersion, body);
      return { body: await paperRecord(tx, loaded, stored), version: stored.version };
    },
  }),
  operation({
    method: 'post',
    path: '/api/papers/{id}/assess',
    summary: 'Have the answer to a paper computed',
    permission: 'assess',
    params: idParams,
    idempotent: true,
    status: 202,
    answer: z.strictObject({ job: z.string() }),
    async handle({ tx, session, services, params, idempotencyKey }) {
      const loaded = await services.agendas.load(tx, session);
      if ((await readRecord(tx, 'papers', params.id)) === undefined) throw new Problem('not-found');
      loaded.plan(); // an answer rests on a plan
      const start = async (): Promise<string> => startJob(tx, { kind: 'assess', paper: params.id });
      if (idempotencyKey === null) return { body: { job: await start() } };
      const requestHash = createHash('sha256').update(`assess ${params.id}`).digest('hex');
      const { response } = await once(tx, { key: idempotencyKey, requestHash }, start);
      return { body: { job: response } };
    },
  }),
];

export const paperRoutes: Operation[] = [...reading, compared, ...writing];
