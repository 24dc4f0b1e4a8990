import type { Compiled } from '../compiled/compile.ts';
import type { Rng } from '../search/rng.ts';
import type { Pressure } from './pressure.ts';

/** Activities that are priced for one broken spot. */
const CHOICES = 6;
/** Steps for which what was moved stays at most, when there are enough others. */
const REST = 4;

/** What could be moved away from one broken spot: an even draw of the activities that use it, without those moved just now. */
export class Choices {
  readonly items = new Int32Array(CHOICES);
  count = 0;
  private readonly c: Compiled;
  private readonly pressure: Pressure;
  private readonly rng: Rng;
  private readonly users: readonly Int32Array[];
  private readonly restsUntil: Int32Array;
  private readonly longestRest: number;
  private seen = 0;
  private steps = 0;

  constructor(pressure: Pressure, rng: Rng) {
    const { c } = pressure;
    this.c = c;
    this.pressure = pressure;
    this.rng = rng;
    this.users = usersOf(c);
    this.restsUntil = new Int32Array(c.activities);
    this.longestRest = Math.min(REST, 1 + Math.floor(c.activities / 8));
  }

  /** Nothing rests any more. */
  clear(): void {
    this.restsUntil.fill(0);
  }

  /** Leaves an activity alone for some steps. */
  rest(a: number, steps: number): void {
    this.restsUntil[a] = steps + 1 + this.rng.below(this.longestRest);
  }

  /** Draws one broken spot and what could be moved away from it. */
  collect(steps: number): void {
    this.count = 0;
    this.seen = 0;
    this.steps = steps;
    const { pressure, rng, c } = this;
    const { arcs, buckets, cells } = pressure;
    const drawn = rng.below(cells.size + 3 * arcs.size + 3 * buckets.size);
    if (drawn < cells.size) {
      const cell = cells.items[drawn]!;
      const period = cell % c.horizon;
      const users = this.users[Math.floor(cell / c.horizon)]!;
      for (let i = 0; i < users.length; i++) {
        const a = users[i]!;
        const start = pressure.start[a]!;
        if (start <= period && period < start + pressure.duration(a)) this.offer(a);
      }
    } else if (drawn < cells.size + 3 * arcs.size) {
      const k = arcs.items[Math.floor((drawn - cells.size) / 3)]!;
      this.offer(c.arcs.from[k]!);
      this.offer(c.arcs.to[k]!);
    } else {
      const bucket = buckets.items[Math.floor((drawn - cells.size - 3 * arcs.size) / 3)]!;
      this.collectSpenders(bucket);
    }
  }

  private collectSpenders(bucket: number): void {
    const { pressure, c } = this;
    for (let a = 0; a < c.activities; a++) {
      const slot = pressure.slot(a);
      for (let k = c.costFirst[slot]!; k < c.costFirst[slot + 1]!; k++) {
        const first = c.budgets.bucketFirst[c.costBudget[k]!]!;
        if (first <= bucket && bucket < c.budgets.bucketFirst[c.costBudget[k]! + 1]!) {
          if (pressure.start[a]! < c.budgets.bucketEnd[bucket]!) this.offer(a);
        }
      }
    }
  }

  /** Keeps an even draw of at most CHOICES of all activities offered. */
  private offer(a: number): void {
    if (this.c.frozenStart[a]! >= 0 || this.restsUntil[a]! > this.steps) return;
    this.seen++;
    if (this.count < CHOICES) this.items[this.count++] = a;
    else {
      const at = this.rng.below(this.seen);
      if (at < CHOICES) this.items[at] = a;
    }
  }
}

/** The activities that use each resource in any of their modes and may move. */
function usersOf(c: Compiled): Int32Array[] {
  const users: number[][] = Array.from({ length: c.resources }, () => []);
  for (let a = 0; a < c.activities; a++) {
    if (c.frozenStart[a]! >= 0) continue;
    for (let k = c.demandFirst[c.modeFirst[a]!]!; k < c.demandFirst[c.modeFirst[a + 1]!]!; k++) {
      const list = users[c.demandResource[k]!]!;
      if (list.at(-1) !== a) list.push(a);
    }
  }
  return users.map((list) => Int32Array.from(list));
}
