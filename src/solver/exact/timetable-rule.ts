import { firstNegative } from '../schedule/first-negative.ts';
import { type ActivitySet, lowestBit } from './activity-set.ts';
import { CertainParts } from './certain-parts.ts';
import type { Domains } from './domains.ts';
import { HeavyUsers } from './heavy-users.ts';
import type { Nogood } from './nogood.ts';
import { Overload } from './overload.ts';
import { ResourceUsers } from './resource-users.ts';
import type { Tasks } from './tasks.ts';

/**
 * Time-tabling of one resource with explanations per period (Schutt, Feydy, Stuckey, Wallace 2011, "Explaining the cumulative
 * propagator"): from its latest start to its earliest finish an activity runs for certain; where those certain parts leave too little,
 * no other activity can run. Between two runs few bounds change, so only what they touch is looked at. Where each demand is even, a
 * step is explained when a conflict asks for it.
 */
export class TimetableRule {
  private readonly tasks: Tasks;
  private readonly domains: Domains;
  /** The users that changed and were not looked at since. */
  private readonly unseen: ActivitySet;
  private readonly of: ResourceUsers;
  private readonly overload: Overload;
  private readonly parts: CertainParts;
  /** What certain parts leave of the capacity. */
  private readonly left: Int32Array;
  /** A period that frozen activities overload alone, or -1. */
  private readonly hopeless: number;
  private readonly heavy: HeavyUsers;
  /** Bounds of each user when the rule had nothing more to say about it; a low of -1 says that it was not looked at. */
  private readonly seenLow: Int32Array;
  private readonly seenHigh: Int32Array;
  /** Nothing was looked at yet. */
  private isNew = true;

  constructor(tasks: Tasks, domains: Domains, unseen: ActivitySet, resource: number) {
    this.tasks = tasks;
    this.domains = domains;
    this.unseen = unseen;
    this.of = new ResourceUsers(tasks, resource);
    this.overload = new Overload(tasks, domains, this.of);
    const { users, free, most, largestFirst } = this.of;
    this.parts = new CertainParts(free, users.length);
    this.left = this.parts.left;
    this.hopeless = firstNegative(free);
    this.heavy = new HeavyUsers(tasks.c.activities, users, most, largestFirst);
    this.seenLow = new Int32Array(users.length).fill(-1);
    this.seenHigh = new Int32Array(users.length);
  }

  /** Applies the rule once; returns a nogood that holds now, or null. What a conflict leaves undone is done next time. */
  run(): Nogood | null {
    const overloaded = this.hopeless >= 0 ? this.hopeless : this.bookCertainParts();
    if (overloaded >= 0) return this.overload.alone(overloaded);
    const conflict = this.lookAround();
    if (conflict) return conflict;
    this.isNew = false;
    this.unseen.fill(0);
    this.parts.settled();
    return null;
  }

  /** Why the bound of an event of this rule had to move; only where each demand is even. */
  explain(event: number): Nogood {
    return this.overload.before(event);
  }

  /** Looks at all users for which there may be too little now, and at what changed. */
  private lookAround(): Nogood | null {
    const { unseen } = this;
    const heavy = this.heavy.above(this.parts.least);
    this.parts.narrow(this.heavy.most);
    for (let w = 0; w < unseen.length; w++) {
      for (let rest = unseen[w]! | heavy[w]!; rest !== 0; rest &= rest - 1) {
        const conflict = this.look(32 * w + lowestBit(rest));
        if (conflict) return conflict;
      }
    }
    return null;
  }

  /** Narrows the bounds of one user. */
  private look(a: number): Nogood | null {
    const { seenLow, seenHigh } = this;
    const { bound } = this.domains;
    const i = this.of.indexOf[a]!;
    const low = bound[2 * a]!;
    const high = 0 - bound[2 * a + 1]!;
    if (low === high) {
      seenLow[i] = -1;
      return null;
    }
    if (low === seenLow[i]! && high === seenHigh[i]! && this.isUntouched(i, low, high)) return null;
    const conflict =
      this.of.amount[i]! < 0
        ? (this.raiseUneven(i, a) ?? this.lowerUneven(i, a))
        : (this.raiseStart(i, a) ?? this.lowerStart(i, a));
    if (conflict) return conflict;
    seenLow[i] = bound[2 * a]!;
    seenHigh[i] = 0 - bound[2 * a + 1]!;
    return null;
  }

