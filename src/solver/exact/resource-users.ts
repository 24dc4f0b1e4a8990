import { Needs } from './needs.ts';
import type { Tasks } from './tasks.ts';

/** The activities that may need one resource, by index, and what is free beside frozen ones. */
export class ResourceUsers {
  readonly resource: number;
  readonly users: Int32Array;
  /** Index of each user. */
  readonly indexOf: Int32Array;
  /** Capacity beside frozen activities. */
  readonly free: Int32Array;
  /** Amount of each user if it has one mode and an even demand, else -1; and then its duration. */
  readonly amount: Int32Array;
  readonly length: Int32Array;
  /** What the others need, and the most that each user may need in a period. */
  readonly needs: Needs;
  readonly most: Int32Array;
  /** Whether every user has an even demand; and then the users, largest amount first. */
  readonly isEven: boolean;
  readonly largestFirst: Int32Array;

  constructor(tasks: Tasks, resource: number) {
    const { c } = tasks;
    this.resource = resource;
    this.users = Int32Array.from(tasks.users[resource]!);
    this.indexOf = new Int32Array(c.activities);
    this.users.forEach((a, i) => {
      this.indexOf[a] = i;
    });
    this.free = tasks.free.slice(resource * c.horizon, (resource + 1) * c.horizon);
    this.amount = Int32Array.from(this.users, (a) => {
      const slot = tasks.firstSlot(a, null);
      const even = tasks.modeVariable[a]! < 0 && tasks.isFlat(slot, resource);
      return even ? tasks.demand(slot, resource, 0) : -1;
    });
    this.needs = new Needs(tasks, resource);
    this.most = this.amount.map((amount, i) => (amount >= 0 ? amount : this.needs.most(this.users[i]!)));
    this.length = Int32Array.from(this.users, (a) => c.duration[tasks.firstSlot(a, null)]!);
    this.isEven = !this.amount.includes(-1);
    this.largestFirst = Int32Array.from(this.users.keys()).sort((i, j) => this.amount[j]! - this.amount[i]! || i - j);
  }
}
