import type { Compiled } from '../compiled/compile.ts';
import type { ModeChoice } from './mode-choice.ts';
import { PackedProfile } from './packed-profile.ts';

/**
 * Turns an order of activities into a schedule of a compact problem: the serial schedule generation scheme (Kelley 1963), forwards
 * from the beginning or backwards from an end. Nothing is allocated after construction.
 */
export class ListScheduler {
  readonly c: Compiled;
  readonly start: Int32Array;
  readonly finish: Int32Array;
  /** Mode of each activity; `forward` may change it. */
  readonly mode: Int32Array;
  /** Last finish of the schedule in hand. */
  makespan = 0;
  /** An order in which nothing stands before what it follows. */
  readonly topological: Int32Array;
  private readonly profile: PackedProfile;
  readonly modes: ModeChoice;
  /** The other end of each incoming and outgoing arc, in the order of `arcs.inArc` and `arcs.outArc`, with its lag. */
  readonly predecessor: Int32Array;
  readonly successor: Int32Array;
  readonly successorLag: Int32Array;
  private readonly predecessorLag: Int32Array;
  private readonly counts: Int32Array;

  constructor(c: Compiled, modes: ModeChoice) {
    const { arcs } = c;
    this.c = c;
    this.modes = modes;
    this.profile = new PackedProfile(c);
    this.start = new Int32Array(c.activities);
    this.finish = new Int32Array(c.activities);
    this.mode = new Int32Array(c.activities);
    this.topological = c.blocks.member;
    this.predecessor = arcs.inArc.map((k) => arcs.from[k]!);
    this.predecessorLag = arcs.inArc.map((k) => arcs.lag[k]!);
    this.successor = arcs.outArc.map((k) => arcs.to[k]!);
    this.successorLag = arcs.outArc.map((k) => arcs.lag[k]!);
    this.counts = new Int32Array(c.horizon + 2);
  }

  /**
   * Places every activity at its earliest start in the given order, which must respect the links.
   * @param faster whether an activity may change to a mode in which it ends earlier and that the budgets allow
   * @returns false if the horizon is too short
   */
  forward(order: Int32Array, faster: boolean): boolean {
    const { c, profile, start, finish, mode } = this;
    const { inFirst } = c.arcs;
    profile.clear();
    this.makespan = 0;
    for (let i = 0; i < order.length; i++) {
      const a = order[i]!;
      let low = c.release[a]!;
      for (let j = inFirst[a]!; j < inFirst[a + 1]!; j++) {
        const bound = finish[this.predecessor[j]!]! + this.predecessorLag[j]!;
        if (bound > low) low = bound;
      }
      let slot = c.modeFirst[a]! + mode[a]!;
      let at = profile.earliest(slot, low, c.duration[slot]!);
      if (faster && c.modeFirst[a + 1]! - c.modeFirst[a]! > 1) {
        at = this.improveMode(a, low, at);
        slot = c.modeFirst[a]! + mode[a]!;
      }
      if (at < 0) return false;
      profile.place(slot, at, c.duration[slot]!);
      start[a] = at;
      finish[a] = at + c.duration[slot]!;
      if (finish[a]! > this.makespan) this.makespan = finish[a]!;
    }
    return true;
  }

  /** Changes the mode of `a`, which would start at `at`, to the one that ends first among those that the budgets allow (Hartmann 2001, single-pass improvement). */
  private improveMode(a: number, low: number, at: number): number {
    const { c, mode, profile, modes } = this;
    const first = c.modeFirst[a]!;
    const present = mode[a]!;
    let best = present;
    let bestStart = at;
    let bestFinish = at < 0 ? c.horizon + 1 : at + c.duration[first + present]!;
    for (let m = 0; m < c.modeFirst[a + 1]! - first; m++) {
      const duration = c.duration[first + m]!;
      if (m === present || low + duration >= bestFinish || !modes.allows(a, present, m)) continue;
      const start = profile.earliest(first + m, low, duration);
      if (start < 0 || start + duration >= bestFinish) continue;
      best = m;
      bestStart = start;
      bestFinish = start + duration;
    }
    if (best !== present) {
      modes.change(a, present, best);
      mode[a] = best;
    }
    return bestStart;
  }

  /**
   * Places every activity as late as it can end by `end`, in the given order, which must respect the links backwards.
   * @returns false if something does not fit behind period 0
   */
  backward(order: Int32Array, end: number): boolean {
    const { c, profile, start, finish, mode } = this;
    const { outFirst } = c.arcs;
    profile.clear();
    for (let i = 0; i < order.length; i++) {
      const a = order[i]!;
      let high = end;
      for (let j = outFirst[a]!; j < outFirst[a + 1]!; j++) {
        const bound = start[this.successor[j]!]! - this.successorLag[j]!;
        if (bound < high) high = bound;
      }
      const slot = c.modeFirst[a]! + mode[a]!;
      const at = profile.latest(slot, high, c.duration[slot]!);
      if (at < 0) return false;
      profile.place(slot, at, c.duration[slot]!);
      start[a] = at;
      finish[a] = at + c.duration[slot]!;
    }
    return true;
  }

  /**
   * Writes all activities into `order`, smallest key first, or largest first if `descending`. Keys lie within 0..horizon; at equal keys
   * links are respected (in their direction, or against it), because what counts as equal is counted in topological order.
   */
  sort(key: Int32Array, order: Int32Array, descending: boolean): void {
    const { counts, topological } = this;
    counts.fill(0);
    for (let i = 0; i < key.length; i++) counts[key[i]! + 1]!++;
    for (let t = 1; t < counts.length; t++) counts[t]! += counts[t - 1]!;
    for (let i = 0; i < topological.length; i++) {
      const a = topological[i]!;
      const position = counts[key[a]!]!++;
      order[descending ? order.length - 1 - position : position] = a;
    }
  }
}
