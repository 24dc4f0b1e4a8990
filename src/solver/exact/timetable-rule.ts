import type { Domains } from './domains.ts';
import { type Fact, implication, type Nogood } from './nogood.ts';
import type { Tasks } from './tasks.ts';

/**
 * Time-tabling of one resource with explanations per period (Schutt, Feydy, Stuckey, Wallace 2011, "Explaining the cumulative
 * propagator"): from its latest start to its earliest finish an activity runs for certain; where those certain parts leave too little,
 * no other activity can run.
 */
export class TimetableRule {
  private readonly tasks: Tasks;
  private readonly domains: Domains;
  private readonly resource: number;
  private readonly users: readonly number[];
  /** Capacity beside frozen activities, and what certain parts leave of it. */
  private readonly free: Int32Array;
  private readonly left: Int32Array;
  /** A period that frozen activities overload alone, or -1. */
  private readonly hopeless: number;
  /** Amount of each user if it has one mode and an even demand, else -1. */
  private readonly amount: Int32Array;

  constructor(tasks: Tasks, domains: Domains, resource: number) {
    this.tasks = tasks;
    this.domains = domains;
    this.resource = resource;
    this.users = tasks.users[resource]!;
    const { horizon } = tasks.c;
    this.free = tasks.free.slice(resource * horizon, (resource + 1) * horizon);
    this.left = new Int32Array(horizon);
    this.hopeless = this.free.findIndex((units) => units < 0);
    this.amount = Int32Array.from(this.users, (a) => {
      const slot = tasks.firstSlot(a, null);
      const even = tasks.modeVariable[a]! < 0 && tasks.isFlat(slot, resource);
      return even ? tasks.demand(slot, resource, 0) : -1;
    });
  }

  /** Applies the rule once; returns a nogood that holds now, or null. */
  run(): Nogood | null {
    const overloaded = this.fill();
    if (overloaded >= 0) return this.overload(overloaded, 0, -1, []);
    for (let i = 0; i < this.users.length; i++) {
      const a = this.users[i]!;
      if (this.domains.isFixed(a)) continue;
      const conflict = this.raiseStart(i, a) ?? this.lowerStart(i, a);
      if (conflict) return conflict;
    }
    return null;
  }

  /** Books all certain parts; returns a period in which they exceed the capacity, or -1. */
  private fill(): number {
    const { tasks, domains, left, users } = this;
    if (this.hopeless >= 0) return this.hopeless;
    left.set(this.free);
    let from = left.length;
    let until = 0;
    for (let i = 0; i < users.length; i++) {
      const a = users[i]!;
      const low = domains.low(a);
      const high = domains.high(a);
      const end = low + tasks.shortest(a, domains);
      if (high >= end) continue;
      from = Math.min(from, high);
      until = Math.max(until, end);
      for (let t = high; t < end; t++) left[t]! -= this.certain(i, a, t, low, high);
    }
    for (let t = from; t < until; t++) if (left[t]! < 0) return t;
    return -1;
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

  private raiseStart(i: number, a: number): Nogood | null {
    const { domains } = this;
    const duration = this.tasks.shortest(a, domains);
    const even = this.amount[i]! >= 0;
    for (;;) {
      const low = domains.low(a);
      const t = even
        ? this.lastTight(i, low, Math.min(low + duration, domains.high(a)))
        : this.firstTight(i, a, low, duration);
      if (t < 0) return null;
      const next = even ? t + 1 : low + 1;
      const own = [2 * a, even ? t - duration + 1 : low];
      const reason = this.overload(t, this.needAt(i, a, t, low), a, own, 2 * a, next);
      if (!domains.raise(2 * a, next, reason)) return reason;
    }
  }

  private lowerStart(i: number, a: number): Nogood | null {
    const { domains } = this;
    const duration = this.tasks.shortest(a, domains);
    const even = this.amount[i]! >= 0;
    for (;;) {
      const high = domains.high(a);
      const t = even
        ? this.earliestTight(i, Math.max(high, domains.low(a) + duration), high + duration)
        : this.firstTight(i, a, high, duration);
      if (t < 0) return null;
      const next = even ? t - duration : high - 1;
      const own = [2 * a + 1, even ? -t : -high];
      const reason = this.overload(t, this.needAt(i, a, t, high), a, own, 2 * a + 1, -next);
      if (!domains.raise(2 * a + 1, -next, reason)) return reason;
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

  /** Nogood of an overload in period t: as few certain parts as suffice, beside `need` units of activity `except`. */
  private overload(t: number, need: number, except: number, own: readonly number[], x = -1, v = 0): Nogood {
    const { tasks, domains, users } = this;
    const parts: { a: number; units: number; even: boolean }[] = [];
    for (let i = 0; i < users.length; i++) {
      const a = users[i]!;
      const low = domains.low(a);
      const high = domains.high(a);
      if (a === except || t < high || t >= low + tasks.shortest(a, domains)) continue;
      const units = this.certain(i, a, t, low, high);
      if (units > 0) parts.push({ a, units, even: this.amount[i]! >= 0 });
    }
    parts.sort((p, q) => q.units - p.units);
    const premises = [...own];
    if (except >= 0) tasks.modePremises(except, domains, premises);
    let sum = need;
    for (const { a, units, even } of parts) {
      if (sum > this.free[t]!) break;
      sum += units;
      if (even) premises.push(2 * a, t - tasks.shortest(a, domains) + 1, 2 * a + 1, -t);
      else {
        premises.push(2 * a, domains.bound[2 * a]!, 2 * a + 1, domains.bound[2 * a + 1]!);
        tasks.modePremises(a, domains, premises);
      }
    }
    const fact: Fact = { kind: 'capacity', resource: this.resource, from: t, until: t + 1 };
    return x < 0 ? { literals: premises, fact, from: [] } : implication(x, v, premises, fact);
  }
}
