import { addDays, civil, firstWeekFrom, mondayOfWeek, type PlanWeeks } from './calendar.ts';
import { personDaysPerYear, type Team } from './organization.ts';
import type { Project } from './project.ts';

/** Where a generated project lies in the schedule that proves its deadline possible: weeks, finish exclusive. */
export interface Placed {
  project: Project;
  mode: string;
  start: number;
  finish: number;
  phases: { phase: string; start: number; finish: number }[];
}

const HORIZON = 1040;

/** Free tenths of a person-day by team and week. */
export type FreeCapacity = Map<string, Int32Array>;

/**
 * Weekly capacity of the teams, deliberately a little too small (53 weeks a year, of two periods in a week the
 * smaller), so that whatever way weeks are counted elsewhere, a schedule within it holds.
 */
export function freeCapacity(teams: readonly Team[], weeks: PlanWeeks): FreeCapacity {
  return new Map(
    teams.map((team) => {
      const free = new Int32Array(HORIZON);
      for (let week = 0; week < HORIZON; week++) {
        const monday = mondayOfWeek(weeks, week);
        free[week] = Math.min(weeklyTenths(team, monday), weeklyTenths(team, addDays(monday, 6)));
      }
      return [team.id, free];
    }),
  );
}

function weeklyTenths(team: Team, day: string): number {
  const period = team.capacity.findLast(({ from }) => from <= day);
  return period ? Math.floor((personDaysPerYear(team, period) * 10) / 53) : 0;
}

/** Earliest start and finish that links and releases leave to a project. */
export interface Bounds {
  start: number;
  finish: number;
}

/** Puts a project into the first gap that its teams have, and takes that capacity away. */
export function place(project: Project, mode: string, bounds: Bounds, free: FreeCapacity): Placed {
  const placed = project.phases[0]?.offsetWeeks === undefined ? placeInLine : placeWithOffsets;
  const phases = placed(project, mode, bounds, free);
  for (const { phase, start, finish } of phases) {
    for (const [team, tenths] of weeklyDemand(project, mode, phase)) {
      const left = free.get(team);
      for (let week = start; left && week < finish; week++) left[week] = (left[week] ?? 0) - tenths;
    }
  }
  const starts = phases.map((one) => one.start);
  return { project, mode, phases, start: Math.min(...starts), finish: Math.max(...phases.map((one) => one.finish)) };
}

function placeInLine(project: Project, mode: string, bounds: Bounds, free: FreeCapacity): Placed['phases'] {
  const phases = project.phases.filter((phase) => phase.work[mode]);
  let from = bounds.start;
  return phases.map(({ id, work }, i) => {
    const weeks = work[mode]?.weeks ?? 0;
    if (i === phases.length - 1) from = Math.max(from, bounds.finish - weeks);
    const start = firstGap(from, [{ at: 0, weeks, demand: weeklyDemand(project, mode, id) }], free);
    from = start + weeks;
    return { phase: id, start, finish: from };
  });
}

function placeWithOffsets(project: Project, mode: string, bounds: Bounds, free: FreeCapacity): Placed['phases'] {
  const phases = project.phases.filter((phase) => phase.work[mode]);
  const parts = phases.map(({ id, work, offsetWeeks = 0 }) => ({
    at: offsetWeeks,
    weeks: work[mode]?.weeks ?? 0,
    demand: weeklyDemand(project, mode, id),
  }));
  const total = Math.max(...parts.map((part) => part.at + part.weeks));
  const start = firstGap(Math.max(bounds.start, bounds.finish - total), parts, free);
  return phases.map(({ id }, i) => {
    const { at, weeks } = parts[i] ?? { at: 0, weeks: 0 };
    return { phase: id, start: start + at, finish: start + at + weeks };
  });
}

interface Part {
  at: number;
  weeks: number;
  demand: [team: string, tenths: number][];
}

/** First start from `from` on at which every part finds its teams free; overlapping parts are summed. */
function firstGap(from: number, parts: readonly Part[], free: FreeCapacity): number {
  const length = Math.max(...parts.map((part) => part.at + part.weeks));
  const demand = new Map<string, Int32Array>();
  for (const part of parts) {
    for (const [team, tenths] of part.demand) {
      const weekly = demand.get(team) ?? new Int32Array(length);
      for (let week = part.at; week < part.at + part.weeks; week++) weekly[week] = (weekly[week] ?? 0) + tenths;
      demand.set(team, weekly);
    }
  }
  for (let start = from; start + length <= HORIZON; start++) {
    if ([...demand].every(([team, weekly]) => weekly.every((need, i) => need <= (free.get(team)?.[start + i] ?? 0)))) {
      return start;
    }
  }
  throw new Error('generateAgenda: the invented work finds no place within twenty years');
}

/** Tenths of a person-day a week, rounded up. */
export function weeklyDemand(project: Project, mode: string, phase: string): [team: string, tenths: number][] {
  const work = project.phases.find(({ id }) => id === phase)?.work[mode];
  return Object.entries(work?.effortTenths ?? {}).map(([team, tenths]) => [
    team,
    Math.ceil(tenths / (work?.weeks ?? 1)),
  ]);
}

/** Week from which a day allows a start. */
export function weekAfter(weeks: PlanWeeks, day: string | undefined): number {
  return day === undefined ? 0 : Math.max(0, firstWeekFrom(weeks, day));
}

/** Money that the schedule spends, by budget line and year; a week across New Year counts in both years. */
export function spending(placed: readonly Placed[], weeks: PlanWeeks): Map<string, Map<number, number>> {
  const spent = new Map<string, Map<number, number>>();
  const spend = (line: string, week: number, cents: number): void => {
    const years = spent.get(line) ?? new Map<number, number>();
    spent.set(line, years);
    const monday = mondayOfWeek(weeks, week);
    for (const year of new Set([civil(monday).year, civil(addDays(monday, 6)).year])) {
      years.set(year, (years.get(year) ?? 0) + cents);
    }
  };
  for (const { project, mode, phases } of placed) {
    for (const { phase, start, finish } of phases) {
      for (const cost of project.phases.find(({ id }) => id === phase)?.work[mode]?.costs ?? []) {
        if (cost.spread === 'start') spend(cost.budgetLine, start, cost.cents);
        else if (cost.spread === 'end') spend(cost.budgetLine, finish - 1, cost.cents);
        else {
          const share = Math.ceil(cost.cents / (finish - start));
          for (let week = start; week < finish; week++) spend(cost.budgetLine, week, share);
        }
      }
    }
  }
  return spent;
}
