import type { Plan } from '../../solver/index.ts';
import type { PlannedProject } from '../translation/planned.ts';
import type { Translation } from '../translation/translate.ts';

/** What a plan leaves free when none of it may move. */
export interface Residual {
  /** Free units per resource (teams first, then offers) and week; never negative in a valid plan. */
  free: readonly Int32Array[];
  /** Cents taken from each of the engine's budgets, per fiscal bucket. */
  spent: readonly number[][];
}

/** Weekly units of a demand, whether constant or a profile. */
export function demandAt(demand: { amount: number } | { profile: readonly number[] }, week: number): number {
  return 'profile' in demand ? (demand.profile[week] ?? 0) : demand.amount;
}

/** Subtracts every placed block of the plan from capacity; blocks with start -1 are not placed. */
export function residualOf(translation: Translation, plan: Plan): Residual {
  const free = (translation.input.resources ?? []).map(({ capacity }) => Int32Array.from(capacity));
  const spent = translation.buckets.map((buckets) => buckets.map(() => 0));
  for (const { activity } of translation.blocks) {
    const start = plan.start[activity] ?? -1;
    if (start < 0) continue;
    const mode = translation.input.activities[activity]?.modes[plan.mode[activity] ?? 0];
    for (const demand of mode?.demands ?? []) {
      const series = free[demand.resource];
      if (series) take(series, demand, start, mode?.duration ?? 0);
    }
    spend(translation, spent, activity, plan.mode[activity] ?? 0, start);
  }
  return { free, spent };
}

/** What the same plan leaves free in a translation that only looks farther ahead. */
export function stretched({ free, spent }: Residual, { input, buckets }: Translation): Residual {
  return {
    free: (input.resources ?? []).map(({ capacity }, resource) => {
      const before = free[resource];
      if (before?.length === capacity.length) return before;
      const series = Int32Array.from(capacity);
      series.set(before ?? []);
      return series;
    }),
    spent: buckets.map((row, budget) => row.map((_, bucket) => spent[budget]?.[bucket] ?? 0)),
  };
}

function take(series: Int32Array, demand: Parameters<typeof demandAt>[0], start: number, weeks: number): void {
  const profile = 'profile' in demand ? demand.profile : null;
  const amount = 'amount' in demand ? demand.amount : 0;
  for (let week = 0; week < weeks; week++) {
    series[start + week] = (series[start + week] ?? 0) - (profile === null ? amount : (profile[week] ?? 0));
  }
}

/** Adds the costs of a block at a start to the spending per fiscal bucket, and what it binds of later years to the commitments. */
export function spend(
  translation: Translation,
  spent: number[][],
  activity: number,
  mode: number,
  start: number,
): void {
  for (const cost of translation.input.activities[activity]?.modes[mode]?.costs ?? []) {
    const buckets = translation.buckets[cost.budget] ?? [];
    const row = spent[cost.budget];
    if (!row || !('profile' in cost)) continue;
    if (translation.input.budgets?.[cost.budget]?.counts === 'commitments') {
      const bound = bucketOf(buckets, start + (cost.boundAt ?? 0));
      row[bound] = (row[bound] ?? 0) + paidFrom(cost.profile, (buckets[bound]?.end ?? 0) - start);
      continue;
    }
    let bucket = 0;
    cost.profile.forEach((cents, week) => {
      while (bucket < buckets.length - 1 && start + week >= (buckets[bucket]?.end ?? 0)) bucket++;
      row[bucket] = (row[bucket] ?? 0) + cents;
    });
  }
}

/** The bucket in which a week lies. */
function bucketOf(buckets: Translation['buckets'][number], week: number): number {
  const bucket = buckets.findIndex(({ end }) => week < end);
  return bucket < 0 ? buckets.length - 1 : bucket;
}

function paidFrom(profile: readonly number[], week: number): number {
  let cents = 0;
  for (let i = Math.max(0, week); i < profile.length; i++) cents += profile[i] ?? 0;
  return cents;
}

/** Cents missing per bucket of one of the engine's budgets when so much is taken; unspent money is carried over as allowed. */
export function shortfalls(translation: Translation, budget: number, spent: readonly number[]): number[] {
  const carryPermille = translation.input.budgets?.[budget]?.carryOverPermille ?? 1000;
  let carried = 0;
  return (translation.buckets[budget] ?? []).map(({ inflowCents }, bucket) => {
    const left = inflowCents + carried - (spent[bucket] ?? 0);
    carried = left > 0 ? Math.floor((left * carryPermille) / 1000) : 0;
    return left < 0 ? -left : 0;
  });
}

/** Copy of the spending, so that a trial placement can be added to it. */
export function copySpent(spent: readonly (readonly number[])[]): number[][] {
  return spent.map((row) => [...row]);
}

/** Start bounds that the placed rest of the plan and the agenda put on a project that is still to be placed. */
export interface Bounds {
  /** No block may start earlier. */
  start: number;
  /** The last block may not end earlier. */
  end: number;
}

export function boundsFor(translation: Translation, plan: Plan, project: PlannedProject): Bounds {
  const first = project.blocks[0]?.activity ?? 0;
  const own = new Set(project.blocks.map((block) => block.activity));
  const bounds = { start: translation.input.activities[first]?.release ?? 0, end: 0 };
  for (const link of translation.input.links ?? []) {
    if (!own.has(link.to) || own.has(link.from)) continue;
    const from = plan.start[link.from] ?? -1;
    if (from < 0) continue;
    const weeks = translation.input.activities[link.from]?.modes[plan.mode[link.from] ?? 0]?.duration ?? 0;
    const at = (link.type === 'FS' || link.type === 'FF' ? from + weeks : from) + (link.lag ?? 0);
    if (link.type === 'FS' || link.type === 'SS') bounds.start = Math.max(bounds.start, at);
    else bounds.end = Math.max(bounds.end, at);
  }
  return bounds;
}