  /** Whether nothing became too tight for an even demand wherever it may run. */
  private isUntouched(i: number, low: number, high: number): boolean {
    const { least, tightenedFrom, tightenedUntil } = this.parts;
    const amount = this.of.amount[i]!;
    if (amount < 0) return false;
    return amount <= least || tightenedUntil <= low || tightenedFrom >= high + this.of.length[i]!;
  }

  /** Books what changed; returns a period in which the certain parts exceed the capacity, or -1. */
  private bookCertainParts(): number {
    const { parts, left, unseen } = this;
    for (let w = 0; w < unseen.length; w++) {
      for (let rest = unseen[w]!; rest !== 0; rest &= rest - 1) {
        this.bookCertainPart(this.of.indexOf[32 * w + lowestBit(rest)]!);
      }
    }
    if (!this.isNew && parts.least >= 0) return -1;
    const until = this.isNew ? left.length : parts.tightenedUntil;
    for (let t = this.isNew ? 0 : parts.tightenedFrom; t < until; t++) if (left[t]! < 0) return t;
    return -1;
  }

  private bookCertainPart(i: number): void {
    const { bound } = this.domains;
    const a = this.of.users[i]!;
    const amount = this.of.amount[i]!;
    const high = 0 - bound[2 * a + 1]!;
    if (amount < 0) {
      this.bookUneven(i, a, bound[2 * a]!, high);
      return;
    }
    const end = bound[2 * a]! + this.of.length[i]!;
    this.parts.book(i, amount, high, high < end ? end : high);
  }

  private bookUneven(i: number, a: number, low: number, high: number): void {
    const end = low + this.tasks.shortest(a, this.domains);
    this.parts.bookUneven(i, (t) => this.certain(i, a, t, low, high), high, Math.max(high, end));
  }

  /** Units that the activity needs in period t wherever it starts in low..high; t lies in its certain part. */
  private certain(i: number, a: number, t: number, low: number, high: number): number {
    const amount = this.of.amount[i]!;
    return amount >= 0 ? amount : this.of.needs.least(a, t, low, high, this.domains);
  }

  /** Units needed in period t if the activity starts at s. */
  private needAt(i: number, a: number, t: number, s: number): number {
    return this.certain(i, a, t, s, s);
  }

  /** What is left in period t without the activity's own certain part. */
  private leftBeside(i: number, a: number, t: number, duration: number): number {
    const low = this.domains.low(a);
    const high = this.domains.high(a);
    return this.left[t]! + (t >= high && t < low + duration ? this.certain(i, a, t, low, high) : 0);
  }

  /** Raises the start of a user with an even demand behind every period before its certain part that is too tight for it. */
  private raiseStart(i: number, a: number): Nogood | null {
    const { bound } = this.domains;
    const duration = this.of.length[i]!;
    const seen = this.seenLow[i]!;
    let from = seen < 0 ? 0 : seen;
    let until = seen < 0 ? 0 : Math.min(seen + duration, this.seenHigh[i]!);
    for (;;) {
      const low = bound[2 * a]!;
      const end = Math.min(low + duration, 0 - bound[2 * a + 1]!);
      const t = this.lastTight(i, low, end, from, until);
      if (t < 0) return null;
      const broken = this.force(i, a, t, 2 * a, t - duration + 1, t + 1);
      if (broken) return broken;
      from = t + 1;
      until = end;
    }
  }

