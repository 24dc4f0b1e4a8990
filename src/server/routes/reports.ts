import { z } from '@hono/zod-openapi';
import { idSchema, lineSchema } from '../../agenda/index.ts';
import { deadlinesOf } from '../../council/index.ts';
import {
  factSheet,
  REPORTS,
  type ReportFacts,
  type ReportKind,
  type ReportOptions,
  reportCsv,
  reportDocument,
  reportKinds,
  reportTable,
  roadmapDocument,
} from '../../documents/index.ts';
import { writeXlsx } from '../../formats/index.ts';
import { type CityTransaction, listRecords, type Session } from '../../store/index.ts';
import { loadDesk } from '../council/desk.ts';
import { asAttachment, documentFile, type FileFormat, MEDIA_TYPES } from '../document-file.ts';
import { type Operation, operation } from '../http/operation.ts';
import { Problem } from '../http/problems.ts';
import { fileBytes, idParams } from '../http/schemas.ts';
import type { Services } from '../services.ts';

const kind = z.enum(reportKinds as [ReportKind, ...ReportKind[]]);
const params = z.strictObject({ kind });
const choice = z.string().trim().min(1).max(200).optional();
const query = z.strictObject({
  body: choice,
  faction: choice,
  year: z.coerce.number().int().min(1990).max(2100).optional(),
});

/** As many groups and projects as the largest agenda has. */
const MOST = 2_000;
const arrangement = z.strictObject({
  over: z.enum(['field', 'unit', 'partner']),
  groups: z.array(z.strictObject({ name: lineSchema, projects: z.array(idSchema).max(MOST) })).max(MOST),
  zoom: z.enum(['week', 'month', 'quarter', 'year']),
});

interface Scope {
  tx: CityTransaction;
  session: Session;
  services: Services;
}

async function factsOf({ tx, session, services }: Scope): Promise<ReportFacts> {
  const { agenda } = await services.agendas.load(tx, session);
  const papers = (await listRecords(tx, 'papers')).map((one) => one.body);
  const resolutions = (await listRecords(tx, 'resolutions')).map((one) => one.body);
  const desk = await loadDesk(tx);
  const deadlines = papers.flatMap((paper) => deadlinesOf(paper, desk));
  return { agenda, papers, resolutions, deadlines, today: desk.today };
}

const distinct = <T extends string | number>(values: readonly T[]): T[] =>
  [...new Set(values)].sort((a, b) => (a < b ? -1 : 1));

const fileRoute = (format: FileFormat, name: string): Operation =>
  operation({
    method: 'get',
    path: `/api/reports/{kind}/${format}`,
    summary: `A report from the records of today as ${name}`,
    permission: 'read',
    keptFor: 'roles',
    params,
    query,
    answer: fileBytes,
    file: { mediaType: MEDIA_TYPES[format] },
    async handle(call) {
      const facts = await factsOf(call);
      const document = reportDocument(call.params.kind, facts, call.query as ReportOptions);
      const body = await documentFile(call.tx, document, format);
      return { body, headers: asAttachment(`${call.params.kind}-${facts.today}.${format}`) };
    },
  });

/** A report that is a list, as a table for people or for programs; the others have none. */
const tableRoute = (format: 'csv' | 'xlsx', mediaType: string): Operation =>
  operation({
    method: 'get',
    path: `/api/reports/{kind}/${format}`,
    summary: `A report that is a list as a table (${format.toUpperCase()})`,
    permission: 'read',
    keptFor: 'roles',
    params,
    query,
    answer: fileBytes,
    file: { mediaType },
    async handle(call) {
      const facts = await factsOf(call);
      const { kind: name } = call.params;
      const [head, ...rows] = reportTable(name, facts, call.query as ReportOptions) ?? [];
      if (!head) throw new Problem('not-found');
      const body =
        format === 'csv'
          ? new TextEncoder().encode(reportCsv([head, ...rows]))
          : await writeXlsx({ name: reportDocument(name, facts, {}).title, head, rows });
      return { body, headers: asAttachment(`${name}-${facts.today}.${format}`) };
    },
  });

