import { fridayBeforeWeek } from '../../agenda/index.ts';
import type { Plan } from '../../solver/index.ts';
import { promisesOf } from '../translation/levels.ts';
import type { PlannedProject } from '../translation/planned.ts';
import { spanOf } from '../translation/schedule.ts';
import type { Translation } from '../translation/translate.ts';
import type { Demanded } from './why-not-facts.ts';

/** A deadline that a plan misses. */
export interface Missed {
  project: PlannedProject;
  week: number;
  deadline: string;
  statutory: boolean;
  finish: string;
  lateWeeks: number;
}

/** The earliest missed deadline of each project, statutory ones first, the worst at the front. */
export function missedDeadlines(translation: Translation, plan: Plan): Missed[] {
  const rows = translation.projects.flatMap((project): Missed[] => {
    const { end } = spanOf(project, plan);
    const [first] = project.dueWeeks.filter(({ week }) => week < end).toSorted((a, b) => +b.statutory - +a.statutory);
    if (!first) return [];
    const finish = fridayBeforeWeek(translation.weeks, end);
    const { week, on, statutory } = first;
    return [{ project, week, deadline: on, statutory, finish, lateWeeks: end - week }];
  });
  return rows.toSorted((a, b) => +b.statutory - +a.statutory || b.lateWeeks - a.lateWeeks);
}

/** The others keep what the plan keeps: a promise that it breaks must only not get worse. */
export function demandedOf(translation: Translation, plan: Plan, { project, week }: Missed): Demanded {
  const promises = promisesOf(plan);
  const promised = new Map(
    translation.projects.flatMap((one): [string, number][] => {
      const weeks = promises(one).map((due) => due.week);
      return weeks.length > 0 ? [[one.project.id, Math.min(...weeks)]] : [];
    }),
  );
  return { translation, project, due: week, promised, plan };
}
