import type { Compiled } from '../compiled/compile.ts';
import type { Schedule } from './schedule.ts';

/**
 * Modes to begin with: the fastest that is cheap. Costs count as shares of what the budgets receive, so that scarce money weighs more
 * than time. What is frozen decides for its mode group.
 */
export function chooseFirstModes(c: Compiled, schedule: Schedule): void {
  for (const members of c.modeGroupMembers) {
    const frozen = members.find((a) => c.frozenMode[a]! >= 0);
    setModes(schedule, members, frozen === undefined ? cheapestMode(c, members) : c.frozenMode[frozen]!);
  }
  for (let a = 0; a < c.activities; a++) {
    if (c.modeGroup[a]! < 0) setModes(schedule, [a], cheapestMode(c, [a]));
  }
}

function setModes(schedule: Schedule, members: Iterable<number>, mode: number): void {
  for (const a of members) {
    if (schedule.isFrozen(a)) continue;
    schedule.take(a);
    schedule.setMode(a, mode);
  }
}

function cheapestMode(c: Compiled, members: ArrayLike<number>): number {
  const first = members[0]!;
  let best = 0;
  let bestPrice = Number.POSITIVE_INFINITY;
  for (let mode = 0; mode < c.modeFirst[first + 1]! - c.modeFirst[first]!; mode++) {
    let price = 0;
    for (let i = 0; i < members.length; i++) price += modePrice(c, c.modeFirst[members[i]!]! + mode);
    if (price >= bestPrice) continue;
    bestPrice = price;
    best = mode;
  }
  return best;
}

function modePrice(c: Compiled, slot: number): number {
  let price = c.duration[slot]! / c.horizon;
  for (let k = c.costFirst[slot]!; k < c.costFirst[slot + 1]!; k++) {
    const budget = c.costBudget[k]!;
    if (c.budgets.commits[budget] === 1) continue;
    let inflow = 0;
    for (let b = c.budgets.bucketFirst[budget]!; b < c.budgets.bucketFirst[budget + 1]!; b++)
      inflow += c.budgets.inflow[b]!;
    price += (c.activities * c.costCumulative[c.costOffset[k + 1]! - 1]!) / Math.max(1, inflow);
  }
  return price;
}
