import { z } from '@hono/zod-openapi';
import { civil, unitNameOn } from '../../agenda/index.ts';
import {
  datedReminders,
  deadlinesOf,
  nextReference,
  remindersOf,
  STATEMENT_BLOCKS,
  tasksOf,
} from '../../council/index.ts';
import { writeCalendar } from '../../formats/index.ts';
import { type CityTransaction, createCalendarFeed, listRecords } from '../../store/index.ts';
import { councilSettings, loadDesk, papersWithProgress, saveCouncilSettings } from '../council/desk.ts';
import { eventsOf } from '../council/events.ts';
import { CouncilDesk, CouncilSettings } from '../council/schemas.ts';
import { type Operation, operation } from '../http/operation.ts';
import { Problem } from '../http/problems.ts';
import { fileBytes } from '../http/schemas.ts';

const CALENDAR = 'text/calendar; charset=utf-8';
const storedSettings = z.strictObject({
  settings: CouncilSettings,
  version: z.int().min(0),
  /** Blocks of a statement with their usual headings, in the usual order. */
  blocks: z.array(z.strictObject({ id: z.string(), title: z.string() })),
});
const blocks = [...STATEMENT_BLOCKS];

/** Deadlines, meetings, promises and tasks of the desk as an iCalendar file. */
export async function calendarOf(tx: CityTransaction, host: string): Promise<Uint8Array> {
  const desk = await loadDesk(tx);
  const papers = (await listRecords(tx, 'papers')).map((one) => one.body);
  const deadlines = papers.flatMap((paper) => deadlinesOf(paper, desk));
  const commitments = (await listRecords(tx, 'commitments')).map((one) => one.body);
  const resolutions = (await listRecords(tx, 'resolutions')).map((one) => one.body);
  const reminders = datedReminders(commitments, resolutions, desk.today);
  return new TextEncoder().encode(
    writeCalendar({ host, name: 'Ratspost', papers, deadlines, meetings: desk.meetings, reminders }),
  );
}

const desk: Operation[] = [
  operation({
    method: 'get',
    path: '/api/council-desk',
    summary: 'Tasks and deadlines of the council desk',
    permission: 'read',
    keptFor: 'roles',
    answer: CouncilDesk,
    async handle({ tx, session, services }) {
      const loaded = await services.agendas.load(tx, session);
      const { agenda } = loaded;
      const present = await loadDesk(tx);
      const papers = await papersWithProgress(tx);
      const resolutions = (await listRecords(tx, 'resolutions')).map((one) => one.body);
      const { settings, meetings, today } = present;
      const taken = papers.map(({ paper }) => paper.reference);
      const { year } = civil(today);
      const deadlines = papers.flatMap(({ paper }) => deadlinesOf(paper, present));
      return {
        body: {
          today,
          tasks: tasksOf(papers, present),
          reminders: remindersOf(agenda.commitments, resolutions, eventsOf(loaded), today),
          deadlines: deadlines.sort((a, b) => a.daysLeft - b.daysLeft),
          meetings: [...meetings],
          nextNumbers: settings.numberForms.flatMap(({ kind }) => {
            const reference = nextReference(settings.numberForms, kind, year, taken);
            return reference ? [{ kind, reference }] : [];
          }),
          units: agenda.units.map((unit) => ({ id: unit.id, name: unitNameOn(unit, today) })),
        },
      };
    },
  }),
  operation({
    method: 'get',
    path: '/api/council-desk/calendar.ics',
    summary: 'Deadlines and meetings as a calendar file',
    permission: 'read',
    keptFor: 'roles',
    answer: fileBytes,
    file: { mediaType: CALENDAR },
    async handle({ tx, services }) {
      const body = await calendarOf(tx, services.publicUrl?.hostname ?? 'fahrplan.localhost');
      return { body, headers: { 'Content-Disposition': 'attachment; filename="ratspost.ics"' } };
    },
  }),
  operation({
    method: 'post',
    path: '/api/council-desk/calendar-feed',
    summary: 'A new address under which a calendar program follows the desk; the earlier one stops working',
    permission: 'read',
    answer: z.strictObject({ path: z.string() }),
    async handle({ tx }) {
      return { body: { path: `/kalender/${await createCalendarFeed(tx)}.ics` } };
    },
  }),
];

const settings: Operation[] = [
  operation({
    method: 'get',
    path: '/api/council-settings',
    summary: 'How the council desk works: numbers, clocks, co-signing units, public page',
    permission: 'read',
    keptFor: 'roles',
    answer: storedSettings,
    async handle({ tx }) {
      return { body: { ...(await councilSettings(tx)), blocks } };
    },
  }),
  operation({
    method: 'put',
    path: '/api/council-settings',
    summary: 'Replace the settings of the council desk; version 0 stands for the defaults',
    permission: 'writePapers',
    body: z.strictObject({ settings: CouncilSettings, version: z.int().min(0) }),
    answer: storedSettings,
    async handle({ tx, session, services, body }) {
      const { agenda } = await services.agendas.load(tx, session);
      const known = new Set(agenda.units.map((unit) => unit.id));
      const unknown = body.settings.cosigners.findIndex((one) => !known.has(one));
      if (unknown >= 0) {
        const detail = { de: 'Diese Stelle gibt es nicht.', en: 'There is no such unit.' };
        throw new Problem('invalid-request', { errors: [{ pointer: `/settings/cosigners/${unknown}`, detail }] });
      }
      // The letterhead has a route of its own, which looks into the file first.
      const { letterhead: _, ...given } = body.settings;
      const { letterhead } = (await councilSettings(tx)).settings;
      const next = letterhead ? { ...given, letterhead } : given;
      return { body: { ...(await saveCouncilSettings(tx, body.version, next)), blocks } };
    },
  }),
];

export const councilDeskRoutes: Operation[] = [...desk, ...settings];