const sheetRoute = (format: FileFormat, name: string): Operation =>
  operation({
    method: 'get',
    path: `/api/projects/{id}/fact-sheet/${format}`,
    summary: `The fact sheet of a project as ${name}, on one A4 page if it fits`,
    permission: 'read',
    keptFor: 'roles',
    params: idParams,
    answer: fileBytes,
    file: { mediaType: MEDIA_TYPES[format] },
    async handle(call) {
      const document = factSheet(await factsOf(call), call.params.id);
      if (!document) throw new Problem('not-found');
      const body = await documentFile(call.tx, document, format);
      return { body, headers: asAttachment(`steckbrief-${call.params.id}.${format}`) };
    },
  });

export const reportRoutes: Operation[] = [
  sheetRoute('docx', 'a Word file'),
  sheetRoute('pdf', 'an accessible PDF file'),
  operation({
    method: 'get',
    path: '/api/roadmap/pdf',
    summary: 'The roadmap as an accessible PDF file on A3: the drawing, and the same content as a table',
    permission: 'read',
    keptFor: 'roles',
    answer: fileBytes,
    file: { mediaType: MEDIA_TYPES.pdf },
    async handle(call) {
      const facts = await factsOf(call);
      const body = await documentFile(call.tx, roadmapDocument(facts), 'pdf');
      return { body, headers: asAttachment(`fahrplan-${facts.today}.pdf`) };
    },
  }),
  operation({
    method: 'post',
    path: '/api/roadmap/pdf',
    summary: 'The same file as somebody has arranged it: over what, which projects in which order, how close',
    permission: 'read',
    body: arrangement,
    answer: fileBytes,
    file: { mediaType: MEDIA_TYPES.pdf },
    async handle({ body, ...call }) {
      const facts = await factsOf(call);
      const file = await documentFile(call.tx, roadmapDocument(facts, body), 'pdf');
      return { body: file, headers: asAttachment(`fahrplan-${facts.today}.pdf`) };
    },
  }),
  operation({
    method: 'get',
    path: '/api/reports',
    summary: 'The reports that can be written, and what can be chosen for them',
    permission: 'read',
    keptFor: 'roles',
    answer: z.strictObject({
      reports: z.array(
        z.strictObject({ kind, options: z.array(z.enum(['body', 'year', 'faction'])), csv: z.boolean() }),
      ),
      bodies: z.array(z.string()),
      factions: z.array(z.string()),
      years: z.array(z.int()),
    }),
    async handle(call) {
      const { agenda, papers, resolutions, today } = await factsOf(call);
      const meetings = (await listRecords(call.tx, 'meetings')).map((one) => one.body.body);
      const consulted = papers.flatMap((one) => one.consultations.map((consultation) => consultation.body));
      const originators = papers.flatMap((one) => one.originators).filter((one) => one.kind === 'faction');
      const phases = agenda.plans.flatMap((plan) => plan.phases.map((one) => Number(one.finish.slice(0, 4))));
      const years = [...resolutions.map((one) => Number(one.on.slice(0, 4))), ...phases, Number(today.slice(0, 4))];
      return {
        body: {
          reports: reportKinds.map((one) => ({
            kind: one,
            options: [...REPORTS[one].options],
            csv: 'table' in REPORTS[one],
          })),
          bodies: distinct([...resolutions.map((one) => one.body), ...meetings, ...consulted]),
          factions: distinct(originators.map((one) => one.name)),
          years: distinct(years),
        },
      };
    },
  }),
  fileRoute('docx', 'a Word file'),
  fileRoute('pdf', 'an accessible PDF file'),
  fileRoute('html', 'an HTML file that needs nothing else'),
  tableRoute('csv', 'text/csv; charset=utf-8'),
  tableRoute('xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'),
  operation({
    method: 'get',
    path: '/api/resolutions.csv',
    summary: 'Resolutions and promises with where they stand, as a table for programs',
    permission: 'read',
    keptFor: 'roles',
    query: z.strictObject({ body: choice }),
    answer: fileBytes,
    file: { mediaType: 'text/csv; charset=utf-8' },
    async handle(call) {
      const facts = await factsOf(call);
      const rows = reportTable('resolutions', facts, call.query as ReportOptions) ?? [];
      const body = new TextEncoder().encode(reportCsv(rows));
      return { body, headers: asAttachment(`beschluesse-${facts.today}.csv`) };
    },
  }),
];
