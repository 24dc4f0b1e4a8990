import type { Compiled } from '../compiled/compile.ts';
import type { Windows } from '../compiled/windows.ts';
import { Timetable } from './timetable.ts';

/** Not in the schedule at present. */
export const OUT = 0;
/** Not carried out, together with its whole group. */
export const DROPPED = 1;
/** Placed, with its resources and money booked. Links bind from here on. */
export const PLACED = 2;
/** Nowhere room: it has a start for the sake of its successors but books nothing. A schedule with one of these is no plan. */
export const HOMELESS = 3;

/** Start of what is dropped: it ends before everything and so is never late, never last, and holds nothing up. */
const LONG_AGO = -(2 ** 29);

/**
 * A schedule under construction: activities are taken out and put back in, all links always hold between those that are in.
 * Changes since `mark` can be undone. Nothing is allocated after construction.
 */
export class Schedule {
  readonly c: Compiled;
  readonly table: Timetable;
  readonly start: Int32Array;
  readonly mode: Int32Array;
  readonly status: Uint8Array;
  /** 1 = goes in as late as it may still be in time, 0 = as early as possible: packing from both ends leaves other gaps. */
  readonly late: Uint8Array;
  /** Windows without deadlines: the only starts the search ever uses. */
  private readonly windows: Windows;
  private readonly savedStart: Int32Array;
  private readonly savedMode: Int32Array;
  private readonly savedStatus: Uint8Array;
  private readonly savedLate: Uint8Array;
  private readonly touched: Int32Array;
  private readonly isTouched: Uint8Array;
  private touchedCount = 0;

  constructor(c: Compiled, windows: Windows) {
    this.c = c;
    this.windows = windows;
    this.table = new Timetable(c);
    this.start = windows.earliest.slice();
    this.mode = new Int32Array(c.activities);
    this.status = new Uint8Array(c.activities);
    this.late = new Uint8Array(c.activities);
    this.savedStart = new Int32Array(c.activities);
    this.savedMode = new Int32Array(c.activities);
    this.savedStatus = new Uint8Array(c.activities);
    this.savedLate = new Uint8Array(c.activities);
    this.touched = new Int32Array(c.activities);
    this.isTouched = new Uint8Array(c.activities);
    for (let a = 0; a < c.activities; a++) {
      if (c.frozenStart[a]! < 0) continue;
      this.mode[a] = c.frozenMode[a]!;
      this.put(a, c.frozenStart[a]!);
    }
    this.mark();
  }

  /** Slot of the activity in its present mode. */
  slot(a: number): number {
    return this.c.modeFirst[a]! + this.mode[a]!;
  }

  duration(a: number): number {
    return this.c.duration[this.slot(a)]!;
  }

  isFrozen(a: number): boolean {
    return this.c.frozenStart[a]! >= 0;
  }

  /** Forgets how to undo what happened so far. */
  mark(): void {
    for (let i = 0; i < this.touchedCount; i++) this.isTouched[this.touched[i]!] = 0;
    this.touchedCount = 0;
  }

  /** Returns to the state at the last `mark`. */
  undo(): void {
    for (let i = 0; i < this.touchedCount; i++) {
      const a = this.touched[i]!;
      if (this.status[a] === PLACED && this.differs(a)) this.table.remove(this.slot(a), this.start[a]!);
    }
    for (let i = 0; i < this.touchedCount; i++) {
      const a = this.touched[i]!;
      this.isTouched[a] = 0;
      this.late[a] = this.savedLate[a]!;
      if (!this.differs(a)) continue;
      this.start[a] = this.savedStart[a]!;
      this.mode[a] = this.savedMode[a]!;
      this.status[a] = this.savedStatus[a]!;
      if (this.status[a] === PLACED) this.table.place(this.slot(a), this.start[a]!);
    }
    this.touchedCount = 0;
  }

  private differs(a: number): boolean {
    return (
      this.start[a] !== this.savedStart[a] ||
      this.mode[a] !== this.savedMode[a] ||
      this.status[a] !== this.savedStatus[a]
    );
  }

  private touch(a: number): void {
    if (this.isTouched[a]) return;
    this.isTouched[a] = 1;
    this.touched[this.touchedCount++] = a;
    this.savedStart[a] = this.start[a]!;
    this.savedMode[a] = this.mode[a]!;
    this.savedStatus[a] = this.status[a]!;
    this.savedLate[a] = this.late[a]!;
  }

