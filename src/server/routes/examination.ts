import { z } from '@hono/zod-openapi';
import { idSchema } from '../../agenda/index.ts';
import {
  assessPaper,
  basisFault,
  candidateFrom,
  checkResultSchema,
  examinationSchema,
  examined,
  excludable,
  type Paper as PaperType,
  paperBasisSchema,
  pointResultSchema,
  templatesFor,
} from '../../council/index.ts';
import { paperFaultsBeside, parsePaper } from '../../formats/index.ts';
import { type CityTransaction, listRecords, readRecord, replaceRecord, type StoredRecord } from '../../store/index.ts';
import { loadDesk } from '../council/desk.ts';
import { personName } from '../council/person-name.ts';
import { withTouched } from '../council/touched.ts';
import { type Operation, operation } from '../http/operation.ts';
import { Problem } from '../http/problems.ts';
import { idParams, Paper, Project, version } from '../http/schemas.ts';
import { refuseFaults } from '../http/validation.ts';

const idAndName = z.strictObject({ id: idSchema, name: z.string() });

const ExaminationView = z
  .strictObject({
    paper: Paper,
    version,
    /** Each check with paragraph and hint, computed from the records of now. */
    checks: z.array(checkResultSchema),
    /** Each point with what it may touch, best first. */
    points: z.array(pointResultSchema),
    templates: z.array(idAndName),
    actionFields: z.array(idAndName),
    strategies: z.array(idAndName),
    teams: z.array(idAndName),
    budgetLines: z.array(idAndName),
    partners: z.array(idAndName),
    /** Projects that a new one can exclude. */
    excludable: z.array(idAndName),
    /** Titles of the records that are linked to points. */
    titles: z.record(z.string(), z.string()),
  })
  .openapi('ExaminationView');

async function storedPaper(tx: CityTransaction, id: string): Promise<StoredRecord<'papers'>> {
  const stored = await readRecord(tx, 'papers', id);
  if (stored === undefined) throw new Problem('not-found');
  return stored;
}

const named = <T extends { id: string; name: string }>(list: readonly T[]): { id: string; name: string }[] =>
  list.map(({ id, name }) => ({ id, name }));

export const examinationRoutes: Operation[] = [
  operation({
    method: 'get',
    path: '/api/papers/{id}/examination',
    summary: 'What a person has to decide about a paper, with hints and suggestions from the records',
    permission: 'read',
    keptFor: 'roles',
    params: idParams,
    tagged: true,
    answer: ExaminationView,
    async handle({ tx, session, services, params }) {
      const { agenda } = await services.agendas.load(tx, session);
      const stored = await storedPaper(tx, params.id);
      const others = (await listRecords(tx, 'papers')).map((one) => one.body).filter((one) => one.id !== params.id);
      const { checks, points: assessed } = assessPaper(agenda, stored.body, others, { answer: null });
      const points = await withTouched(tx, agenda, others, assessed);
      const lists = {
        project: agenda.projects,
        need: agenda.needs,
        obligation: agenda.obligations,
        strategy: agenda.strategies,
        commitment: agenda.commitments.map(({ id, text }) => ({ id, name: text })),
      };
      const titles = Object.fromEntries(
        Object.entries(lists).flatMap(([kind, list]) => list.map(({ id, name }) => [`${kind} ${id}`, name])),
      );
      const linked = new Set(points.flatMap((one) => one.relations.map(({ kind, id }) => `${kind} ${id}`)));
      return {
        body: {
          paper: stored.body,
          version: stored.version,
          checks,
          points,
          templates: named(templatesFor(agenda.templates, stored.body)),
          actionFields: named(agenda.actionFields),
          strategies: named(agenda.strategies),
          teams: named(agenda.teams),
          budgetLines: named(agenda.budgetLines),
          partners: named(agenda.partners),
          excludable: named(excludable(agenda)),
          titles: Object.fromEntries(Object.entries(titles).filter(([key]) => linked.has(key))),
        },
        version: stored.version,
      };
    },
  }),
  operation({
    method: 'put',
    path: '/api/papers/{id}/examination',
    summary: 'Decide checks and points of a paper; name and day are those of the session',
    permission: 'writePapers',
    params: idParams,
    body: examinationSchema,
    versioned: true,
    tagged: true,
    answer: z.strictObject({ paper: Paper, version }),
    async handle({ tx, session, services, params, body, expectedVersion }) {
      const { agenda } = await services.agendas.load(tx, session);
      const { body: before } = await storedPaper(tx, params.id);
      const { today } = await loadDesk(tx);
      const paper: PaperType = examined(before, body, { by: await personName(tx, session), on: today });
      const parsed = parsePaper(paper);
      refuseFaults('faults' in parsed ? parsed.faults : paperFaultsBeside(agenda, paper));
      const stored = await replaceRecord(tx, 'papers', params.id, expectedVersion, paper);
      return { body: { paper: stored.body, version: stored.version }, version: stored.version };
    },
  }),
  operation({
    method: 'put',
    path: '/api/papers/{id}/basis',
    summary: 'Choose the alternative that answer and statement rest on; null is the project as it is asked for',
    permission: 'writePapers',
    params: idParams,
    body: z.strictObject({ basis: paperBasisSchema.omit({ by: true, on: true }).nullable() }),
    versioned: true,
    tagged: true,
    answer: z.strictObject({ paper: Paper, version }),
    async handle({ tx, session, services, params, body, expectedVersion }) {
      const { agenda } = await services.agendas.load(tx, session);
      const { basis: _before, ...rest } = (await storedPaper(tx, params.id)).body;
      const { today } = await loadDesk(tx);
      const chosen = body.basis && { ...body.basis, by: await personName(tx, session), on: today };
      const paper: PaperType = chosen ? { ...rest, basis: chosen } : rest;
      const detail = basisFault(agenda, paper);
      if (detail) throw new Problem('invalid-request', { errors: [{ pointer: '/basis', detail }] });
      const stored = await replaceRecord(tx, 'papers', params.id, expectedVersion, paper);
      return { body: { paper: stored.body, version: stored.version }, version: stored.version };
    },
  }),
  operation({
    method: 'post',
    path: '/api/papers/{id}/candidate',
    summary: 'A new project for a paper, made of a template; nothing is stored until the examination is',
    permission: 'writePapers',
    params: idParams,
    body: z.strictObject({ template: idSchema, actionField: idSchema, taken: z.array(idSchema).max(100) }),
    answer: z.strictObject({ candidate: Project }),
    async handle({ tx, session, services, params, body }) {
      const { agenda } = await services.agendas.load(tx, session);
      const { body: paper } = await storedPaper(tx, params.id);
      const template = agenda.templates.find((one) => one.id === body.template);
      if (template === undefined) throw new Problem('not-found');
      const takenIds = [...agenda.projects.map((one) => one.id), ...body.taken];
      return { body: { candidate: candidateFrom(template, paper, { actionField: body.actionField, takenIds }) } };
    },
  }),
];
