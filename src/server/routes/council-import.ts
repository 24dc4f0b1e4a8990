import { z } from '@hono/zod-openapi';
import { consultationSchema, originatorSchema, paperKindSchema, suggestPaper } from '../../council/index.ts';
import { DocumentRefusal, limits, readDocument } from '../../formats/index.ts';
import {
  countExternal,
  insertRecord,
  listRuns,
  openJobs,
  readExternal,
  readRecord,
  replaceRecord,
} from '../../store/index.ts';
import { councilSettings } from '../council/desk.ts';
import { recordMeeting } from '../council/meeting-results.ts';
import { Meeting, PaperSuggestions } from '../council/schemas.ts';
import { FetchRefusal } from '../fetch/refusal.ts';
import { type Operation, operation } from '../http/operation.ts';
import { Problem } from '../http/problems.ts';
import { startImport } from '../jobs/import-job.ts';
import { inboxMeetings, inboxPapers, meetingsFrom, papersFrom } from '../oparl/inbox.ts';

/** What the council information system of the city says, read over OParl, and how it gets into the register. */

const text = z.strictObject({ de: z.string(), en: z.string() });
const keyParams = z.strictObject({ key: z.string().regex(/^[0-9a-f]{32}$/) });

const IncomingFile = z.strictObject({
  name: z.string(),
  url: z.string().nullable(),
  mimeType: z.string().nullable(),
  on: z.string().nullable(),
});

const IncomingPaper = z
  .strictObject({
    key: z.string(),
    changedAt: z.iso.datetime(),
    address: z.string(),
    web: z.string().nullable(),
    reference: z.string().nullable(),
    kind: paperKindSchema.nullable(),
    paperType: z.string().nullable(),
    name: z.string(),
    receivedOn: z.string().nullable(),
    originators: z.array(originatorSchema),
    consultations: z.array(consultationSchema),
    related: z.array(z.string()),
    mainFile: IncomingFile.nullable(),
    statements: z.array(IncomingFile),
    files: z.array(IncomingFile),
    hints: z.array(text),
    state: z.enum(['new', 'known', 'differs', 'gone']),
    paper: z.string().nullable(),
    differences: z.array(text),
  })
  .openapi('IncomingPaper');

const IncomingMeeting = z
  .strictObject({
    key: z.string(),
    changedAt: z.iso.datetime(),
    address: z.string(),
    web: z.string().nullable(),
    meeting: Meeting.nullable(),
    hints: z.array(text),
    state: z.enum(['new', 'known', 'differs', 'gone', 'unusable']),
  })
  .openapi('IncomingMeeting');

const ImportRun = z
  .strictObject({
    id: z.string(),
    address: z.string(),
    startedAt: z.iso.datetime(),
    endedAt: z.iso.datetime().nullable(),
    state: z.enum(['running', 'done', 'failed', 'cancelled']),
    counts: z.strictObject({ new: z.int(), changed: z.int(), unchanged: z.int(), gone: z.int() }),
    requests: z.int(),
    bytes: z.int(),
    faults: z.array(text),
    faultCount: z.int(),
  })
  .openapi('ImportRun');

const RUNS_SHOWN = 10;
/** A paper's own file, fetched while somebody waits. */
const FILE_MS = 10_000;

