import type { Plan } from '../model/problem.ts';
import type { Domains } from './domains.ts';
import type { Tasks } from './tasks.ts';

/** Growth of what a new conflict adds, so that old ones fade. */
const GROWTH = 1 / 0.95;
const TOO_LARGE = 1e100;

/**
 * Which bound to guess next: the one that took part in conflicts most, lately (Moskewicz et al. 2001, "Chaff"), on the side where its
 * variable last stood. As long as there was no conflict: the activity that can start first, at once.
 */
export class Heat {
  private readonly domains: Domains;
  /** Heat of "variable >= initial low + i"; null while the variable took part in no conflict. */
  private readonly rows: (Float64Array | null)[];
  /** The most in each row. */
  private readonly hottest: Float64Array;
  private readonly lastLow: Int32Array;
  /** Value of each variable in the plan to follow; null without one. */
  private planned: Int32Array | null = null;
  private step = 1;

  constructor(domains: Domains) {
    const { initial } = domains;
    const variables = initial.length / 2;
    this.domains = domains;
    this.rows = new Array<Float64Array | null>(variables).fill(null);
    this.hottest = new Float64Array(variables);
    this.lastLow = new Int32Array(variables);
    for (let k = 0; k < variables; k++) this.lastLow[k] = initial[2 * k]!;
  }

  /** Begins on the side where this plan stands, and takes up activities in its order as long as there was no conflict. */
  follow({ c, modeMembers }: Tasks, { start, mode }: Plan): void {
    for (let k = 0; k < this.lastLow.length; k++) {
      this.lastLow[k] = k < c.activities ? start[k]! : mode[modeMembers[k - c.activities]![0]!]!;
    }
    this.planned = this.lastLow.slice();
    this.planned.fill(-1, c.activities);
  }

  /** A literal took part in a conflict. */
  touch(x: number, v: number): void {
    const threshold = x % 2 === 0 ? v : 1 - v;
    const row = this.rows[x >> 1] ?? this.rowOf(x >> 1);
    const i = threshold - this.domains.initial[x & ~1]!;
    row[i]! += this.step;
    if (row[i]! > this.hottest[x >> 1]!) this.hottest[x >> 1] = row[i]!;
  }

  private rowOf(variable: number): Float64Array {
    const { initial } = this.domains;
    const values = 1 - initial[2 * variable]! - initial[2 * variable + 1]!;
    const row = new Float64Array(Math.max(1, values + 1));
    this.rows[variable] = row;
    return row;
  }

  /** A conflict was understood: what comes next counts more. Call before going back. */
  cool(): void {
    for (let k = 0; k < this.lastLow.length; k++) this.lastLow[k] = this.domains.low(k);
    this.step *= GROWTH;
    if (this.step < TOO_LARGE) return;
    this.step /= TOO_LARGE;
    for (const row of [...this.rows, this.hottest]) {
      if (row !== null) for (let i = 0; i < row.length; i++) row[i]! /= TOO_LARGE;
    }
  }

  /** Guesses one more bound; false when every variable has its value. */
  decide(): boolean {
    const { domains, rows } = this;
    let first = -1;
    let hottest = 0;
    let variable = -1;
    let threshold = 0;
    for (let k = 0; k < rows.length; k++) {
      if (domains.isFixed(k)) continue;
      const low = domains.low(k);
      const high = domains.high(k);
      if (first < 0 || this.comesBefore(k, first)) first = k;
      if (this.hottest[k]! <= hottest) continue;
      const row = rows[k]!;
      const base = domains.initial[2 * k]!;
      for (let v = low + 1; v <= high; v++) {
        if (row[v - base]! <= hottest) continue;
        hottest = row[v - base]!;
        variable = k;
        threshold = v;
      }
    }
    if (first < 0) return false;
    if (variable < 0) this.decideFirst(first);
    else if (this.lastLow[variable]! >= threshold) domains.decide(2 * variable, threshold);
    else domains.decide(2 * variable + 1, 1 - threshold);
    return true;
  }

  /** The order as long as nothing is known: that of the plan to follow, else the earliest start, then the earliest latest start. */
  private comesBefore(k: number, other: number): boolean {
    const { domains, planned } = this;
    if (planned !== null) return planned[k]! < planned[other]!;
    const difference = domains.low(k) - domains.low(other);
    return difference < 0 || (difference === 0 && domains.high(k) < domains.high(other));
  }

  /** An activity at once; a mode as the plan to follow has it. */
  private decideFirst(k: number): void {
    const { domains, lastLow } = this;
    const low = domains.low(k);
    if (this.planned !== null && this.planned[k]! < 0 && lastLow[k]! > low && lastLow[k]! <= domains.high(k))
      domains.decide(2 * k, lastLow[k]!);
    else domains.decide(2 * k + 1, 0 - low);
  }
}
