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
  let count = links.length;
  for (const { maxLag } of links) if (maxLag !== null) count++;
  const from = new Int32Array(count);
  const to = new Int32Array(count);
  const arcLag = new Int32Array(count);
  const fromFinish = new Uint8Array(count);
  const toFinish = new Uint8Array(count);
  let k = 0;
  const add = (begin: number, end: number, lag: number, beginFinishes: boolean, endFinishes: boolean): void => {
    from[k] = begin;
    to[k] = end;
    arcLag[k] = lag;
    fromFinish[k] = beginFinishes ? 1 : 0;
    toFinish[k++] = endFinishes ? 1 : 0;
  };
  for (const link of links) {
    const fromEnd = link.type.charAt(0) === 'F';
    const toEnd = link.type.charAt(1) === 'F';
    add(link.from, link.to, link.lag, fromEnd, toEnd);
    if (link.maxLag !== null) add(link.to, link.from, 0 - link.maxLag, toEnd, fromEnd);
  }
  const [outFirst, outArc] = bucketSort(from, activities.length);
  const [inFirst, inArc] = bucketSort(to, activities.length);
  return { from, to, lag: arcLag, fromFinish, toFinish, outFirst, outArc, inFirst, inArc };
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
  const first = new Int32Array(count + 1);
  for (let item = 0; item < keys.length; item++) first[keys[item]! + 1]!++;
  for (let key = 0; key < count; key++) first[key + 1]! += first[key]!;
  const next = first.slice();
  const items = new Int32Array(keys.length);
  for (let item = 0; item < keys.length; item++) items[next[keys[item]!]!++] = item;
  return [first, items];
}

function indexGroups(keys: readonly (number | null)[]): { of: Int32Array; members: Int32Array[] } {
  const index = new Map<number, number>();
  const members: number[][] = [];
  const of = new Int32Array(keys.length).fill(-1);
  for (let activity = 0; activity < keys.length; activity++) {
    const key = keys[activity]!;
    if (key === null) continue;
    const group = index.get(key) ?? members.length;
    if (group === members.length) {
      index.set(key, group);
      members.push([]);
    }
    members[group]!.push(activity);
    of[activity] = group;
  }
  return { of, members: members.map((list) => new Int32Array(list)) };
}
