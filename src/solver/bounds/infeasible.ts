import type { Compiled } from '../compiled/compile.ts';
import { withoutStock } from '../compiled/compile-stock.ts';
import { CERTAIN, FREE, findSelection, RULED_OUT, settle } from '../compiled/settle.ts';
import { timeWindows, type Windows } from '../compiled/windows.ts';
import type { InfeasibleReason } from '../model/result.ts';
import { firstNegative } from '../schedule/first-negative.ts';
import { Timetable } from '../schedule/timetable.ts';

/**
 * What is certain before the search begins: the windows in which it may look, and which groups are carried out in every plan or in none.
 * Every plan lies within `tight`; the search may leave it for a while, through deadlines, but never leaves `loose`.
 */
export interface Frame {
  readonly tight: Windows;
  readonly loose: Windows;
  /** State of each group, see `settle`. */
  readonly state: Uint8Array;
  /** One consistent choice of groups (1 = carried out), or null if none was found. */
  readonly selection: Uint8Array | null;
}

export type Screening = Frame | { readonly reason: InfeasibleReason };

/**
 * Looks for certain reasons against any plan: circles of links, empty windows, frozen activities that overload a resource,
 * activities that fit nowhere even alone, and budgets that cannot pay the cheapest modes. Finding none proves nothing.
 * What rules out an optional group only drops it, and what follows from that is examined in turn.
 */
export function screen(c: Compiled): Screening {
  const impossible = new Uint8Array(c.choice.groups);
  for (;;) {
    const settled = settle(c.choice, impossible);
    if ('contradiction' in settled) {
      return { reason: { code: 'selection', group: c.choice.number[settled.contradiction]! } };
    }
    const { state } = settled;
    const examined = examine(c, state);
    if ('tight' in examined) {
      return frameOf(c, state, examined.tight);
    }
    if (examined.droppable.length === 0) return { reason: examined.reason };
    for (const a of examined.droppable) impossible[c.group[a]!] = 1;
  }
}

function frameOf(c: Compiled, state: Uint8Array, tight: Windows): Screening {
  const loose = timeWindows(c, state, false);
  if ('cycle' in loose) return { reason: { code: 'cycle', activities: loose.cycle } };
  const selection = findSelection(c.choice, state);
  if (selection === 'none') {
    const puzzle = c.choice.sets.findIndex((_, s) => c.choice.exactlyOne[s]);
    return { reason: { code: 'selection', group: c.choice.number[c.choice.sets[puzzle]![0]!]! } };
  }
  return { tight, loose, state, selection: selection === 'unknown' ? null : selection };
}

/** A reason against any plan, unless these activities are dropped (all of them can be). */
interface Obstacle {
  readonly reason: InfeasibleReason;
  readonly droppable: readonly number[];
}

function examine(c: Compiled, state: Uint8Array): Obstacle | { readonly tight: Windows } {
  const tight = timeWindows(c, state, true);
  if ('cycle' in tight) {
    // Only links whose ends are carried out together count, so either all of these are free or none is.
    const droppable = tight.cycle.filter((a) => state[c.group[a]!] === FREE);
    return { reason: { code: 'cycle', activities: tight.cycle }, droppable };
  }
  const closed = closedWindow(c, state, tight);
  if (closed) return closed;
  // What may lie in the reservoirs is not known before everything is placed.
  const table = new Timetable(withoutStock(c));
  for (let a = 0; a < c.activities; a++) {
    if (c.frozenStart[a]! >= 0) table.place(c.modeFirst[a]! + c.frozenMode[a]!, c.frozenStart[a]!);
  }
  const reason = frozenOverload(c, table) ?? insolvent(c, table) ?? overspent(c, state) ?? unbalanced(c, state);
  if (reason) return { reason, droppable: [] };
  return fitsNowhere(c, state, table, tight) ?? { tight };
}

function closedWindow(c: Compiled, state: Uint8Array, { earliest, latest }: Windows): Obstacle | null {
  const closed = openActivities(c, state).filter((a) => earliest[a]! > latest[a]!);
  return obstacle(c, state, closed, (activity) => ({
    code: 'window',
    activity,
    earliestStart: earliest[activity]!,
    latestStart: latest[activity]!,
  }));
}

/** Activities that may be carried out. */
function openActivities(c: Compiled, state: Uint8Array): Int32Array {
  const open = new Int32Array(c.activities);
  let count = 0;
  for (let a = 0; a < c.activities; a++) if (state[c.group[a]!] !== RULED_OUT) open[count++] = a;
  return open.subarray(0, count);
}

/** These activities are impossible: the first that is certain is a reason; if none is, they can be dropped. */
function obstacle(
  c: Compiled,
  state: Uint8Array,
  activities: Int32Array,
  reason: (activity: number) => InfeasibleReason,
): Obstacle | null {
  if (activities.length === 0) return null;
  const certain = activities.find((a) => state[c.group[a]!] === CERTAIN);
  if (certain !== undefined) return { reason: reason(certain), droppable: [] };
  return { reason: reason(activities[0]!), droppable: [...activities] };
}

