import type { Rng } from '../search/rng.ts';
import type { ListScheduler } from './list-scheduler.ts';
import type { Member } from './member.ts';

/** Shortest and longest span of time taken from the second parent, as shares of the makespan. */
const SHORTEST_SPAN = 0.1;
const LONGEST_SPAN = 0.5;
/** Probability that neighbours in an order change places, per position (Hartmann 1998 uses 0.05). */
const SWAP = 0.03;
/** Probability that an activity draws a new mode. */
const NEW_MODE = 0.02;

/**
 * Makes a new order (and modes) of two schedules. What the first parent does within a span of time is ordered as in the second parent,
 * everything else as in the first one. Starts in time, not positions in a list, decide: schedules of nearly the same length do
 * comparable things at the same time, so that a child keeps the good parts of both (cf. the peak crossover of Valls et al. 2008).
 */
export class Crossover {
  private readonly scheduler: ListScheduler;
  private readonly rng: Rng;
  private readonly key: Int32Array;
  private readonly sorted: Int32Array;
  private readonly placed: Uint8Array;
  private count = 0;

  constructor(scheduler: ListScheduler, rng: Rng) {
    const { activities } = scheduler.c;
    this.scheduler = scheduler;
    this.rng = rng;
    this.key = new Int32Array(activities);
    this.sorted = new Int32Array(activities);
    this.placed = new Uint8Array(activities);
  }

  combine(one: Member, other: Member, order: Int32Array, mode: Int32Array): void {
    const { rng, key } = this;
    const length = Math.max(one.makespan, other.makespan);
    const span = Math.max(1, Math.floor(length * (SHORTEST_SPAN + rng.unit() * (LONGEST_SPAN - SHORTEST_SPAN))));
    const from = rng.below(Math.max(1, length - (span >> 1)));
    for (let a = 0; a < key.length; a++) {
      const start = one.start[a]!;
      const inside = start >= from && start < from + span;
      key[a] = inside ? other.start[a]! : start;
      mode[a] = inside ? other.mode[a]! : one.mode[a]!;
    }
    this.orderBy(key, order);
    this.swap(order);
    if (this.scheduler.modes.several) this.mutateModes(mode);
  }

  /** Smallest key first, but nothing before what it follows. Keys lie within 0..horizon. */
  orderBy(key: Int32Array, order: Int32Array): void {
    this.scheduler.sort(key, this.sorted, false);
    this.placed.fill(0);
    this.count = 0;
    for (let i = 0; i < order.length; i++) this.append(this.sorted[i]!, order);
  }

  private append(a: number, order: Int32Array): void {
    if (this.placed[a]) return;
    this.placed[a] = 1;
    const { predecessor, c } = this.scheduler;
    for (let j = c.arcs.inFirst[a]!; j < c.arcs.inFirst[a + 1]!; j++) this.append(predecessor[j]!, order);
    order[this.count++] = a;
  }

  private swap(order: Int32Array): void {
    for (let i = 1; i < order.length; i++) {
      if (this.rng.unit() >= SWAP || this.follows(order[i]!, order[i - 1]!)) continue;
      const a = order[i]!;
      order[i] = order[i - 1]!;
      order[i - 1] = a;
    }
  }

  private follows(a: number, other: number): boolean {
    const { predecessor, c } = this.scheduler;
    for (let j = c.arcs.inFirst[a]!; j < c.arcs.inFirst[a + 1]!; j++) if (predecessor[j] === other) return true;
    return false;
  }

  private mutateModes(mode: Int32Array): void {
    for (let a = 0; a < mode.length; a++)
      if (this.rng.unit() < NEW_MODE) mode[a] = this.scheduler.modes.drawOne(a, mode[a]!, this.rng);
  }
}
