import { type ActivitySet, lowestBit } from './activity-set.ts';
import type { Domains } from './domains.ts';
import { type Fact, NOTHING, type Nogood } from './nogood.ts';
import type { Spending } from './spending.ts';
import type { Tasks } from './tasks.ts';

/**
 * Money until the end of one bucket: what must be spent by then, each activity at the start and in the mode for which least counts, never
 * exceeds what has come in and was carried over.
 */
export class MoneyRule {
  private readonly tasks: Tasks;
  private readonly domains: Domains;
  /** The payers that changed and were not looked at since. */
  private readonly unseen: ActivitySet;
  private readonly spending: Spending;
  private readonly payers: readonly number[];
  private readonly fact: Fact;
  /** What each payer spends at least wherever it starts, and if it starts at the earliest or latest; and the sum of the first. */
  private readonly anywhere: Float64Array;
  private readonly early: Float64Array;
  private readonly late: Float64Array;
  private total = 0;
  /** Index of each payer. */
  private readonly indexOf: Int32Array;

  constructor(tasks: Tasks, domains: Domains, unseen: ActivitySet, spending: Spending, payers: readonly number[]) {
    this.tasks = tasks;
    this.domains = domains;
    this.unseen = unseen;
    this.spending = spending;
    this.payers = payers;
    this.fact = { kind: 'money', budget: spending.budget, bucket: spending.bucket };
    this.anywhere = new Float64Array(payers.length);
    this.early = new Float64Array(payers.length);
    this.late = new Float64Array(payers.length);
    this.indexOf = new Int32Array(tasks.c.activities);
    payers.forEach((a, i) => {
      this.indexOf[a] = i;
    });
  }

  run(): Nogood | null {
    const { payers, anywhere, early, late, spending } = this;
    this.lookUp();
    const spare = spending.funds + spending.blur - this.total;
    if (spare < 0) return { literals: this.premises(-1), fact: this.fact, from: NOTHING };
    for (let i = 0; i < payers.length; i++) {
      const slack = spare + anywhere[i]!;
      const conflict =
        (early[i]! > slack ? this.raiseStart(payers[i]!, slack) : null) ??
        (late[i]! > slack ? this.lowerStart(payers[i]!, slack) : null);
      if (conflict) return conflict;
    }
    return null;
  }

  private raiseStart(a: number, slack: number): Nogood | null {
    const { domains } = this;
    const from = domains.low(a);
    let low = from;
    while (low < domains.high(a) && this.least(a, low, low) > slack) low++;
    return this.narrow(a, 2 * a, low, from);
  }

  /** Only where less counts of what is paid early can a later start be too dear. */
  private lowerStart(a: number, slack: number): Nogood | null {
    const { domains } = this;
    const from = domains.high(a);
    let high = from;
    while (high > domains.low(a) && this.least(a, high, high) > slack) high--;
    return this.narrow(a, 2 * a + 1, 0 - high, 0 - from);
  }

  /** Brings a side of the start to where the others leave enough money; a start before `own` was no question. */
  private narrow(a: number, side: number, value: number, own: number): Nogood | null {
    if (value === own) return null;
    const literals = [side ^ 1, 1 - value];
    if (!this.spending.isWhole) literals.push(side, own);
    this.addPremises(a, literals);
    this.tasks.modePremises(a, this.domains, literals);
    const reason = { literals, fact: this.fact, from: NOTHING };
    return this.domains.raise(side, value, reason) ? null : reason;
  }

  /** Looks up what the payers spend that changed. Whole cents stay exact in the sum; of fractions it is taken anew. */
  private lookUp(): void {
    const { unseen, anywhere, spending } = this;
    for (let w = 0; w < unseen.length; w++) {
      for (let rest = unseen[w]!; rest !== 0; rest &= rest - 1) this.lookUpOne(32 * w + lowestBit(rest));
    }
    if (spending.blur > 0) this.total = anywhere.reduce((sum, spent) => sum + spent, 0);
    unseen.fill(0);
  }

  private lookUpOne(a: number): void {
    const { domains, anywhere, early, late, spending } = this;
    const i = this.indexOf[a]!;
    const low = domains.low(a);
    const high = domains.high(a);
    const spent = this.least(a, low, high);
    this.total += spent - anywhere[i]!;
    anywhere[i] = spent;
    early[i] = this.least(a, low, low);
    late[i] = spending.isWhole ? spent : this.least(a, high, high);
  }

  /** What counts by the end of the bucket at least if the activity starts in from..to. */
  private least(a: number, from: number, to: number): number {
    const { tasks, domains, spending } = this;
    const last = tasks.lastSlot(a, domains);
    let least = spending.least(last, from, to);
    for (let slot = tasks.firstSlot(a, domains); slot < last && least > 0; slot++) {
      const spent = spending.least(slot, from, to);
      if (spent < least) least = spent;
    }
    return least;
  }

  private premises(except: number): number[] {
    const premises: number[] = [];
    this.addPremises(except, premises);
    return premises;
  }

  private addPremises(except: number, premises: number[]): void {
    const { tasks, domains, payers, anywhere, spending } = this;
    payers.forEach((a, i) => {
      if (a === except || anywhere[i] === 0) return;
      if (!spending.isWhole) premises.push(2 * a, domains.bound[2 * a]!);
      premises.push(2 * a + 1, domains.bound[2 * a + 1]!);
      tasks.modePremises(a, domains, premises);
    });
  }
}
