import type { Compiled } from '../compiled/compile.ts';
import { costInBucket } from '../compiled/cost-share.ts';
import { Stock } from './stock.ts';

/**
 * What is still free in each period and what is spent in each bucket, while activities are placed and removed.
 * All searching for room happens here; nothing is allocated after construction.
 */
export class Timetable {
  private readonly c: Compiled;
  /** Free units: free[resource * horizon + period]. */
  readonly free: Int32Array;
  /** Spent money per bucket of all budgets. */
  readonly spent: Float64Array;
  /** Levels of the reservoirs, or null if the problem has none. */
  readonly stock: Stock | null;

  constructor(compiled: Compiled) {
    this.c = compiled;
    this.free = compiled.capacity.slice();
    this.spent = new Float64Array(compiled.budgets.inflow.length);
    this.stock = compiled.stock.count > 0 ? new Stock(compiled) : null;
  }

  /** Forgets everything placed. */
  clear(): void {
    this.free.set(this.c.capacity);
    this.spent.fill(0);
    this.stock?.clear();
  }

  place(slot: number, start: number): void {
    this.book(slot, start, 1);
  }

  remove(slot: number, start: number): void {
    this.book(slot, start, -1);
  }

  private book(slot: number, start: number, sign: number): void {
    const { c, free } = this;
    const duration = c.duration[slot]!;
    for (let k = c.demandFirst[slot]!; k < c.demandFirst[slot + 1]!; k++) {
      const base = c.demandResource[k]! * c.horizon + start;
      const profile = c.demandProfile[k]!;
      if (profile < 0) {
        const amount = sign * c.demandAmount[k]!;
        for (let t = base; t < base + duration; t++) free[t]! -= amount;
      } else {
        for (let t = 0; t < duration; t++) free[base + t]! -= sign * c.profile[profile + t]!;
      }
    }
    for (let k = c.costFirst[slot]!; k < c.costFirst[slot + 1]!; k++) {
      const budget = c.costBudget[k]!;
      for (let b = c.budgets.bucketFirst[budget]!; b < c.budgets.bucketFirst[budget + 1]!; b++) {
        this.spent[b]! += sign * costInBucket(c, k, duration, start, b);
      }
    }
    if (this.stock !== null) this.stock.book(slot, start, sign);
  }

  /** Earliest start within low..high at which the slot fits, or -1. */
  earliest(slot: number, low: number, high: number): number {
    const { c } = this;
    const last = c.demandFirst[slot + 1]!;
    let start = low;
    while (start <= high) {
      let next = start;
      for (let k = c.demandFirst[slot]!; k < last && next === start; k++) next = this.afterConflict(k, slot, start);
      if (next === start && this.stock !== null) next = this.stock.afterConflict(slot, start);
      if (next === start) {
        if (this.affordable(slot, start)) return start;
        next = start + 1;
      }
      start = next;
    }
    return -1;
  }

  /** Latest start within low..high at which the slot fits, or -1. */
  latest(slot: number, low: number, high: number): number {
    const { c } = this;
    const last = c.demandFirst[slot + 1]!;
    let start = high;
    while (start >= low) {
      let next = start;
      for (let k = c.demandFirst[slot]!; k < last && next === start; k++) next = this.beforeConflict(k, slot, start);
      if (next === start && this.stock !== null) next = this.stock.beforeConflict(slot, start);
      if (next === start) {
        if (this.affordable(slot, start)) return start;
        next = start - 1;
      }
      start = next;
    }
    return -1;
  }

  fits(slot: number, start: number): boolean {
    return this.earliest(slot, start, start) === start;
  }

  /** `start` if demand k fits there, else the first later start that avoids the last conflict (the next one, for profiles). */
  private afterConflict(k: number, slot: number, start: number): number {
    const { c, free } = this;
    const base = c.demandResource[k]! * c.horizon;
    const duration = c.duration[slot]!;
    const profile = c.demandProfile[k]!;
    if (profile >= 0) return this.profileFits(base + start, profile, duration) ? start : start + 1;
    const amount = c.demandAmount[k]!;
    for (let t = base + start + duration - 1; t >= base + start; t--) {
      if (free[t]! < amount) return t - base + 1;
    }
    return start;
  }

  /** Mirror image of `afterConflict`. */
  private beforeConflict(k: number, slot: number, start: number): number {
    const { c, free } = this;
    const base = c.demandResource[k]! * c.horizon;
    const duration = c.duration[slot]!;
    const profile = c.demandProfile[k]!;
    if (profile >= 0) return this.profileFits(base + start, profile, duration) ? start : start - 1;
    const amount = c.demandAmount[k]!;
    for (let t = base + start; t < base + start + duration; t++) {
      if (free[t]! < amount) return t - base - duration;
    }
    return start;
  }

  private profileFits(base: number, profile: number, duration: number): boolean {
    const { c, free } = this;
    for (let t = 0; t < duration; t++) {
      if (free[base + t]! < c.profile[profile + t]!) return false;
    }
    return true;
  }

  /** Whether every budget stays solvent if the slot starts there. More spending never helps a later bucket, so partial plans can be judged. */
  private affordable(slot: number, start: number): boolean {
    const { c } = this;
    for (let k = c.costFirst[slot]!; k < c.costFirst[slot + 1]!; k++) {
      if (this.insolventBucket(c.costBudget[k]!, slot, start) >= 0) return false;
    }
    return true;
  }

  /** First bucket (counted over all budgets) in which the budget runs dry once the slot starts there too, or -1. Slot -1 adds nothing. */
  insolventBucket(budget: number, slot: number, start: number): number {
    const { c, spent } = this;
    const { bucketFirst, inflow, carryOverPermille } = c.budgets;
    const permille = carryOverPermille[budget]!;
    let carried = 0;
    for (let b = bucketFirst[budget]!; b < bucketFirst[budget + 1]!; b++) {
      let left = inflow[b]! + carried - spent[b]!;
      if (slot >= 0) left -= this.slotCostInBucket(slot, budget, start, b);
      if (left < 0) return b;
      carried = permille === 1000 ? left : Math.floor((left * permille) / 1000);
    }
    return -1;
  }

  private slotCostInBucket(slot: number, budget: number, start: number, b: number): number {
    const { c } = this;
    let sum = 0;
    for (let k = c.costFirst[slot]!; k < c.costFirst[slot + 1]!; k++) {
      if (c.costBudget[k] === budget) sum += costInBucket(c, k, c.duration[slot]!, start, b);
    }
    return sum;
  }
}
