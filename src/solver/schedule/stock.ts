import type { Compiled } from '../compiled/compile.ts';

/**
 * Levels of all reservoirs at every moment 0..horizon while activities are placed and removed. Placing never makes a level worse than it
 * may be; removing an activity that fills a reservoir can, and is counted until something mends it.
 * Nothing is allocated after construction.
 */
export class Stock {
  /** Moments at which the level of each reservoir is out of range. */
  readonly bad: Int32Array;
  /** Their total. */
  badTotal = 0;
  /** Whether a start only counts as fitting if every level is in range afterwards, not only those that the slot makes worse. */
  strict = false;
  /** Whether every start counts as fitting, because what else happens at the same moment is not placed yet. */
  lenient = false;
  private readonly c: Compiled;
  /** level[reservoir * moments + t] */
  private readonly level: Int32Array;
  private readonly moments: number;

  constructor(c: Compiled) {
    this.c = c;
    this.moments = c.horizon + 1;
    this.level = new Int32Array(c.stock.count * this.moments);
    this.bad = new Int32Array(c.stock.count);
    this.clear();
  }

  clear(): void {
    const { initial, count } = this.c.stock;
    for (let r = 0; r < count; r++) this.level.fill(initial[r]!, r * this.moments, (r + 1) * this.moments);
    this.bad.fill(0);
    this.badTotal = 0;
  }

  /** @param sign 1 places the slot, -1 removes it */
  book(slot: number, start: number, sign: number): void {
    const { c } = this;
    const { stepFirst, stepReservoir, running, after } = c.stock;
    const finish = start + c.duration[slot]!;
    for (let k = stepFirst[slot]!; k < stepFirst[slot + 1]!; k++) {
      this.add(stepReservoir[k]!, start, finish, sign * running[k]!);
      this.add(stepReservoir[k]!, finish, this.moments, sign * after[k]!);
    }
  }

  private add(r: number, from: number, to: number, amount: number): void {
    if (amount === 0) return;
    const { level, bad } = this;
    const maximum = this.c.stock.maximum[r]!;
    const base = r * this.moments;
    let change = 0;
    for (let t = base + from; t < base + to; t++) {
      const old = level[t]!;
      const next = old + amount;
      level[t] = next;
      if (old < 0 || old > maximum) change--;
      if (next < 0 || next > maximum) change++;
    }
    bad[r]! += change;
    this.badTotal += change;
  }

  /** `start` if all levels stay in range with the slot there, else the next later start that may do; beyond the horizon if none does. */
  afterConflict(slot: number, start: number): number {
    if (this.lenient) return start;
    const { stepFirst } = this.c.stock;
    for (let k = stepFirst[slot]!; k < stepFirst[slot + 1]!; k++) {
      const next = this.afterStep(k, start, start + this.c.duration[slot]!);
      if (next !== start) return next;
    }
    return start;
  }

  private afterStep(k: number, start: number, finish: number): number {
    const { running, after, stepReservoir } = this.c.stock;
    const r = stepReservoir[k]!;
    const tail = this.lastConflict(r, finish, this.moments, after[k]!);
    if (tail >= 0) return tail + 1 + start - finish;
    const during = this.lastConflict(r, start, finish, running[k]!);
    if (during >= 0) return during + 1;
    if (this.strict && this.lastConflict(r, 0, start, 0) >= 0) return this.moments;
    return start;
  }

  /** Mirror image of `afterConflict`; -1 if no earlier start does. */
  beforeConflict(slot: number, start: number): number {
    if (this.lenient) return start;
    const { stepFirst, stepReservoir, running, after } = this.c.stock;
    const finish = start + this.c.duration[slot]!;
    for (let k = stepFirst[slot]!; k < stepFirst[slot + 1]!; k++) {
      const r = stepReservoir[k]!;
      if (this.lastConflict(r, finish, this.moments, after[k]!) >= 0) return -1;
      const during = this.lastConflict(r, start, finish, running[k]!);
      if (during >= 0) return start - 1;
      if (this.strict && this.lastConflict(r, 0, start, 0) >= 0) return start - 1;
    }
    return start;
  }

  /** Last moment within from..to-1 at which `amount` more is not allowed, or -1. */
  private lastConflict(r: number, from: number, to: number, amount: number): number {
    if (amount === 0 && !this.strict) return -1;
    const { level } = this;
    const base = r * this.moments;
    const least = amount < 0 || this.strict ? -amount : Number.NEGATIVE_INFINITY;
    const most = amount > 0 || this.strict ? this.c.stock.maximum[r]! - amount : Number.POSITIVE_INFINITY;
    for (let t = base + to - 1; t >= base + from; t--) {
      if (level[t]! < least || level[t]! > most) return t - base;
    }
    return -1;
  }

  /** First moment at which the level of a reservoir is out of range, or -1. */
  firstBad(r: number): number {
    if (this.bad[r] === 0) return -1;
    const base = r * this.moments;
    const maximum = this.c.stock.maximum[r]!;
    let t = base;
    while (this.level[t]! >= 0 && this.level[t]! <= maximum) t++;
    return t - base;
  }

  /** Whether the level at this moment is below zero (otherwise it may be too high). */
  isEmptyAt(r: number, moment: number): boolean {
    return this.level[r * this.moments + moment]! < 0;
  }

  /** Whether the slot touches a reservoir whose level is out of range. */
  isInvolved(slot: number): boolean {
    const { stepFirst, stepReservoir } = this.c.stock;
    for (let k = stepFirst[slot]!; k < stepFirst[slot + 1]!; k++) if (this.bad[stepReservoir[k]!]! > 0) return true;
    return false;
  }
}
