import type { Domains } from './domains.ts';
import { type Fact, implication, NOTHING, type Nogood } from './nogood.ts';
import type { Tasks } from './tasks.ts';

/** Payments that were looked up for one start each. */
interface Known {
  readonly start: Int32Array;
  readonly paid: Float64Array;
}

/**
 * Money until the end of one bucket: what must be spent by then, each activity as late as it can start and in its cheapest mode, never
 * exceeds what has come in. What is not carried over only tightens this, so the rule holds for every share of carry-over.
 */
export class MoneyRule {
  private readonly tasks: Tasks;
  private readonly domains: Domains;
  private readonly budget: number;
  private readonly bucket: number;
  private readonly payers: readonly number[];
  /** Payment of each payer with one mode at the latest and at the earliest start, and the start that this is known for; -1 = none. */
  private readonly late: Known;
  private readonly early: Known;

  /** @param bucket counted over all budgets */
  constructor(tasks: Tasks, domains: Domains, budget: number, bucket: number, payers: readonly number[]) {
    this.tasks = tasks;
    this.domains = domains;
    this.budget = budget;
    this.bucket = bucket;
    this.payers = payers;
    this.late = { start: new Int32Array(payers.length).fill(-1), paid: new Float64Array(payers.length) };
    this.early = { start: new Int32Array(payers.length).fill(-1), paid: new Float64Array(payers.length) };
  }

  run(): Nogood | null {
    const { domains, payers } = this;
    const funds = this.tasks.funds[this.bucket]!;
    let total = 0;
    for (let i = 0; i < payers.length; i++) total += this.known(this.late, i, domains.high(payers[i]!));
    if (total > funds) return { literals: this.premises(-1), fact: this.fact(), from: NOTHING };
    for (let i = 0; i < payers.length; i++) {
      const a = payers[i]!;
      let low = domains.low(a);
      const slack = funds - total + this.known(this.late, i, domains.high(a));
      if (this.known(this.early, i, low) <= slack) continue;
      while (low < domains.high(a) && this.least(a, low) > slack) low++;
      const premises = this.premises(a);
      this.tasks.modePremises(a, domains, premises);
      const reason = implication(2 * a, low, premises, this.fact());
      if (!domains.raise(2 * a, low, reason)) return reason;
    }
    return null;
  }

  /** What the payer spends by the end of the bucket at least if it starts at s. */
  private known(known: Known, i: number, s: number): number {
    const a = this.payers[i]!;
    if (this.tasks.modeVariable[a]! >= 0) return this.least(a, s);
    if (known.start[i] !== s) {
      known.start[i] = s;
      known.paid[i] = this.least(a, s);
    }
    return known.paid[i]!;
  }

  /** What is spent by the end of the bucket at least if the activity starts at s. */
  private least(a: number, s: number): number {
    const { tasks, domains } = this;
    let least = Number.POSITIVE_INFINITY;
    for (let slot = tasks.firstSlot(a, domains); slot <= tasks.lastSlot(a, domains); slot++) {
      least = Math.min(least, tasks.paidUntil(slot, this.budget, this.bucket, s));
    }
    return least;
  }

  private premises(except: number): number[] {
    const premises: number[] = [];
    for (const a of this.payers) {
      if (a === except || this.least(a, this.domains.high(a)) === 0) continue;
      premises.push(2 * a + 1, this.domains.bound[2 * a + 1]!);
      this.tasks.modePremises(a, this.domains, premises);
    }
    return premises;
  }

  private fact(): Fact {
    return { kind: 'money', budget: this.budget, bucket: this.bucket };
  }
}
