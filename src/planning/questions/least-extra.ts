import { lastEndWeekBy } from '../../agenda/index.ts';
import { leastExtra, makeProblem, type Problem } from '../../solver/index.ts';
import type { ExtraCapacity } from '../answer.ts';
import { promisesOf } from '../translation/levels.ts';
import { UNITS_PER_TENTH } from '../translation/units.ts';
import type { Setting } from './candidate.ts';
import { strictInput } from './kept.ts';

/** Steps per figure: after more of them a bound hardly grows. */
const STEPS = 200;

export interface LeastOptions {
  /** Week by which a known plan that keeps every promise finishes the candidate; null = none is known. */
  keptEnd: number | null;
  cancelled?: () => boolean;
}

/**
 * Adds to an extra capacity, which suffices while the plan stays as it is, what is needed at the least: no plan that keeps every promise lets
 * the candidate finish as early with less, however the others move. Each team and budget line is looked at alone, as if there were any
 * amount of everything else, so each figure holds whatever is done about the others. A known plan that gets by without is the proof that the least
 * is 0.
 */
export function withLeast(setting: Setting, extra: ExtraCapacity, { keptEnd, cancelled }: LeastOptions): ExtraCapacity {
  const { translation } = setting;
  if (keptEnd !== null && keptEnd <= lastEndWeekBy(translation.weeks, extra.finish)) return avoidable(extra);
  const problem = inTime(setting, extra.finish);
  const least = (resources: readonly number[], budgets: readonly number[], most: number): number =>
    leastExtra(problem, {
      resources,
      budgets,
      whatElse: 'anything',
      most,
      steps: STEPS,
      ...(cancelled ? { cancelled } : {}),
    })?.bound ?? 0;
  const tenths = (resources: readonly number[], most: number): number =>
    Math.floor(least(resources, [], most * UNITS_PER_TENTH) / UNITS_PER_TENTH);
  const enough = extra.teams.reduce((sum, entry) => sum + entry.tenths, 0);
  const together = extra.teams.length > 1 ? tenths([...translation.teamIndex.values()], enough) : null;
  const teams = extra.teams.map((entry) => {
    const resource = translation.teamIndex.get(entry.team);
    // What prices of all teams cannot show, those of one team cannot either.
    const hope = together !== 0 && resource !== undefined;
    return { ...entry, atLeastTenths: hope ? tenths([resource], entry.tenths) : 0 };
  });
  const money = extra.money.map((entry) => {
    const budget = translation.budgetIndex.get(entry.budgetLine);
    return { ...entry, atLeastCents: budget === undefined ? 0 : least([], [budget], entry.cents) };
  });
  const alone = teams.reduce((sum, { atLeastTenths }) => sum + atLeastTenths, 0);
  return { ...extra, teams, money, ...(teams.length > 0 ? { atLeastTenths: Math.max(alone, together ?? 0) } : {}) };
}

function avoidable(extra: ExtraCapacity): ExtraCapacity {
  const teams = extra.teams.map((entry) => ({ ...entry, atLeastTenths: 0 }));
  const money = extra.money.map((entry) => ({ ...entry, atLeastCents: 0 }));
  return { ...extra, teams, money, ...(teams.length > 0 ? { atLeastTenths: 0 } : {}), avoidable: true };
}

/** Every promise and the candidate's finish as deadlines. */
function inTime({ translation, planned, base }: Setting, finish: string): Problem {
  const strict = strictInput(translation, planned, promisesOf(base));
  const end = lastEndWeekBy(translation.weeks, finish);
  const last = planned.blocks.at(-1)?.activity;
  return makeProblem({
    ...strict,
    activities: strict.activities.map((activity, a) => (a === last ? { ...activity, deadline: end } : activity)),
  });
}
