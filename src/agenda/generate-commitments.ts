import type { Agenda } from './agenda.ts';
import { civil, mondayOfWeek } from './calendar.ts';
import type { Placed } from './generate-schedule.ts';

/** Authorisations are so many percent of what the schedule binds; the schedule stays possible. */
const PERCENT = 110;

/** The agenda with an authorisation in every year of every budget line, enough for the schedule that proves the agenda possible. */
export function withCommitments(agenda: Agenda, schedule: readonly Placed[]): Agenda {
  const yearOf = (week: number) => civil(mondayOfWeek({ start: agenda.planStart }, week)).year;
  const bound = new Map<string, number>();
  for (const { project, mode, phases } of schedule) {
    for (const { phase, start, finish } of phases) {
      const year = yearOf(start);
      let later = 0;
      for (let week = start; week < finish; week++) if (yearOf(week) > year) later++;
      for (const cost of project.phases.find(({ id }) => id === phase)?.work[mode]?.costs ?? []) {
        const parts = { start: 0, end: later > 0 ? 1 : 0, even: later / (finish - start) };
        const key = `${cost.budgetLine} ${year}`;
        bound.set(key, (bound.get(key) ?? 0) + Math.ceil(cost.cents * parts[cost.spread]));
      }
    }
  }
  return {
    ...agenda,
    budgetLines: agenda.budgetLines.map((line) => ({
      ...line,
      years: line.years.map((entry) => ({
        ...entry,
        commitmentsCents: Math.ceil(((bound.get(`${line.id} ${entry.year}`) ?? 0) * PERCENT) / 100),
      })),
    })),
  };
}
