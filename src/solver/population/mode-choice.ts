import type { Compiled } from '../compiled/compile.ts';
import type { Rng } from '../search/rng.ts';

/** Passes over all activities in which a choice of modes may become affordable. */
const PASSES = 4;

/**
 * What a choice of modes takes from budgets that are never refilled. The sums belong to one choice at a time: `load` it first.
 */
export class ModeChoice {
  readonly several: boolean;
  private readonly c: Compiled;
  private readonly budgets: number;
  private readonly limit: Float64Array;
  /** cost[slot * budgets + budget] */
  private readonly cost: Float64Array;
  private readonly used: Float64Array;
  /** Modes that can be carried out at all: no demand beyond the largest capacity, no negative sum. */
  private readonly possible: Uint8Array;

  constructor(c: Compiled) {
    this.c = c;
    this.budgets = c.budgets.count;
    this.limit = c.budgets.inflow.slice();
    this.used = new Float64Array(this.budgets);
    const slots = c.modeFirst[c.activities]!;
    this.several = slots > c.activities;
    this.cost = new Float64Array(slots * this.budgets);
    this.possible = new Uint8Array(slots).fill(1);
    for (let slot = 0; slot < slots; slot++) {
      for (let k = c.costFirst[slot]!; k < c.costFirst[slot + 1]!; k++)
        this.cost[slot * this.budgets + c.costBudget[k]!]! += c.costCumulative[c.costOffset[k + 1]! - 1]!;
      for (let k = c.demandFirst[slot]!; k < c.demandFirst[slot + 1]!; k++)
        if (c.duration[slot]! > 0 && c.demandAmount[k]! > largestCapacity(c, c.demandResource[k]!))
          this.possible[slot] = 0;
    }
  }

  isPossible(slot: number): boolean {
    return this.possible[slot] === 1;
  }

  /** Draws a possible mode for every activity. */
  draw(mode: Int32Array, rng: Rng): void {
    for (let a = 0; a < mode.length; a++) mode[a] = this.drawOne(a, mode[a]!, rng);
  }

  drawOne(a: number, present: number, rng: Rng): number {
    const first = this.c.modeFirst[a]!;
    const count = this.c.modeFirst[a + 1]! - first;
    let mode = count === 1 ? 0 : rng.below(count);
    for (let i = 0; i < count && this.possible[first + mode] === 0; i++) mode = (mode + 1) % count;
    return this.possible[first + mode] === 1 ? mode : present;
  }

  /** Sums up a choice and returns by how much it exceeds the budgets in total. */
  load(mode: Int32Array): number {
    this.used.fill(0);
    for (let a = 0; a < mode.length; a++) {
      const at = (this.c.modeFirst[a]! + mode[a]!) * this.budgets;
      for (let b = 0; b < this.budgets; b++) this.used[b]! += this.cost[at + b]!;
    }
    return this.excess();
  }

  private excess(): number {
    let excess = 0;
    for (let b = 0; b < this.budgets; b++) if (this.used[b]! > this.limit[b]!) excess += this.used[b]! - this.limit[b]!;
    return excess;
  }

  /** Whether activity `a` may change its mode without exceeding a budget. */
  allows(a: number, from: number, to: number): boolean {
    const first = this.c.modeFirst[a]!;
    if (this.possible[first + to] === 0) return false;
    for (let b = 0; b < this.budgets; b++) {
      const more = this.cost[(first + to) * this.budgets + b]! - this.cost[(first + from) * this.budgets + b]!;
      if (more > 0 && this.used[b]! + more > this.limit[b]!) return false;
    }
    return true;
  }

  /** Books the change of a mode. */
  change(a: number, from: number, to: number): void {
    const first = this.c.modeFirst[a]!;
    for (let b = 0; b < this.budgets; b++)
      this.used[b]! += this.cost[(first + to) * this.budgets + b]! - this.cost[(first + from) * this.budgets + b]!;
  }

  /** Brings a loaded choice nearer to the budgets, activity by activity from a random one on; returns what is still exceeded. */
  repair(mode: Int32Array, rng: Rng): number {
    let excess = this.excess();
    for (let pass = 0; pass < PASSES && excess > 0; pass++) {
      const offset = rng.below(mode.length);
      const before = excess;
      for (let i = 0; i < mode.length && excess > 0; i++)
        excess = this.repairOne(mode, (i + offset) % mode.length, excess);
      if (excess >= before) break;
    }
    return excess;
  }

  private repairOne(mode: Int32Array, a: number, excess: number): number {
    const first = this.c.modeFirst[a]!;
    let least = excess;
    for (let m = 0; m < this.c.modeFirst[a + 1]! - first; m++) {
      if (m === mode[a] || this.possible[first + m] === 0) continue;
      const present = mode[a]!;
      this.change(a, present, m);
      const now = this.excess();
      if (now < least) {
        least = now;
        mode[a] = m;
      } else this.change(a, m, present);
    }
    return least;
  }
}

function largestCapacity(c: Compiled, resource: number): number {
  let most = 0;
  for (let t = resource * c.horizon; t < (resource + 1) * c.horizon; t++) most = Math.max(most, c.capacity[t]!);
  return most;
}
