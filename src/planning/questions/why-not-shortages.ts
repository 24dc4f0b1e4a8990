import { fridayBeforeWeek, mondayOfWeek } from '../../agenda/index.ts';
import { makeProblem, type ProblemInput, startWindows, type Windows } from '../../solver/index.ts';
import type { Translation } from '../translation/translate.ts';
import { tenthsOfUnits } from '../translation/units.ts';
import type { Shortages } from './question-schemas.ts';
import { demandAt } from './residual.ts';
import { type Demanded, type Fact, problemOf, type Reduced } from './why-not-facts.ts';

type Activity = ProblemInput['activities'][number];

/**
 * The plainest words for a conflict: from one week to another a team has to do more than it can, or until the end of a year more must be spent
 * than there is, whatever the plan. Not every conflict is so plain; what is none of these is not named.
 */
export function shortagesOf(demanded: Demanded, facts: readonly Fact[]): Shortages {
  const { translation } = demanded;
  const reduced = problemOf(demanded, facts);
  const windows = startWindows(makeProblem(reduced.input));
  if (windows === null) return { teams: [], money: [] };
  const ids = (kind: Fact['kind']) => facts.filter((fact) => fact.kind === kind).map(({ id }) => id);
  return {
    teams: ids('teamCapacity').flatMap((team) => worstOf(translation, reduced, windows, team)),
    money: ids('budget').flatMap((line) => overspent(translation, reduced, windows, line)),
  };
}

/** The weeks in which the team lacks most, if it lacks anything. */
function worstOf(translation: Translation, reduced: Reduced, windows: Windows, team: string) {
  const resource = translation.teamIndex.get(team) ?? -1;
  const { activities } = reduced.input;
  const users = activities.flatMap((activity, a) =>
    activity.modes.some(({ demands }) => demands?.some((demand) => demand.resource === resource)) ? [a] : [],
  );
  const froms = new Set(users.map((a) => windows.earliest[a] ?? 0));
  const untils = new Set(users.map((a) => (windows.latest[a] ?? 0) + shortestOf(activities[a])));
  let worst = { lack: 0, from: 0, until: 0, needed: 0, projects: new Set<string>() };
  for (const from of froms) {
    for (const until of untils) {
      if (from >= until) continue;
      const work = users.map((a) => leastWork(reduced, windows, a, resource, from, until));
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

const shortestOf = (activity: Activity | undefined): number =>
  Math.min(...(activity?.modes ?? []).map(({ duration }) => duration));

/** Units that an activity works in the weeks from..until-1 at least, wherever it starts within its window and in whatever mode. */
function leastWork(
  { input }: Reduced,
  windows: Windows,
  a: number,
  resource: number,
  from: number,
  until: number,
): number {
  return least(input, windows, a, ({ duration, demands }, start) => {
    let units = 0;
    for (const demand of demands ?? []) {
      if (demand.resource !== resource) continue;
      const end = Math.min(until, start + duration);
      for (let week = Math.max(from, start); week < end; week++) units += demandAt(demand, week - start);
    }
    return units;
  });
}

/** The least of a quantity over the modes and starts that dates and links leave open; 0 where there is none. */
function least(
  { activities, horizon }: ProblemInput,
  { earliest, latest }: Windows,
  a: number,
  quantity: (mode: Activity['modes'][number], start: number) => number,
): number {
  const { modes, frozen, deadline = horizon } = activities[a] ?? { modes: [] };
  let found = Number.POSITIVE_INFINITY;
  for (const [m, mode] of modes.entries()) {
    if (frozen && frozen.mode !== m) continue;
    const last = Math.min(latest[a] ?? -1, Math.min(deadline, horizon) - mode.duration);
    for (let start = earliest[a] ?? 0; start <= last && found > 0; start++) {
      found = Math.min(found, quantity(mode, start));
    }
  }
  return Number.isFinite(found) ? found : 0;
}

/** The first year by whose end more must be spent than has come in until then. */
function overspent(translation: Translation, { input, owners }: Reduced, windows: Windows, line: string) {
  const budget = translation.budgetIndex.get(line) ?? -1;
  let funds = 0;
  for (const { end, inflowCents } of translation.buckets[budget] ?? []) {
    funds += inflowCents;
    const spent = input.activities.map((_, a) =>
      least(input, windows, a, (mode, start) => paidBefore(mode, budget, end - start)),
    );
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
