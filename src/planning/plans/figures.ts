import {
  type Agenda,
  firstWeekFrom,
  mondayOfWeek,
  monthOf,
  type PlanFigures,
  type PlanVersion,
} from '../../agenda/index.ts';
import { fiscalYearOfWeek, weeksOf } from '../translation/supply.ts';
import { spreadCents } from '../translation/work-profile.ts';

/** Sums by two keys, in the order in which the keys first came. */
class Sums {
  readonly #sums = new Map<string, { keys: [string, string]; sum: number }>();

  add(one: string, other: string, amount: number): void {
    const key = `${one} ${other}`;
    const entry = this.#sums.get(key) ?? { keys: [one, other], sum: 0 };
    entry.sum += amount;
    this.#sums.set(key, entry);
  }

  /** Sorted by both keys, so that the same plan gives the same bytes whatever the order of its phases. */
  sorted(): { keys: [string, string]; sum: number }[] {
    return [...this.#sums.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry);
  }
}

/**
 * What a plan takes of money by fiscal year and of work by month, and what its projects are called. A phase spreads
 * its effort evenly; a week counts to the month and the fiscal year of its Monday.
 */
export function planFigures(
  agenda: Agenda,
  { phases, dropped = [] }: Pick<PlanVersion, 'phases' | 'dropped'>,
): PlanFigures {
  const projects = new Map(agenda.projects.map((project) => [project.id, project]));
  const weeks = weeksOf(agenda);
  const names: Record<string, string> = {};
  const [money, work] = [new Sums(), new Sums()];
  for (const entry of phases) {
    const project = projects.get(entry.project);
    const taken = project?.phases.find(({ id }) => id === entry.phase)?.work[entry.mode];
    if (!project || !taken) continue;
    names[project.id] = project.shortName ?? project.name;
    const first = firstWeekFrom(weeks, entry.start);
    for (const cost of taken.costs) {
      spreadCents(cost.cents, taken.weeks, cost.spread).forEach((cents, week) => {
        money.add(cost.budgetLine, String(fiscalYearOfWeek(weeks, first + week)), cents);
      });
    }
    for (const [team, tenths] of Object.entries(taken.effortTenths)) {
      for (let week = 0; week < taken.weeks; week++) {
        work.add(team, monthOf(mondayOfWeek(weeks, first + week)), tenths / taken.weeks);
      }
    }
  }
  for (const { project: id } of dropped) {
    const project = projects.get(id);
    if (project) names[id] = project.shortName ?? project.name;
  }
  return {
    names,
    money: money
      .sorted()
      .map(({ keys: [budgetLine, year], sum }) => ({ budgetLine, year: Number(year), cents: sum }))
      .filter(({ cents }) => cents > 0),
    work: work
      .sorted()
      .map(({ keys: [team, month], sum }) => ({ team, month, tenths: Math.round(sum) }))
      .filter(({ tenths }) => tenths > 0),
  };
}
