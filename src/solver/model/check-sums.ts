import { ProblemError } from './errors.ts';
import type { Activity, Demand, Problem } from './problem.ts';

/** Loads and levels are summed in 32-bit integers, with room for one capacity below. */
const MAX_SUM = 2 ** 30;
/** Money, weights and values are summed in doubles. */
const MAX_TOTAL = Number.MAX_SAFE_INTEGER;

/**
 * Every figure may be legal and their sum still too large to be exact. What could be summed at the worst is added up once here, so that
 * nothing overflows later: frozen loads, reservoir levels, money, and the values of the levels.
 */
export function checkSums(problem: Omit<Problem, symbol>): void {
  const { activities, horizon } = problem;
  const frozen = activities.filter((activity) => activity.frozen !== null);
  problem.resources.forEach((_, r) => {
    refuse(
      sum(frozen, (activity) => peakDemand(activity, r)),
      MAX_SUM,
      `resources[${r}]`,
      'frozen demand',
    );
  });
  problem.reservoirs.forEach((reservoir, r) => {
    const moved = sum(activities, (activity) => most(activity, (mode) => changeOf(mode, r)));
    refuse(reservoir.initial + moved, MAX_SUM, `reservoirs[${r}]`, 'initial level and changes');
  });
  problem.budgets.forEach((budget, b) => {
    const inflow = sum(budget.inflow, Math.abs);
    const paid = sum(activities, (activity) => most(activity, (mode) => costOf(mode, b)));
    refuse((inflow + paid) * 1000, MAX_TOTAL, `budgets[${b}]`, 'inflow and costs in thousandths');
  });
  problem.levels.forEach((level, k) => {
    if (level.kind === 'makespan') return;
    const value = sum([...level.terms], (term) => term.weight * Math.max(0, horizon - ('due' in term ? term.due : 0)));
    refuse(value, MAX_TOTAL, `levels[${k}]`, 'weights times periods');
  });
}

function refuse(total: number, limit: number, path: string, what: string): void {
  if (total > limit) throw new ProblemError('overflow', path, `${what} add up to ${total}, more than ${limit}`);
}

function sum<T>(items: readonly T[], value: (item: T) => number): number {
  return items.reduce((total, item) => total + value(item), 0);
}

type Mode = Activity['modes'][number];

function most(activity: Activity, value: (mode: Mode) => number): number {
  return activity.modes.reduce((largest, mode) => Math.max(largest, value(mode)), 0);
}

function peakDemand(activity: Activity, resource: number): number {
  return most(activity, (mode) =>
    sum(mode.demands, (demand) => (demand.resource === resource ? largestAmount(demand) : 0)),
  );
}

function largestAmount(demand: Demand): number {
  return 'profile' in demand ? demand.profile.reduce((a, b) => Math.max(a, b), 0) : demand.amount;
}

function changeOf(mode: Mode, reservoir: number): number {
  return sum(mode.changes, (change) => (change.reservoir === reservoir ? Math.abs(change.amount) : 0));
}

function costOf(mode: Mode, budget: number): number {
  return sum(mode.costs, (cost) => {
    if (cost.budget !== budget) return 0;
    return 'profile' in cost ? totalOf(cost.profile) : cost.amount;
  });
}

function totalOf(series: readonly number[]): number {
  let total = 0;
  for (let i = 0; i < series.length; i++) total += series[i]!;
  return total;
}
