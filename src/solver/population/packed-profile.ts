import type { Compiled } from '../compiled/compile.ts';

/**
 * Free capacity of all resources, several of them side by side in one 32-bit word (fields with a guard bit each; Lamport 1975,
 * "Multiple byte processing with full-word instructions"): one subtraction asks all of them at once whether an activity fits.
 * Made for demands that stay the same while an activity runs.
 */
export class PackedProfile {
  /** Words per period. */
  readonly words: number;
  /** Guard bits of each word. */
  readonly guard: Int32Array;
  /** Demand of each slot: demand[slot * words + word]. */
  readonly demand: Int32Array;
  /** Free units with all guard bits set: free[period * words + word]. */
  readonly free: Int32Array;
  private readonly empty: Int32Array;
  private readonly horizon: number;

  constructor(c: Compiled) {
    this.horizon = c.horizon;
    const { word, shift, words } = layout(c);
    this.words = words;
    this.guard = new Int32Array(words);
    this.empty = new Int32Array(c.horizon * words);
    for (let r = 0; r < c.resources; r++) {
      const bits = fieldBits(c, r);
      this.guard[word[r]!]! |= 1 << (shift[r]! + bits - 1);
      for (let t = 0; t < c.horizon; t++)
        this.empty[t * words + word[r]!]! |= c.capacity[r * c.horizon + t]! << shift[r]!;
    }
    for (let i = 0; i < this.empty.length; i++) this.empty[i]! |= this.guard[i % words]!;
    const slots = c.modeFirst[c.activities]!;
    this.demand = new Int32Array(slots * words);
    for (let slot = 0; slot < slots; slot++) {
      for (let k = c.demandFirst[slot]!; k < c.demandFirst[slot + 1]!; k++) {
        const r = c.demandResource[k]!;
        this.demand[slot * words + word[r]!]! += c.demandAmount[k]! << shift[r]!;
      }
    }
    this.free = this.empty.slice();
  }

  clear(): void {
    this.free.set(this.empty);
  }

  place(slot: number, start: number, duration: number): void {
    const { words, free, demand } = this;
    if (words === 1) {
      const amount = demand[slot]!;
      if (amount !== 0) for (let t = start; t < start + duration; t++) free[t] = (free[t]! - amount) | 0;
      return;
    }
    for (let w = 0; w < words; w++) {
      const amount = demand[slot * words + w]!;
      if (amount !== 0)
        for (let i = start * words + w; i < (start + duration) * words; i += words) free[i] = (free[i]! - amount) | 0;
    }
  }

  remove(slot: number, start: number, duration: number): void {
    const { words, free, demand } = this;
    for (let w = 0; w < words; w++) {
      const amount = demand[slot * words + w]!;
      if (amount !== 0)
        for (let i = start * words + w; i < (start + duration) * words; i += words) free[i] = (free[i]! + amount) | 0;
    }
  }

  /** Earliest start >= low, or -1 if the horizon ends first. */
  earliest(slot: number, low: number, duration: number): number {
    if (this.words > 1) return this.earliestWide(slot, low, duration);
    const { free, horizon } = this;
    const amount = this.demand[slot]!;
    const guard = this.guard[0]!;
    if (amount === 0) return low + duration <= horizon ? low : -1;
    let start = low;
    let known = low;
    let end = low + duration;
    while (end <= horizon) {
      let t = end - 1;
      while (t >= known && (((free[t]! - amount) | 0) & guard) === guard) t--;
      if (t < known) return start;
      start = t + 1;
      known = end;
      end = start + duration;
    }
    return -1;
  }

  /** Latest start with finish <= high, or -1. */
  latest(slot: number, high: number, duration: number): number {
    if (this.words > 1) return this.latestWide(slot, high, duration);
    const { free } = this;
    const amount = this.demand[slot]!;
    const guard = this.guard[0]!;
    if (amount === 0) return high >= duration ? high - duration : -1;
    let start = high - duration;
    let known = high;
    while (start >= 0) {
      let t = start;
      while (t < known && (((free[t]! - amount) | 0) & guard) === guard) t++;
      if (t >= known) return start;
      known = start;
      start = t - duration;
    }
    return -1;
  }

  private fitsAt(slot: number, t: number): boolean {
    const { words, free, demand, guard } = this;
    for (let w = 0; w < words; w++) {
      if ((((free[t * words + w]! - demand[slot * words + w]!) | 0) & guard[w]!) !== guard[w]!) return false;
    }
    return true;
  }

  private earliestWide(slot: number, low: number, duration: number): number {
    let start = low;
    let known = low;
    while (start + duration <= this.horizon) {
      let t = start + duration - 1;
      while (t >= known && this.fitsAt(slot, t)) t--;
      if (t < known) return start;
      known = start + duration;
      start = t + 1;
    }
    return -1;
  }

  private latestWide(slot: number, high: number, duration: number): number {
    let start = high - duration;
    let known = high;
    while (start >= 0) {
      let t = start;
      while (t < known && this.fitsAt(slot, t)) t++;
      if (t >= known) return start;
      known = start;
      start = t - duration;
    }
    return -1;
  }
}

/** Bits for the largest capacity of a resource and a guard bit above them. */
function fieldBits(c: Compiled, r: number): number {
  let most = 1;
  for (let t = r * c.horizon; t < (r + 1) * c.horizon; t++) if (c.capacity[t]! > most) most = c.capacity[t]!;
  return 33 - Math.clz32(most);
}

/** Word and lowest bit of each resource's field, first fit. */
function layout(c: Compiled): { word: number[]; shift: number[]; words: number } {
  const used: number[] = [];
  const word: number[] = [];
  const shift: number[] = [];
  for (let r = 0; r < c.resources; r++) {
    const bits = fieldBits(c, r);
    let w = used.findIndex((sum) => sum + bits <= 32);
    if (w < 0) w = used.push(0) - 1;
    word.push(w);
    shift.push(used[w]!);
    used[w]! += bits;
  }
  return { word, shift, words: Math.max(1, used.length) };
}
