import { type Agenda, firstWeekFrom, type PlanWeeks } from '../../agenda/index.ts';
import type { PlannedProject } from './planned.ts';
import { weeklyCapacity } from './supply.ts';
import type { WorkProfile } from './work-profile.ts';

/** Weeks added behind everything that is known to be needed, so that late plans can still be shown. */
const SPARE_WEEKS = 104;

/** How far dates, chains and work of an agenda reach; grows with every project. */
export interface Extent {
  /** Last deadline, and last end of what has a date to start on. */
  lastDue: number;
  lastRelease: number;
  /** Longest path in weeks through dependencies up to the end of each project, lags included. */
  chains: ReadonlyMap<string, number>;
  /** Engine units of each team in everybody's first delivery mode. */
  units: ReadonlyMap<string, number>;
}

/**
 * Measures an agenda with these projects.
 *
 * @param before the extent of the same agenda with other projects, none of which waits for one of these
 */
export function extentOf(
  agenda: Agenda,
  projects: readonly PlannedProject[],
  weeks: PlanWeeks,
  before: Extent | null = null,
): Extent {
  let { lastDue, lastRelease } = before ?? { lastDue: 0, lastRelease: lastPrerequisite(agenda, weeks) };
  for (const entry of projects) {
    const { fixedStart, earliestStart } = entry.project;
    const start = Math.max(0, ...[fixedStart, earliestStart].map((day) => (day ? firstWeekFrom(weeks, day) : 0)));
    lastRelease = Math.max(lastRelease, start);
    lastDue = Math.max(lastDue, start + longestWeeks(entry), ...entry.dueWeeks.map((due) => due.week));
  }
  const units = new Map(before?.units);
  for (const { blocks } of projects) for (const { profiles } of blocks) addUnits(units, profiles[0]);
  return { lastDue, lastRelease, chains: chainsOf(projects, before?.chains), units };
}

/**
 * Number of weeks the plan looks ahead: long enough for the last deadline and pin, and after the last release for the
 * longest chain of projects and the work of the fullest team one after the other.
 */
export function horizonOf(agenda: Agenda, { lastDue, lastRelease, chains, units }: Extent, weeks: PlanWeeks): number {
  let longest = 0;
  for (const chain of chains.values()) longest = Math.max(longest, chain);
  const work = longest + fullestTeamWeeks(agenda, units, weeks);
  return Math.max(lastDue, lastRelease + work) + SPARE_WEEKS;
}

function lastPrerequisite(agenda: Agenda, weeks: PlanWeeks): number {
  const days = agenda.prerequisites.map((entry) => entry.metOn ?? entry.expectedOn);
  return days.reduce((last, day) => (day ? Math.max(last, firstWeekFrom(weeks, day)) : last), 0);
}

function longestWeeks(entry: PlannedProject): number {
  let sum = 0;
  for (const { profiles } of entry.blocks) {
    let longest = 0;
    for (const { weeks } of profiles) longest = Math.max(longest, weeks);
    sum += longest;
  }
  return sum;
}

/** Longest path to the end of each project, beside those that are known; circles are refused by `checkAgenda`. */
function chainsOf(
  projects: readonly PlannedProject[],
  before: ReadonlyMap<string, number> | undefined,
): ReadonlyMap<string, number> {
  const chains = new Map(before);
  const byId = new Map(projects.map((entry) => [entry.project.id, entry]));
  const path = (entry: PlannedProject): number => {
    const done = chains.get(entry.project.id);
    if (done !== undefined) return done;
    chains.set(entry.project.id, 0);
    let first = 0;
    for (const { predecessor, lagWeeks } of entry.project.dependencies) {
      const other = byId.get(predecessor);
      const until = other ? path(other) : chains.get(predecessor);
      if (until !== undefined) first = Math.max(first, until + Math.max(0, lagWeeks));
    }
    const total = first + longestWeeks(entry);
    chains.set(entry.project.id, total);
    return total;
  };
  for (const entry of projects) path(entry);
  return chains;
}

function addUnits(units: Map<string, number>, profile: WorkProfile | undefined): void {
  for (const [team, sum] of profile?.demandSum ?? []) units.set(team, (units.get(team) ?? 0) + sum);
}

/** Weeks the fullest team needs for all of its work at its last known capacity, at most twenty years. */
function fullestTeamWeeks(agenda: Agenda, units: ReadonlyMap<string, number>, weeks: PlanWeeks): number {
  let most = 0;
  for (const team of agenda.teams) {
    const lastDay = team.capacity.reduce((latest, period) => (period.from > latest ? period.from : latest), '');
    const week = Math.max(0, firstWeekFrom(weeks, lastDay));
    const capacity = weeklyCapacity(team, weeks, week + 1)[week] ?? 0;
    if (capacity > 0) most = Math.max(most, Math.ceil((units.get(team.id) ?? 0) / capacity));
  }
  return Math.min(most, 1040);
}
