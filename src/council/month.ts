import { type Commitment, monthOf, type Text } from '../agenda/index.ts';
import { type Desk, deadlinesOf, isOpenOn, nextTask, type PaperProgress, ROLE_NAMES, type Task } from './deadlines.ts';
import type { Consultation, Paper } from './paper.ts';
import type { Resolution } from './resolution.ts';

/** What stands on a day of the desk's calendar. */
export interface DayEntry {
  on: string;
  /** `owed`: somebody has to act until then; `passes`: a day that only passes, such as the objection's. */
  kind: 'owed' | 'passes' | 'consultation' | 'meeting' | 'promise' | 'resolution';
  /** Key of the paper, meeting, promise or resolution. */
  id: string;
  /** What people call it: the number of a paper, the name of a body. */
  title: string;
  /** Key of the resolution's task; none for the day of the resolution itself and for everything else. */
  step?: string;
  text: Text;
  /** Unit that has to see to it; null if nobody was named, or nobody has to. */
  responsible: string | null;
  /** What has to be done next with the paper until then. */
  task: Task['kind'] | null;
  /** True for what is owed since before the desk's day. */
  late: boolean;
}

/** Everything that has a day at the council desk. */
export interface CalendarSource {
  desk: Desk;
  papers: readonly { paper: Paper; progress: PaperProgress }[];
  commitments: readonly Commitment[];
  resolutions: readonly Resolution[];
}

/** What stands in the calendar of a month, day by day; what is past stays in it, as far as it is on record. */
export function monthEntries({ desk, papers, commitments, resolutions }: CalendarSource, month: string): DayEntry[] {
  const entries = [
    ...desk.meetings.map(meetingEntry),
    ...papers.flatMap(({ paper, progress }) => [...deadlineEntries(paper, progress, desk), ...pastSteps(paper, desk)]),
    ...datedReminders(commitments, resolutions, desk.today),
  ];
  return entries.filter((one) => monthOf(one.on) === month).sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

/** Promises, and resolutions with their tasks, that are open and have a day. */
export const datedReminders = (
  commitments: readonly Commitment[],
  resolutions: readonly Resolution[],
  today: string,
): DayEntry[] => [
  ...commitments.flatMap((one) => promiseEntry(one, today)),
  ...resolutions.flatMap((one) => resolutionEntries(one, today)),
];

/** What stands on the day without anybody having to act. */
const plain = { responsible: null, task: null, late: false };

function meetingEntry({ id, body, on, time, place }: Desk['meetings'][number]): DayEntry {
  const where = place ? `, ${place}` : '';
  const text = time ? { de: `${time} Uhr${where}`, en: `${time}${where}` } : { de: place ?? '', en: place ?? '' };
  return { on, kind: 'meeting', id, title: body, text, ...plain };
}

function deadlineEntries(paper: Paper, progress: PaperProgress, desk: Desk): DayEntry[] {
  const task = nextTask(paper, progress, desk)?.kind ?? null;
  const deadlines = deadlinesOf(paper, desk);
  const first = deadlines.find((one) => one.owed);
  return deadlines.map((one) => ({
    on: one.dueOn,
    kind: one.owed ? 'owed' : 'passes',
    id: paper.id,
    title: paper.reference,
    text: { de: `${one.label.de} (${one.basis.de})`, en: `${one.label.en} (${one.basis.en})` },
    responsible: one.owed ? (paper.responsible ?? null) : null,
    task: one === first ? task : null,
    late: one.overdue,
  }));
}

/** Consultations that no deadline speaks of any more, because they are over or the council has settled the paper. */
function pastSteps(paper: Paper, { today }: Desk): DayEntry[] {
  const over = ({ on = '' }: Consultation): boolean => on < today || !isOpenOn(paper, today);
  return paper.consultations.filter(over).flatMap(({ on, role, body }): DayEntry[] => {
    if (on === undefined) return [];
    const text = { de: `${ROLE_NAMES[role].de} (${body})`, en: `${ROLE_NAMES[role].en} (${body})` };
    return [{ on, kind: 'consultation', id: paper.id, title: paper.reference, text, ...plain }];
  });
}

function promiseEntry({ id, paper, text, due, status }: Commitment, today: string): DayEntry[] {
  if (due.kind !== 'date' || (status !== 'open' && status !== 'proposed')) return [];
  const words = { de: text, en: text };
  return [{ ...plain, on: due.on, kind: 'promise', id, title: paper, text: words, late: due.on < today }];
}

/** The day of the resolution itself, and those of its tasks that nobody has done yet. */
function resolutionEntries({ status, tasks, ...one }: Resolution, today: string): DayEntry[] {
  if (status !== 'open') return [];
  const open = tasks.filter((task) => task.doneOn === undefined);
  const itself = { id: undefined, text: one.name, responsible: one.responsible, dueOn: one.dueOn };
  return [itself, ...open].flatMap((step): DayEntry[] => {
    if (step.dueOn === undefined) return [];
    const responsible = step.responsible ?? one.responsible ?? null;
    const text = { de: step.text, en: step.text };
    const about = { kind: 'resolution', id: one.id, title: one.reference, text, responsible, task: null } as const;
    return [
      { ...about, on: step.dueOn, late: step.dueOn < today, ...(step.id === undefined ? {} : { step: step.id }) },
    ];
  });
}
