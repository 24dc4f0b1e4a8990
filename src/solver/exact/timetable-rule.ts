import { CertainParts } from './certain-parts.ts';
import type { Domains } from './domains.ts';
import { type Fact, NOTHING, type Nogood } from './nogood.ts';
import type { Tasks } from './tasks.ts';
import { Touched } from './touched.ts';

/**
 * Time-tabling of one resource with explanations per period (Schutt, Feydy, Stuckey, Wallace 2011, "Explaining the cumulative
 * propagator"): from its latest start to its earliest finish an activity runs for certain; where those certain parts leave too little,
 * no other activity can run. Between two runs few bounds change, so only what they touch is looked at.
 */
export class TimetableRule {
  readonly touched: Touched;
  private readonly tasks: Tasks;
  private readonly domains: Domains;
  private readonly resource: number;
  private readonly users: Int32Array;
  /** Index of each user. */
  private readonly indexOf: Int32Array;
  /** Capacity beside frozen activities, and what certain parts leave of it. */
  private readonly free: Int32Array;
  private readonly parts: CertainParts;
  private readonly left: Int32Array;
  /** A period that frozen activities overload alone, or -1. */
  private readonly hopeless: number;
  /** Amount of each user if it has one mode and an even demand, else -1; and then its duration. */
  private readonly amount: Int32Array;
  private readonly length: Int32Array;
  /** Bounds of each user when the rule had nothing more to say about it; a low of -1 says that it was not looked at. */
  private readonly seenLow: Int32Array;
  private readonly seenHigh: Int32Array;
  /** The last run ended with a conflict, before everything was looked at. */
  private cut = true;
  /** Users with a certain part in the period that is explained, largest first, and their units. */
  private readonly blocking: Int32Array;
  private readonly units: Int32Array;
  /** Whether every user has an even demand; and then the users, largest amount first. */
  private readonly isEven: boolean;
  private readonly largestFirst: Int32Array;
  private readonly facts: (Fact | null)[];

  constructor(tasks: Tasks, domains: Domains, resource: number) {
    this.tasks = tasks;
    this.domains = domains;
    this.resource = resource;
    this.users = Int32Array.from(tasks.users[resource]!);
    const { horizon } = tasks.c;
    this.touched = new Touched(tasks.c.activities);
    this.indexOf = new Int32Array(tasks.c.activities);
    this.users.forEach((a, i) => {
      this.indexOf[a] = i;
      this.touched.add(a);
    });
    this.free = tasks.free.slice(resource * horizon, (resource + 1) * horizon);
    this.parts = new CertainParts(this.free, this.users.length);
    this.left = this.parts.left;
    this.hopeless = this.free.findIndex((units) => units < 0);
    this.amount = Int32Array.from(this.users, (a) => {
      const slot = tasks.firstSlot(a, null);
      const even = tasks.modeVariable[a]! < 0 && tasks.isFlat(slot, resource);
      return even ? tasks.demand(slot, resource, 0) : -1;
    });
    this.length = Int32Array.from(this.users, (a) => tasks.c.duration[tasks.firstSlot(a, null)]!);
    this.seenLow = new Int32Array(this.users.length);
    this.seenHigh = new Int32Array(this.users.length);
    this.blocking = new Int32Array(this.users.length);
    this.units = new Int32Array(this.users.length);
    this.isEven = !this.amount.includes(-1);
    this.largestFirst = Int32Array.from(this.users.keys()).sort((i, j) => this.amount[j]! - this.amount[i]! || i - j);
    this.facts = new Array<Fact | null>(horizon).fill(null);
  }

  /** Applies the rule once; returns a nogood that holds now, or null. */
  run(): Nogood | null {
    const all = this.cut;
    this.cut = true;
    const overloaded = this.hopeless >= 0 ? this.hopeless : this.bookCertainParts(all);
    if (overloaded >= 0) return this.overload(overloaded, 0, -1, -1, 0, -1, 0);
    const { users, amount, touched } = this;
    const { least } = this.parts;
    for (let i = 0; i < users.length; i++) {
      const a = users[i]!;
      if (!all && amount[i]! >= 0 && amount[i]! <= least && !touched.has(a)) continue;
      const conflict = this.look(i, a, all);
      if (conflict) return conflict;
    }
    this.cut = false;
    touched.clear();
    return null;
  }

