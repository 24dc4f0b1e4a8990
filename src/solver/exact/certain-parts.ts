import { MAX_AMOUNT } from '../model/check.ts';

/**
 * What the certain parts of the users of one resource leave of it. Between two looks few bounds change, so only the differences are
 * booked. Nothing is allocated after construction but a row for each user whose needs are not even.
 */
export class CertainParts {
  /** Units left in each period. */
  readonly left: Int32Array;
  /** Periods from..until-1 in which less is left than when `settled` was called last. */
  tightenedFrom = 0;
  tightenedUntil = 0;
  /** In each of these periods that became tighter at least so much is left, or was for a while; below 0: look. */
  least = MAX_AMOUNT;
  /** Certain part of each user as it is booked: from..until-1. */
  private readonly from: Int32Array;
  private readonly until: Int32Array;
  private readonly rows: (Int32Array | undefined)[] = [];

  /** @param free what the resource has where no user has a certain part */
  constructor(free: Int32Array, users: number) {
    this.left = free.slice();
    this.from = new Int32Array(users);
    this.until = new Int32Array(users);
  }

  /** Forgets which periods were tightened. */
  settled(): void {
    this.tightenedFrom = this.left.length;
    this.tightenedUntil = 0;
    this.least = MAX_AMOUNT;
  }

  /** Leaves out the first and last periods that became tighter in which at least so much is left: too much for anybody. */
  narrow(units: number): void {
    const { left } = this;
    let from = this.tightenedFrom;
    let until = this.tightenedUntil;
    while (from < until && left[from]! >= units) from++;
    while (from < until && left[until - 1]! >= units) until--;
    this.tightenedFrom = from;
    this.tightenedUntil = until;
  }

  /** The certain part of a user that needs the same amount in each of its periods. */
  book(user: number, amount: number, from: number, until: number): void {
    const oldFrom = this.from[user]!;
    const oldUntil = this.until[user]!;
    if (from === oldFrom && until === oldUntil) return;
    this.from[user] = from;
    this.until[user] = until;
    if (from >= oldUntil || until <= oldFrom) {
      this.give(amount, oldFrom, oldUntil);
      this.take(amount, from, until);
      return;
    }
    if (from < oldFrom) this.take(amount, from, oldFrom);
    else this.give(amount, oldFrom, from);
    if (until > oldUntil) this.take(amount, oldUntil, until);
    else this.give(amount, until, oldUntil);
  }

  /** The same for other users, with the units that are certain in each period. */
  bookUneven(user: number, certain: (period: number) => number, from: number, until: number): void {
    this.rows[user] ??= new Int32Array(this.left.length);
    const row = this.rows[user];
    const first = Math.min(from, this.from[user]!);
    const last = Math.max(until, this.until[user]!);
    for (let t = first; t < last; t++) {
      const units = t >= from && t < until ? certain(t) : 0;
      if (units > row[t]!) this.take(units - row[t]!, t, t + 1);
      else this.left[t]! += row[t]! - units;
      row[t] = units;
    }
    this.from[user] = from;
    this.until[user] = until;
  }

  private take(amount: number, from: number, until: number): void {
    if (from >= until) return;
    const { left } = this;
    let { least } = this;
    for (let t = from; t < until; t++) {
      const units = left[t]! - amount;
      left[t] = units;
      if (units < least) least = units;
    }
    this.least = least;
    if (from < this.tightenedFrom) this.tightenedFrom = from;
    if (until > this.tightenedUntil) this.tightenedUntil = until;
  }

  private give(amount: number, from: number, until: number): void {
    const { left } = this;
    for (let t = from; t < until; t++) left[t]! += amount;
  }
}
