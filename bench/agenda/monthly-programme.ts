import { makeProblem, type Plan, type Problem, startWindows } from '../../src/solver/index.ts';
import { demandOf } from './cp-sat-agenda.ts';
import { payments } from './due-date-list.ts';
import { type Entry, type LinearProgramme, Rows } from './linear-programme.ts';

/** Periods in a month. */
const MONTH = 4;

/** The linear programme of a problem, and where a plan lies in it. */
export interface MonthlyProgramme {
  readonly programme: LinearProgramme;
  /** Columns of each activity: their sum is 1. */
  readonly choices: readonly (readonly number[])[];
  readonly pointOf: (plan: Plan) => Float64Array;
}

/** A column: an activity in a mode that starts at `first`, or anywhere from there to `last`. */
interface Start {
  readonly activity: number;
  readonly mode: number;
  readonly duration: number;
  readonly first: number;
  readonly last: number;
}

/**
 * The time-indexed linear programme of the last level by months (Pritsker, Watters and Wolfe 1969; links as in Christofides,
 * Alvarez-Valdes and Tamarit 1987): a column per activity, mode and start, relaxed from 0 or 1 to all between.
 *
 * It is a relaxation, so that its least value is a bound: every valid plan whose levels above are at most `above` is a point of it that
 * costs no more than the plan. For
 * - each activity has one start in one mode, within the windows that deadlines and links leave, and shared modes are shared;
 * - what keeps a limit in every week keeps the sum over the weeks of a month;
 * - where `x + lag ≤ y` holds, `y ≤ t` means `x ≤ t - lag`; this is asked for ends of months only;
 * - of unspent money a share is carried over, rounded down; here it is not rounded;
 * - all starts from `latest` on are one column per mode, which costs what the first of them costs and needs neither teams nor money; in links
 *   it is its first start where being early helps, and never early enough where it would have to be.
 * Reservoirs and budgets of commitments are left out: fewer limits allow no less. Null where windows or links leave some activity no start.
 * @throws {Error} for groups that may be left out, and for a last level that is no weighted finish
 */
export function monthlyProgramme(problem: Problem, above: readonly number[], latest: number): MonthlyProgramme | null {
  if (problem.optional.length > 0) throw new Error('projects that may be left out are not modelled');
  const until = Math.min(problem.horizon, MONTH * Math.ceil(latest / MONTH));
  const starts = startsOf(problem, above, until);
  const choices = problem.activities.map((): number[] => []);
  starts.forEach(({ activity }, column) => {
    choices[activity]?.push(column);
  });
  if (choices.some((columns) => columns.length === 0)) return null;
  const rows = new Rows();
  for (const columns of choices) rows.add(1, 1, ones(columns));
  addSharedModes(rows, problem, starts, choices);
  addLinks(rows, problem, starts, choices, until);
  addCapacities(rows, problem, starts, until);
  const rests = addMoney(rows, problem, starts, until);
  const weight = finishWeights(problem);
  const costs = starts.map(({ activity, first, duration }) => (weight[activity] ?? 0) * (first + duration));
  const programme = rows.programme(
    [...costs, ...rests.map(() => 0)],
    [...starts.map(() => 1), ...rests.map(({ most }) => most)],
  );
  return { programme, choices, pointOf: (plan) => pointOf(plan, starts, rests) };
}

const ones = (columns: readonly number[], value = 1): Entry[] => columns.map((column) => [column, value]);

function pointOf(plan: Plan, starts: readonly Start[], rests: readonly Rest[]): Float64Array {
  const point = new Float64Array(starts.length + rests.length);
  starts.forEach(({ activity, mode, first, last }, column) => {
    const start = plan.start[activity] ?? -1;
    if (plan.mode[activity] === mode && first <= start && start <= last) point[column] = 1;
  });
  rests.forEach(({ inflow, before, share, spent }, i) => {
    const carried = before === null ? 0 : share * (point[before] ?? 0);
    point[starts.length + i] =
      inflow + carried - spent.reduce((sum, [column, money]) => sum + money * (point[column] ?? 0), 0);
  });
  return point;
}

