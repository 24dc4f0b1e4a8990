import { type Agenda, addDays, daysBetween, type Project } from '../../agenda/index.ts';
import type { PlanContext } from './plan-context.ts';

/**
 * The projects that determine when the last one ends, first to last: from the one that ends last back to what it had to
 * wait for, as long as nothing lies between. A project waits for a predecessor whose end (with its lag) reaches its
 * start, or, without one, for a project that ends right before it and works with one of the same teams (the critical
 * chain of Goldratt: tight in time or in staff). Ended projects and gaps end the chain.
 */
export function criticalChain({ agenda, dates }: PlanContext): string[] {
  const projects = new Map(agenda.projects.map((project) => [project.id, project]));
  const last = [...dates].reduce<string | null>(
    (best, [id, { finish }]) => (best === null || finish > (dates.get(best)?.finish ?? '') ? id : best),
    null,
  );
  const chain: string[] = [];
  for (let id = last; id !== null && !chain.includes(id); ) {
    chain.unshift(id);
    const project = projects.get(id);
    id = project ? (tightPredecessor(project, dates) ?? tightNeighbour(agenda, project, dates)) : null;
  }
  return chain.length > 1 ? chain : [];
}

type Dates = PlanContext['dates'];

/** A dependency without slack; of several the one that ends last. */
function tightPredecessor(project: Project, dates: Dates): string | null {
  const own = dates.get(project.id);
  if (!own) return null;
  const tight = project.dependencies.filter(({ predecessor, type, lagWeeks }) => {
    const before = dates.get(predecessor);
    if (!before) return false;
    const from = type === 'finishStart' || type === 'finishFinish' ? addDays(before.finish, 3) : before.start;
    const to = type === 'finishStart' || type === 'startStart' ? own.start : addDays(own.finish, 3);
    return daysBetween(from, to) <= 7 * lagWeeks;
  });
  return latest(
    tight.map(({ predecessor }) => predecessor),
    dates,
  );
}

/** A project that ends the Friday before and works with one of the same teams. */
function tightNeighbour(agenda: Agenda, project: Project, dates: Dates): string | null {
  const own = dates.get(project.id);
  if (!own) return null;
  const teams = teamsOf(project);
  const before = agenda.projects.filter(
    (other) =>
      dates.get(other.id)?.finish === addDays(own.start, -3) && [...teamsOf(other)].some((team) => teams.has(team)),
  );
  return latest(
    before.map(({ id }) => id),
    dates,
  );
}

function teamsOf(project: Project): Set<string> {
  return new Set(
    project.phases.flatMap(({ work }) =>
      Object.values(work).flatMap(({ effortTenths }) =>
        Object.entries(effortTenths).flatMap(([team, tenths]) => (tenths > 0 ? team : [])),
      ),
    ),
  );
}

function latest(ids: readonly string[], dates: Dates): string | null {
  const end = (id: string) => dates.get(id)?.finish ?? '';
  return ids.reduce<string | null>((best, id) => (best === null || end(id) > end(best) ? id : best), null);
}
