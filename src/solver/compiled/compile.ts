import type { Problem } from '../model/problem.ts';
import type { Arcs, Blocks } from './arcs.ts';
import { findBlocks } from './blocks.ts';
import { type CompiledChoice, compileChoice } from './compile-choice.ts';
import { type CompiledModes, compileModes } from './compile-modes.ts';
import { type CompiledStock, compileStock } from './compile-stock.ts';

/**
 * The problem as flat typed arrays, so that the inner loops touch no objects.
 * A "slot" is one mode of one activity: slot = modeFirst[activity] + mode.
 */
export interface Compiled extends CompiledModes {
  readonly activities: number;
  readonly horizon: number;
  readonly resources: number;
  readonly capacity: Int32Array;
  readonly budgets: CompiledBudgets;
  readonly stock: CompiledStock;
  readonly arcs: Arcs;
  readonly blocks: Blocks;
  readonly release: Int32Array;
  readonly deadline: Int32Array;
  /** Frozen start, or -1. */
  readonly frozenStart: Int32Array;
  readonly frozenMode: Int32Array;
  /** Index of the group of activities that share a mode, or -1. */
  readonly modeGroup: Int32Array;
  readonly modeGroupMembers: readonly Int32Array[];
  readonly group: Int32Array;
  readonly groupMembers: readonly Int32Array[];
  readonly choice: CompiledChoice;
}

/** Buckets of all budgets in a row: bucketFirst[budget] .. bucketFirst[budget + 1]. */
export interface CompiledBudgets {
  readonly count: number;
  readonly bucketFirst: Int32Array;
  readonly bucketEnd: Int32Array;
  readonly inflow: Float64Array;
  readonly carryOverPermille: Int32Array;
  /** 1 = counts commitments, 0 = counts payments. */
  readonly commits: Uint8Array;
}

/** Translates a checked problem; costs linear in its size. */
export function compile(problem: Problem): Compiled {
  const { activities, horizon, resources } = problem;
  const capacity = new Int32Array(resources.length * horizon);
  resources.forEach((resource, r) => {
    capacity.set(resource.capacity, r * horizon);
  });
  const arcs = compileArcs(problem);
  const modeGroups = indexGroups(activities.map((activity) => activity.modeGroup));
  const groups = indexGroups(activities.map((activity) => activity.group));
  return {
    activities: activities.length,
    horizon,
    resources: resources.length,
    capacity,
    ...compileModes(activities),
    budgets: compileBudgets(problem),
    stock: compileStock(problem),
    arcs,
    blocks: findBlocks(activities.length, arcs),
    release: Int32Array.from(activities, (activity) => activity.release),
    deadline: Int32Array.from(activities, (activity) => activity.deadline),
    frozenStart: Int32Array.from(activities, (activity) => activity.frozen?.start ?? -1),
    frozenMode: Int32Array.from(activities, (activity) => activity.frozen?.mode ?? -1),
    modeGroup: modeGroups.of,
    modeGroupMembers: modeGroups.members,
    group: groups.of,
    groupMembers: groups.members,
    choice: compileChoice(problem, groups.members),
  };
}

function compileBudgets({ budgets }: Problem): CompiledBudgets {
  return {
    count: budgets.length,
    bucketFirst: prefix(budgets.map((budget) => budget.bucketEnds.length)),
    bucketEnd: Int32Array.from(budgets.flatMap((budget) => budget.bucketEnds)),
    inflow: Float64Array.from(budgets.flatMap((budget) => budget.inflow)),
    carryOverPermille: Int32Array.from(budgets, (budget) => budget.carryOverPermille),
    commits: Uint8Array.from(budgets, (budget) => (budget.counts === 'commitments' ? 1 : 0)),
  };
}

function compileArcs({ activities, links }: Problem): Arcs {
  const list = links.flatMap(({ from, to, type, lag, maxLag }) => {
    const fromFinish = type[0] === 'F' ? 1 : 0;
    const toFinish = type[1] === 'F' ? 1 : 0;
    const forward = { from, to, lag, fromFinish, toFinish };
    if (maxLag === null) return [forward];
    return [forward, { from: to, to: from, lag: -maxLag, fromFinish: toFinish, toFinish: fromFinish }];
  });
  const from = Int32Array.from(list, (arc) => arc.from);
  const to = Int32Array.from(list, (arc) => arc.to);
  const [outFirst, outArc] = bucketSort(from, activities.length);
  const [inFirst, inArc] = bucketSort(to, activities.length);
  return {
    from,
    to,
    lag: Int32Array.from(list, (arc) => arc.lag),
    fromFinish: Uint8Array.from(list, (arc) => arc.fromFinish),
    toFinish: Uint8Array.from(list, (arc) => arc.toFinish),
    outFirst,
    outArc,
    inFirst,
    inArc,
  };
}

/** Running totals: [0, n0, n0 + n1, ...]. */
function prefix(counts: readonly number[]): Int32Array {
  const first = new Int32Array(counts.length + 1);
  counts.forEach((count, i) => {
    first[i + 1] = first[i]! + count;
  });
  return first;
}

/** Item numbers ordered by key, with the first position of each key. */
function bucketSort(keys: Int32Array, count: number): [first: Int32Array, items: Int32Array] {
  const counts = new Array<number>(count).fill(0);
  for (const key of keys) counts[key] = counts[key]! + 1;
  const first = prefix(counts);
  const next = first.slice();
  const items = new Int32Array(keys.length);
  keys.forEach((key, item) => {
    items[next[key]!++] = item;
  });
  return [first, items];
}

function indexGroups(keys: readonly (number | null)[]): { of: Int32Array; members: Int32Array[] } {
  const index = new Map<number, number[]>();
  keys.forEach((key, activity) => {
    if (key === null) return;
    const members = index.get(key);
    if (members) members.push(activity);
    else index.set(key, [activity]);
  });
  const of = new Int32Array(keys.length).fill(-1);
  const members = [...index.values()];
  members.forEach((list, i) => {
    for (const activity of list) of[activity] = i;
  });
  return { of, members: members.map((list) => Int32Array.from(list)) };
}
