import type { Activity, Budget, Cost, Demand, Level, Link, Mode, Plan, Problem } from '../model/problem.ts';
import { checkReservoirs } from './validate-reservoirs.ts';
import { checkSelection, isDropped } from './validate-selection.ts';
import type { Violation } from './violation.ts';

type Check = (problem: Problem, plan: Plan) => Violation[];

/** What is checked of a plan whose activities each have a mode and lie inside the table. */
const together: readonly Check[] = [checkModeGroups, checkLinks, checkLoads, checkBudgets, checkReservoirs];

/**
 * Checks a plan against the problem from scratch. It shares no code with the search: it goes through the problem as the caller wrote it,
 * period by period, so that a mistake in the engine's arithmetic cannot hide itself. Empty = a valid plan.
 */
export function validatePlan(problem: Problem, plan: Plan): Violation[] {
  const length = checkLength(problem, plan);
  if (length.length > 0) return length;
  const selection = checkSelection(problem, plan);
  if (selection.some(({ code }) => code === 'split')) return selection;
  const shape = checkActivities(problem, plan);
  // Loads cannot be summed for an activity without a mode or outside the table.
  if (shape.some(({ code }) => code === 'mode' || code === 'horizon')) return shape;
  return [...selection, ...shape, ...together.flatMap((check) => check(problem, plan))];
}

/** Whether a plan is valid; looks no further than the first violation. */
export function isValidPlan(problem: Problem, plan: Plan): boolean {
  return [checkLength, checkSelection, checkActivities, ...together].every(
    (check) => check(problem, plan).length === 0,
  );
}

/** Values of the levels of a plan whose modes exist, computed from the definitions. What is dropped counts in `dropped` levels only. */
export function planValues(problem: Problem, plan: Plan): number[] {
  const finish = problem.activities.map((activity, a) => start(plan, a) + modeOf(activity, plan, a).duration);
  const carriedOut = (term: { readonly activity: number }) => !isDropped(plan, term.activity);
  return problem.levels.map((level: Level) => {
    if (level.kind === 'makespan') return finish.reduce((last, end) => Math.max(last, end), 0);
    if (level.kind === 'lateness') {
      const terms = level.terms.filter(carriedOut);
      return total(terms, (term) => term.weight * Math.max(0, (finish[term.activity] ?? 0) - term.due));
    }
    if (level.kind === 'weightedFinish') {
      return total(level.terms.filter(carriedOut), (term) => term.weight * (finish[term.activity] ?? 0));
    }
    if (level.kind === 'dropped') return total(level.terms, (term) => (carriedOut(term) ? 0 : term.weight));
    const terms = level.terms.filter(carriedOut);
    return total(terms, (term) => term.weight * Math.abs(start(plan, term.activity) - term.start));
  });
}

function total<T>(items: readonly T[], value: (item: T) => number): number {
  return items.reduce((sum, item) => sum + value(item), 0);
}

function start(plan: Plan, activity: number): number {
  return plan.start[activity] ?? Number.NaN;
}

/** A dropped activity takes no time and needs nothing. */
const nothing: Mode = { duration: 0, demands: [], costs: [], changes: [] };

function modeOf(activity: Activity, plan: Plan, a: number): Mode {
  if (isDropped(plan, a)) return nothing;
  return activity.modes[plan.mode[a] ?? -1] ?? { ...nothing, duration: Number.NaN };
}

function checkLength(problem: Problem, plan: Plan): Violation[] {
  const expected = problem.activities.length;
  if (plan.start.length === expected && plan.mode.length === expected) return [];
  return [{ code: 'length', expected, start: plan.start.length, mode: plan.mode.length }];
}

function checkActivities(problem: Problem, plan: Plan): Violation[] {
  const optional = new Set(problem.optional);
  return problem.activities.flatMap((activity, a) =>
    optional.has(activity.group) && isDropped(plan, a) ? [] : checkActivity(problem, activity, plan, a),
  );
}

function checkActivity(problem: Problem, activity: Activity, plan: Plan, a: number): Violation[] {
  const mode = plan.mode[a] ?? -1;
  if (activity.modes[mode] === undefined) return [{ code: 'mode', activity: a, mode }];
  const begin = start(plan, a);
  const finish = begin + modeOf(activity, plan, a).duration;
  const found: Violation[] = [];
  if (begin < 0 || finish > problem.horizon) found.push({ code: 'horizon', activity: a, start: begin, finish });
  if (begin < activity.release) found.push({ code: 'release', activity: a, start: begin, release: activity.release });
  if (finish > activity.deadline) found.push({ code: 'deadline', activity: a, finish, deadline: activity.deadline });
  if (activity.frozen && (activity.frozen.start !== begin || activity.frozen.mode !== mode)) {
    found.push({ code: 'frozen', activity: a, start: begin, mode });
  }
  return found;
}

function checkModeGroups(problem: Problem, plan: Plan): Violation[] {
  const firstOf = new Map<number, number>();
  return problem.activities.flatMap((activity, a): Violation[] => {
    if (activity.modeGroup === null || isDropped(plan, a)) return [];
    const other = firstOf.get(activity.modeGroup) ?? a;
    firstOf.set(activity.modeGroup, other);
    return plan.mode[a] === plan.mode[other] ? [] : [{ code: 'modeGroup', activity: a, other }];
  });
}