  /** Narrows the bounds of one user. What was seen before and did not become tighter is not looked at again. */
  private look(i: number, a: number, all: boolean): Nogood | null {
    const { domains, parts, seenLow, seenHigh } = this;
    const low = domains.low(a);
    const high = domains.high(a);
    if (low === high) {
      seenLow[i] = -1;
      return null;
    }
    const unseen = all || seenLow[i]! < 0 || this.amount[i]! < 0;
    const first = unseen || low !== seenLow[i]! || high > seenHigh[i]!;
    const last = unseen || high !== seenHigh[i]! || low < seenLow[i]!;
    const tighter = this.amount[i]! > parts.least;
    const { tightenedFrom: from, tightenedUntil: until } = parts;
    const conflict =
      (first ? this.raiseStart(i, a, 0, this.left.length) : tighter ? this.raiseStart(i, a, from, until) : null) ??
      (last ? this.lowerStart(i, a, 0, this.left.length) : tighter ? this.lowerStart(i, a, from, until) : null);
    if (conflict) return conflict;
    seenLow[i] = domains.low(a);
    seenHigh[i] = domains.high(a);
    return null;
  }

  /** Books what changed; returns a period in which the certain parts exceed the capacity, or -1. */
  private bookCertainParts(all: boolean): number {
    const { parts, users, left, touched, indexOf } = this;
    parts.settled();
    if (this.isEven) {
      for (let k = 0; k < touched.count; k++) this.bookCertainPart(indexOf[touched.items[k]!]!);
    } else {
      // The certain part of one that is not even hangs on its mode as well.
      for (let i = 0; i < users.length; i++) this.bookCertainPart(i);
    }
    if (!all && parts.least >= 0) return -1;
    const until = all ? left.length : parts.tightenedUntil;
    for (let t = all ? 0 : parts.tightenedFrom; t < until; t++) if (left[t]! < 0) return t;
    return -1;
  }

  private bookCertainPart(i: number): void {
    const { tasks, domains, parts, amount } = this;
    const a = this.users[i]!;
    const low = domains.low(a);
    const high = domains.high(a);
    const even = amount[i]! >= 0;
    const end = low + (even ? this.length[i]! : tasks.shortest(a, domains));
    const until = high < end ? end : high;
    if (even) parts.book(i, amount[i]!, high, until);
    else parts.bookUneven(i, (t) => this.certain(i, a, t, low, high), high, until);
  }

  /** Units that the activity needs in period t wherever it starts in low..high; t lies in its certain part. */
  private certain(i: number, a: number, t: number, low: number, high: number): number {
    return this.amount[i]! >= 0
      ? this.amount[i]!
      : this.tasks.leastDemand(a, this.resource, t, low, high, this.domains);
  }

  /** Units needed in period t if the activity starts at s. */
  private needAt(i: number, a: number, t: number, s: number): number {
    return this.amount[i]! >= 0 ? this.amount[i]! : this.tasks.leastDemand(a, this.resource, t, s, s, this.domains);
  }

  /** What is left in period t without the activity's own certain part. */
  private leftBeside(i: number, a: number, t: number, duration: number): number {
    const low = this.domains.low(a);
    const high = this.domains.high(a);
    return this.left[t]! + (t >= high && t < low + duration ? this.certain(i, a, t, low, high) : 0);
  }

  /** Raises the start past what is too tight in the periods from..until-1, and then as far as it must go. */
  private raiseStart(i: number, a: number, from: number, until: number): Nogood | null {
    const { domains } = this;
    const even = this.amount[i]! >= 0;
    const duration = even ? this.length[i]! : this.tasks.shortest(a, domains);
    for (let first = from, last = until; ; first = 0, last = this.left.length) {
      const low = domains.low(a);
      const t = even
        ? this.lastTight(i, Math.max(first, low), Math.min(last, low + duration, domains.high(a)))
        : this.firstTight(i, a, low, duration);
      if (t < 0) return null;
      const next = even ? t + 1 : low + 1;
      const own = even ? t - duration + 1 : low;
      const reason = this.overload(t, this.needAt(i, a, t, low), a, 2 * a, own, 2 * a, next);
      if (!domains.raise(2 * a, next, reason)) return reason;
    }
  }

