import {
  type Agenda,
  type BudgetLine,
  firstWeekFrom,
  isoDate,
  mondayOfWeek,
  type PlanWeeks,
  personDaysPerYear,
  type Team,
} from '../../agenda/index.ts';
import { weeklyUnits } from './units.ts';

/** Weekly capacity of a team in engine units over `horizon` weeks; the period in force on the Monday counts. */
export function weeklyCapacity(team: Team, weeks: PlanWeeks, horizon: number): Int32Array {
  const periods = team.capacity.toSorted((a, b) => (a.from < b.from ? -1 : 1));
  const capacity = new Int32Array(horizon);
  periods.forEach((period, i) => {
    const next = periods[i + 1];
    const from = Math.max(0, firstWeekFrom(weeks, period.from));
    const until = next ? Math.min(horizon, firstWeekFrom(weeks, next.from)) : horizon;
    const units = weeklyUnits(personDaysPerYear(team, period));
    for (let week = from; week < until; week++) capacity[week] = units;
  });
  return capacity;
}

/** A fiscal year of a budget line in weeks: a week belongs to the year of its Monday. */
export interface FiscalBucket {
  /** Null for the time behind the last budgeted year, which no figure limits. */
  year: number | null;
  /** Exclusive end week. */
  end: number;
  /** Money for projects: amount less running costs, in cents; may be negative. */
  inflowCents: number;
}

/**
 * Fiscal years of a budget line over the horizon. Years before the plan's start are history; the time behind the
 * last year of the budget line has no figure and is given `unlimitedCents`, enough for everything.
 */
export function fiscalBuckets(
  line: BudgetLine,
  weeks: PlanWeeks,
  horizon: number,
  unlimitedCents: number,
): FiscalBucket[] {
  const buckets: FiscalBucket[] = [];
  for (const entry of line.years.toSorted((a, b) => a.year - b.year)) {
    const end = Math.min(horizon, firstWeekFrom(weeks, isoDate(entry.year + 1, 1, 1)));
    if (end <= (buckets.at(-1)?.end ?? 0)) continue;
    buckets.push({ year: entry.year, end, inflowCents: entry.amountCents - entry.runningCents });
  }
  if ((buckets.at(-1)?.end ?? 0) < horizon) buckets.push({ year: null, end: horizon, inflowCents: unlimitedCents });
  return buckets;
}

/** Fiscal year of a week: that of its Monday. */
export function fiscalYearOfWeek(weeks: PlanWeeks, week: number): number {
  return Number(mondayOfWeek(weeks, week).slice(0, 4));
}

export function weeksOf(agenda: Agenda): PlanWeeks {
  return { start: agenda.planStart };
}

/** First week of the budget year after the one in which the plan starts. */
export function firstWeekOfNextBudgetYear(agenda: Agenda): number {
  const weeks = weeksOf(agenda);
  return firstWeekFrom(weeks, isoDate(fiscalYearOfWeek(weeks, 0) + 1, 1, 1));
}
