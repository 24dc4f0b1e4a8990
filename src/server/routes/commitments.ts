import { z } from '@hono/zod-openapi';
import { type Agenda, type Commitment as CommitmentType, commitmentSchema, idSchema } from '../../agenda/index.ts';
import { bodyOfPaper, followUps, paperByReference, suggestPromises } from '../../council/index.ts';
import { insertRecord, listRecords, readRecord, replaceRecord } from '../../store/index.ts';
import { loadDesk } from '../council/desk.ts';
import { eventsOf } from '../council/events.ts';
import { freshDraft } from '../council/statement-desk.ts';
import { type Operation, operation } from '../http/operation.ts';
import { Problem } from '../http/problems.ts';
import { idParams, version } from '../http/schemas.ts';
import { refuseId } from './projects.ts';

const Commitment = commitmentSchema.clone().openapi('Commitment');
const stored = z.strictObject({ commitment: Commitment, version });

const CommitmentRow = z
  .strictObject({
    commitment: Commitment,
    version,
    /** Key of the paper, if it is on record. */
    paper: idSchema.nullable(),
    /** Council, committee or advisory board that it was made to, or else the body that the paper is for. */
    body: z.string().nullable(),
    state: z.enum(['settled', 'overdue', 'eventCame', 'soon', 'untied', 'waiting']),
    daysLeft: z.int().nullable(),
    /** Day on which the event is expected by the plan or the register. */
    expectedOn: z.string().nullable(),
  })
  .openapi('CommitmentRow');

const PromiseSuggestion = z
  .strictObject({
    text: z.string(),
    block: z.string(),
    words: z.string(),
    due: commitmentSchema.shape.due.nullable(),
  })
  .openapi('PromiseSuggestion');

/** A promise may be tied to a project and to what has to happen first; both must exist. */
function refuseUnknown(agenda: Agenda, { project, prerequisite }: CommitmentType): void {
  const wrong =
    project !== undefined && !agenda.projects.some((one) => one.id === project)
      ? 'project'
      : prerequisite !== undefined && !agenda.prerequisites.some((one) => one.id === prerequisite)
        ? 'prerequisite'
        : null;
  if (wrong === null) return;
  const detail = { de: 'Diesen Eintrag gibt es in der Agenda nicht.', en: 'There is no such entry in the agenda.' };
  throw new Problem('invalid-request', { errors: [{ pointer: `/${wrong}`, detail }] });
}

export const commitmentRoutes: Operation[] = [
  operation({
    method: 'get',
    path: '/api/commitments',
    summary: 'Promises to the council, the most urgent first',
    permission: 'read',
    keptFor: 'roles',
    answer: z.strictObject({ today: z.string(), commitments: z.array(CommitmentRow) }),
    async handle({ tx, session, services }) {
      const loaded = await services.agendas.load(tx, session);
      const { today } = await loadDesk(tx);
      const papers = (await listRecords(tx, 'papers')).map((one) => one.body);
      const records = new Map((await listRecords(tx, 'commitments')).map((one) => [one.id, one]));
      const commitments = [...records.values()].map((one) => one.body);
      const rows = followUps(commitments, eventsOf(loaded), today).flatMap(({ id, ...where }) => {
        const found = records.get(id);
        if (!found) return [];
        const paper = paperByReference(papers, found.body.paper);
        const body = found.body.body ?? (paper ? bodyOfPaper(paper) : null);
        return [{ commitment: found.body, version: found.version, paper: paper?.id ?? null, body, ...where }];
      });
      return { body: { today, commitments: rows } };
    },
  }),
  operation({
    method: 'get',
    path: '/api/papers/{id}/promises',
    summary: 'Sentences of the statement that look like promises; a person decides',
    permission: 'read',
    params: idParams,
    answer: z.strictObject({ suggestions: z.array(PromiseSuggestion) }),
    async handle(call) {
      const { tx, params } = call;
      const work = await readRecord(tx, 'statements', params.id);
      const content = work?.body.content ?? (await freshDraft(call, params.id))?.statement;
      if (content === undefined) {
        if ((await readRecord(tx, 'papers', params.id)) === undefined) throw new Problem('not-found');
        return { body: { suggestions: [] } };
      }
      const known = (await listRecords(tx, 'commitments')).map((one) => one.body);
      return { body: { suggestions: suggestPromises(content, known) } };
    },
  }),
  operation({
    method: 'post',
    path: '/api/commitments',
    summary: 'Keep a promise, dated or bound to an event',
    permission: 'writePapers',
    body: Commitment,
    answer: stored,
    async handle({ tx, session, services, body }) {
      const { agenda } = await services.agendas.load(tx, session);
      refuseUnknown(agenda, body);
      const made = await insertRecord(tx, 'commitments', body);
      return { body: { commitment: made.body, version: made.version } };
    },
  }),
  operation({
    method: 'put',
    path: '/api/commitments/{id}',
    summary: 'Replace one promise, for example when it is kept',
    permission: 'writePapers',
    params: idParams,
    body: Commitment,
    versioned: true,
    tagged: true,
    answer: stored,
    async handle({ tx, session, services, params, body, expectedVersion }) {
      if (body.id !== params.id) refuseId();
      const { agenda } = await services.agendas.load(tx, session);
      refuseUnknown(agenda, body);
      const made = await replaceRecord(tx, 'commitments', params.id, expectedVersion, body);
      return { body: { commitment: made.body, version: made.version }, version: made.version };
    },
  }),
];
