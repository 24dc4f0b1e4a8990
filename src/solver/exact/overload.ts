import type { Domains } from './domains.ts';
import { type Fact, NOTHING, type Nogood } from './nogood.ts';
import type { ResourceUsers } from './resource-users.ts';
import type { Tasks } from './tasks.ts';

/** Most numbers in the literals of the activity that is forced: its new and its own bound, and its mode. */
const LONGEST_OWN = 8;

/** Why too little of one resource is left in a period, as nogoods. */
export class Overload {
  private readonly tasks: Tasks;
  private readonly domains: Domains;
  private readonly of: ResourceUsers;
  /** Users with a certain part in the period that is explained, largest first, and their units. */
  private readonly blocking: Int32Array;
  private readonly units: Int32Array;
  private readonly facts: (Fact | null)[];
  /** Where an explanation is written before its length is known. */
  private readonly draft: number[];

  constructor(tasks: Tasks, domains: Domains, of: ResourceUsers) {
    this.tasks = tasks;
    this.domains = domains;
    this.of = of;
    this.blocking = new Int32Array(of.users.length);
    this.units = new Int32Array(of.users.length);
    this.facts = new Array<Fact | null>(of.free.length).fill(null);
    this.draft = new Array<number>(4 * of.users.length + LONGEST_OWN).fill(0);
  }

  /** The certain parts alone need too much in period t. */
  alone(t: number): Nogood {
    return this.nogood(t, 0, -1, []);
  }

  /** Beside `need` units of activity `a` under its own bound (side x, value `own`) too much is needed in period t, which forces x up to v. */
  beside(t: number, need: number, a: number, x: number, own: number, v: number): Nogood {
    const literals = [x ^ 1, 1 - v, x, own];
    this.tasks.modePremises(a, this.domains, literals);
    return this.nogood(t, need, a, literals);
  }

  /** The same for an event that happened some time ago, where each demand is even: as the bounds stood then. */
  before(event: number): Nogood {
    const { domains, of } = this;
    const x = domains.side[event]!;
    const v = domains.value[event]!;
    const i = of.indexOf[x >> 1]!;
    const length = of.length[i]!;
    const t = (x & 1) === 0 ? v - 1 : length - v;
    const own = [x ^ 1, 1 - v, x, (x & 1) === 0 ? t - length + 1 : 0 - t];
    return { literals: this.blockEvenly(t, of.amount[i]!, x >> 1, own, event), fact: this.fact(t), from: NOTHING };
  }

  /** As few certain parts as suffice. */
  private nogood(t: number, need: number, except: number, own: number[]): Nogood {
    const literals = this.of.isEven
      ? this.blockEvenly(t, need, except, own, this.domains.count)
      : this.block(t, need, except, own);
    return { literals, fact: this.fact(t), from: NOTHING };
  }

  private fact(t: number): Fact {
    this.facts[t] ??= { kind: 'capacity', resource: this.of.resource, from: t, until: t + 1 };
    return this.facts[t];
  }

  /** The own literals and those of the certain parts before an event that leave too little in period t, where each demand is even. */
  private blockEvenly(t: number, need: number, except: number, own: readonly number[], event: number): number[] {
    const { domains, draft } = this;
    const { users, amount, length, largestFirst, free } = this.of;
    const { bound } = domains;
    const isPast = event < domains.count;
    const enough = free[t]!;
    let sum = need;
    let at = 0;
    for (; at < own.length; at++) draft[at] = own[at]!;
    for (let k = 0; k < largestFirst.length && sum <= enough; k++) {
      const i = largestFirst[k]!;
      const a = users[i]!;
      const latest = 0 - t;
      const earliest = t - length[i]! + 1;
      if (bound[2 * a + 1]! < latest || bound[2 * a]! < earliest || a === except) continue;
      if (isPast && !(domains.heldBefore(event, 2 * a, earliest) && domains.heldBefore(event, 2 * a + 1, latest)))
        continue;
      sum += amount[i]!;
      draft[at++] = 2 * a;
      draft[at++] = earliest;
      draft[at++] = 2 * a + 1;
      draft[at++] = latest;
    }
    return draft.slice(0, at);
  }

  /** The same where some demands are not. */
  private block(t: number, need: number, except: number, own: readonly number[]): number[] {
    const premises = [...own];
    const { tasks, domains, blocking, units } = this;
    const { users, amount, free } = this.of;
    const count = this.findBlocking(t, except);
    let sum = need;
    for (let k = 0; k < count && sum <= free[t]!; k++) {
      const a = users[blocking[k]!]!;
      sum += units[k]!;
      if (amount[blocking[k]!]! >= 0) premises.push(2 * a, t - tasks.shortest(a, domains) + 1, 2 * a + 1, 0 - t);
      else {
        premises.push(2 * a, domains.bound[2 * a]!, 2 * a + 1, domains.bound[2 * a + 1]!);
        tasks.modePremises(a, domains, premises);
      }
    }
    return premises;
  }

  /** Collects the users whose certain part covers period t, but for one activity; returns how many there are. */
  private findBlocking(t: number, except: number): number {
    const { tasks, domains, blocking, units } = this;
    const { users, amount, length, needs } = this.of;
    let count = 0;
    for (let i = 0; i < users.length; i++) {
      const a = users[i]!;
      const low = domains.low(a);
      const high = domains.high(a);
      const even = amount[i]! >= 0;
      if (a === except || t < high || t >= low + (even ? length[i]! : tasks.shortest(a, domains))) continue;
      const need = even ? amount[i]! : needs.least(a, t, low, high, domains);
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
