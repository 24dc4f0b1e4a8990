import { fridayBeforeWeek, mondayOfWeek } from '../../agenda/index.ts';
import type { ProblemInput } from '../../solver/index.ts';
import type { Translation } from '../translation/translate.ts';
import { tenthsOfUnits } from '../translation/units.ts';
import type { Shortages } from './question-schemas.ts';
import { demandAt } from './residual.ts';
import { type Demanded, type Fact, problemOf, type Reduced } from './why-not-facts.ts';

type Activity = ProblemInput['activities'][number];

/** First week in which an activity can start, and the week by which it must have ended, from dates and links alone. */
interface Span {
  from: number;
  until: number;
}

/**
 * The plainest words for a conflict: from one week to another a team has to do more than it can, or until the end of a year more must be spent
 * than there is, whatever the plan. Not every conflict is so plain; what is none of these is not named.
 */
export function shortagesOf(demanded: Demanded, facts: readonly Fact[]): Shortages {
  const { translation } = demanded;
  const reduced = problemOf(demanded, facts);
  const windows = windowsOf(reduced.input);
  const ids = (kind: Fact['kind']) => facts.filter((fact) => fact.kind === kind).map(({ id }) => id);
  return {
    teams: ids('teamCapacity').flatMap((team) => worstOf(translation, reduced, windows, team)),
    money: ids('budget').flatMap((line) => overspent(translation, reduced, windows, line)),
  };
}

/** Longest paths over the links, each with the modes that bind least. */
function windowsOf({ activities, links, horizon }: ProblemInput): Span[] {
  const shortest = activities.map(({ modes }) => Math.min(...modes.map(({ duration }) => duration)));
  const longest = activities.map(({ modes }) => Math.max(...modes.map(({ duration }) => duration)));
  const windows = activities.map(
    ({ release, deadline, frozen }): Span => ({
      from: Math.max(release ?? 0, frozen?.start ?? 0),
      until: Math.min(deadline ?? horizon, horizon),
    }),
  );
  for (let round = 0; round < activities.length; round++) {
    let moved = false;
    for (const { from, to, type = 'FS', lag = 0 } of links ?? []) {
      const [before, after] = [windows[from], windows[to]];
      if (!before || !after) continue;
      const shift = lag + (type[0] === 'F' ? (shortest[from] ?? 0) : 0) - (type[1] === 'F' ? (longest[to] ?? 0) : 0);
      const earliest = before.from + shift;
      const latest = after.until - (shortest[to] ?? 0) - shift + (shortest[from] ?? 0);
      if (earliest > after.from) [after.from, moved] = [earliest, true];
      if (latest < before.until) [before.until, moved] = [latest, true];
    }
    if (!moved) break;
  }
  return windows;
}

/** The weeks in which the team lacks most, if it lacks anything. */
function worstOf(translation: Translation, reduced: Reduced, windows: readonly Span[], team: string) {
  const resource = translation.teamIndex.get(team) ?? -1;
  const { activities } = reduced.input;
  const users = activities.flatMap((activity, a) =>
    activity.modes.some(({ demands }) => demands?.some((demand) => demand.resource === resource)) ? [a] : [],
  );
  const froms = new Set(users.map((a) => windows[a]?.from ?? 0));
  const untils = new Set(users.map((a) => windows[a]?.until ?? 0));
  let worst = { lack: 0, from: 0, until: 0, needed: 0, projects: new Set<string>() };
  for (const from of froms) {
    for (const until of untils) {
      if (from >= until) continue;
      const work = users.map((a) => leastWork(activities[a], windows[a], resource, from, until));
      const needed = work.reduce((sum, units) => sum + units, 0);
      const lack = needed - sumOf(translation.capacity[resource], from, until);
      if (lack <= worst.lack) continue;
      const projects = users.flatMap((a, i) => ((work[i] ?? 0) > 0 ? [reduced.owners[a]?.project.id ?? ''] : []));
      worst = { lack, from, until, needed, projects: new Set(projects) };
    }
  }
  const { weeks } = translation;
  if (tenthsOfUnits(worst.lack) <= 0) return [];
  return [
    {
      team,
      from: mondayOfWeek(weeks, worst.from),
      until: fridayBeforeWeek(weeks, worst.until),
      neededTenths: tenthsOfUnits(worst.needed),
      availableTenths: tenthsOfUnits(worst.needed - worst.lack),
      projects: [...worst.projects],
    },
  ];
}

function sumOf(capacity: ArrayLike<number> | undefined, from: number, until: number): number {
  let sum = 0;
  for (let week = from; week < until; week++) sum += capacity?.[week] ?? 0;
  return sum;
}

/** Units that an activity works in the weeks from..until-1 at least, wherever it starts within its span and in whatever mode. */
function leastWork(
  activity: Activity | undefined,
  span: Span | undefined,
  resource: number,
  from: number,
  until: number,
): number {
  if (!activity || !span || span.until <= from || span.from >= until) return 0;
  return least(activity, span, ({ duration, demands }, start) => {
    let units = 0;
    for (const demand of demands ?? []) {
      if (demand.resource !== resource) continue;
      const end = Math.min(until, start + duration);
      for (let week = Math.max(from, start); week < end; week++) units += demandAt(demand, week - start);
    }
    return units;
  });
}

function least(
  { modes, frozen }: Activity,
  { from, until }: Span,
  quantity: (mode: Activity['modes'][number], start: number) => number,
): number {
  let found = Number.POSITIVE_INFINITY;
  for (const [m, mode] of modes.entries()) {
    if (frozen && frozen.mode !== m) continue;
    const last = frozen ? frozen.start : until - mode.duration;
    for (let start = frozen ? frozen.start : from; start <= last && found > 0; start++) {
      found = Math.min(found, quantity(mode, start));
    }
  }
  return Number.isFinite(found) ? found : 0;
}

/** The first year by whose end more must be spent than has come in until then. */
function overspent(translation: Translation, { input, owners }: Reduced, windows: readonly Span[], line: string) {
  const budget = translation.budgetIndex.get(line) ?? -1;
  let funds = 0;
  for (const { end, inflowCents } of translation.buckets[budget] ?? []) {
    funds += inflowCents;
    const spent = input.activities.map((activity, a) => {
      const span = windows[a];
      return span ? least(activity, span, (mode, start) => paidBefore(mode, budget, end - start)) : 0;
    });
    const needed = spent.reduce((sum, cents) => sum + cents, 0);
    if (needed <= funds) continue;
    const projects = new Set(owners.flatMap(({ project }, a) => ((spent[a] ?? 0) > 0 ? [project.id] : [])));
    const until = fridayBeforeWeek(translation.weeks, end);
    return [{ budgetLine: line, until, neededCents: needed, availableCents: funds, projects: [...projects] }];
  }
  return [];
}

/** Costs of a translated agenda are given week by week. */
function paidBefore({ costs }: Activity['modes'][number], budget: number, weeks: number): number {
  let cents = 0;
  for (const cost of costs ?? []) {
    if (cost.budget !== budget || !('profile' in cost)) continue;
    for (let week = 0; week < weeks; week++) cents += cost.profile[week] ?? 0;
  }
  return cents;
}
