import type { Tasks } from './tasks.ts';

/**
 * Money of one budget that counts against what is there by the end of one bucket. Of what is unspent in a bucket only a share is carried over,
 * so from one bucket to the next that share of inflow and spending counts: with share s, what happened k buckets before counts s^k.
 * Rounding when money is carried over is left out; it only leaves less.
 */
export class Spending {
  /** What may be spent at most, weighed. */
  readonly funds: number;
  /** Figures below this are no difference: what adding up fractions of cents may be wrong by, with a wide margin. */
  readonly blur: number;
  /** Everything counts in full, so a later start never counts more. */
  readonly isWhole: boolean;
  private readonly tasks: Tasks;
  private readonly budget: number;
  private readonly bucket: number;
  /** Weight of each bucket of the budget up to this one. */
  private readonly weights: Float64Array;
  /** By mode slot: what counts if it starts in each period before the end of the bucket. */
  private readonly tables = new Map<number, Float64Array>();

  /** @param bucket counted over all budgets */
  constructor(tasks: Tasks, budget: number, bucket: number) {
    this.tasks = tasks;
    this.budget = budget;
    this.bucket = bucket;
    const { bucketFirst, carryOverPermille, inflow } = tasks.c.budgets;
    const share = carryOverPermille[budget]! / 1000;
    this.isWhole = share === 1;
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
    const table = this.tableOf(slot);
    if (last >= table.length) return 0;
    let least = Number.POSITIVE_INFINITY;
    for (let s = Math.min(from, last); s <= last; s++) if (table[s]! < least) least = table[s]!;
    return least;
  }

  private tableOf(slot: number): Float64Array {
    const known = this.tables.get(slot);
    if (known) return known;
    const { c } = this.tasks;
    const table = Float64Array.from({ length: c.budgets.bucketEnd[this.bucket]! }, (_, s) => this.counted(slot, s));
    this.tables.set(slot, table);
    return table;
  }

  private counted(slot: number, start: number): number {
    const { tasks, budget, bucket, weights } = this;
    const first = bucket - weights.length + 1;
    let sum = 0;
    let before = 0;
    weights.forEach((weight, k) => {
      const paid = tasks.paidUntil(slot, budget, first + k, start);
      sum += weight * (paid - before);
      before = paid;
    });
    return sum;
  }
}
