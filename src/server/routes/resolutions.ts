import { z } from '@hono/zod-openapi';
import { type Agenda, idSchema, isoDateSchema, presentPlan } from '../../agenda/index.ts';
import {
  exclusionsOf,
  type ProjectFinish,
  type Resolution as ResolutionType,
  resolutionProgress,
  resolutionSchema,
  untracked,
} from '../../council/index.ts';
import {
  type CityTransaction,
  insertRecord,
  listRecords,
  readRecord,
  replaceRecord,
  type Session,
  type StoredRecord,
} from '../../store/index.ts';
import type { LoadedAgenda } from '../agenda-cache.ts';
import { loadDesk } from '../council/desk.ts';
import { projectFinishes } from '../council/events.ts';
import { personName } from '../council/person-name.ts';
import { projectOfResolution } from '../council/resolution-project.ts';
import { Resolution } from '../council/schemas.ts';
import { type Operation, operation } from '../http/operation.ts';
import { type FieldError, Problem } from '../http/problems.ts';
import { idParams, version } from '../http/schemas.ts';
import { changeAgenda } from '../records/edit.ts';
import { refuseId } from './projects.ts';

const text = z.strictObject({ de: z.string(), en: z.string() });

const ResolutionRow = z
  .strictObject({
    resolution: Resolution,
    version,
    light: z.enum(['done', 'notPursued', 'late', 'atRisk', 'onTrack', 'notBegun']),
    /** What the light was set by. */
    rule: text,
    projects: z.array(
      z.strictObject({ id: idSchema, name: z.string(), finishesOn: isoDateSchema.nullable(), finished: z.boolean() }),
    ),
  })
  .openapi('ResolutionRow');

type Row = z.input<typeof ResolutionRow>;

function rowOf(
  { projects }: Agenda,
  finishes: readonly ProjectFinish[],
  today: string,
  { body: resolution, version }: StoredRecord<'resolutions'>,
): Row {
  const linked = resolution.projects.map((id) => {
    const { finishesOn = null, finished = false } = finishes.find((one) => one.id === id) ?? {};
    return { id, name: projects.find((one) => one.id === id)?.name ?? id, finishesOn, finished };
  });
  return { resolution, version, ...resolutionProgress(resolution, finishes, today), projects: linked };
}

async function answerTo(tx: CityTransaction, loaded: LoadedAgenda, stored: StoredRecord<'resolutions'>): Promise<Row> {
  const { today } = await loadDesk(tx);
  return rowOf(loaded.agenda, projectFinishes(loaded.agenda, presentPlan(loaded.agenda)), today, stored);
}

/** Units and projects that a resolution names must exist, and so must its meeting and its paper. */
async function refuseUnknown(tx: CityTransaction, agenda: Agenda, one: ResolutionType): Promise<void> {
  const units = new Set(agenda.units.map((unit) => unit.id));
  const projects = new Set(agenda.projects.map((project) => project.id));
  const wrong = [
    ...(one.responsible !== undefined && !units.has(one.responsible) ? ['/responsible'] : []),
    ...one.tasks.flatMap((task, index) =>
      task.responsible !== undefined && !units.has(task.responsible) ? [`/tasks/${index}/responsible`] : [],
    ),
    ...one.projects.flatMap((id, index) => (projects.has(id) ? [] : [`/projects/${index}`])),
    ...(one.paper !== undefined && !(await readRecord(tx, 'papers', one.paper)) ? ['/paper'] : []),
    ...(one.meeting !== undefined && !(await readRecord(tx, 'meetings', one.meeting)) ? ['/meeting'] : []),
  ];
  if (wrong.length === 0) return;
  const detail = { de: 'Diesen Eintrag gibt es nicht.', en: 'There is no such entry.' };
  throw new Problem('invalid-request', { errors: wrong.map((pointer): FieldError => ({ pointer, detail })) });
}

/** Who reported, and on which day, is the session's to say: a report that is as it was keeps its name. */
async function signed(
  tx: CityTransaction,
  session: Session,
  { report, ...rest }: z.output<typeof bodySchema>,
  before: ResolutionType | undefined,
): Promise<ResolutionType> {
  if (report === undefined) return rest;
  if (report === before?.report?.text) return { ...rest, report: before.report };
  const { today } = await loadDesk(tx);
  return { ...rest, report: { text: report, by: await personName(tx, session), on: today } };
}

const reportText = resolutionSchema.shape.report.unwrap().shape.text;
/** A resolution as a person writes it; the report is its words alone. */
const bodySchema = resolutionSchema.omit({ report: true }).extend({ report: reportText.optional() });

