import type { Domains } from './domains.ts';

/** Growth of what a new conflict adds, so that old ones fade. */
const GROWTH = 1 / 0.95;
const TOO_LARGE = 1e100;

/**
 * Which bound to guess next: the one that took part in conflicts most, lately (Moskewicz et al. 2001, "Chaff"), on the side where its
 * variable last stood. As long as there was no conflict: the activity that can start first, at once.
 */
export class Heat {
  private readonly domains: Domains;
  /** Heat of "variable >= initial low + i". */
  private readonly rows: readonly Float64Array[];
  private readonly lastLow: Int32Array;
  private step = 1;

  constructor(domains: Domains) {
    const { initial } = domains;
    const variables = initial.length / 2;
    this.domains = domains;
    this.rows = Array.from({ length: variables }, (_, k) => {
      const values = 1 - initial[2 * k]! - initial[2 * k + 1]!;
      return new Float64Array(Math.max(1, values + 1));
    });
    this.lastLow = Int32Array.from({ length: variables }, (_, k) => initial[2 * k]!);
  }

  /** A literal took part in a conflict. */
  touch(x: number, v: number): void {
    const threshold = x % 2 === 0 ? v : 1 - v;
    this.rows[x >> 1]![threshold - this.domains.initial[x & ~1]!]! += this.step;
  }

  /** A conflict was understood: what comes next counts more. Call before going back. */
  cool(): void {
    for (let k = 0; k < this.lastLow.length; k++) this.lastLow[k] = this.domains.low(k);
    this.step *= GROWTH;
    if (this.step < TOO_LARGE) return;
    this.step /= TOO_LARGE;
    for (const row of this.rows) for (let i = 0; i < row.length; i++) row[i]! /= TOO_LARGE;
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
      if (first < 0 || low < domains.low(first) || (low === domains.low(first) && high < domains.high(first)))
        first = k;
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
    if (variable < 0) domains.decide(2 * first + 1, -domains.low(first));
    else if (this.lastLow[variable]! >= threshold) domains.decide(2 * variable, threshold);
    else domains.decide(2 * variable + 1, 1 - threshold);
    return true;
  }
}
