import type { Resolution } from '../../../council/index.ts';
import { nextKey } from '../../form/next-key.ts';
import { parseDay, typedDay } from '../../language/parse.ts';

type Task = Resolution['tasks'][number];

export interface TaskRow {
  key: number;
  id: string;
  text: string;
  responsible: string;
  dueOn: string;
  doneOn: string;
}

/** A resolution as it stands in the form: everything as typed. */
export interface ResolutionDraft {
  responsible: string;
  dueOn: string;
  tasks: TaskRow[];
  projects: string[];
  status: Resolution['status'];
  report: string;
}

export const emptyTask = (): TaskRow => ({
  key: nextKey(),
  id: `a-${crypto.randomUUID().slice(0, 8)}`,
  text: '',
  responsible: '',
  dueOn: '',
  doneOn: '',
});

export function draftOf(one: Resolution): ResolutionDraft {
  return {
    responsible: one.responsible ?? '',
    dueOn: typedDay(one.dueOn),
    tasks: one.tasks.map((task) => ({
      key: nextKey(),
      id: task.id,
      text: task.text,
      responsible: task.responsible ?? '',
      dueOn: typedDay(task.dueOn),
      doneOn: typedDay(task.doneOn),
    })),
    projects: one.projects,
    status: one.status,
    report: one.report?.text ?? '',
  };
}

/** True while a day is typed that is none. */
export function hasWrongDay(draft: ResolutionDraft): boolean {
  const days = [draft.dueOn, ...draft.tasks.flatMap((task) => [task.dueOn, task.doneOn])];
  return days.some((day) => day.trim() !== '' && parseDay(day) === null);
}

function taskOf({ id, text, responsible, dueOn, doneOn }: TaskRow): Task {
  const [due, done] = [parseDay(dueOn), parseDay(doneOn)];
  return {
    id,
    text: text.trim(),
    ...(responsible ? { responsible } : {}),
    ...(due ? { dueOn: due } : {}),
    ...(done ? { doneOn: done } : {}),
  };
}

/** What is sent: the resolution as it was, with what the form has changed; the report as its words alone. */
export function resolutionOf(
  draft: ResolutionDraft,
  before: Resolution,
): Omit<Resolution, 'report'> & { report?: string } {
  const { report: _report, responsible: _responsible, dueOn: _dueOn, ...rest } = before;
  const due = parseDay(draft.dueOn);
  return {
    ...rest,
    ...(draft.responsible ? { responsible: draft.responsible } : {}),
    ...(due ? { dueOn: due } : {}),
    tasks: draft.tasks.filter((task) => task.text.trim() !== '').map(taskOf),
    projects: draft.projects,
    status: draft.status,
    ...(draft.report.trim() ? { report: draft.report.trim() } : {}),
  };
}
