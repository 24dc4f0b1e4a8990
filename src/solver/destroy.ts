import type { Compiled } from './compile.ts';
import type { Rng } from './rng.ts';
import type { Schedule } from './schedule.ts';

/** Candidates looked at when neighbours in time are sought: enough to find some, few enough to be independent of the problem's size. */
const SAMPLE = 64;

/**
 * Chooses what to take out of the schedule and in which order it returns. Every operator takes time independent of the problem's size.
 */
export class Destroyer {
  private readonly c: Compiled;
  private readonly rng: Rng;
  private readonly urgency: Float64Array;
  /** Activities that can move. */
  private readonly movable: Int32Array;
  /** Movable activities that may need a resource, per resource. */
  private readonly users: readonly Int32Array[];
  private readonly noise: number;
  private readonly largest: number;
  private readonly sampleActivity = new Int32Array(SAMPLE);
  private readonly sampleDistance = new Float64Array(SAMPLE);
  private style = 0;

  constructor(c: Compiled, rng: Rng, urgency: Float64Array) {
    this.c = c;
    this.rng = rng;
    this.urgency = urgency;
    this.movable = Int32Array.from({ length: c.activities }, (_, a) => a).filter((a) => c.frozenStart[a]! < 0);
    this.users = Array.from({ length: c.resources }, (_, r) => this.movable.filter((a) => mayUse(c, a, r)));
    const total = this.movable.reduce((sum, a) => sum + c.duration[c.modeFirst[a]!]!, 0);
    this.noise = Math.max(2, (0.8 * total) / Math.max(1, this.movable.length));
    this.largest = Math.min(12, Math.max(4, Math.floor(this.movable.length / 3)));
  }

  /** Whether there is anything to change at all. */
  get idle(): boolean {
    return this.movable.length === 0;
  }

  /** Ejects a neighbourhood around one of the culprits or around a random activity. */
  eject(schedule: Schedule, culprits: Int32Array, culpritCount: number): void {
    const { rng } = this;
    this.style = rng.unit();
    const size = 1 + rng.below(this.largest);
    let seed = this.movable[rng.below(this.movable.length)]!;
    if (culpritCount > 0 && rng.unit() < 0.6) {
      seed = this.blame(schedule, culprits[rng.below(culpritCount)]!);
    }
    schedule.detour = rng.unit() < 0.05 ? seed : -1;
    schedule.detourStart = schedule.start[seed]! + Math.floor(rng.unit() * this.noise);
    const operator = rng.unit();
    this.ejectActivity(schedule, seed, -this.noise * rng.unit());
    if (operator < 0.5) this.ejectNear(schedule, seed, size);
    else if (operator < 0.85) this.ejectRandom(schedule, size);
    else if (operator < 0.93) this.ejectGroup(schedule, seed, size);
    else this.ejectChain(schedule, seed, size);
  }

  /** A much larger random part, to leave a dead end. */
  kick(schedule: Schedule): void {
    this.style = this.rng.unit();
    this.ejectRandom(schedule, Math.ceil(this.movable.length * (0.15 + 0.35 * this.rng.unit())));
  }

  /** What is late may be so because of what it waits for: steps back along tight links now and then. */
  private blame(schedule: Schedule, activity: number): number {
    const { arcs } = this.c;
    let a = activity;
    while (this.rng.unit() < 0.4) {
      let previous = -1;
      for (let i = arcs.inFirst[a]!; i < arcs.inFirst[a + 1]!; i++) {
        const k = arcs.inArc[i]!;
        if (!schedule.isFrozen(arcs.from[k]!) && schedule.isTight(k)) previous = arcs.from[k]!;
      }
      if (previous < 0) break;
      a = previous;
    }
    return schedule.isFrozen(a) ? this.movable[this.rng.below(this.movable.length)]! : a;
  }

  private ejectActivity(schedule: Schedule, a: number, bonus: number): void {
    const { c, rng } = this;
    const group = c.modeGroup[a]!;
    if (group >= 0 && rng.unit() < 0.2) this.switchModeGroup(schedule, group);
    schedule.eject(c.blocks.of[a]!, this.returnKey(schedule, a) + bonus);
    const modes = c.modeFirst[a + 1]! - c.modeFirst[a]!;
    if (group < 0 && modes > 1 && !schedule.isFrozen(a) && rng.unit() < 0.3) schedule.setMode(a, rng.below(modes));
  }

