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
  const years = new Map<number, number>();
  for (const { entry, parts } of payments(agenda, plan, line)) {
    if (project !== undefined && entry.project !== project) continue;
    parts.forEach(({ year, cents }) => {
      years.set(year, (years.get(year) ?? 0) + cents);
    });
  }
  return years;
}

/** Money of later years that the plan binds from one budget line, by the fiscal year in which the phase begins that pays it. */
function boundByYear(agenda: Agenda, plan: Pick<PlanVersion, 'phases'>, line: string): Map<number, number> {
  const years = new Map<number, number>();
  for (const { first, parts } of payments(agenda, plan, line)) {
    const later = parts.reduce((sum, { year, cents }) => (year > first ? sum + cents : sum), 0);
    years.set(first, (years.get(first) ?? 0) + later);
  }
  return years;
}

/** What each phase of a plan pays from one budget line, week by week, with the fiscal year in which it begins. */
function payments(agenda: Agenda, plan: Pick<PlanVersion, 'phases'>, line: string) {
  const projects = new Map(agenda.projects.map((project) => [project.id, project]));
  const weeks = weeksOf(agenda);
  return plan.phases.flatMap((entry) => {
    const phase = projects.get(entry.project)?.phases.find(({ id }) => id === entry.phase);
    const work = phase?.work[entry.mode];
    return (work?.costs ?? []).flatMap((cost) => {
      if (!work || cost.budgetLine !== line) return [];
      const week = firstWeekFrom(weeks, entry.start);
      const parts = spreadCents(cost.cents, work.weeks, cost.spread).map((cents, i) => ({
        year: fiscalYearOfWeek(weeks, week + i),
        cents,
      }));
      return [{ entry, first: fiscalYearOfWeek(weeks, week), parts }];
    });
  });
}

/** One row per budgeted year: what comes in, what is carried over, what runs anyway, what the plan spends. */
export function budgetRows(context: PlanContext, line: BudgetLine): BudgetRow[] {
  const planned = plannedByYear(context.agenda, context.plan, line.id);
  const bound = line.years.some(({ commitmentsCents }) => commitmentsCents !== undefined)
    ? boundByYear(context.agenda, context.plan, line.id)
    : null;
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
        ...(bound && entry.commitmentsCents !== undefined
          ? { commitments: { authorisedCents: entry.commitmentsCents, boundCents: bound.get(entry.year) ?? 0 } }
          : {}),
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
