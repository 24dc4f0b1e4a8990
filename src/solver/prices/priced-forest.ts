import type { Compiled } from '../compiled/compile.ts';
import type { Branch, Forest } from './forest.ts';
import type { Runs } from './runs.ts';

/** What using a unit costs, in the unit of the aim. */
export interface Prices {
  /** Per unit of a resource in each period: capacity[resource * horizon + period]. */
  readonly capacity: Float64Array;
  /** Per unit of money in each bucket of all budgets in a row. */
  readonly money: Float64Array;
}

/** Activities between two looks whether it is cancelled: all of a large agenda take some 60 milliseconds, the first time 250. */
const ACTIVITIES_BETWEEN_ASKS = 250;

/** What an activity adds to the aim by itself. */
export type OwnCost = (activity: number, start: number, finish: number) => number;

/** Starts that are open, both inclusive. */
export interface Starts {
  readonly earliest: Int32Array;
  /** Per slot. */
  readonly latest: Int32Array;
}

/**
 * The cheapest choice of starts and modes when every unit of capacity and money has its price and nothing else limits it: a dynamic
 * programme over each tree, from the leaves to the root.
 */
export class PricedForest {
  readonly start: Int32Array;
  readonly mode: Int32Array;
  private readonly c: Compiled;
  private readonly forest: Forest;
  private readonly open: Starts;
  /** The last moment that any start or finish can have. */
  private readonly last: number;
  /** Cells per slot. */
  private readonly width: number;
  private readonly cost: Float64Array;
  /** Least cost of a slot's subtree over the moments up to, or from, each; with the start that gives it. */
  private readonly least: Float64Array;
  private readonly leastAt: Int32Array;
  private readonly sumCapacity: Float64Array;
  private readonly runs: Runs;
  /** What starts cost without prices; filled in when a slot is first asked for, because all at once would take long. */
  private readonly base: Float64Array;
  private readonly hasBase: Uint8Array;
  private readonly own: OwnCost;

  /** @param own what starting an activity costs by itself, without prices */
  constructor(c: Compiled, forest: Forest, runs: Runs, open: Starts, own: OwnCost) {
    this.c = c;
    this.forest = forest;
    this.open = open;
    this.last = open.latest.reduce((last, start, slot) => Math.max(last, start + c.duration[slot]!), 0);
    this.width = this.last + 1;
    const slots = c.modeFirst[c.activities]!;
    this.start = new Int32Array(c.activities).fill(-1);
    this.mode = new Int32Array(c.activities);
    this.cost = new Float64Array(slots * this.width);
    this.base = new Float64Array(slots * this.width);
    this.least = new Float64Array(slots * this.width);
    this.leastAt = new Int32Array(slots * this.width);
    this.sumCapacity = new Float64Array(c.resources * (c.horizon + 1));
    this.runs = runs;
    this.own = own;
    this.hasBase = new Uint8Array(slots);
  }

  /**
   * Least total cost; `start` and `mode` then hold a choice that has it. Infinite if some activity has no start at all, not a number if it
   * was cancelled.
   */
  evaluate({ capacity, money }: Prices, cancelled: () => boolean): number {
    const { c, forest } = this;
    this.accumulate(capacity);
    let total = 0;
    for (let i = forest.order.length - 1; i >= 0; i--) {
      if (i % ACTIVITIES_BETWEEN_ASKS === 0 && cancelled()) return Number.NaN;
      const a = forest.order[i]!;
      for (let slot = c.modeFirst[a]!; slot < c.modeFirst[a + 1]!; slot++) {
        this.price(slot, a, money);
        for (const branch of forest.branches[a]!) this.add(slot, a, branch);
      }
      if (forest.parent[a]! < 0) total += this.chooseRoot(a);
      else this.summarise(a, this.branchTo(a));
    }
    for (const a of forest.order) for (const branch of forest.branches[a]!) this.chooseChild(a, branch);
    return total;
  }

  private accumulate(capacity: Float64Array): void {
    const { c } = this;
    for (let r = 0; r < c.resources; r++) {
      const row = r * (c.horizon + 1);
      let sum = 0;
      for (let t = 0; t < c.horizon; t++) {
        sum += capacity[r * c.horizon + t]!;
        this.sumCapacity[row + t + 1] = sum;
      }
    }
  }

  private branchTo(child: number): Branch {
    return this.forest.branches[this.forest.parent[child]!]!.find((branch) => branch.child === child)!;
  }

  private price(slot: number, a: number, money: Float64Array): void {
    const { width, cost, sumCapacity, runs } = this;
    const { horizon } = this.c;
    const from = this.open.earliest[a]!;
    const to = this.open.latest[slot]!;
    const row = slot * width;
    if (this.hasBase[slot] === 0) this.fillBase(slot, a);
    for (let s = from; s <= to; s++) cost[row + s] = this.base[row + s]!;
    for (let k = runs.first[slot]!; k < runs.first[slot + 1]!; k++) {
      const amount = runs.amount[k]!;
      const begin = runs.resource[k]! * (horizon + 1) + runs.from[k]!;
      const end = runs.resource[k]! * (horizon + 1) + runs.until[k]!;
      for (let s = from; s <= to; s++) cost[row + s]! += amount * (sumCapacity[end + s]! - sumCapacity[begin + s]!);
    }
    this.priceMoney(slot, from, to, money);
  }

