import type { Nogood } from './nogood.ts';

/** Room for so many events and levels; more is made when there are more. */
const FIRST_EVENTS = 1024;
const FIRST_LEVELS = 64;

/** Says afterwards why an event had to happen, from the bounds as they stood before it. */
export interface Explainer {
  explain(event: number): Nogood;
}

/** Current bounds of all variables, with the history of how each came about, so that steps can be explained and taken back. */
export class Domains {
  /** Bound of each side, see nogood.ts. */
  readonly bound: Int32Array;
  /** Bounds before anything was derived. */
  readonly initial: Int32Array;
  /** Number of events. */
  count = 0;
  /** Events in order: side, new bound, event before on the same side (or -1), and what forced it; see `reasonOf`. */
  side = new Int32Array(FIRST_EVENTS);
  value = new Int32Array(FIRST_EVENTS);
  private before = new Int32Array(FIRST_EVENTS);
  private readonly reason = new Array<Nogood | null>(FIRST_EVENTS).fill(null);
  private readonly explainer = new Array<Explainer | null>(FIRST_EVENTS).fill(null);
  /** The present level, and the first event of each; level 0 needs no decision. */
  level = 0;
  levelStart = new Int32Array(FIRST_LEVELS);
  private readonly last: Int32Array;

  constructor(initial: Int32Array) {
    this.initial = initial;
    this.bound = initial.slice();
    this.last = new Int32Array(initial.length).fill(-1);
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
    return this.add(x, v, reason, null);
  }

  /** The same for a reason that is given when it is asked for. */
  raiseFor(x: number, v: number, explainer: Explainer): boolean {
    return this.add(x, v, null, explainer);
  }

  private add(x: number, v: number, reason: Nogood | null, explainer: Explainer | null): boolean {
    const { bound } = this;
    if (v <= bound[x]!) return true;
    if (bound[x ^ 1]! >= 1 - v) return false;
    const event = this.count++;
    if (event === this.side.length) this.makeRoom();
    this.before[event] = this.last[x]!;
    this.last[x] = event;
    this.side[event] = x;
    this.value[event] = v;
    this.reason[event] = reason;
    this.explainer[event] = explainer;
    bound[x] = v;
    return true;
  }

  /** What forced an event that still holds; null = a decision. */
  reasonOf(event: number): Nogood | null {
    const explainer = this.explainer[event] ?? null;
    if (explainer !== null) {
      this.reason[event] = explainer.explain(event);
      this.explainer[event] = null;
    }
    return this.reason[event]!;
  }

  decide(x: number, v: number): void {
    this.level++;
    if (this.level === this.levelStart.length) this.levelStart = doubled(this.levelStart);
    this.levelStart[this.level] = this.count;
    this.raise(x, v, null);
  }

  /** Takes back everything above this level. */
  backTo(level: number): void {
    if (level >= this.level) return;
    const { side, value, before, last, bound, initial } = this;
    const keep = this.levelStart[level + 1]!;
    for (let event = this.count - 1; event >= keep; event--) {
      const x = side[event]!;
      const previous = before[event]!;
      last[x] = previous;
      bound[x] = previous < 0 ? initial[x]! : value[previous]!;
    }
    this.count = keep;
    this.level = level;
  }

  /** The event that first made the literal true, or -1 if it always was. */
  eventOf(x: number, v: number): number {
    if (this.initial[x]! >= v) return -1;
    const { before, value } = this;
    let event = this.last[x]!;
    for (let earlier = before[event]!; earlier >= 0 && value[earlier]! >= v; earlier = before[event]!) event = earlier;
    return event;
  }

  /** Whether the literal was true before an event. */
  heldBefore(event: number, x: number, v: number): boolean {
    if (this.initial[x]! >= v) return true;
    const { before } = this;
    let at = this.last[x]!;
    while (at >= event) at = before[at]!;
    return at >= 0 && this.value[at]! >= v;
  }

  /** The level on which the last of these literals became true. */
  levelOfAll(literals: readonly number[]): number {
    let last = -1;
    for (let k = 0; k < literals.length; k += 2) last = Math.max(last, this.eventOf(literals[k]!, literals[k + 1]!));
    return last < 0 ? 0 : this.levelOf(last);
  }

  /** The level of an event. */
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

  private makeRoom(): void {
    this.side = doubled(this.side);
    this.value = doubled(this.value);
    this.before = doubled(this.before);
  }
}

function doubled(list: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(2 * list.length);
  longer.set(list);
  return longer;
}
