import type { Agenda } from './agenda.ts';
import type { Prerequisite, Project } from './project.ts';
import type { EntryCondition, Goal, Indicator } from './roadmap.ts';

/** One thing that a condition rests on: whether it is there today, since when, or when it is expected. */
export interface EntryPart {
  kind: 'project' | 'prerequisite' | 'goal';
  id: string;
  name: string;
  met: boolean;
  /** Day on which it was there; null also where that day is not recorded. */
  metOn: string | null;
  /** Day on which it is expected; null when nobody has said one. */
  expectedOn: string | null;
}

type Known = Pick<Agenda, 'projects' | 'prerequisites' | 'goals'>;

/**
 * What an entry condition rests on, each as it stands on a day. `finishOf` says when a project ends by the plan that
 * counts; without it projects that have not ended have no expected day.
 */
export function entryParts(
  agenda: Known,
  condition: EntryCondition,
  day: string,
  finishOf: (project: string) => string | null = () => null,
): EntryPart[] {
  const named = <T extends { id: string }>(list: readonly T[], ids: readonly string[]): T[] =>
    ids.flatMap((id) => list.find((one) => one.id === id) ?? []);
  return [
    ...named(agenda.projects, condition.projects).map((one) => projectPart(one, day, finishOf(one.id))),
    ...named(agenda.prerequisites, condition.prerequisites).map((one) => prerequisitePart(one, day)),
    ...named(agenda.goals, condition.goals ?? []).map((one) => goalPart(one, day)),
  ];
}

/** `met`: found so by people, or everything that it rests on is there. `unstated`: nothing says how that would show. */
export function entryState(
  condition: EntryCondition,
  parts: readonly EntryPart[],
  day: string,
): 'met' | 'open' | 'unstated' {
  if (condition.metOn !== undefined && condition.metOn <= day) return 'met';
  if (parts.length === 0) return 'unstated';
  return parts.every(({ met }) => met) ? 'met' : 'open';
}

function projectPart(project: Project, day: string, finish: string | null): EntryPart {
  const met = project.status === 'succeeded' && (project.finishedOn ?? day) <= day;
  const givenUp = ['failed', 'rejected', 'stopped'].includes(project.status);
  return {
    kind: 'project',
    id: project.id,
    name: project.shortName ?? project.name,
    met,
    metOn: met ? (project.finishedOn ?? null) : null,
    expectedOn: met || givenUp ? null : (project.finishedOn ?? finish),
  };
}

function prerequisitePart({ id, name, metOn, expectedOn }: Prerequisite, day: string): EntryPart {
  const met = metOn !== undefined && metOn <= day;
  return {
    kind: 'prerequisite',
    id,
    name,
    met,
    metOn: met ? metOn : null,
    expectedOn: met ? null : (metOn ?? expectedOn ?? null),
  };
}

/** A goal is reached when each of its indicators with a target has reached it; without any it can never be. */
function goalPart({ id, name, indicators }: Goal, day: string): EntryPart {
  const measured = indicators.filter(({ target }) => target !== undefined);
  const reached = measured.map((one) => reachedOn(one, day));
  const met = measured.length > 0 && reached.every((on) => on !== null);
  const latest = (days: readonly (string | null | undefined)[]): string | null =>
    days.reduce<string | null>((last, on) => (on && (last === null || on > last) ? on : last), null);
  return {
    kind: 'goal',
    id,
    name,
    met,
    metOn: met ? latest(reached) : null,
    expectedOn: met ? null : latest(measured.map(({ target }) => target?.by)),
  };
}

/** Day of the last value up to `day`, if that value has reached the target. */
function reachedOn({ target, better, values }: Indicator, day: string): string | null {
  const last = values
    .filter(({ on }) => on <= day)
    .toSorted((a, b) => a.on.localeCompare(b.on))
    .at(-1);
  if (target === undefined || last === undefined) return null;
  const reached = better === 'lower' ? last.value <= target.value : last.value >= target.value;
  return reached ? last.on : null;
}
