import type { Changes } from './changes.ts';
import type { Domains } from './domains.ts';
import { type Fact, implication, NOTHING, type Nogood } from './nogood.ts';
import type { Tasks } from './tasks.ts';

/**
 * Money until the end of one bucket: what must be spent by then, each activity as late as it can start and in its cheapest mode, never
 * exceeds what has come in. What is not carried over only tightens this, so the rule holds for every share of carry-over.
 */
export class MoneyRule {
  private readonly tasks: Tasks;
  private readonly domains: Domains;
  private readonly changes: Changes;
  private readonly budget: number;
  private readonly bucket: number;
  private readonly payers: readonly number[];
  /** What each payer spends at the latest and at the earliest start at least, and the sum of the former. */
  private readonly late: Float64Array;
  private readonly early: Float64Array;
  private total = 0;
  /** Begin of what the rule has not seen yet, see {@link Changes}. */
  private since = 0;

  /** @param bucket counted over all budgets */
  constructor(
    tasks: Tasks,
    domains: Domains,
    changes: Changes,
    budget: number,
    bucket: number,
    payers: readonly number[],
  ) {
    this.tasks = tasks;
    this.domains = domains;
    this.changes = changes;
    this.budget = budget;
    this.bucket = bucket;
    this.payers = payers;
    this.late = new Float64Array(payers.length);
    this.early = new Float64Array(payers.length);
  }

  run(): Nogood | null {
    const { domains, payers, late, early } = this;
    const funds = this.tasks.funds[this.bucket]!;
    this.lookUp();
    const spare = funds - this.total;
    if (spare < 0) return { literals: this.premises(-1), fact: this.fact(), from: NOTHING };
    for (let i = 0; i < payers.length; i++) {
      const slack = spare + late[i]!;
      if (early[i]! <= slack) continue;
      const a = payers[i]!;
      let low = domains.low(a);
      while (low < domains.high(a) && this.least(a, low) > slack) low++;
      const premises = this.premises(a);
      this.tasks.modePremises(a, domains, premises);
      const reason = implication(2 * a, low, premises, this.fact());
      if (!domains.raise(2 * a, low, reason)) return reason;
    }
    return null;
  }

  /** Looks up what the payers spend that changed. Cents are whole, so the sum stays exact. */
  private lookUp(): void {
    const { domains, late, early, payers, changes, since } = this;
    for (let i = 0; i < payers.length; i++) {
      const a = payers[i]!;
      if (changes.at[a]! < since) continue;
      const spent = this.least(a, domains.high(a));
      this.total += spent - late[i]!;
      late[i] = spent;
      early[i] = this.least(a, domains.low(a));
    }
    this.since = changes.next();
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
