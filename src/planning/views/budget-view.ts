import { type Agenda, type BudgetLine, firstWeekFrom, isIllustrative, type PlanVersion } from '../../agenda/index.ts';
import { fiscalYearOfWeek, weeksOf } from '../translation/supply.ts';
import { spreadCents } from '../translation/work-profile.ts';
import type { PlanContext } from './plan-context.ts';
import type { BudgetRow, FollowUpYear } from './schemas.ts';

/** Planned spending from one budget line per fiscal year of the week's Monday, of all projects or of one. */
export function plannedByYear(
  agenda: Agenda,
  plan: Pick<PlanVersion, 'phases'>,
  line: string,
  project?: string,
): Map<number, number> {
  const projects = new Map(agenda.projects.map((project) => [project.id, project]));
  const weeks = weeksOf(agenda);
  const years = new Map<number, number>();
  for (const entry of plan.phases) {
    if (project !== undefined && entry.project !== project) continue;
    const phase = projects.get(entry.project)?.phases.find(({ id }) => id === entry.phase);
    const work = phase?.work[entry.mode];
    for (const cost of work?.costs ?? []) {
      if (!work || cost.budgetLine !== line) continue;
      const first = firstWeekFrom(weeks, entry.start);
      spreadCents(cost.cents, work.weeks, cost.spread).forEach((cents, week) => {
        const year = fiscalYearOfWeek(weeks, first + week);
        years.set(year, (years.get(year) ?? 0) + cents);
      });
    }
  }
  return years;
}

/** One row per budgeted year: what comes in, what is carried over, what runs anyway, what the plan spends. */
export function budgetRows(context: PlanContext, line: BudgetLine): BudgetRow[] {
  const planned = plannedByYear(context.agenda, context.plan, line.id);
  let carried = 0;
  return line.years
    .toSorted((a, b) => a.year - b.year)
    .map((entry) => {
      const plannedCents = planned.get(entry.year) ?? 0;
      const freeCents = entry.amountCents + carried - entry.runningCents - plannedCents;
      const row: BudgetRow = {
        year: entry.year,
        status: entry.status,
        amountCents: entry.amountCents,
        carriedInCents: carried,
        runningCents: entry.runningCents,
        plannedCents,
        freeCents,
        illustrative: isIllustrative(line, 'years'),
      };
      carried = freeCents > 0 ? Math.floor((freeCents * line.carryOverPercent) / 100) : 0;
      return row;
    });
}

/**
 * Yearly costs that remain after projects have ended, by fiscal year from the first budgeted year to the last: each
 * project counts from the year after its planned finish.
 */
export function followUpYears({ agenda, dates }: PlanContext): FollowUpYear[] {
  const budgeted = agenda.budgetLines.flatMap(({ years }) => years.map(({ year }) => year));
  const costly = agenda.projects.flatMap((project) => {
    const cents = project.followUpCostCentsPerYear ?? 0;
    const finish = project.finishedOn ?? dates.get(project.id)?.finish;
    return cents > 0 && finish ? [{ project: project.id, cents, from: Number(finish.slice(0, 4)) + 1 }] : [];
  });
  if (budgeted.length === 0 || costly.length === 0) return [];
  const [first, last] = [Math.min(...budgeted), Math.max(...budgeted)];
  return Array.from({ length: last - first + 1 }, (_, i) => {
    const due = costly.filter(({ from }) => from <= first + i);
    return {
      year: first + i,
      cents: due.reduce((sum, { cents }) => sum + cents, 0),
      projects: due.map(({ project }) => project),
    };
  });
}
