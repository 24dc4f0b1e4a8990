import type { Compiled } from '../compiled/compile.ts';
import type { Repair } from '../schedule/repair.ts';
import { DROPPED, OUT, type Schedule } from '../schedule/schedule.ts';
import type { Wishes } from '../schedule/wishes.ts';
import { BEFORE, GROUP, Operators, PULL, RANDOM } from './operators.ts';
import type { Rng } from './rng.ts';
import { Way } from './way.ts';

/** Candidates looked at when neighbours in time are sought: enough to find some, few enough to be independent of the problem's size. */
const SAMPLE = 64;
/** Most activities named for one move; what they push away comes on top. */
const LARGEST = 12;
/** How far an activity is pulled forward at most, in the noise of the keys. */
const FAR = 3;
/** Steps back along tight links in search of something that can be pulled. */
const BACK = 6;

/**
 * Chooses what to take out of the schedule and in which order it returns (Shaw 1998; operators after Pisinger and Ropke 2007).
 * Every operator takes time independent of the problem's size.
 */
export class Destroyer {
  private readonly c: Compiled;
  private readonly schedule: Schedule;
  private readonly repair: Repair;
  private readonly wishes: Wishes;
  private readonly rng: Rng;
  private readonly urgency: Float64Array;
  /** To be told what became of each move. */
  readonly operators: Operators;
  /** Activities that can move. */
  readonly movable: Int32Array;
  /** Movable activities that may need a resource, per resource. */
  private readonly users: readonly Int32Array[];
  /** Noise on keys, in periods: most of a mean duration. */
  readonly noise: number;
  private readonly largest: number;
  private readonly way: Way;
  private readonly sampleActivity = new Int32Array(SAMPLE);
  private readonly sampleDistance = new Float64Array(SAMPLE);
  /** How this move orders what returns, and which share of it is put in late. */
  private style = 0;
  private lateShare = 0;

  constructor(schedule: Schedule, repair: Repair, wishes: Wishes, rng: Rng, urgency: Float64Array) {
    const { c } = schedule;
    this.c = c;
    this.schedule = schedule;
    this.repair = repair;
    this.wishes = wishes;
    this.rng = rng;
    this.operators = new Operators(rng);
    this.urgency = urgency;
    this.movable = Int32Array.from({ length: c.activities }, (_, a) => a).filter((a) => c.frozenStart[a]! < 0);
    this.users = Array.from({ length: c.resources }, (_, r) => this.movable.filter((a) => mayUse(c, a, r)));
    const total = this.movable.reduce((sum, a) => sum + c.duration[c.modeFirst[a]!]!, 0);
    this.noise = Math.max(2, (0.8 * total) / Math.max(1, this.movable.length));
    this.largest = Math.min(LARGEST, Math.max(4, Math.floor(this.movable.length / 3)));
    this.way = new Way(schedule, this.movable, this.users, rng, (a) =>
      repair.eject(c.blocks.of[a]!, this.returnKey(a)),
    );
  }

  /** Takes out a neighbourhood of some kind, from the given one on: around one of the culprits, or around any activity. */
  eject(first: typeof PULL | typeof BEFORE, culprits: Int32Array, culpritCount: number): void {
    const operator = this.operators.draw(first);
    if (operator === PULL) this.pull(culprits, culpritCount);
    else this.ejectAround(operator, culprits, culpritCount);
  }

  private ejectAround(operator: number, culprits: Int32Array, culpritCount: number): void {
    const { rng, wishes } = this;
    this.style = rng.unit();
    this.lateShare = rng.unit() < 0.4 ? rng.unit() : 0;
    const size = 1 + rng.below(this.largest);
    let seed = this.randomActivity();
    if (culpritCount > 0 && rng.unit() < 0.6) seed = this.blame(culprits[rng.below(culpritCount)]!);
    wishes.detour = rng.unit() < 0.05 ? seed : -1;
    const away = Math.floor(rng.unit() * this.noise);
    // What keeps to a reference may also stand in the way of what waits for it: then it must go before its wish.
    const back = wishes.reference !== null && wishes.detour >= 0 && rng.unit() < 0.5;
    wishes.detourStart = Math.max(0, this.schedule.start[seed]! + (back ? -1 - away : away));
    this.ejectActivity(seed, -this.noise * rng.unit());
    if (operator === BEFORE) this.ejectBefore(seed, size);
    else if (operator === RANDOM) this.ejectRandom(size);
    else if (operator === GROUP) this.ejectGroup(seed, size);
    else this.ejectChain(seed, size);
  }

