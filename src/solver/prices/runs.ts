import type { Compiled } from '../compiled/compile.ts';

/** Demands as runs of equal amounts: of slot k the runs first[k] .. first[k + 1]. */
export class Runs {
  readonly first: Int32Array;
  readonly resource: number[] = [];
  /** Elapsed periods, the second one exclusive. */
  readonly from: number[] = [];
  readonly until: number[] = [];
  readonly amount: number[] = [];

  constructor(c: Compiled) {
    const slots = c.modeFirst[c.activities]!;
    this.first = new Int32Array(slots + 1);
    for (let slot = 0; slot < slots; slot++) {
      const duration = c.duration[slot]!;
      for (let k = c.demandFirst[slot]!; k < c.demandFirst[slot + 1]!; k++) {
        const profile = c.demandProfile[k]!;
        const amountAt = (t: number) => (profile < 0 ? c.demandAmount[k]! : c.profile[profile + t]!);
        for (let t = 0; t < duration; ) {
          let end = t + 1;
          while (end < duration && amountAt(end) === amountAt(t)) end++;
          if (amountAt(t) > 0) this.push(c.demandResource[k]!, t, end, amountAt(t));
          t = end;
        }
      }
      this.first[slot + 1] = this.resource.length;
    }
  }

  private push(resource: number, from: number, until: number, amount: number): void {
    this.resource.push(resource);
    this.from.push(from);
    this.until.push(until);
    this.amount.push(amount);
  }
}
