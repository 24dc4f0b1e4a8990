import {
  type Agenda,
  addDays,
  firstWeekFrom,
  isIllustrative,
  isoWeek,
  mondayOfWeek,
  monthOf,
  personDaysPerYear,
  type Team,
  unitNameOn,
} from '../../agenda/index.ts';
import { weeklyCapacity, weeksOf } from '../translation/supply.ts';
import { UNITS_PER_TENTH } from '../translation/units.ts';
import { budgetRows, followUpYears } from './budget-view.ts';
import { offerRows } from './offer-load.ts';
import { percentOf } from './percent.ts';
import { type PlanContext, planInfo } from './plan-context.ts';
import type { LoadCell, LoadDetail, LoadRow, LoadView } from './schemas.ts';

/** Planned tenths of a person-day per week, by project: phases spread their effort evenly. */
function weeklyWork(context: PlanContext, team: string): { project: string; week: number; tenths: number }[] {
  const { agenda, plan } = context;
  const projects = new Map(agenda.projects.map((project) => [project.id, project]));
  const weeks = weeksOf(agenda);
  return plan.phases.flatMap((entry) => {
    const phase = projects.get(entry.project)?.phases.find(({ id }) => id === entry.phase);
    const work = phase?.work[entry.mode];
    const tenths = work?.effortTenths[team] ?? 0;
    if (!work || tenths === 0) return [];
    const first = firstWeekFrom(weeks, entry.start);
    return Array.from({ length: work.weeks }, (_, i) => ({
      project: entry.project,
      week: first + i,
      tenths: tenths / work.weeks,
    }));
  });
}

/** Months from the plan's start to the month of the given exclusive week. */
function monthsUntil(agenda: Agenda, until: number): string[] {
  const weeks = weeksOf(agenda);
  return [...new Set(Array.from({ length: until }, (_, week) => monthOf(mondayOfWeek(weeks, week))))];
}

/** Weeks shown: up to the end of the year of the last statutory deadline, at least two years, at most five. */
export function shownWeeks({ agenda }: PlanContext): number {
  const weeks = weeksOf(agenda);
  const last = agenda.projects.flatMap(({ deadlines }) => deadlines.filter(({ kind }) => kind === 'statutory'));
  const year = last.reduce((most, { on }) => Math.max(most, Number(on.slice(0, 4))), 0);
  const until = year > 0 ? firstWeekFrom(weeks, `${year + 1}-01-01`) : 0;
  return Math.min(5 * 52, Math.max(2 * 52, until));
}

/** Load of one team per month; a week belongs to the month of its Monday. */
export function loadRow(context: PlanContext, team: Team, until: number): LoadRow {
  const { agenda, asOf } = context;
  const weeks = weeksOf(agenda);
  const capacity = weeklyCapacity(team, weeks, until);
  const cells = new Map(
    monthsUntil(agenda, until).map((month) => [month, { month, available: 0, planned: 0 }] satisfies [string, unknown]),
  );
  capacity.forEach((units, week) => {
    const cell = cells.get(monthOf(mondayOfWeek(weeks, week)));
    if (cell) cell.available += units / UNITS_PER_TENTH;
  });
  for (const { week, tenths } of weeklyWork(context, team.id)) {
    const cell = week < until ? cells.get(monthOf(mondayOfWeek(weeks, week))) : undefined;
    if (cell) cell.planned += tenths;
  }
  const rows = [...cells.values()].map(
    ({ month, available, planned }): LoadCell => ({
      month,
      availableTenths: Math.round(available),
      plannedTenths: Math.round(planned),
      percent: percentOf(planned, available),
    }),
  );
  const current = team.capacity.filter(({ from }) => from <= asOf).at(-1) ?? team.capacity[0];
  const unit = agenda.units.find(({ id }) => id === team.unit);
  const sum = (list: readonly LoadCell[], key: 'availableTenths' | 'plannedTenths') =>
    list.reduce((total, cell) => total + cell[key], 0);
  const year = rows.slice(0, 12);
  return {
    team: team.id,
    name: team.name,
    shortName: team.shortName ?? team.id,
    unitName: unit ? unitNameOn(unit, asOf) : team.unit,
    fte: current?.fte ?? null,
    linePercent: current?.projectSharePercent === undefined ? null : 100 - current.projectSharePercent,
    yearTenths: current ? Math.round(personDaysPerYear(team, current) * 10) : 0,
    cells: rows,
    freeTenths: sum(year, 'availableTenths') - sum(year, 'plannedTenths'),
    percent: percentOf(sum(rows, 'plannedTenths'), sum(rows, 'availableTenths')),
    illustrative: isIllustrative(team, 'capacity'),
  };
}

/** Load of every team per month, quotas of partners, and money per fiscal year, with the fullest team named. */
export function loadView(context: PlanContext): LoadView {
  const until = shownWeeks(context);
  const rows = context.agenda.teams.map((team) => loadRow(context, team, until));
  return {
    plan: planInfo(context),
    bottleneck: fullestRow(rows)?.team ?? null,
    months: monthsUntil(context.agenda, until),
    rows,
    offers: offerRows(context, until),
    budgetLines: context.agenda.budgetLines.map((line) => ({
      id: line.id,
      name: line.name,
      years: budgetRows(context, line),
    })),
    followUp: followUpYears(context),
  };
}

/** The fullest team; with equal load the first of the agenda. */
export function fullestRow(rows: readonly LoadRow[]): LoadRow | undefined {
  return rows.reduce<LoadRow | undefined>((best, row) => (!best || row.percent > best.percent ? row : best), undefined);
}

/** The projects behind one cell of the heat map; null for an unknown team or a month outside the view. */
export function loadDetail(context: PlanContext, teamId: string, month: string): LoadDetail | null {
  const { agenda } = context;
  const team = agenda.teams.find(({ id }) => id === teamId);
  const until = shownWeeks(context);
  const cell = team && loadRow(context, team, until).cells.find((entry) => entry.month === month);
  if (!team || !cell) return null;
  const weeks = weeksOf(agenda);
  const inMonth = Array.from({ length: until }, (_, week) => week).filter(
    (week) => monthOf(mondayOfWeek(weeks, week)) === month,
  );
  const work = new Map<string, number>();
  for (const { project, week, tenths } of weeklyWork(context, team.id)) {
    if (inMonth.includes(week)) work.set(project, (work.get(project) ?? 0) + tenths);
  }
  const projects = agenda.projects
    .filter(({ id }) => work.has(id))
    .map(({ id, name, shortName, commitmentClass }) => ({
      project: id,
      name: shortName ?? name,
      commitmentClass,
      tenths: Math.round(work.get(id) ?? 0),
    }))
    .toSorted((a, b) => b.tenths - a.tenths || (a.project < b.project ? -1 : 1));
  const calendarWeek = (week: number) => isoWeek(addDays(agenda.planStart, 7 * week)).week;
  return {
    team: team.id,
    name: team.name,
    month,
    firstWeek: calendarWeek(inMonth[0] ?? 0),
    lastWeek: calendarWeek(inMonth.at(-1) ?? 0),
    availableTenths: cell.availableTenths,
    plannedTenths: cell.plannedTenths,
    projects,
  };
}
