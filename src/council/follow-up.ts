import { type Commitment, daysBetween, type Prerequisite, type Project } from '../agenda/index.ts';
import type { Resolution } from './resolution.ts';

/** Where a promise stands on a day. */
export interface FollowUp {
  id: string;
  /**
   * `settled`: kept, broken or withdrawn; `eventCame`: what it waits for has happened; `untied`: it waits for an event
   * that nobody will notice, because neither a project nor a prerequisite stands for it.
   */
  state: 'settled' | 'overdue' | 'eventCame' | 'soon' | 'untied' | 'waiting';
  daysLeft: number | null;
  /** Day on which the event is expected by the plan or the register; null if nobody knows. */
  expectedOn: string | null;
}

/** What events are told by: the records that promises are tied to, and when the plan finishes a project. */
export interface Events {
  prerequisites: readonly Prerequisite[];
  projects: readonly Project[];
  finishOf: (project: string) => string | null;
}

/** Days before its date at which a promise is brought up again. */
const SOON_DAYS = 30;

const URGENCY: readonly FollowUp['state'][] = ['overdue', 'eventCame', 'soon', 'untied', 'waiting', 'settled'];

/** Every promise with what is to be done about it, the most urgent first. */
export function followUps(commitments: readonly Commitment[], events: Events, today: string): FollowUp[] {
  return commitments
    .map((one) => followUp(one, events, today))
    .sort(
      (a, b) =>
        URGENCY.indexOf(a.state) - URGENCY.indexOf(b.state) ||
        (a.daysLeft ?? 99_999) - (b.daysLeft ?? 99_999) ||
        (a.id < b.id ? -1 : 1),
    );
}

function followUp(one: Commitment, events: Events, today: string): FollowUp {
  const dated = one.due.kind === 'date';
  const daysLeft = one.due.kind === 'date' ? daysBetween(today, one.due.on) : null;
  const { cameOn, expectedOn } = eventOf(one, events);
  const base = { id: one.id, daysLeft, expectedOn: dated ? null : expectedOn };
  if (one.status !== 'open' && one.status !== 'proposed') return { ...base, state: 'settled' };
  if (daysLeft !== null) {
    return { ...base, state: daysLeft < 0 ? 'overdue' : daysLeft <= SOON_DAYS ? 'soon' : 'waiting' };
  }
  if (one.prerequisite === undefined && one.project === undefined) return { ...base, state: 'untied' };
  return { ...base, state: cameOn !== null && cameOn <= today ? 'eventCame' : 'waiting' };
}

/** When the event of a promise came, or is to come; a prerequisite is what the event names, a project stands in for it. */
function eventOf(one: Commitment, events: Events): { cameOn: string | null; expectedOn: string | null } {
  const prerequisite = events.prerequisites.find((other) => other.id === one.prerequisite);
  if (prerequisite) return { cameOn: prerequisite.metOn ?? null, expectedOn: prerequisite.expectedOn ?? null };
  const project = events.projects.find((other) => other.id === one.project);
  if (!project) return { cameOn: null, expectedOn: null };
  return { cameOn: project.finishedOn ?? null, expectedOn: events.finishOf(project.id) };
}

/** What somebody has to look at again today: a promise whose date or event has come, a task of a resolution. */
export interface Reminder {
  kind: 'commitment' | 'resolution';
  /** Key of the promise or of the resolution. */
  id: string;
  reference: string;
  text: string;
  state: 'overdue' | 'eventCame' | 'soon' | 'untied';
  responsible: string | null;
  dueOn: string | null;
  daysLeft: number | null;
}

/** Everything that comes up again on a day, what is late first; what only waits is left out. */
export function remindersOf(
  commitments: readonly Commitment[],
  resolutions: readonly Resolution[],
  events: Events,
  today: string,
): Reminder[] {
  const byId = new Map(commitments.map((one) => [one.id, one]));
  const promises = followUps(commitments, events, today).flatMap(({ id, state, daysLeft }): Reminder[] => {
    const one = byId.get(id);
    if (!one || state === 'waiting' || state === 'settled') return [];
    const dueOn = one.due.kind === 'date' ? one.due.on : null;
    return [
      { kind: 'commitment', id, reference: one.paper, text: one.text, state, responsible: null, dueOn, daysLeft },
    ];
  });
  const tasks = resolutions.filter((one) => one.status === 'open').flatMap((one) => resolutionReminders(one, today));
  return [...promises, ...tasks].sort(
    (a, b) => URGENCY.indexOf(a.state) - URGENCY.indexOf(b.state) || (a.daysLeft ?? 0) - (b.daysLeft ?? 0),
  );
}

function resolutionReminders(one: Resolution, today: string): Reminder[] {
  const own = { text: one.name, responsible: one.responsible, dueOn: one.dueOn };
  const open = one.tasks
    .filter((task) => task.doneOn === undefined)
    .map(({ text, responsible, dueOn }) => ({ text, responsible: responsible ?? one.responsible, dueOn }));
  return [own, ...open].flatMap(({ text, responsible, dueOn }): Reminder[] => {
    if (dueOn === undefined) return [];
    const daysLeft = daysBetween(today, dueOn);
    if (daysLeft > SOON_DAYS) return [];
    const state = daysLeft < 0 ? 'overdue' : 'soon';
    const { id, reference } = one;
    return [{ kind: 'resolution', id, reference, text, state, responsible: responsible ?? null, dueOn, daysLeft }];
  });
}
