import type { Tasks } from './tasks.ts';

/**
 * Money of one budget that counts against what is there by the end of one bucket. Of what is unspent in a bucket only a share is carried over,
 * so from one bucket to the next that share of inflow and spending counts: with share s, what happened k buckets before counts s^k.
 * Rounding when money is carried over is left out; it only leaves less.
 */
export class Spending {
  readonly budget: number;
  /** Counted over all budgets. */
  readonly bucket: number;
  /** What may be spent at most, weighed. */
  readonly funds: number;
  /** Figures below this are no difference: what adding up fractions of cents may be wrong by, with a wide margin. */
  readonly blur: number;
  /** Everything counts in full, so a later start never counts more. */
  readonly isWhole: boolean;
  private readonly tasks: Tasks;
  /** Weight of each bucket of the budget up to this one. */
  private readonly weights: Float64Array;
  /** By mode slot: what counts if it starts in each period before the end of the bucket. */
  private readonly tables: (Float64Array | undefined)[];
  private readonly end: number;

  /** @param bucket counted over all budgets */
  constructor(tasks: Tasks, budget: number, bucket: number) {
    this.tasks = tasks;
    this.budget = budget;
    this.bucket = bucket;
    const { bucketFirst, carryOverPermille, inflow } = tasks.c.budgets;
    const share = carryOverPermille[budget]! / 1000;
    this.isWhole = share === 1 && tasks.c.budgets.commits[budget] === 0;
    this.end = tasks.c.budgets.bucketEnd[bucket]!;
    this.tables = new Array<undefined>(tasks.c.duration.length).fill(undefined);
    const first = bucketFirst[budget]!;
    this.weights = Float64Array.from({ length: bucket - first + 1 }, (_, k) => share ** (bucket - first - k));
    let funds = 0;
    let size = 0;
    this.weights.forEach((weight, k) => {
      funds += weight * inflow[first + k]!;
      size += Math.abs(inflow[first + k]!);
    });
    this.funds = funds;
    this.blur = share === 0 || share === 1 ? 0 : 1e-9 * size;
  }

  /** What counts at least if the slot starts in one of the periods from..to. */
  least(slot: number, from: number, to: number): number {
    const { tasks, budget, bucket } = this;
    if (this.isWhole) return tasks.paidUntil(slot, budget, bucket, to);
    // A start at the very end of the horizon pays in its last period.
    const last = Math.min(to, tasks.c.horizon - 1);
    if (last >= this.end) return 0;
    this.tables[slot] ??= this.tableOf(slot);
    const table = this.tables[slot];
    let least = Number.POSITIVE_INFINITY;
    for (let s = from < last ? from : last; s <= last; s++) if (table[s]! < least) least = table[s]!;
    return least;
  }

  private tableOf(slot: number): Float64Array {
    const { tasks, budget, bucket, weights } = this;
    const { bucketEnd, commits } = tasks.c.budgets;
    const first = bucket - weights.length + 1;
    const all = tasks.paidInAll(slot, budget);
    const binds = commits[budget] === 1;
    const table = new Float64Array(this.end);
    let from = 0;
    for (let s = 0; s < this.end; s++) {
      // Money that is not bound ahead is paid between start and end: nothing before, and nothing once all is paid.
      if (!binds) while (bucketEnd[first + from]! <= s) from++;
      let before = 0;
      for (let k = from; k < weights.length && (binds || before < all); k++) {
        const paid = tasks.paidUntil(slot, budget, first + k, s);
        table[s]! += weights[k]! * (paid - before);
        before = paid;
      }
    }
    return table;
  }
}
