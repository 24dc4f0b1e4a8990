import { fridayBeforeWeek, mondayOfWeek, monthOf } from '../../agenda/index.ts';
import type { Plan } from '../../solver/index.ts';
import type { ExtraCapacity } from '../answer.ts';
import type { PlannedProject } from '../translation/planned.ts';
import type { Translation } from '../translation/translate.ts';
import { UNITS_PER_TENTH } from '../translation/units.ts';
import { copySpent, demandAt, type Residual, residualOf, shortfalls, spend } from './residual.ts';

/**
 * Capacity that makes a project fit at a given start while the plan stays exactly as it is: for each team and month
 * the largest weekly gap of that month, in every week of it, so that one even reinforcement per month is enough; for
 * each budget line and year the missing money, and what must be allowed to be bound of later years. Sufficient by construction. It is not claimed to be the least over all
 * plans: others might move. The delivery mode is the one that asks for the fewest person-days, then the least money.
 */
export function extraCapacity(
  translation: Translation,
  plan: Plan,
  project: PlannedProject,
  start: number,
): ExtraCapacity | null {
  const options = project.project.modes.map((_, mode) => extraInMode(translation, plan, project, mode, start));
  const sums = (extra: ExtraCapacity) => [
    extra.teams.reduce((sum, team) => sum + team.tenths, 0),
    extra.money.reduce((sum, line) => sum + line.cents, 0),
  ];
  return options.reduce((best, option) => {
    if (!option || !best) return option ?? best;
    const [days = 0, cents = 0] = sums(option);
    const [bestDays = 0, bestCents = 0] = sums(best);
    return days < bestDays || (days === bestDays && cents < bestCents) ? option : best;
  }, null);
}

function extraInMode(
  translation: Translation,
  plan: Plan,
  project: PlannedProject,
  mode: number,
  start: number,
): ExtraCapacity | null {
  let week = start;
  const starts = project.blocks.map(({ profiles }) => {
    week += profiles[mode]?.weeks ?? 0;
    return week - (profiles[mode]?.weeks ?? 0);
  });
  if (week > translation.horizon) return null;
  return extraAt(translation, residualOf(translation, plan), project, { mode, starts });
}

/** Month of each week, worked out once. */
export function monthsOf({ weeks }: Translation): (week: number) => string {
  const known = new Map<number, string>();
  return (week) => {
    const month = known.get(week) ?? monthOf(mondayOfWeek(weeks, week));
    known.set(week, month);
    return month;
  };
}

/** What is missing beside what the plan leaves free when the blocks of a project start in these weeks. */
export function extraAt(
  translation: Translation,
  residual: Residual,
  project: PlannedProject,
  { mode, starts }: { mode: number; starts: readonly number[] },
  monthIn = monthsOf(translation),
): ExtraCapacity {
  const free = new Map<number, Int32Array>();
  const after = copySpent(residual.spent);
  let end = 0;
  project.blocks.forEach(({ activity, profiles }, block) => {
    const weeks = profiles[mode]?.weeks ?? 0;
    const start = starts[block] ?? 0;
    end = start + weeks;
    for (const demand of translation.input.activities[activity]?.modes[mode]?.demands ?? []) {
      const series = free.get(demand.resource) ?? Int32Array.from(residual.free[demand.resource] ?? []);
      free.set(demand.resource, series);
      for (let i = 0; i < weeks; i++) series[start + i] = (series[start + i] ?? 0) - demandAt(demand, i);
    }
    spend(translation, after, activity, mode, start);
  });
  const authorisations = moneyGaps(translation, translation.commitmentIndex, after);
  return {
    start: mondayOfWeek(translation.weeks, starts[0] ?? 0),
    finish: fridayBeforeWeek(translation.weeks, end),
    teams: teamGaps(translation, free, [starts[0] ?? 0, end], monthIn),
    money: moneyGaps(translation, translation.budgetIndex, after),
    ...(authorisations.length > 0 ? { authorisations } : {}),
  };
}

/** Only the weeks of the project can lack anything: the plan alone fits. Months at both ends count in full. */
function teamGaps(
  { teamIndex, horizon }: Translation,
  free: ReadonlyMap<number, Int32Array>,
  [start, end]: readonly [number, number],
  monthIn: (week: number) => string,
): ExtraCapacity['teams'] {
  const [first, last] = [Math.max(0, start - 5), Math.min(horizon, end + 5)];
  return [...teamIndex].flatMap(([team, resource]) => {
    const series = free.get(resource);
    if (!series) return [];
    const months: { month: string; tenths: number }[] = [];
    for (let week = first, next = first; week < last; week = next) {
      const month = monthIn(week);
      let gap = 0;
      for (; next < last && monthIn(next) === month; next++) gap = Math.max(gap, -(series[next] ?? 0));
      if (gap > 0) months.push({ month, tenths: Math.ceil((gap * (next - week)) / UNITS_PER_TENTH) });
    }
    const tenths = months.reduce((sum, month) => sum + month.tenths, 0);
    return tenths > 0 ? [{ team, tenths, months }] : [];
  });
}

function moneyGaps(
  translation: Translation,
  budgets: ReadonlyMap<string, number>,
  spent: readonly (readonly number[])[],
): { budgetLine: string; cents: number; years: { year: number; cents: number }[] }[] {
  return [...budgets].flatMap(([budgetLine, budget]) => {
    const gaps = shortfalls(translation, budget, spent[budget] ?? []);
    const years = (translation.buckets[budget] ?? []).flatMap(({ year }, bucket) => {
      const cents = gaps[bucket] ?? 0;
      return year !== null && cents > 0 ? [{ year, cents }] : [];
    });
    const cents = years.reduce((sum, entry) => sum + entry.cents, 0);
    return cents > 0 ? [{ budgetLine, cents, years }] : [];
  });
}