  /**
   * Brings one activity forward: it returns first, and what works or spends money in its way at an earlier start behind it. Unlike the other
   * kinds this rarely puts everything back where it was.
   */
  private pull(culprits: Int32Array, culpritCount: number): void {
    const { rng, schedule, wishes } = this;
    wishes.detour = -1;
    this.style = rng.unit();
    this.lateShare = 0;
    const a = this.pullable(culprits, culpritCount);
    const start = schedule.start[a]!;
    const low = schedule.lowerLimit(a);
    this.ejectActivity(a, Number.MIN_SAFE_INTEGER);
    if (schedule.status[a] === OUT && start > low) {
      const reach = Math.min(start - low, Math.ceil(FAR * this.noise));
      this.way.clear(schedule.slot(a), start - 1 - Math.floor(reach * rng.unit() ** 2));
      if (rng.unit() < 0.8) return;
    }
    this.ejectRandom(1 + rng.below(3));
  }

  /** A culprit or any activity, or something before it that holds it up. */
  private pullable(culprits: Int32Array, culpritCount: number): number {
    const { rng, schedule } = this;
    let a = culpritCount > 0 && rng.unit() < 0.6 ? culprits[rng.below(culpritCount)]! : this.randomActivity();
    for (let i = 0; i < BACK; i++) {
      const free = !schedule.isFrozen(a) && schedule.lowerLimit(a) < schedule.start[a]!;
      if (free && rng.unit() < 0.8) return a;
      const before = this.tightBefore(a);
      if (before < 0) break;
      a = before;
    }
    return schedule.isFrozen(a) ? this.randomActivity() : a;
  }

  /** A much larger random part, to leave a dead end. */
  kick(): void {
    this.style = this.rng.unit();
    this.lateShare = 0;
    this.ejectRandom(Math.ceil(Math.min(4 * SAMPLE, this.movable.length) * (0.15 + 0.35 * this.rng.unit())));
  }

  /** Ejects what works while the pinned activities want to; it returns in its present order. */
  makeRoom(pinned: readonly number[]): void {
    const { schedule } = this;
    this.style = 0;
    this.lateShare = 0.1;
    for (let i = 0; i < this.movable.length; i++) {
      const a = this.movable[i]!;
      const finish = schedule.start[a]! + schedule.duration(a);
      const inTheWay = pinned.some((p) => {
        const start = this.wishes.pinned[p]!;
        return schedule.start[a]! < start + schedule.duration(p) && finish > start;
      });
      if (inTheWay) this.ejectActivity(a, 0);
    }
  }

  private randomActivity(): number {
    let a = this.movable[this.rng.below(this.movable.length)]!;
    for (let tries = 0; tries < 3 && this.schedule.status[a] === DROPPED; tries++) {
      a = this.movable[this.rng.below(this.movable.length)]!;
    }
    return a;
  }

  /** What is late may be so because of what it waits for: steps back along tight links now and then. */
  private blame(activity: number): number {
    const { schedule, rng } = this;
    let a = activity;
    while (rng.unit() < 0.4) {
      const previous = this.tightBefore(a);
      if (previous < 0) break;
      a = previous;
    }
    return schedule.isFrozen(a) ? this.randomActivity() : a;
  }

  /** Something movable that `a` waits for without slack, or -1. */
  private tightBefore(a: number): number {
    const { schedule } = this;
    const { arcs } = this.c;
    let before = -1;
    for (let i = arcs.inFirst[a]!; i < arcs.inFirst[a + 1]!; i++) {
      const k = arcs.inArc[i]!;
      if (!schedule.isFrozen(arcs.from[k]!) && schedule.isTight(k)) before = arcs.from[k]!;
    }
    return before;
  }

  private ejectActivity(a: number, bonus: number): void {
    const { c, rng, schedule } = this;
    if (this.wishes.pinned[a]! >= 0 || this.schedule.status[a] === DROPPED) return;
    const group = c.modeGroup[a]!;
    if (group >= 0 && rng.unit() < 0.2) this.switchModeGroup(group);
    this.repair.eject(c.blocks.of[a]!, this.returnKey(a) + bonus);
    if (!schedule.isFrozen(a)) schedule.setLate(a, rng.unit() < this.lateShare ? 1 : 0);
    const modes = c.modeFirst[a + 1]! - c.modeFirst[a]!;
    if (group < 0 && modes > 1 && !schedule.isFrozen(a) && rng.unit() < 0.3) schedule.setMode(a, rng.below(modes));
  }

