import type { Compiled } from '../compiled/compile.ts';
import type { PricedForest, Prices } from './priced-forest.ts';
import type { Runs } from './runs.ts';

/**
 * The limits of capacity and money taken out of the problem and paid for instead. A point has one coordinate per resource and period, then one
 * per bucket: the price of exceeding that limit by as much as the largest capacity, or inflow, of its row. So all coordinates are of one kind.
 */
export class Relaxation {
  readonly size: number;
  /** By how much the cheapest choice exceeds each limit, in the unit of the coordinate; negative = room is left. */
  readonly excess: Float64Array;
  private readonly c: Compiled;
  private readonly forest: PricedForest;
  private readonly runs: Runs;
  private readonly order: Int32Array;
  private readonly unit: Float64Array;
  private readonly prices: Prices;
  private readonly spent: Float64Array;

  constructor(c: Compiled, forest: PricedForest, runs: Runs, order: Int32Array) {
    this.c = c;
    this.forest = forest;
    this.runs = runs;
    this.order = order;
    const cells = c.resources * c.horizon;
    const buckets = c.budgets.inflow.length;
    this.size = cells + buckets;
    this.excess = new Float64Array(this.size);
    this.unit = unitsOf(c);
    this.prices = { capacity: new Float64Array(cells), money: new Float64Array(buckets) };
    this.spent = new Float64Array(buckets);
  }

  /** Price of one coordinate's unit if a single unit of resource or money costs 1. */
  unitOf(index: number): number {
    return this.unit[index]!;
  }

  /** Lower bound that the point proves, up to rounding; `excess` is a supergradient of it. Not a number if it was cancelled. */
  bound(point: Float64Array, cancelled: () => boolean): number {
    const { c } = this;
    const { capacity, money } = this.pricesAt(point);
    let value = this.forest.evaluate(this.prices, cancelled);
    for (let i = 0; i < capacity.length; i++) value -= capacity[i]! * c.capacity[i]!;
    for (let k = 0; k < money.length; k++) value -= money[k]! * c.budgets.inflow[k]!;
    if (value < Number.POSITIVE_INFINITY) this.measureExcess();
    return value;
  }

  /** Money that is left over has a share of its value in the next bucket, so a bucket's price is its own and that share of the next one. */
  pricesAt(point: Float64Array): Prices {
    const { c, unit, prices } = this;
    const { bucketFirst, carryOverPermille } = c.budgets;
    const cells = prices.capacity.length;
    for (let i = 0; i < cells; i++) prices.capacity[i] = point[i]! / unit[i]!;
    for (let budget = 0; budget < c.budgets.count; budget++) {
      let next = 0;
      for (let k = bucketFirst[budget + 1]! - 1; k >= bucketFirst[budget]!; k--) {
        next = point[cells + k]! / unit[cells + k]! + (next * carryOverPermille[budget]!) / 1000;
        prices.money[k] = next;
      }
    }
    return prices;
  }

  private measureExcess(): void {
    this.excess.fill(0);
    this.spent.fill(0);
    for (let i = 0; i < this.order.length; i++) {
      const a = this.order[i]!;
      const slot = this.c.modeFirst[a]! + this.forest.mode[a]!;
      this.addWork(slot, this.forest.start[a]!);
      this.addMoney(slot, this.forest.start[a]!);
    }
    this.compareWork();
    this.compareMoney();
  }

  /** Notes where the load changes; `compareWork` adds up. */
  private addWork(slot: number, start: number): void {
    const { runs, excess } = this;
    const { horizon } = this.c;
    for (let k = runs.first[slot]!; k < runs.first[slot + 1]!; k++) {
      const row = runs.resource[k]! * horizon;
      excess[row + start + runs.from[k]!]! += runs.amount[k]!;
      const end = start + runs.until[k]!;
      if (end < horizon) excess[row + end]! -= runs.amount[k]!;
    }
  }

  private compareWork(): void {
    const { c, excess, unit } = this;
    for (let r = 0; r < c.resources; r++) {
      let load = 0;
      for (let i = r * c.horizon; i < (r + 1) * c.horizon; i++) {
        load += excess[i]!;
        excess[i] = (load - c.capacity[i]!) / unit[i]!;
      }
    }
  }

  private addMoney(slot: number, start: number): void {
    const { c, spent } = this;
    const { bucketFirst, bucketEnd, commits } = c.budgets;
    const first = Math.min(start, c.horizon - 1);
    for (let k = c.costFirst[slot]!; k < c.costFirst[slot + 1]!; k++) {
      if (commits[c.costBudget[k]!] === 1) continue;
      const offset = c.costOffset[k]!;
      const periods = c.costOffset[k + 1]! - offset - 1;
      let before = 0;
      for (let b = bucketFirst[c.costBudget[k]!]!; b < bucketFirst[c.costBudget[k]! + 1]!; b++) {
        const paid = c.costCumulative[offset + Math.max(0, Math.min(periods, bucketEnd[b]! - first))]!;
        spent[b]! += paid - before;
        before = paid;
      }
    }
  }

  private compareMoney(): void {
    const { c, spent, excess, unit } = this;
    const { bucketFirst, carryOverPermille, inflow } = c.budgets;
    const cells = this.prices.capacity.length;
    for (let budget = 0; budget < c.budgets.count; budget++) {
      let over = 0;
      for (let k = bucketFirst[budget]!; k < bucketFirst[budget + 1]!; k++) {
        over = (over * carryOverPermille[budget]!) / 1000 + spent[k]! - inflow[k]!;
        excess[cells + k] = over / unit[cells + k]!;
      }
    }
  }
}

/** What is enough for so many of the largest payments is a large amount of money. */
const PAYMENTS = 3;

/**
 * What counts as much in each row, at least 1: the largest capacity; of money the largest inflow, but not more than some payments. The last
 * bucket of a budget may hold the money of all the years to come: measured in it every excess would be nothing, and prices of money
 * would never find their height.
 */
function unitsOf(c: Compiled): Float64Array {
  const cells = c.resources * c.horizon;
  const unit = new Float64Array(cells + c.budgets.inflow.length).fill(1);
  for (let r = 0; r < c.resources; r++) {
    const row = c.capacity.subarray(r * c.horizon, (r + 1) * c.horizon);
    unit.fill(largest(row), r * c.horizon, (r + 1) * c.horizon);
  }
  const payment = largestPayments(c);
  for (let budget = 0; budget < c.budgets.count; budget++) {
    const [from, to] = [c.budgets.bucketFirst[budget]!, c.budgets.bucketFirst[budget + 1]!];
    const inflow = largest(c.budgets.inflow.subarray(from, to));
    unit.fill(Math.max(1, Math.min(inflow, PAYMENTS * payment[budget]!)), cells + from, cells + to);
  }
  return unit;
}

/** At least 1. */
function largest(amounts: Int32Array | Float64Array): number {
  let most = 1;
  for (let i = 0; i < amounts.length; i++) most = Math.max(most, Math.abs(amounts[i]!));
  return most;
}

/** What a single activity pays at most, per budget. */
function largestPayments(c: Compiled): Float64Array {
  const most = new Float64Array(c.budgets.count);
  c.costBudget.forEach((budget, k) => {
    most[budget] = Math.max(most[budget]!, c.costCumulative[c.costOffset[k + 1]! - 1]!);
  });
  return most;
}