  /** Takes an activity out; its start and mode are remembered. */
  take(a: number): void {
    this.touch(a);
    if (this.status[a] === PLACED) this.table.remove(this.slot(a), this.start[a]!);
    this.status[a] = OUT;
  }

  /** Places an activity that is out; the caller has made sure that it fits. */
  put(a: number, start: number): void {
    this.touch(a);
    this.start[a] = start;
    this.status[a] = PLACED;
    this.table.place(this.slot(a), start);
  }

  /** Changes the mode of an activity that is out. */
  setMode(a: number, mode: number): void {
    this.touch(a);
    this.mode[a] = mode;
  }

  /** Chooses the end from which an activity that is out will be packed. */
  setLate(a: number, late: number): void {
    this.touch(a);
    this.late[a] = late;
  }

  /** Gives an activity that is out a start without booking anything. */
  putHomeless(a: number, start: number): void {
    this.touch(a);
    this.start[a] = Math.min(start, this.c.horizon);
    this.status[a] = HOMELESS;
  }

  /** Decides that an activity is not carried out. */
  drop(a: number): void {
    this.take(a);
    this.status[a] = DROPPED;
    this.start[a] = LONG_AGO;
  }

  /** Decides that a dropped activity is carried out; it is out and waits to be put in. */
  admit(a: number): void {
    this.take(a);
    this.start[a] = this.windows.earliest[a]!;
  }

  /** Earliest start of `a` that the links to the activities before it allow. */
  lowerLimit(a: number): number {
    const { arcs } = this.c;
    let low = this.windows.earliest[a]!;
    for (let i = arcs.inFirst[a]!; i < arcs.inFirst[a + 1]!; i++) {
      const k = arcs.inArc[i]!;
      if (this.status[arcs.from[k]!]! < PLACED) continue;
      const bound = this.arcBound(k);
      if (bound > low) low = bound;
    }
    return low;
  }

  /** Latest start of `a` that the links to the activities behind it allow. */
  upperLimit(a: number): number {
    const { arcs } = this.c;
    let high = this.windows.latest[a]!;
    if (this.c.horizon - this.duration(a) < high) high = this.c.horizon - this.duration(a);
    for (let i = arcs.outFirst[a]!; i < arcs.outFirst[a + 1]!; i++) {
      const k = arcs.outArc[i]!;
      const to = arcs.to[k]!;
      if (this.status[to]! < PLACED) continue;
      const slack = this.start[to]! - this.arcBound(k);
      if (this.start[a]! + slack < high) high = this.start[a]! + slack;
    }
    return high;
  }

  /** Earliest start of the arc's head, given the start of its tail. */
  arcBound(k: number): number {
    const { arcs } = this.c;
    const from = arcs.from[k]!;
    let bound = this.start[from]! + arcs.lag[k]!;
    if (arcs.fromFinish[k]) bound += this.duration(from);
    if (arcs.toFinish[k]) bound -= this.duration(arcs.to[k]!);
    return bound;
  }

  /** Whether arc k leaves its head no slack. */
  isTight(k: number): boolean {
    return this.start[this.c.arcs.to[k]!]! <= this.arcBound(k);
  }

  /** Latest start that horizon and frozen activities allow in the present mode. */
  lastStart(a: number): number {
    const { arcs, horizon } = this.c;
    let last = horizon - this.duration(a);
    if (this.windows.latest[a]! < last) last = this.windows.latest[a]!;
    for (let i = arcs.outFirst[a]!; i < arcs.outFirst[a + 1]!; i++) {
      const k = arcs.outArc[i]!;
      if (!this.isFrozen(arcs.to[k]!)) continue;
      const latest = this.start[arcs.to[k]!]! - this.arcBound(k) + this.start[a]!;
      if (latest < last) last = latest;
    }
    return last;
  }

  /** Takes out the members of a block, except frozen and dropped ones. */
  takeBlock(block: number): void {
    const { blocks } = this.c;
    for (let i = blocks.first[block]!; i < blocks.first[block + 1]!; i++) {
      const a = blocks.member[i]!;
      if (!this.isFrozen(a) && this.status[a] !== DROPPED) this.take(a);
    }
  }
}
