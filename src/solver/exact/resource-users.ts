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
  /** The users by that, largest first; of equal ones the first. */
  readonly largestFirst: Int32Array;
  /** Whether every user has an even demand. */
  readonly isEven: boolean;

  constructor(tasks: Tasks, resource: number) {
    const { c } = tasks;
    this.resource = resource;
    const users = tasks.users[resource]!;
    this.users = new Int32Array(users);
    this.indexOf = new Int32Array(c.activities);
    this.free = tasks.free.slice(resource * c.horizon, (resource + 1) * c.horizon);
    this.amount = new Int32Array(users.length);
    this.length = new Int32Array(users.length);
    let isEven = true;
    // Plain loops: a question makes one of these for each resource, and most are short.
    for (let i = 0; i < users.length; i++) {
      const a = users[i]!;
      const slot = tasks.firstSlot(a, null);
      const even = tasks.modeVariable[a]! < 0 && tasks.isFlat(slot, resource);
      this.indexOf[a] = i;
      this.amount[i] = even ? tasks.demand(slot, resource, 0) : -1;
      this.length[i] = c.duration[slot]!;
      isEven &&= even;
    }
    this.isEven = isEven;
    this.needs = new Needs(tasks, resource);
    this.most = this.amount.slice();
    for (let i = 0; i < users.length; i++) if (this.amount[i]! < 0) this.most[i] = this.needs.most(users[i]!);
    this.largestFirst = largestFirst(this.most);
  }
}

/** Indexes by amount, largest first; of equal ones the first. */
function largestFirst(amount: Int32Array): Int32Array {
  const order = new Int32Array(amount.length);
  for (let i = 0; i < amount.length; i++) {
    let at = i;
    for (; at > 0 && amount[order[at - 1]!]! < amount[i]!; at--) order[at] = order[at - 1]!;
    order[at] = i;
  }
  return order;
}