function frozenOverload(c: Compiled, table: Timetable): InfeasibleReason | null {
  const cell = firstNegative(table.free);
  if (cell < 0) return null;
  const capacity = c.capacity[cell]!;
  return {
    code: 'frozenCapacity',
    resource: Math.floor(cell / c.horizon),
    period: cell % c.horizon,
    load: capacity - table.free[cell]!,
    capacity,
  };
}

function insolvent(c: Compiled, table: Timetable): InfeasibleReason | null {
  for (let budget = 0; budget < c.budgets.count; budget++) {
    const b = table.insolventBucket(budget, -1, 0);
    if (b >= 0) return { code: 'frozenBudget', budget, bucket: b - c.budgets.bucketFirst[budget]! };
  }
  return null;
}

/** Unspent money can only shrink when it is carried over, so total spending never exceeds total inflow. */
function overspent(c: Compiled, state: Uint8Array): InfeasibleReason | null {
  for (let budget = 0; budget < c.budgets.count; budget++) {
    // What is bound of later money depends on the start.
    if (c.budgets.commits[budget] === 1) continue;
    let available = 0;
    for (let b = c.budgets.bucketFirst[budget]!; b < c.budgets.bucketFirst[budget + 1]!; b++)
      available += c.budgets.inflow[b]!;
    let needed = 0;
    for (let a = 0; a < c.activities; a++) if (state[c.group[a]!] === CERTAIN) needed += cheapest(c, a, budget);
    if (needed > available) return { code: 'budget', budget, needed, available };
  }
  return null;
}

/** Whatever the order, in the end every change has happened. */
function unbalanced(c: Compiled, state: Uint8Array): InfeasibleReason | null {
  const { stock } = c;
  for (let r = 0; r < stock.count; r++) {
    let least = stock.initial[r]!;
    let most = least;
    for (let a = 0; a < c.activities; a++) {
      if (state[c.group[a]!] === RULED_OUT) continue;
      const [low, high] = totalChange(c, a, r);
      const certain = state[c.group[a]!] === CERTAIN;
      least += certain ? low : Math.min(0, low);
      most += certain ? high : Math.max(0, high);
    }
    if (most < 0) return { code: 'reservoir', reservoir: r, level: most, limit: 0 };
    if (least > stock.maximum[r]!) return { code: 'reservoir', reservoir: r, level: least, limit: stock.maximum[r]! };
  }
  return null;
}

/** Least and most that the activity changes a level by over its open modes. */
function totalChange(c: Compiled, a: number, r: number): [low: number, high: number] {
  const { stock } = c;
  const frozen = c.frozenMode[a]!;
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let slot = c.modeFirst[a]!; slot < c.modeFirst[a + 1]!; slot++) {
    if (frozen >= 0 && slot !== c.modeFirst[a]! + frozen) continue;
    let change = 0;
    for (let k = stock.stepFirst[slot]!; k < stock.stepFirst[slot + 1]!; k++) {
      if (stock.stepReservoir[k] === r) change = stock.after[k]!;
    }
    low = Math.min(low, change);
    high = Math.max(high, change);
  }
  return [low, high];
}

function cheapest(c: Compiled, a: number, budget: number): number {
  const frozen = c.frozenMode[a]!;
  let least = Number.POSITIVE_INFINITY;
  for (let slot = c.modeFirst[a]!; slot < c.modeFirst[a + 1]!; slot++) {
    if (frozen >= 0 && slot !== c.modeFirst[a]! + frozen) continue;
    let cost = 0;
    for (let k = c.costFirst[slot]!; k < c.costFirst[slot + 1]!; k++) {
      if (c.costBudget[k] === budget) cost += c.costCumulative[c.costOffset[k + 1]! - 1]!;
    }
    least = Math.min(least, cost);
  }
  return least;
}

function fitsNowhere(c: Compiled, state: Uint8Array, table: Timetable, windows: Windows): Obstacle | null {
  const homeless = openActivities(c, state).filter((a) => c.frozenStart[a]! < 0 && !fits(c, a, table, windows));
  return obstacle(c, state, homeless, (activity) => ({ code: 'alone', activity }));
}

function fits(c: Compiled, a: number, table: Timetable, windows: Windows): boolean {
  for (let slot = c.modeFirst[a]!; slot < c.modeFirst[a + 1]!; slot++) {
    const last = Math.min(c.deadline[a]! - c.duration[slot]!, c.horizon - c.duration[slot]!, windows.latest[a]!);
    if (table.earliest(slot, windows.earliest[a]!, last) >= 0) return true;
  }
  return false;
}