function checkLinks(problem: Problem, plan: Plan): Violation[] {
  const point = (end: string, a: number) => {
    const activity = problem.activities[a];
    return start(plan, a) + (end === 'F' && activity ? modeOf(activity, plan, a).duration : 0);
  };
  return problem.links.flatMap((link: Link, i): Violation[] => {
    if (isDropped(plan, link.from) || isDropped(plan, link.to)) return [];
    const gap = point(link.type.charAt(1), link.to) - point(link.type.charAt(0), link.from);
    if (gap < link.lag) return [{ code: 'lag', link: i, gap, limit: link.lag }];
    if (link.maxLag !== null && gap > link.maxLag) return [{ code: 'maxLag', link: i, gap, limit: link.maxLag }];
    return [];
  });
}

function checkLoads(problem: Problem, plan: Plan): Violation[] {
  // Behind the last finish nothing is used.
  const last = problem.activities.reduce(
    (end, activity, a) => Math.max(end, start(plan, a) + modeOf(activity, plan, a).duration),
    0,
  );
  const loads = problem.resources.map(() => new Float64Array(last));
  problem.activities.forEach((activity, a) => {
    const { duration, demands } = modeOf(activity, plan, a);
    for (const demand of demands) {
      const load = loads[demand.resource];
      if (load) use(load, demand, start(plan, a), duration);
    }
  });
  // Thousands of periods, as a rule none of them overloaded: only what is wrong becomes an object.
  const found: Violation[] = [];
  problem.resources.forEach(({ capacity }, resource) => {
    const used = loads[resource] ?? [];
    for (let period = 0; period < last; period++) {
      const load = used[period] ?? 0;
      const limit = capacity[period] ?? 0;
      if (load > limit) found.push({ code: 'capacity', resource, period, load, capacity: limit });
    }
  });
  return found;
}

/** Adds what an activity needs of one resource while it runs. */
function use(load: Float64Array, demand: Demand, begin: number, duration: number): void {
  const profile = 'profile' in demand ? demand.profile : null;
  const amount = 'amount' in demand ? demand.amount : 0;
  for (let elapsed = 0; elapsed < duration; elapsed++) {
    const units = profile ? (profile[elapsed] ?? 0) : amount;
    load[begin + elapsed] = (load[begin + elapsed] ?? 0) + units;
  }
}

function checkBudgets(problem: Problem, plan: Plan): Violation[] {
  const paid = problem.budgets.map(() => new Float64Array(problem.horizon));
  problem.activities.forEach((activity, a) => {
    const { duration, costs } = modeOf(activity, plan, a);
    for (const cost of costs) {
      const account = paid[cost.budget];
      const budget = problem.budgets[cost.budget];
      if (!account || !budget) continue;
      if (budget.counts === 'commitments') bind(account, budget, cost, start(plan, a), duration);
      else pay(account, cost, start(plan, a), duration);
    }
  });
  return problem.budgets.flatMap((budget, b) => {
    const account = paid[b] ?? [];
    let unspent = 0;
    let from = 0;
    return budget.bucketEnds.flatMap((end, bucket): Violation[] => {
      let spent = 0;
      for (let period = from; period < end; period++) spent += account[period] ?? 0;
      const available = (budget.inflow[bucket] ?? 0) + Math.floor((unspent * budget.carryOverPermille) / 1000);
      from = end;
      // What was overspent is reported once, in its bucket, and not handed on.
      unspent = Math.max(0, available - spent);
      return spent > available ? [{ code: 'budget', budget: b, bucket, spent, available }] : [];
    });
  });
}

/** Books a cost period by period. A milestone pays in its period, at the very end in the last one. */
function pay(paid: Float64Array, cost: Cost, begin: number, duration: number): void {
  const book = (period: number, money: number) => {
    const inside = Math.min(period, paid.length - 1);
    paid[inside] = (paid[inside] ?? 0) + money;
  };
  if ('profile' in cost) {
    cost.profile.forEach((money, elapsed) => {
      book(begin + elapsed, money);
    });
  } else if (cost.spread === 'start' || duration === 0) book(begin, cost.amount);
  else if (cost.spread === 'end') book(begin + duration - 1, cost.amount);
  else {
    // Even: after k of d periods the floor of amount * k / d is paid, so the parts add up to the amount.
    let before = 0;
    for (let k = 1; k <= duration; k++) {
      const sofar = Math.floor((cost.amount * k) / duration);
      book(begin + k - 1, sofar - before);
      before = sofar;
    }
  }
}

/** Books a cost in the period in which it is bound: as much of it as is paid in later buckets than that one. */
function bind(bound: Float64Array, { bucketEnds }: Budget, cost: Cost, begin: number, duration: number): void {
  const last = bound.length - 1;
  const moment = Math.min(last, begin + ('profile' in cost ? (cost.boundAt ?? 0) : 0));
  const nextBucket = bucketEnds.find((end) => end > moment) ?? bound.length;
  const payments = new Float64Array(bound.length);
  pay(payments, cost, begin, duration);
  for (let period = nextBucket; period <= last; period++)
    bound[moment] = (bound[moment] ?? 0) + (payments[period] ?? 0);
}
