import { type Agenda, firstWeekFrom, mondayOfWeek, monthOf, type PlanFigures } from '../../agenda/index.ts';
import { weeklyCapacity, weeksOf } from '../translation/supply.ts';
import { UNITS_PER_TENTH } from '../translation/units.ts';
import type { PlanDifference } from './difference.ts';

type Use = readonly [agenda: Agenda, figures: PlanFigures];

/** Teams whose work or fullest month differs, each side against the capacity of its agenda. */
export function teamDifferences([agenda, before]: Use, [changed, after]: Use): PlanDifference['teams'] {
  const ids = new Set([...before.work, ...after.work].map(({ team }) => team));
  const until = lastWeek(
    agenda,
    [...before.work, ...after.work].map(({ month }) => month),
  );
  const capacityOf = (given: Agenda, id: string) => {
    const team = given.teams.find((one) => one.id === id);
    return team ? monthly(given, weeklyCapacity(team, weeksOf(given), until)) : new Map<string, number>();
  };
  return [...ids].flatMap((id) => {
    const [was, is] = [peak(before, id, capacityOf(agenda, id)), peak(after, id, capacityOf(changed, id))];
    const [beforeTenths, afterTenths] = [sumOf(before, id), sumOf(after, id)];
    if (beforeTenths === afterTenths && JSON.stringify(was) === JSON.stringify(is)) return [];
    const name = changed.teams.find((one) => one.id === id)?.name ?? id;
    return [{ team: id, name, before: was, after: is, beforeTenths, afterTenths }];
  });
}

function sumOf({ work }: PlanFigures, team: string): number {
  return work.reduce((sum, one) => (one.team === team ? sum + one.tenths : sum), 0);
}

/** Exclusive week behind the last of these months. */
function lastWeek(agenda: Agenda, months: readonly string[]): number {
  const last = months.reduce((latest, month) => (month > latest ? month : latest), monthOf(agenda.planStart));
  return firstWeekFrom(weeksOf(agenda), `${last}-28`) + 2;
}

/** Capacity in tenths by month of the weeks' Mondays. */
function monthly(agenda: Agenda, capacity: Int32Array): Map<string, number> {
  const months = new Map<string, number>();
  capacity.forEach((units, week) => {
    const month = monthOf(mondayOfWeek(weeksOf(agenda), week));
    months.set(month, (months.get(month) ?? 0) + units / UNITS_PER_TENTH);
  });
  return months;
}

/** The fullest month of a team, the first of equals; null without work or without capacity. */
function peak(
  { work }: PlanFigures,
  team: string,
  available: ReadonlyMap<string, number>,
): { month: string; percent: number } | null {
  let best: { month: string; percent: number } | null = null;
  for (const { month, tenths } of work.filter((one) => one.team === team)) {
    const capacity = available.get(month) ?? 0;
    const percent = capacity > 0 ? Math.round((100 * tenths) / capacity) : 0;
    if (best === null || percent > best.percent) best = { month, percent };
  }
  return best;
}

/** Spending by budget line and fiscal year. */
export function moneyDifferences(agenda: Agenda, before: PlanFigures, after: PlanFigures): PlanDifference['money'] {
  const lines = new Set([...before.money, ...after.money].map(({ budgetLine }) => budgetLine));
  const spent = ({ money }: PlanFigures, line: string, year: number) =>
    money.find((one) => one.budgetLine === line && one.year === year)?.cents ?? 0;
  return [...lines].map((line) => {
    const years = new Set(
      [...before.money, ...after.money].flatMap((one) => (one.budgetLine === line ? one.year : [])),
    );
    return {
      budgetLine: line,
      name: agenda.budgetLines.find(({ id }) => id === line)?.name ?? line,
      years: [...years]
        .toSorted((a, b) => a - b)
        .map((year) => ({ year, before: spent(before, line, year), after: spent(after, line, year) })),
    };
  });
}
