import { PLACED, type Schedule } from '../schedule/schedule.ts';
import type { Rng } from './rng.ts';

/** Most activities ejected for the sake of one. */
const MOST = 14;
/** How often somebody who pays in a year without money is looked for at random. */
const TRIES = 30;

/** What keeps an activity that is out from starting at a given moment: whoever works on its resources then, and whoever spends its money. */
export class Way {
  private readonly schedule: Schedule;
  private readonly movable: Int32Array;
  private readonly users: readonly Int32Array[];
  private readonly rng: Rng;
  private readonly eject: (activity: number) => void;

  /**
   * @param movable activities that can move
   * @param users those of them that may need a resource, per resource
   */
  constructor(
    schedule: Schedule,
    movable: Int32Array,
    users: readonly Int32Array[],
    rng: Rng,
    eject: (activity: number) => void,
  ) {
    this.schedule = schedule;
    this.movable = movable;
    this.users = users;
    this.rng = rng;
    this.eject = eject;
  }

  /** Ejects activities in random order until the slot fits at `start`, or enough have been tried. */
  clear(slot: number, start: number): void {
    const { c } = this.schedule;
    let left = MOST;
    for (let k = c.demandFirst[slot]!; k < c.demandFirst[slot + 1]! && left > 0; k++) {
      left = this.clearResource(k, start, start + c.duration[slot]!, left);
    }
    for (let k = c.costFirst[slot]!; k < c.costFirst[slot + 1]!; k++) this.clearBudget(c.costBudget[k]!, slot, start);
  }

  /** Ejects users of a resource that work in from..end where not enough is free for demand k; returns how many more may be ejected. */
  private clearResource(k: number, from: number, end: number, most: number): number {
    const { schedule, rng } = this;
    const { c, table } = schedule;
    const users = this.users[c.demandResource[k]!]!;
    const row = c.demandResource[k]! * c.horizon;
    const first = rng.below(users.length);
    let left = most;
    for (let i = 0; i < users.length && left > 0; i++) {
      const a = users[(first + i) % users.length]!;
      if (schedule.status[a] !== PLACED) continue;
      const begin = Math.max(from, schedule.start[a]!);
      const until = Math.min(end, schedule.start[a]! + schedule.duration(a));
      let t = begin;
      while (t < until && table.free[row + t]! >= c.demandAmount[k]!) t++;
      if (t >= until) continue;
      this.eject(a);
      left--;
    }
    return left;
  }

  /** Ejects what pays from the budget in a bucket that the slot would exhaust. */
  private clearBudget(budget: number, slot: number, start: number): void {
    const { schedule, rng, movable } = this;
    const { bucketFirst, bucketEnd } = schedule.c.budgets;
    for (let i = 0; i < TRIES; i++) {
      const bucket = schedule.table.insolventBucket(budget, slot, start);
      if (bucket < 0) return;
      const begin = bucket === bucketFirst[budget]! ? 0 : bucketEnd[bucket - 1]!;
      const a = movable[rng.below(movable.length)]!;
      if (schedule.status[a] !== PLACED || schedule.start[a]! >= bucketEnd[bucket]!) continue;
      if (schedule.start[a]! + schedule.duration(a) > begin && this.pays(a, budget)) this.eject(a);
    }
  }

  private pays(a: number, budget: number): boolean {
    const { c } = this.schedule;
    const slot = this.schedule.slot(a);
    for (let k = c.costFirst[slot]!; k < c.costFirst[slot + 1]!; k++) if (c.costBudget[k] === budget) return true;
    return false;
  }
}