  /** The same for its latest finish and the periods behind its certain part. */
  private lowerStart(i: number, a: number): Nogood | null {
    const { bound } = this.domains;
    const duration = this.of.length[i]!;
    const seen = this.seenLow[i]!;
    let from = seen < 0 ? 0 : Math.max(this.seenHigh[i]!, seen + duration);
    let until = seen < 0 ? 0 : this.seenHigh[i]! + duration;
    for (;;) {
      const high = 0 - bound[2 * a + 1]!;
      const begin = Math.max(high, bound[2 * a]! + duration);
      const t = this.earliestTight(i, begin, high + duration, from, until);
      if (t < 0) return null;
      const broken = this.force(i, a, t, 2 * a + 1, 0 - t, duration - t);
      if (broken) return broken;
      from = begin;
      until = t;
    }
  }

  private raiseUneven(i: number, a: number): Nogood | null {
    const { bound } = this.domains;
    const duration = this.tasks.shortest(a, this.domains);
    for (;;) {
      const low = bound[2 * a]!;
      const t = this.firstTight(i, a, low, duration);
      if (t < 0) return null;
      const broken = this.force(i, a, t, 2 * a, low, low + 1);
      if (broken) return broken;
    }
  }

  private lowerUneven(i: number, a: number): Nogood | null {
    const { bound } = this.domains;
    const duration = this.tasks.shortest(a, this.domains);
    for (;;) {
      const high = 0 - bound[2 * a + 1]!;
      const t = this.firstTight(i, a, high, duration);
      if (t < 0) return null;
      const broken = this.force(i, a, t, 2 * a + 1, 0 - high, 1 - high);
      if (broken) return broken;
    }
  }

  /** Raises side x to v because of too little in period t beside the own bound; returns the nogood if that cannot be. */
  private force(i: number, a: number, t: number, x: number, own: number, v: number): Nogood | null {
    const { domains, of } = this;
    if (of.isEven) {
      return domains.raiseFor(x, v, this) ? null : this.overload.beside(t, of.amount[i]!, a, x, own, v);
    }
    const start = (x & 1) === 0 ? domains.low(a) : domains.high(a);
    const reason = this.overload.beside(t, this.needAt(i, a, t, start), a, x, own, v);
    return domains.raise(x, v, reason) ? null : reason;
  }

  /**
   * Last period of from..until-1 with too little for an even demand, or -1. In those of seenFrom..seenUntil-1 there was enough when the
   * user was looked at, so they are looked at again only where less is left since.
   */
  private lastTight(i: number, from: number, until: number, seenFrom: number, seenUntil: number): number {
    const { left, parts } = this;
    const amount = this.of.amount[i]!;
    let t = until - 1;
    for (const stop = seenUntil > from ? seenUntil : from; t >= stop; t--) if (left[t]! < amount) return t;
    if (amount > parts.least) {
      t = Math.min(t, parts.tightenedUntil - 1);
      for (const stop = Math.max(from, seenFrom, parts.tightenedFrom); t >= stop; t--) if (left[t]! < amount) return t;
    }
    for (t = (seenFrom < until ? seenFrom : until) - 1; t >= from; t--) if (left[t]! < amount) return t;
    return -1;
  }

  /** The first of them. */
  private earliestTight(i: number, from: number, until: number, seenFrom: number, seenUntil: number): number {
    const { left, parts } = this;
    const amount = this.of.amount[i]!;
    let t = from;
    for (const stop = seenFrom < until ? seenFrom : until; t < stop; t++) if (left[t]! < amount) return t;
    if (amount > parts.least) {
      t = Math.max(t, parts.tightenedFrom);
      for (const stop = Math.min(until, seenUntil, parts.tightenedUntil); t < stop; t++)
        if (left[t]! < amount) return t;
    }
    for (t = seenUntil > from ? seenUntil : from; t < until; t++) if (left[t]! < amount) return t;
    return -1;
  }

  /** A period with too little if the activity starts at s, whatever its mode; for demands that are not even. */
  private firstTight(i: number, a: number, s: number, duration: number): number {
    for (let t = s; t < s + duration; t++) {
      if (this.needAt(i, a, t, s) > this.leftBeside(i, a, t, duration)) return t;
    }
    return -1;
  }
}