const reading: Operation[] = [
  operation({
    method: 'get',
    path: '/api/council-import',
    summary: 'How the council information system is read: the run that goes on, the last ones, what is here',
    permission: 'read',
    keptFor: 'roles',
    keptWithSmallChanges: true,
    answer: z.strictObject({
      job: z.string().nullable(),
      runs: z.array(ImportRun),
      counts: z.record(z.string(), z.int()),
    }),
    async handle({ tx }) {
      const [job] = await openJobs(tx, { kind: 'import' });
      const runs = (await listRuns(tx, RUNS_SHOWN)).map(({ watermarks: _, ...run }) => run);
      return { body: { job: job ?? null, runs, counts: await countExternal(tx) } };
    },
  }),
  operation({
    method: 'post',
    path: '/api/council-import',
    summary: 'Read the council information system now',
    permission: 'writePapers',
    status: 202,
    refuses: ['conflict'],
    answer: z.strictObject({ job: z.string() }),
    async handle({ tx }) {
      const { settings } = await councilSettings(tx);
      if (settings.oparlSource === undefined) {
        const detail = {
          de: 'Es ist keine Adresse eingetragen. Bitte die Adresse der OParl-Schnittstelle eintragen und speichern.',
          en: 'No address is set. Please enter the address of the OParl interface and save.',
        };
        throw new Problem('conflict', { detail });
      }
      return { body: { job: await startImport(tx) } };
    },
  }),
  operation({
    method: 'get',
    path: '/api/council-import/papers',
    summary: 'Papers of the council information system beside what the register holds',
    permission: 'read',
    keptFor: 'roles',
    keptWithSmallChanges: true,
    answer: z.strictObject({ papers: z.array(IncomingPaper) }),
    async handle({ tx }) {
      return { body: { papers: await inboxPapers(tx) } };
    },
  }),
  operation({
    method: 'get',
    path: '/api/council-import/papers/{key}',
    summary: 'One paper of the council information system',
    permission: 'read',
    keptFor: 'roles',
    keptWithSmallChanges: true,
    params: keyParams,
    answer: IncomingPaper,
    async handle({ tx, params }) {
      const stored = await readExternal(tx, params.key);
      const [paper] = stored ? await papersFrom(tx, [stored]) : [];
      if (paper === undefined) throw new Problem('not-found');
      return { body: paper };
    },
  }),
  operation({
    method: 'get',
    path: '/api/council-import/meetings',
    summary: 'Meetings of the council information system beside those here',
    permission: 'read',
    keptFor: 'roles',
    keptWithSmallChanges: true,
    answer: z.strictObject({ meetings: z.array(IncomingMeeting) }),
    async handle({ tx }) {
      return { body: { meetings: await inboxMeetings(tx) } };
    },
  }),
];

const readPaper = z.strictObject({ suggestions: PaperSuggestions, lines: z.array(z.string()) });

const taking: Operation[] = [
  operation({
    method: 'post',
    path: '/api/council-import/papers/{key}/read',
    summary: 'What the paper’s own file suggests for the register; nothing is stored',
    permission: 'writePapers',
    params: keyParams,
    refuses: ['conflict'],
    answer: readPaper,
    async handle({ tx, services, params }) {
      const stored = await readExternal(tx, params.key);
      const [paper] = stored ? await papersFrom(tx, [stored]) : [];
      const url = paper?.mainFile?.url;
      if (!url) throw new Problem('not-found');
      const { settings } = await councilSettings(tx);
      const read = async (): Promise<{ body: z.infer<typeof readPaper> }> => {
        try {
          const file = await services.fetcher(url, { bytes: limits.documentBytes, milliseconds: FILE_MS });
          const lines = await readDocument(file.bytes);
          const suggestions = suggestPaper(lines, settings.numberForms);
          return { body: { suggestions, lines: lines.map((line) => line.text) } };
        } catch (error) {
          if (error instanceof DocumentRefusal) throw new Problem('document-unreadable', { detail: error.text });
          if (error instanceof FetchRefusal) throw new Problem('conflict', { detail: error.text });
          throw error;
        }
      };
      return { outside: read };
    },
  }),
  operation({
    method: 'post',
    path: '/api/council-import/meetings/{key}',
    summary: 'Take a meeting over: a new one as it is, into a known one what is missing there',
    permission: 'writePapers',
    params: keyParams,
    refuses: ['conflict'],
    answer: IncomingMeeting,
    async handle({ params, ...work }) {
      const { tx } = work;
      const stored = await readExternal(tx, params.key);
      const [found] = stored ? await meetingsFrom(tx, [stored]) : [];
      if (stored === undefined || found === undefined) throw new Problem('not-found');
      const { meeting, state, hints } = found;
      if (meeting === null || state === 'gone') {
        const [hint = { de: 'Die Sitzung ist dort gelöscht.', en: 'The meeting was deleted there.' }] = hints;
        throw new Problem('conflict', { detail: hint });
      }
      const here = await readRecord(tx, 'meetings', meeting.id);
      if (state === 'new') await insertRecord(tx, 'meetings', meeting);
      else if (state === 'differs' && here) await replaceRecord(tx, 'meetings', meeting.id, here.version, meeting);
      if (state !== 'known') await recordMeeting(work, meeting);
      const [now] = await meetingsFrom(tx, [stored]);
      return { body: now ?? found };
    },
  }),
];

export const councilImportRoutes: Operation[] = [...reading, ...taking];
