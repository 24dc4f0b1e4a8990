import type { Compiled } from '../compiled/compile.ts';
import { costInBucket } from '../compiled/cost-share.ts';
import { IndexSet } from '../search/index-set.ts';

/**
 * A schedule in which every activity has a start and a mode, and which may break capacities, budgets and links. What is broken is
 * known at any time and carries a weight. Nothing is allocated after construction.
 */
export class Pressure {
  readonly c: Compiled;
  readonly start: Int32Array;
  readonly mode: Int32Array;
  /** Units beyond capacity, negative where there is room: over[resource * horizon + period]. */
  readonly over: Int32Array;
  /** Cells of `over` above zero. */
  readonly cells: IndexSet;
  /** Arcs that do not hold. */
  readonly arcs: IndexSet;
  /** Buckets of budgets that run dry. */
  readonly buckets: IndexSet;
  readonly cellWeight: Float64Array;
  readonly arcWeight: Float64Array;
  readonly bucketWeight: Float64Array;
  /** Spent money per bucket of all budgets. */
  readonly spent: Float64Array;

  constructor(c: Compiled) {
    this.c = c;
    this.start = new Int32Array(c.activities);
    this.mode = new Int32Array(c.activities);
    this.over = new Int32Array(c.capacity.length);
    this.cells = new IndexSet(c.capacity.length);
    this.arcs = new IndexSet(c.arcs.from.length);
    this.buckets = new IndexSet(c.budgets.inflow.length);
    this.cellWeight = new Float64Array(c.capacity.length);
    this.arcWeight = new Float64Array(c.arcs.from.length);
    this.bucketWeight = new Float64Array(c.budgets.inflow.length);
    this.spent = new Float64Array(c.budgets.inflow.length);
    this.resetWeights();
  }

  /** True when the schedule is a plan. */
  get calm(): boolean {
    return this.cells.size === 0 && this.arcs.size === 0 && this.buckets.size === 0;
  }

  resetWeights(): void {
    this.cellWeight.fill(1);
    this.arcWeight.fill(1);
    this.bucketWeight.fill(1);
  }

  /** Takes over starts and modes and counts everything anew. */
  load(start: Int32Array, mode: Int32Array): void {
    const { c } = this;
    for (let i = 0; i < this.over.length; i++) this.over[i] = 0 - c.capacity[i]!;
    this.spent.fill(0);
    this.cells.clear();
    this.arcs.clear();
    this.buckets.clear();
    this.start.set(start);
    this.mode.set(mode);
    for (let a = 0; a < c.activities; a++) this.book(a, 1);
    for (let k = 0; k < c.arcs.from.length; k++) this.checkArc(k);
    for (let b = 0; b < c.budgets.count; b++) this.checkBudget(b);
  }

  slot(a: number): number {
    return this.c.modeFirst[a]! + this.mode[a]!;
  }

  duration(a: number): number {
    return this.c.duration[this.slot(a)]!;
  }

  /** Moves an activity. */
  move(a: number, start: number, mode: number): void {
    this.book(a, -1);
    this.start[a] = start;
    this.mode[a] = mode;
    this.book(a, 1);
    this.check(a);
  }

  /** Books (1) or frees (-1) what an activity uses; `check` must follow once all are booked. */
  book(a: number, sign: number): void {
    this.bookQuietly(a, sign);
    const { c, over, cells } = this;
    const slot = this.slot(a);
    const duration = c.duration[slot]!;
    for (let k = c.demandFirst[slot]!; k < c.demandFirst[slot + 1]!; k++) {
      const first = c.demandResource[k]! * c.horizon + this.start[a]!;
      for (let cell = first; cell < first + duration; cell++) {
        if (over[cell]! > 0) cells.add(cell);
        else if (sign < 0) cells.remove(cell);
      }
    }
  }

  /** Books or frees without keeping `cells` up to date: to see the schedule without an activity for a moment. */
  bookQuietly(a: number, sign: number): void {
    const { c, over } = this;
    const slot = this.slot(a);
    const duration = c.duration[slot]!;
    for (let k = c.demandFirst[slot]!; k < c.demandFirst[slot + 1]!; k++) {
      const first = c.demandResource[k]! * c.horizon + this.start[a]!;
      const profile = c.demandProfile[k]!;
      if (profile < 0) {
        const units = sign * c.demandAmount[k]!;
        for (let cell = first; cell < first + duration; cell++) over[cell]! += units;
      } else {
        for (let t = 0; t < duration; t++) over[first + t]! += sign * c.profile[profile + t]!;
      }
    }
    for (let k = c.costFirst[slot]!; k < c.costFirst[slot + 1]!; k++) {
      const budget = c.costBudget[k]!;
      for (let b = c.budgets.bucketFirst[budget]!; b < c.budgets.bucketFirst[budget + 1]!; b++)
        this.spent[b]! += sign * costInBucket(c, k, duration, this.start[a]!, b);
    }
  }

  /** Looks anew at the arcs and budgets of an activity. */
  check(a: number): void {
    const { c } = this;
    for (let i = c.arcs.outFirst[a]!; i < c.arcs.outFirst[a + 1]!; i++) this.checkArc(c.arcs.outArc[i]!);
    for (let i = c.arcs.inFirst[a]!; i < c.arcs.inFirst[a + 1]!; i++) this.checkArc(c.arcs.inArc[i]!);
    const slot = this.slot(a);
    for (let other = c.modeFirst[a]!; other < c.modeFirst[a + 1]!; other++) {
      if (other !== slot && c.modeFirst[a + 1]! - c.modeFirst[a]! === 1) continue;
      for (let k = c.costFirst[other]!; k < c.costFirst[other + 1]!; k++) this.checkBudget(c.costBudget[k]!);
    }
  }

  /** Periods by which an arc is broken; at most 0 when it holds. */
  gap(k: number): number {
    const { arcs } = this.c;
    const from = arcs.from[k]!;
    const to = arcs.to[k]!;
    return (
      this.start[from]! +
      arcs.lag[k]! +
      (arcs.fromFinish[k] ? this.duration(from) : 0) -
      (arcs.toFinish[k] ? this.duration(to) : 0) -
      this.start[to]!
    );
  }

  private checkArc(k: number): void {
    if (this.gap(k) > 0) this.arcs.add(k);
    else this.arcs.remove(k);
  }

  private checkBudget(budget: number): void {
    const { bucketFirst, inflow, carryOverPermille } = this.c.budgets;
    let carried = 0;
    for (let b = bucketFirst[budget]!; b < bucketFirst[budget + 1]!; b++) {
      const left = inflow[b]! + carried - this.spent[b]!;
      if (left < 0) this.buckets.add(b);
      else this.buckets.remove(b);
      carried = left > 0 ? Math.floor((left * carryOverPermille[budget]!) / 1000) : 0;
    }
  }

  /** Weighted money missing in a budget when `extra` of cost k is spent from a start on; cost -1 adds nothing. */
  shortfall(budget: number, k: number, duration: number, start: number): number {
    const { bucketFirst, inflow, carryOverPermille } = this.c.budgets;
    let carried = 0;
    let sum = 0;
    for (let b = bucketFirst[budget]!; b < bucketFirst[budget + 1]!; b++) {
      const left = inflow[b]! + carried - this.spent[b]! - (k < 0 ? 0 : costInBucket(this.c, k, duration, start, b));
      if (left < 0) sum -= this.bucketWeight[b]! * left;
      carried = left > 0 ? Math.floor((left * carryOverPermille[budget]!) / 1000) : 0;
    }
    return sum;
  }
}
