import { type Agenda, firstWeekFrom, type PlanWeeks } from '../../agenda/index.ts';
import type { PlannedProject } from './planned.ts';
import { weeklyCapacity } from './supply.ts';

/** Weeks added behind everything that is known to be needed, so that late plans can still be shown. */
const SPARE_WEEKS = 104;

/**
 * Number of weeks the plan looks ahead: long enough for the last deadline and pin, and after the last release for the
 * longest chain of projects and the work of the fullest team one after the other.
 */
export function horizonOf(agenda: Agenda, projects: readonly PlannedProject[], weeks: PlanWeeks): number {
  const length = new Map(projects.map((entry) => [entry.project.id, longestWeeks(entry)]));
  let lastDue = 0;
  let lastRelease = 0;
  for (const entry of projects) {
    const { project } = entry;
    const start = Math.max(
      0,
      ...[project.fixedStart, project.earliestStart].map((day) => (day ? firstWeekFrom(weeks, day) : 0)),
    );
    lastRelease = Math.max(lastRelease, start);
    lastDue = Math.max(lastDue, start + (length.get(project.id) ?? 0), ...entry.dueWeeks.map((due) => due.week));
  }
  for (const entry of agenda.prerequisites) {
    const day = entry.metOn ?? entry.expectedOn;
    if (day) lastRelease = Math.max(lastRelease, firstWeekFrom(weeks, day));
  }
  const work = longestChain(projects, length) + fullestTeamWeeks(agenda, projects, weeks);
  return Math.max(lastDue, lastRelease + work) + SPARE_WEEKS;
}

function longestWeeks(entry: PlannedProject): number {
  return entry.blocks.reduce((sum, block) => sum + Math.max(0, ...block.profiles.map((profile) => profile.weeks)), 0);
}

/** Longest path in weeks through the projects' dependencies, lags included; circles are refused by `checkAgenda`. */
function longestChain(projects: readonly PlannedProject[], length: ReadonlyMap<string, number>): number {
  const known = new Map<string, number>();
  const byId = new Map(projects.map((entry) => [entry.project.id, entry]));
  const path = (id: string): number => {
    const done = known.get(id);
    if (done !== undefined) return done;
    known.set(id, 0);
    let before = 0;
    for (const dependency of byId.get(id)?.project.dependencies ?? []) {
      if (byId.has(dependency.predecessor)) {
        before = Math.max(before, path(dependency.predecessor) + Math.max(0, dependency.lagWeeks));
      }
    }
    const total = before + (length.get(id) ?? 0);
    known.set(id, total);
    return total;
  };
  return projects.reduce((most, entry) => Math.max(most, path(entry.project.id)), 0);
}

/** Weeks the fullest team needs for all of its work at its last known capacity, at most twenty years. */
function fullestTeamWeeks(agenda: Agenda, projects: readonly PlannedProject[], weeks: PlanWeeks): number {
  const need = new Map<string, number>();
  for (const { blocks } of projects) {
    for (const { profiles } of blocks) {
      for (const [team, units] of profiles[0]?.demandSum ?? []) need.set(team, (need.get(team) ?? 0) + units);
    }
  }
  let most = 0;
  for (const team of agenda.teams) {
    const lastDay = team.capacity.reduce((latest, period) => (period.from > latest ? period.from : latest), '');
    const week = Math.max(0, firstWeekFrom(weeks, lastDay));
    const units = weeklyCapacity(team, weeks, week + 1)[week] ?? 0;
    if (units > 0) most = Math.max(most, Math.ceil((need.get(team.id) ?? 0) / units));
  }
  return Math.min(most, 1040);
}