const reading: Operation[] = [
  operation({
    method: 'get',
    path: '/api/resolutions',
    summary: 'What became of the resolutions, the newest first; and adopted items that nobody follows up yet',
    permission: 'read',
    keptFor: 'roles',
    answer: z.strictObject({
      today: isoDateSchema,
      resolutions: z.array(ResolutionRow),
      untracked: z.array(Resolution),
    }),
    async handle({ tx, session, services }) {
      const { agenda } = await services.agendas.load(tx, session);
      const { today, meetings } = await loadDesk(tx);
      const stored = await listRecords(tx, 'resolutions');
      const papers = (await listRecords(tx, 'papers')).map((one) => one.body);
      const finishes = projectFinishes(agenda, presentPlan(agenda));
      const newest = stored.sort((a, b) => (a.body.on < b.body.on ? 1 : -1));
      const known = stored.map((one) => one.body);
      return {
        body: {
          today,
          resolutions: newest.map((one) => rowOf(agenda, finishes, today, one)),
          untracked: untracked(meetings, known, papers),
        },
      };
    },
  }),
  operation({
    method: 'get',
    path: '/api/resolutions/{id}',
    summary: 'One resolution with its tasks and projects',
    permission: 'read',
    keptFor: 'roles',
    params: idParams,
    tagged: true,
    answer: ResolutionRow,
    async handle({ tx, session, services, params }) {
      const loaded = await services.agendas.load(tx, session);
      const stored = await readRecord(tx, 'resolutions', params.id);
      if (stored === undefined) throw new Problem('not-found');
      return { body: await answerTo(tx, loaded, stored), version: stored.version };
    },
  }),
];

const writing: Operation[] = [
  operation({
    method: 'post',
    path: '/api/resolutions',
    summary: 'Follow a resolution up',
    permission: 'writePapers',
    body: bodySchema,
    answer: ResolutionRow,
    async handle({ tx, session, services, body }) {
      const loaded = await services.agendas.load(tx, session);
      const resolution = await signed(tx, session, body, undefined);
      await refuseUnknown(tx, loaded.agenda, resolution);
      return { body: await answerTo(tx, loaded, await insertRecord(tx, 'resolutions', resolution)) };
    },
  }),
  operation({
    method: 'put',
    path: '/api/resolutions/{id}',
    summary: 'Replace one resolution: tasks, projects, deadline, report, status',
    permission: 'writePapers',
    params: idParams,
    body: bodySchema,
    versioned: true,
    tagged: true,
    answer: ResolutionRow,
    async handle({ tx, session, services, params, body, expectedVersion }) {
      if (body.id !== params.id) refuseId();
      const loaded = await services.agendas.load(tx, session);
      const before = (await readRecord(tx, 'resolutions', params.id))?.body;
      const resolution = await signed(tx, session, body, before);
      await refuseUnknown(tx, loaded.agenda, resolution);
      const stored = await replaceRecord(tx, 'resolutions', params.id, expectedVersion, resolution);
      return { body: await answerTo(tx, loaded, stored), version: stored.version };
    },
  }),
  operation({
    method: 'post',
    path: '/api/resolutions/{id}/project',
    summary: 'Add the project that carries the resolution out, from the paper’s candidate or from a template',
    permission: 'writeProjects',
    params: idParams,
    body: z.union([
      z.strictObject({ candidate: idSchema }),
      z.strictObject({ template: idSchema, actionField: idSchema }),
    ]),
    versioned: true,
    tagged: true,
    refuses: ['conflict'],
    answer: ResolutionRow,
    async handle({ params, body: choice, expectedVersion, ...work }) {
      const { tx, session, services } = work;
      const { agenda } = await services.agendas.load(tx, session);
      const found = (await readRecord(tx, 'resolutions', params.id))?.body;
      if (found === undefined) throw new Problem('not-found');
      const paper = found.paper ? (await readRecord(tx, 'papers', found.paper))?.body : undefined;
      const project = projectOfResolution(agenda, found, paper, choice);
      const change = { collection: 'projects', id: project.id, version: null, body: project } as const;
      const excluded = paper && 'candidate' in choice ? exclusionsOf(agenda, paper, project.id) : [];
      const exclusions = excluded.map(
        (body) => ({ collection: 'alternatives', id: body.id, version: null, body }) as const,
      );
      const { after } = await changeAgenda(work, [change, ...exclusions]);
      const linked = { ...found, projects: [...found.projects, project.id] };
      const stored = await replaceRecord(tx, 'resolutions', params.id, expectedVersion, linked);
      return { body: await answerTo(tx, after, stored), version: stored.version };
    },
  }),
];

export const resolutionRoutes: Operation[] = [...reading, ...writing];