  private lowerStart(i: number, a: number, from: number, until: number): Nogood | null {
    const { domains } = this;
    const even = this.amount[i]! >= 0;
    const duration = even ? this.length[i]! : this.tasks.shortest(a, domains);
    for (let first = from, last = until; ; first = 0, last = this.left.length) {
      const high = domains.high(a);
      const t = even
        ? this.earliestTight(i, Math.max(first, high, domains.low(a) + duration), Math.min(last, high + duration))
        : this.firstTight(i, a, high, duration);
      if (t < 0) return null;
      const next = even ? t - duration : high - 1;
      const own = even ? 0 - t : 0 - high;
      const reason = this.overload(t, this.needAt(i, a, t, high), a, 2 * a + 1, own, 2 * a + 1, 0 - next);
      if (!domains.raise(2 * a + 1, 0 - next, reason)) return reason;
    }
  }

  /** Last period of from..until-1 with too little for an even demand, or -1. */
  private lastTight(i: number, from: number, until: number): number {
    const { left } = this;
    const amount = this.amount[i]!;
    for (let t = until - 1; t >= from; t--) if (left[t]! < amount) return t;
    return -1;
  }

  private earliestTight(i: number, from: number, until: number): number {
    const { left } = this;
    const amount = this.amount[i]!;
    for (let t = from; t < until; t++) if (left[t]! < amount) return t;
    return -1;
  }

  /** A period with too little if the activity starts at s, whatever its mode; for demands that are not even. */
  private firstTight(i: number, a: number, s: number, duration: number): number {
    for (let t = s; t < s + duration; t++) {
      if (this.needAt(i, a, t, s) > this.leftBeside(i, a, t, duration)) return t;
    }
    return -1;
  }

  /**
   * Nogood of an overload in period t: as few certain parts as suffice, beside `need` units of activity `except` under its own bound
   * (side and value; side -1 = none). With side x: what forces x up to v.
   */
  private overload(t: number, need: number, except: number, side: number, own: number, x: number, v: number): Nogood {
    const { tasks, domains } = this;
    const premises: number[] = x < 0 ? [] : [x ^ 1, 1 - v];
    if (side >= 0) premises.push(side, own);
    if (except >= 0) tasks.modePremises(except, domains, premises);
    if (this.isEven) this.blockEvenly(t, need, except, premises);
    else this.block(t, need, except, premises);
    this.facts[t] ??= { kind: 'capacity', resource: this.resource, from: t, until: t + 1 };
    return { literals: premises, fact: this.facts[t], from: NOTHING };
  }

  /** Adds the certain parts that leave too little in period t, where each demand is even. */
  private blockEvenly(t: number, need: number, except: number, premises: number[]): void {
    const { users, amount, length, largestFirst } = this;
    const { bound } = this.domains;
    const free = this.free[t]!;
    let sum = need;
    for (let k = 0; k < largestFirst.length && sum <= free; k++) {
      const i = largestFirst[k]!;
      const a = users[i]!;
      if (a === except || bound[2 * a + 1]! < -t || bound[2 * a]! + length[i]! <= t) continue;
      sum += amount[i]!;
      premises.push(2 * a, t - length[i]! + 1, 2 * a + 1, 0 - t);
    }
  }

  private block(t: number, need: number, except: number, premises: number[]): void {
    const { tasks, domains, users, blocking, units } = this;
    const count = this.findBlocking(t, except);
    let sum = need;
    for (let k = 0; k < count && sum <= this.free[t]!; k++) {
      const a = users[blocking[k]!]!;
      sum += units[k]!;
      if (this.amount[blocking[k]!]! >= 0) premises.push(2 * a, t - tasks.shortest(a, domains) + 1, 2 * a + 1, 0 - t);
      else {
        premises.push(2 * a, domains.bound[2 * a]!, 2 * a + 1, domains.bound[2 * a + 1]!);
        tasks.modePremises(a, domains, premises);
      }
    }
  }

  /** Collects the users whose certain part covers period t, but for one activity; returns how many there are. */
  private findBlocking(t: number, except: number): number {
    const { tasks, domains, users, blocking, units } = this;
    let count = 0;
    for (let i = 0; i < users.length; i++) {
      const a = users[i]!;
      const low = domains.low(a);
      const high = domains.high(a);
      if (a === except || t < high || t >= low + (this.amount[i]! >= 0 ? this.length[i]! : tasks.shortest(a, domains)))
        continue;
      const need = this.certain(i, a, t, low, high);
      if (need <= 0) continue;
      let at = count++;
      for (; at > 0 && units[at - 1]! < need; at--) {
        units[at] = units[at - 1]!;
        blocking[at] = blocking[at - 1]!;
      }
      units[at] = need;
      blocking[at] = i;
    }
    return count;
  }
}