  private switchModeGroup(schedule: Schedule, group: number): void {
    const { c, rng } = this;
    const members = c.modeGroupMembers[group]!;
    const mode = rng.below(c.modeFirst[members[0]! + 1]! - c.modeFirst[members[0]!]!);
    for (let i = 0; i < members.length; i++) if (schedule.isFrozen(members[i]!)) return;
    for (let i = 0; i < members.length; i++) {
      const a = members[i]!;
      schedule.eject(c.blocks.of[a]!, this.returnKey(schedule, a));
      schedule.setMode(a, mode);
    }
  }

  /** The order of return: as before, by urgency, or any; the first two with noise. */
  private returnKey(schedule: Schedule, a: number): number {
    const { rng } = this;
    if (this.style < 0.5) return schedule.start[a]! + (rng.unit() - 0.5) * this.noise;
    if (this.style < 0.8) return this.urgency[a]! + (rng.unit() - 0.5) * this.noise;
    return rng.unit() * this.c.horizon;
  }

  private ejectRandom(schedule: Schedule, size: number): void {
    for (let i = 0; i < size; i++) this.ejectActivity(schedule, this.movable[this.rng.below(this.movable.length)]!, 0);
  }

  /** Activities that work about when the seed does or should, on one of its resources or on any. */
  private ejectNear(schedule: Schedule, seed: number, size: number): void {
    const { c, rng, sampleActivity, sampleDistance } = this;
    const slot = schedule.slot(seed);
    const demands = c.demandFirst[slot + 1]! - c.demandFirst[slot]!;
    const k = c.demandFirst[slot]! + rng.below(demands + 1);
    const pool = k < c.demandFirst[slot + 1]! ? this.users[c.demandResource[k]!]! : this.movable;
    const centre = schedule.start[seed]! + 0.5 * schedule.duration(seed) + (rng.unit() - 0.5) * this.noise;
    const count = Math.min(SAMPLE, pool.length);
    for (let i = 0; i < count; i++) {
      const a = pool.length > SAMPLE ? pool[rng.below(pool.length)]! : pool[i]!;
      sampleActivity[i] = a;
      sampleDistance[i] = Math.abs(schedule.start[a]! + 0.5 * schedule.duration(a) - centre) * (0.5 + rng.unit());
    }
    for (let taken = 0; taken < size && taken < count; taken++) {
      let best = 0;
      for (let i = 1; i < count; i++) if (sampleDistance[i]! < sampleDistance[best]!) best = i;
      sampleDistance[best] = Number.POSITIVE_INFINITY;
      this.ejectActivity(schedule, sampleActivity[best]!, 0);
    }
  }

  /** The seed's undertaking, and another one in part. */
  private ejectGroup(schedule: Schedule, seed: number, size: number): void {
    const { c, rng } = this;
    const own = c.groupMembers[c.group[seed]!]!;
    for (let i = 0; i < own.length && i < 2 * this.largest; i++) {
      if (!schedule.isFrozen(own[i]!)) this.ejectActivity(schedule, own[i]!, 0);
    }
    const other = c.groupMembers[c.group[this.movable[rng.below(this.movable.length)]!]!]!;
    for (let i = 0; i < other.length && i < size; i++) {
      if (!schedule.isFrozen(other[i]!)) this.ejectActivity(schedule, other[i]!, 0);
    }
  }

  /** A walk along the links through the seed, forwards or backwards. */
  private ejectChain(schedule: Schedule, seed: number, size: number): void {
    const { arcs } = this.c;
    const { rng } = this;
    const back = rng.unit() < 0.7;
    let a = seed;
    for (let i = 0; i < size; i++) {
      const first = back ? arcs.inFirst[a]! : arcs.outFirst[a]!;
      const count = (back ? arcs.inFirst[a + 1]! : arcs.outFirst[a + 1]!) - first;
      if (count === 0) break;
      a = back ? arcs.from[arcs.inArc[first + rng.below(count)]!]! : arcs.to[arcs.outArc[first + rng.below(count)]!]!;
      if (!schedule.isFrozen(a)) this.ejectActivity(schedule, a, 0);
    }
    this.ejectNear(schedule, a, 1 + (size >> 1));
  }
}

function mayUse(c: Compiled, a: number, resource: number): boolean {
  for (let k = c.demandFirst[c.modeFirst[a]!]!; k < c.demandFirst[c.modeFirst[a + 1]!]!; k++) {
    if (c.demandResource[k] === resource) return true;
  }
  return false;
}
