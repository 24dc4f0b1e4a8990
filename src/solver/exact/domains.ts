import type { Nogood } from './nogood.ts';

/** Current bounds of all variables, with the history of how each came about, so that steps can be explained and taken back. */
export class Domains {
  /** Bound of each side, see nogood.ts. */
  readonly bound: Int32Array;
  /** Bounds before anything was derived. */
  readonly initial: Int32Array;
  /** Events in order: side, new bound, event before on the same side (or -1), and what forced it (null = a decision). */
  readonly side: number[] = [];
  readonly value: number[] = [];
  readonly before: number[] = [];
  readonly reason: (Nogood | null)[] = [];
  /** First event of each level; level 0 needs no decision. */
  readonly levelStart: number[] = [0];
  private readonly last: Int32Array;

  constructor(initial: Int32Array) {
    this.initial = initial;
    this.bound = initial.slice();
    this.last = new Int32Array(initial.length).fill(-1);
  }

  get level(): number {
    return this.levelStart.length - 1;
  }

  low(variable: number): number {
    return this.bound[2 * variable]!;
  }

  high(variable: number): number {
    return 0 - this.bound[2 * variable + 1]!;
  }

  isFixed(variable: number): boolean {
    return this.bound[2 * variable]! + this.bound[2 * variable + 1]! === 0;
  }

  /** Raises side x to v because of the reason. False: the opposite already holds, so the reason is broken. */
  raise(x: number, v: number, reason: Nogood | null): boolean {
    if (v <= this.bound[x]!) return true;
    if (this.bound[x ^ 1]! >= 1 - v) return false;
    this.before.push(this.last[x]!);
    this.last[x] = this.side.length;
    this.side.push(x);
    this.value.push(v);
    this.reason.push(reason);
    this.bound[x] = v;
    return true;
  }

  decide(x: number, v: number): void {
    this.levelStart.push(this.side.length);
    this.raise(x, v, null);
  }

  /** Takes back everything above this level. */
  backTo(level: number): void {
    const keep = this.levelStart[level + 1];
    if (keep === undefined) return;
    while (this.side.length > keep) {
      const x = this.side.pop()!;
      const previous = this.before.pop()!;
      this.value.pop();
      this.reason.pop();
      this.last[x] = previous;
      this.bound[x] = previous < 0 ? this.initial[x]! : this.value[previous]!;
    }
    this.levelStart.length = level + 1;
  }

  /** The event that first made the literal true, or -1 if it always was. */
  eventOf(x: number, v: number): number {
    if (this.initial[x]! >= v) return -1;
    let event = this.last[x]!;
    while (this.before[event]! >= 0 && this.value[this.before[event]!]! >= v) event = this.before[event]!;
    return event;
  }

  /** The level on which the last of these literals became true. */
  levelOfAll(literals: readonly number[]): number {
    let last = -1;
    for (let k = 0; k < literals.length; k += 2) last = Math.max(last, this.eventOf(literals[k]!, literals[k + 1]!));
    return last < 0 ? 0 : this.levelOf(last);
  }

  levelOf(event: number): number {
    let low = 0;
    let high = this.level;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.levelStart[middle]! <= event) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
