import type { Compiled } from './compile.ts';
import { withoutStock } from './compile-stock.ts';
import type { InfeasibleReason } from './result.ts';
import { Timetable } from './timetable.ts';
import { timeWindows, type Windows } from './windows.ts';

/**
 * The windows in which a search may look, or the reason why there cannot be any plan.
 * Every plan lies within `tight`; the search may leave it for a while, through deadlines, but never leaves `loose`.
 */
export type Screening = { readonly tight: Windows; readonly loose: Windows } | { readonly reason: InfeasibleReason };

/**
 * Looks for certain reasons against any plan: circles of links, empty windows, frozen activities that overload a resource,
 * activities that fit nowhere even alone, and budgets that cannot pay the cheapest modes. Finding none proves nothing.
 */
export function screen(c: Compiled): Screening {
  const tight = timeWindows(c, true);
  if ('cycle' in tight) return { reason: { code: 'cycle', activities: tight.cycle } };
  for (let a = 0; a < c.activities; a++) {
    if (tight.earliest[a]! > tight.latest[a]!) {
      return {
        reason: { code: 'window', activity: a, earliestStart: tight.earliest[a]!, latestStart: tight.latest[a]! },
      };
    }
  }
  // What may lie in the reservoirs is not known before everything is placed.
  const table = new Timetable(withoutStock(c));
  for (let a = 0; a < c.activities; a++) {
    if (c.frozenStart[a]! >= 0) table.place(c.modeFirst[a]! + c.frozenMode[a]!, c.frozenStart[a]!);
  }
  const reason =
    frozenOverload(c, table) ?? insolvent(c, table) ?? overspent(c) ?? unbalanced(c) ?? fitsNowhere(c, table, tight);
  if (reason) return { reason };
  const loose = timeWindows(c, false);
  if ('cycle' in loose) return { reason: { code: 'cycle', activities: loose.cycle } };
  return { tight, loose };
}

function frozenOverload(c: Compiled, table: Timetable): InfeasibleReason | null {
  const cell = table.free.findIndex((free) => free < 0);
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
function overspent(c: Compiled): InfeasibleReason | null {
  for (let budget = 0; budget < c.budgets.count; budget++) {
    let available = 0;
    for (let b = c.budgets.bucketFirst[budget]!; b < c.budgets.bucketFirst[budget + 1]!; b++)
      available += c.budgets.inflow[b]!;
    let needed = 0;
    for (let a = 0; a < c.activities; a++) needed += cheapest(c, a, budget);
    if (needed > available) return { code: 'budget', budget, needed, available };
  }
  return null;
}

/** Whatever the order, in the end every change has happened. */
function unbalanced(c: Compiled): InfeasibleReason | null {
  const { stock } = c;
  for (let r = 0; r < stock.count; r++) {
    let least = stock.initial[r]!;
    let most = least;
    for (let a = 0; a < c.activities; a++) {
      const [low, high] = totalChange(c, a, r);
      least += low;
      most += high;
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

function fitsNowhere(c: Compiled, table: Timetable, windows: Windows): InfeasibleReason | null {
  for (let a = 0; a < c.activities; a++) {
    if (c.frozenStart[a]! >= 0) continue;
    let fits = false;
    for (let slot = c.modeFirst[a]!; slot < c.modeFirst[a + 1]! && !fits; slot++) {
      const last = Math.min(c.deadline[a]! - c.duration[slot]!, c.horizon - c.duration[slot]!, windows.latest[a]!);
      fits = table.earliest(slot, windows.earliest[a]!, last) >= 0;
    }
    if (!fits) return { code: 'alone', activity: a };
  }
  return null;
}