  private fillBase(slot: number, a: number): void {
    const row = slot * this.width;
    const duration = this.c.duration[slot]!;
    for (let s = this.open.earliest[a]!; s <= this.open.latest[slot]!; s++)
      this.base[row + s] = this.own(a, s, s + duration);
    this.hasBase[slot] = 1;
  }

  private priceMoney(slot: number, from: number, to: number, money: Float64Array): void {
    const { c, cost } = this;
    const row = slot * this.width;
    const { bucketFirst, bucketEnd } = c.budgets;
    for (let k = c.costFirst[slot]!; k < c.costFirst[slot + 1]!; k++) {
      if (c.budgets.commits[c.costBudget[k]!] === 1) continue;
      const offset = c.costOffset[k]!;
      const periods = c.costOffset[k + 1]! - offset - 1;
      const all = c.costCumulative[offset + periods]!;
      let b = bucketFirst[c.costBudget[k]!]!;
      for (let s = from; s <= to; s++) {
        while (bucketEnd[b]! <= Math.min(s, c.horizon - 1)) b++;
        let paid = 0;
        for (let next = b; paid < all; next++) {
          const elapsed = Math.min(periods, bucketEnd[next]! - Math.min(s, c.horizon - 1));
          const until = c.costCumulative[offset + elapsed]!;
          cost[row + s]! += money[next]! * (until - paid);
          paid = until;
          if (elapsed === periods) break;
        }
      }
    }
  }

  /** Adds what the subtree of the child costs at least, for each start of the parent's slot. */
  private add(slot: number, a: number, branch: Branch): void {
    const { c, last, width, cost, least } = this;
    const row = slot * width;
    const [first, end] = this.slotsOf(slot, a, branch);
    const shift = momentShift(c, slot, branch);
    for (let s = this.open.earliest[a]!; s <= this.open.latest[slot]!; s++) {
      const moment = Math.min(last, Math.max(0, s + shift));
      const outside = branch.before ? s + shift < 0 : s + shift > last;
      let best = Number.POSITIVE_INFINITY;
      if (!outside) for (let k = first; k < end; k++) best = Math.min(best, least[k * width + moment]!);
      cost[row + s]! += best;
    }
  }

  private slotsOf(slot: number, a: number, branch: Branch): [number, number] {
    const { c } = this;
    if (!branch.sameMode) return [c.modeFirst[branch.child]!, c.modeFirst[branch.child + 1]!];
    const own = c.modeFirst[branch.child]! + slot - c.modeFirst[a]!;
    return [own, own + 1];
  }

  /** Running minimum over the child's moments, in the direction that its link looks. */
  private summarise(a: number, branch: Branch): void {
    const { c, last, width, cost, least, leastAt } = this;
    for (let slot = c.modeFirst[a]!; slot < c.modeFirst[a + 1]!; slot++) {
      const row = slot * width;
      const from = this.open.earliest[a]!;
      const to = this.open.latest[slot]!;
      const duration = branch.childFinish ? c.duration[slot]! : 0;
      let best = Number.POSITIVE_INFINITY;
      let at = -1;
      for (let i = 0; i <= last; i++) {
        const moment = branch.before ? i : last - i;
        const s = moment - duration;
        if (s >= from && s <= to && cost[row + s]! < best) {
          best = cost[row + s]!;
          at = s;
        }
        least[row + moment] = best;
        leastAt[row + moment] = at;
      }
    }
  }

  private chooseRoot(a: number): number {
    const { c, width, cost } = this;
    let best = Number.POSITIVE_INFINITY;
    for (let slot = c.modeFirst[a]!; slot < c.modeFirst[a + 1]!; slot++) {
      for (let s = this.open.earliest[a]!; s <= this.open.latest[slot]!; s++) {
        if (cost[slot * width + s]! >= best) continue;
        best = cost[slot * width + s]!;
        this.start[a] = s;
        this.mode[a] = slot - c.modeFirst[a]!;
      }
    }
    return best;
  }

  private chooseChild(a: number, branch: Branch): void {
    const { c, last, width, least, leastAt } = this;
    const slot = c.modeFirst[a]! + this.mode[a]!;
    const [first, end] = this.slotsOf(slot, a, branch);
    const moment = Math.min(last, Math.max(0, this.start[a]! + momentShift(c, slot, branch)));
    let best = Number.POSITIVE_INFINITY;
    for (let k = first; k < end; k++) {
      if (least[k * width + moment]! >= best) continue;
      best = least[k * width + moment]!;
      this.start[branch.child] = leastAt[k * width + moment]!;
      this.mode[branch.child] = k - c.modeFirst[branch.child]!;
    }
  }
}

/** From the parent's start to the moment that bounds the child's. */
function momentShift(c: Compiled, slot: number, { before, lag, parentFinish }: Branch): number {
  return (parentFinish ? c.duration[slot]! : 0) + (before ? -lag : lag);
}