function finishWeights({ activities, levels }: Problem): number[] {
  const level = levels.at(-1);
  if (level?.kind !== 'weightedFinish') throw new Error(`the level ${level?.kind} is not modelled`);
  const weights = activities.map(() => 0);
  for (const { activity, weight } of level.terms) weights[activity] = (weights[activity] ?? 0) + weight;
  return weights;
}

/** Starts that the windows leave, one by one before `until`; what the levels above may be at most gives deadlines. */
function startsOf(problem: Problem, above: readonly number[], until: number): Start[] {
  const due = problem.activities.map(({ deadline }) => deadline);
  above.forEach((most, index) => {
    const level = problem.levels[index];
    if (level?.kind !== 'lateness') return;
    for (const { activity, due: date, weight } of level.terms) {
      if (weight > 0) due[activity] = Math.min(due[activity] ?? 0, date + Math.floor(most / weight));
    }
  });
  const windows = startWindows(withDeadlines(problem, due));
  if (!windows) return [];
  return problem.activities.flatMap(({ modes, frozen }, activity) =>
    modes.flatMap(({ duration }, mode): Start[] => {
      if (frozen && frozen.mode !== mode) return [];
      const earliest = windows.earliest[activity] ?? 0;
      const last = Math.min(windows.latest[activity] ?? -1, (due[activity] ?? 0) - duration);
      const single = Array.from({ length: Math.max(0, Math.min(last + 1, until) - earliest) }, (_, i) => earliest + i);
      const column = (first: number, end: number): Start => ({ activity, mode, duration, first, last: end });
      const later = Math.max(earliest, until);
      return [...single.map((start) => column(start, start)), ...(later <= last ? [column(later, last)] : [])];
    }),
  );
}

function withDeadlines(problem: Problem, due: readonly number[]): Problem {
  return makeProblem({
    ...problem,
    reservoirs: problem.reservoirs.map(({ initial, maximum }) => ({ initial, ...(maximum !== null && { maximum }) })),
    links: problem.links.map(({ maxLag, ...link }) => ({ ...link, ...(maxLag !== null && { maxLag }) })),
    activities: problem.activities.map(({ modes, release, frozen, modeGroup, group }, a) => ({
      modes,
      release,
      deadline: due[a] ?? 0,
      group,
      ...(frozen && { frozen }),
      ...(modeGroup !== null && { modeGroup }),
    })),
  });
}

function addSharedModes(
  rows: Rows,
  { activities }: Problem,
  starts: readonly Start[],
  choices: MonthlyProgramme['choices'],
): void {
  const inMode = (activity: number, mode: number): number[] =>
    (choices[activity] ?? []).filter((column) => starts[column]?.mode === mode);
  const sharing = Map.groupBy(activities.keys(), (a) => activities[a]?.modeGroup ?? null);
  for (const [group, [leader = 0, ...others]] of sharing) {
    if (group === null) continue;
    for (const other of others) {
      activities[leader]?.modes.forEach((_, mode) => {
        rows.add(0, 0, [...ones(inMode(leader, mode)), ...ones(inMode(other, mode), -1)]);
      });
    }
  }
}

function addLinks(
  rows: Rows,
  { links }: Problem,
  starts: readonly Start[],
  choices: MonthlyProgramme['choices'],
  until: number,
): void {
  /** Moment `before` of one activity and `lag` more come no later than moment `after` of the other. */
  const add = (from: number, before: string, to: number, after: string, lag: number): void => {
    const moment = (column: number, which: string, start: 'first' | 'last'): number => {
      const one = starts[column] as Start;
      return one[start] + (which === 'F' ? one.duration : 0);
    };
    const [early = [], late = []] = [choices[from], choices[to]];
    for (let t = 0; t <= until; t += MONTH) {
      const reached = late.filter((column) => moment(column, after, 'last') <= t);
      const allowed = early.filter((column) => moment(column, before, 'first') + lag <= t);
      if (reached.length > 0 && allowed.length < early.length) {
        rows.add(Number.NEGATIVE_INFINITY, 0, [...ones(reached), ...ones(allowed, -1)]);
      }
    }
  };
  for (const { from, to, type, lag, maxLag } of links) {
    const [before = '', after = ''] = type;
    add(from, before, to, after, lag);
    if (maxLag !== null) add(to, after, from, before, -maxLag);
  }
}

