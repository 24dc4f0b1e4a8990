import type { Compiled } from '../compiled/compile.ts';
import { CERTAIN } from '../compiled/settle.ts';
import { timeWindows, type Windows } from '../compiled/windows.ts';

/**
 * No plan lets `activity` finish before this period: with it due earlier, the windows are empty, or so much work or money falls due by
 * some date, even if everything starts as late as it can, that what there is until then does not suffice (the energy argument of Klein
 * and Scholl 1999, section 3, with the due date as the destructive assumption).
 * @param state what is certain about each group, see `settle`
 * @param low a finish that is known to be no later than the answer
 * @param high a finish that is possible, or the deadline
 */
export function dueBound(c: Compiled, state: Uint8Array, activity: number, low: number, high: number): number {
  const limited = { ...c, deadline: c.deadline.slice() };
  limited.deadline[activity] = high;
  const widest = timeWindows(limited, state, true);
  if ('cycle' in widest) return high;
  const load = new Float64Array(c.resources * c.horizon);
  const isRefuted = (due: number): boolean => {
    limited.deadline[activity] = due;
    const windows = timeWindows(limited, state, true);
    return (
      'cycle' in windows ||
      isEmpty(limited, state, windows) ||
      overloaded(limited, state, windows, widest, load) ||
      overspent(limited, state, windows)
    );
  };
  // What is refuted is refuted for every earlier date. As often as not nothing speaks against the least finish.
  if (low >= high || !isRefuted(low)) return Math.min(low, high);
  let impossible = low;
  let possible = high;
  while (possible - impossible > 1) {
    const due = (possible + impossible) >> 1;
    if (isRefuted(due)) impossible = due;
    else possible = due;
  }
  return possible;
}

function isEmpty(c: Compiled, state: Uint8Array, { earliest, latest }: Windows): boolean {
  for (let a = 0; a < c.activities; a++) {
    if (earliest[a]! > latest[a]! && state[c.group[a]!] === CERTAIN) return true;
  }
  return false;
}

/** What is certain to be carried out in one certain mode. With several, only what all of them need would count; that is left out. */
function counts(c: Compiled, state: Uint8Array, a: number): boolean {
  if (state[c.group[a]!] !== CERTAIN) return false;
  return c.modeFirst[a + 1]! - c.modeFirst[a]! === 1 || c.frozenMode[a]! >= 0;
}

/**
 * Whether the work that must be done by some date exceeds the capacity until then. Only the periods before the last finish of what is due
 * earlier than with the widest windows are looked at: behind it, everything is as it was with them.
 */
function overloaded(
  c: Compiled,
  state: Uint8Array,
  { latest }: Windows,
  { latest: widest }: Windows,
  load: Float64Array,
): boolean {
  let until = 0;
  for (let a = 0; a < c.activities; a++) {
    if (latest[a]! === widest[a]! || !counts(c, state, a)) continue;
    until = Math.max(until, Math.min(c.horizon, widest[a]! + c.duration[slotOf(c, a)]!));
  }
  load.fill(0);
  for (let a = 0; a < c.activities; a++) {
    if (latest[a]! >= until || !counts(c, state, a)) continue;
    const slot = slotOf(c, a);
    for (let k = c.demandFirst[slot]!; k < c.demandFirst[slot + 1]!; k++) {
      const base = c.demandResource[k]! * c.horizon + latest[a]!;
      addLoad(c, k, Math.min(c.duration[slot]!, until - latest[a]!), load, base);
    }
  }
  for (let r = 0; r < c.resources; r++)
    if (fallsShort(c.capacity, load, r * c.horizon, r * c.horizon + until)) return true;
  return false;
}

function slotOf(c: Compiled, a: number): number {
  return c.modeFirst[a]! + Math.max(0, c.frozenMode[a]!);
}

// The two loops that take the time are functions of their own: the compiler has them ready sooner.

function addLoad(c: Compiled, k: number, duration: number, load: Float64Array, base: number): void {
  const profile = c.demandProfile[k]!;
  const amount = c.demandAmount[k]!;
  for (let t = 0; t < duration; t++) load[base + t]! += profile < 0 ? amount : c.profile[profile + t]!;
}

/** Whether some first cells of from..until-1 have more load than capacity all together. */
function fallsShort(capacity: Int32Array, load: Float64Array, from: number, until: number): boolean {
  let left = 0;
  for (let t = from; t < until; t++) {
    left += capacity[t]! - load[t]!;
    if (left < 0) return true;
  }
  return false;
}

/** Whether the money that must be spent by the end of some bucket exceeds all that was ever received by then. */
function overspent(c: Compiled, state: Uint8Array, { latest }: Windows): boolean {
  const { bucketFirst, bucketEnd, inflow } = c.budgets;
  const paid = new Float64Array(inflow.length);
  for (let a = 0; a < c.activities; a++) {
    if (!counts(c, state, a)) continue;
    const slot = slotOf(c, a);
    for (let k = c.costFirst[slot]!; k < c.costFirst[slot + 1]!; k++) {
      // How much is bound depends on the year of the start: nothing is certain.
      if (c.budgets.commits[c.costBudget[k]!] === 1) continue;
      const last = c.costOffset[k + 1]! - c.costOffset[k]! - 1;
      for (let b = bucketFirst[c.costBudget[k]!]!; b < bucketFirst[c.costBudget[k]! + 1]!; b++) {
        const elapsed = Math.max(0, Math.min(last, bucketEnd[b]! - Math.min(latest[a]!, c.horizon - 1)));
        paid[b]! += c.costCumulative[c.costOffset[k]! + elapsed]!;
      }
    }
  }
  for (let budget = 0; budget < c.budgets.count; budget++) {
    let received = 0;
    for (let b = bucketFirst[budget]!; b < bucketFirst[budget + 1]!; b++) {
      received += inflow[b]!;
      if (paid[b]! > received) return true;
    }
  }
  return false;
}