  private switchModeGroup(group: number): void {
    const { c, rng, schedule } = this;
    const members = c.modeGroupMembers[group]!;
    const mode = rng.below(c.modeFirst[members[0]! + 1]! - c.modeFirst[members[0]!]!);
    for (let i = 0; i < members.length; i++) if (schedule.isFrozen(members[i]!)) return;
    for (let i = 0; i < members.length; i++) {
      const a = members[i]!;
      this.repair.eject(c.blocks.of[a]!, this.returnKey(a));
      schedule.setMode(a, mode);
    }
  }

  /** The order of return: as before, by urgency, or any; the first two with noise. */
  private returnKey(a: number): number {
    const { rng } = this;
    if (this.style < 0.5) return this.schedule.start[a]! + (rng.unit() - 0.5) * this.noise;
    if (this.style < 0.8) return this.urgency[a]! + (rng.unit() - 0.5) * this.noise;
    return rng.unit() * this.c.horizon;
  }

  private ejectRandom(size: number): void {
    for (let i = 0; i < size; i++) this.ejectActivity(this.randomActivity(), 0);
  }

  /** What works shortly before the seed or when it begins, on one of its resources or on any: it may keep the seed from starting. */
  private ejectBefore(seed: number, size: number): void {
    const { c, rng, schedule, sampleActivity, sampleDistance } = this;
    const slot = schedule.slot(seed);
    const k = c.demandFirst[slot]! + rng.below(c.demandFirst[slot + 1]! - c.demandFirst[slot]! + 1);
    const pool = k < c.demandFirst[slot + 1]! ? this.users[c.demandResource[k]!]! : this.movable;
    const from = schedule.start[seed]! - 0.5 * this.noise * rng.unit();
    const to = schedule.start[seed]! + 0.2 * schedule.duration(seed);
    const count = Math.min(SAMPLE, pool.length);
    for (let i = 0; i < count; i++) {
      const a = pool[pool.length > SAMPLE ? rng.below(pool.length) : i]!;
      const away = Math.max(0, from - schedule.start[a]! - schedule.duration(a), schedule.start[a]! - to);
      sampleActivity[i] = a;
      sampleDistance[i] = (away + 0.3 * this.noise) * (0.2 + rng.unit());
    }
    for (let taken = 0; taken < size && taken < count; taken++) {
      let best = 0;
      for (let i = 1; i < count; i++) if (sampleDistance[i]! < sampleDistance[best]!) best = i;
      sampleDistance[best] = Number.POSITIVE_INFINITY;
      this.ejectActivity(sampleActivity[best]!, 0);
    }
  }

  /** The seed's undertaking, and another one in part. */
  private ejectGroup(seed: number, size: number): void {
    const { c } = this;
    this.ejectSome(c.groupMembers[c.group[seed]!]!, 2 * this.largest);
    this.ejectSome(c.groupMembers[c.group[this.randomActivity()]!]!, size);
  }

  private ejectSome(members: Int32Array, most: number): void {
    for (let i = 0; i < members.length && i < most; i++) {
      if (!this.schedule.isFrozen(members[i]!)) this.ejectActivity(members[i]!, 0);
    }
  }

  /** A walk along the links from the seed, backwards or forwards, and what stands before its end. */
  private ejectChain(seed: number, size: number): void {
    const { arcs } = this.c;
    const { rng, schedule } = this;
    const back = rng.unit() < 0.7;
    let a = seed;
    for (let i = 0; i < size; i++) {
      const first = back ? arcs.inFirst[a]! : arcs.outFirst[a]!;
      const count = (back ? arcs.inFirst[a + 1]! : arcs.outFirst[a + 1]!) - first;
      if (count === 0) break;
      a = back ? arcs.from[arcs.inArc[first + rng.below(count)]!]! : arcs.to[arcs.outArc[first + rng.below(count)]!]!;
      if (!schedule.isFrozen(a)) this.ejectActivity(a, 0);
    }
    this.ejectBefore(a, 1 + (size >> 1));
  }
}

function mayUse(c: Compiled, a: number, resource: number): boolean {
  for (let k = c.demandFirst[c.modeFirst[a]!]!; k < c.demandFirst[c.modeFirst[a + 1]!]!; k++) {
    if (c.demandResource[k] === resource) return true;
  }
  return false;
}