/** What is needed in a month, summed over its weeks, is no more than there is in it. */
function addCapacities(rows: Rows, problem: Problem, starts: readonly Start[], until: number): void {
  problem.resources.forEach(({ capacity }, resource) => {
    const needs = problem.activities.map(({ modes }) => modes.map((mode) => demandOf(mode, resource)));
    const months = Array.from({ length: Math.ceil(until / MONTH) }, (): Entry[] => []);
    starts.forEach(({ activity, mode, first }, column) => {
      const sums = byPart(needs[activity]?.[mode] ?? [], first, (period) =>
        period < until ? Math.floor(period / MONTH) : -1,
      );
      for (const [month, sum] of sums) if (first < until) months[month]?.push([column, sum]);
    });
    months.forEach((entries, month) => {
      const units = capacity
        .slice(month * MONTH, Math.min(until, (month + 1) * MONTH))
        .reduce((sum, one) => sum + one, 0);
      rows.add(Number.NEGATIVE_INFINITY, units, entries);
    });
  });
}

/** The column of what is left of a bucket of a budget. */
interface Rest {
  readonly inflow: number;
  /** Column of the bucket before; null = this is the first one. */
  readonly before: number | null;
  /** Share of it that is carried over. */
  readonly share: number;
  readonly spent: readonly Entry[];
  readonly most: number;
}

/** In each bucket, what is spent and what is left are what comes in and what is carried over. */
function addMoney(rows: Rows, problem: Problem, starts: readonly Start[], until: number): Rest[] {
  const rests: Rest[] = [];
  problem.budgets.forEach(({ bucketEnds, inflow, carryOverPermille, counts }, budget) => {
    if (counts !== 'payments') return;
    const bucketAt = Array.from({ length: problem.horizon }, (_, period) =>
      bucketEnds.findIndex((end) => period < end),
    );
    const buckets = bucketEnds.map((): Entry[] => []);
    const paid = problem.activities.map(({ modes }) =>
      modes.map(({ costs, duration }) =>
        costs.filter((cost) => cost.budget === budget).map((cost) => payments(cost, duration)),
      ),
    );
    starts.forEach(({ activity, mode, first }, column) => {
      if (first >= until) return;
      const sums = new Map<number, number>();
      for (const series of paid[activity]?.[mode] ?? []) {
        for (const [bucket, sum] of byPart(
          series,
          first,
          (period) => bucketAt[Math.min(period, problem.horizon - 1)] ?? -1,
        )) {
          sums.set(bucket, (sums.get(bucket) ?? 0) + sum);
        }
      }
      for (const [bucket, sum] of sums) buckets[bucket]?.push([column, sum]);
    });
    let most = 0;
    buckets.forEach((spent, bucket) => {
      const before = bucket === 0 ? null : starts.length + rests.length - 1;
      const share = carryOverPermille / 1000;
      most += Math.max(0, inflow[bucket] ?? 0);
      const rest: Rest = { inflow: inflow[bucket] ?? 0, before, share, spent, most };
      const carried: Entry[] = before === null ? [] : [[before, -share]];
      rows.add(rest.inflow, rest.inflow, [...spent, ...carried, [starts.length + rests.length, 1]]);
      rests.push(rest);
    });
  });
  return rests;
}

/** Sums of a series that begins in period `first` over the parts that its periods lie in. */
function byPart(series: readonly number[], first: number, partOf: (period: number) => number): Map<number, number> {
  const sums = new Map<number, number>();
  series.forEach((amount, i) => {
    const part = partOf(first + i);
    if (amount > 0 && part >= 0) sums.set(part, (sums.get(part) ?? 0) + amount);
  });
  return sums;
}
