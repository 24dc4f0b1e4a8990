import ical from 'ical-generator';
import type { DayEntry, Meeting, Paper, PaperDeadline } from '../council/index.ts';

/** What the calendar of the council desk holds. */
export interface CalendarContent {
  /** Host part of the entries' stable ids. */
  host: string;
  name: string;
  papers: readonly Paper[];
  deadlines: readonly PaperDeadline[];
  meetings: readonly Meeting[];
  /** Promises, and resolutions with their tasks, that are open and have a day. */
  reminders: readonly DayEntry[];
}

/** The library writes the universal parts of a moment: so a day stays that day, wherever the server stands. */
const moment = (on: string, time = '00:00'): Date => new Date(`${on}T${time}:00Z`);

/**
 * Deadlines, meetings, promises and tasks as an iCalendar file (RFC 5545). Every entry keeps its id, so that a calendar
 * that reads the feed again moves an entry instead of doubling it.
 */
export function writeCalendar({ host, name, papers, deadlines, meetings, reminders }: CalendarContent): string {
  const calendar = ical({ name, prodId: { company: 'Fahrplan', product: 'Ratspost', language: 'DE' } });
  const byId = new Map(papers.map((paper) => [paper.id, paper]));
  for (const one of deadlines) {
    const paper = byId.get(one.paper);
    calendar.createEvent({
      id: `${one.paper}.${plain(one.label.de)}.${plain(one.basis.de)}@${host}`,
      start: moment(one.dueOn),
      stamp: moment(one.dueOn),
      allDay: true,
      summary: `${paper?.reference ?? one.paper}: ${one.label.de}`,
      description: `${paper?.name ?? ''}\n${one.basis.de}`,
    });
  }
  for (const one of meetings) {
    calendar.createEvent({
      id: `${one.id}@${host}`,
      start: moment(one.on, one.time),
      stamp: moment(one.on),
      allDay: one.time === undefined,
      ...(one.time ? { floating: true } : {}),
      summary: one.body,
      ...(one.place ? { location: one.place } : {}),
      description: one.items.map((item) => `${item.number} ${item.title}`).join('\n'),
    });
  }
  for (const { id, step, kind, on, title, text } of reminders) {
    calendar.createEvent({
      // By the key of the task: one that is done leaves the ids of the others alone.
      id: `${kind}.${id}${step === undefined ? '' : `/${step}`}@${host}`,
      start: moment(on),
      stamp: moment(on),
      allDay: true,
      summary: `${title}: ${kind === 'promise' ? 'Zusage' : 'Aufgabe aus dem Beschluss'}`,
      description: text.de,
    });
  }
  return calendar.toString();
}

const plain = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]+/g, '-');
