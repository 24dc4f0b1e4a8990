import type { Compiled } from './compile.ts';
import { BlockHeap } from './heap.ts';
import { Timetable } from './timetable.ts';
import type { Windows } from './windows.ts';

/** Not in the schedule at present. */
export const OUT = 0;
/** Placed, with its resources and money booked. */
export const PLACED = 1;
/** Nowhere room: it has a start for the sake of its successors but books nothing. A schedule with one of these is no plan. */
export const HOMELESS = 2;

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
  /** Windows without deadlines: the only starts the search ever uses. */
  private readonly windows: Windows;
  /** Desired start of each activity (-1 = as early as possible), or null if all are to start early. */
  reference: Int32Array | null = null;
  /** Finish that no wish may exceed. */
  wishedFinish: number;
  /** One activity (or -1) that is to start at `detourStart` or later, to reach schedules in which something waits without need. */
  detour = -1;
  detourStart = 0;
  /** Whether activities that choose their mode freely take the one that ends first when they are put in. */
  greedyModes = false;
  private readonly heap: BlockHeap;
  private readonly waiting: Int32Array;
  private readonly pending: Uint8Array;
  /** Blocks ejected since the last repair, and the order in which they are to return: smallest key first. */
  private readonly queue: Int32Array;
  private queued = 0;
  private readonly key: Float64Array;
  private readonly low: Int32Array;
  private readonly savedStart: Int32Array;
  private readonly savedMode: Int32Array;
  private readonly savedStatus: Uint8Array;
  private readonly touched: Int32Array;
  private readonly isTouched: Uint8Array;
  private touchedCount = 0;
  private wishTurn = 0;

  constructor(c: Compiled, windows: Windows) {
    this.c = c;
    this.windows = windows;
    this.table = new Timetable(c);
    this.wishedFinish = c.horizon;
    this.start = windows.earliest.slice();
    this.mode = new Int32Array(c.activities);
    this.status = new Uint8Array(c.activities);
    this.heap = new BlockHeap(c.blocks.count);
    this.waiting = new Int32Array(c.blocks.count);
    this.pending = new Uint8Array(c.blocks.count);
    this.queue = new Int32Array(c.blocks.count);
    this.key = new Float64Array(c.blocks.count);
    this.low = new Int32Array(c.activities);
    this.savedStart = new Int32Array(c.activities);
    this.savedMode = new Int32Array(c.activities);
    this.savedStatus = new Uint8Array(c.activities);
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
      if (this.status[a] === PLACED) this.table.remove(this.slot(a), this.start[a]!);
    }
    for (let i = 0; i < this.touchedCount; i++) {
      const a = this.touched[i]!;
      this.start[a] = this.savedStart[a]!;
      this.mode[a] = this.savedMode[a]!;
      this.status[a] = this.savedStatus[a]!;
      if (this.status[a] === PLACED) this.table.place(this.slot(a), this.start[a]!);
      this.isTouched[a] = 0;
    }
    this.touchedCount = 0;
  }

  private touch(a: number): void {
    if (this.isTouched[a]) return;
    this.isTouched[a] = 1;
    this.touched[this.touchedCount++] = a;
    this.savedStart[a] = this.start[a]!;
    this.savedMode[a] = this.mode[a]!;
    this.savedStatus[a] = this.status[a]!;
  }

  take(a: number): void {
    this.touch(a);
    if (this.status[a] === PLACED) this.table.remove(this.slot(a), this.start[a]!);
    this.status[a] = OUT;
  }

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

  private putHomeless(a: number, start: number): void {
    this.touch(a);
    this.start[a] = start < this.c.horizon ? start : this.c.horizon;
    this.status[a] = HOMELESS;
  }

  /** Earliest start of `a` that the links to the activities before it allow. */
  lowerLimit(a: number): number {
    const { arcs } = this.c;
    let low = this.windows.earliest[a]!;
    for (let i = arcs.inFirst[a]!; i < arcs.inFirst[a + 1]!; i++) {
      const k = arcs.inArc[i]!;
      if (this.status[arcs.from[k]!] === OUT) continue;
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
      if (this.status[to] === OUT) continue;
      const slack = this.start[to]! - this.arcBound(k);
      if (this.start[a]! + slack < high) high = this.start[a]! + slack;
    }
    return high;
  }

  /** Earliest start of the arc's head, given the start of its tail. */
  private arcBound(k: number): number {
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

  /** Takes out a whole block (its frozen members stay) and remembers it for `repair`, which puts small keys back first. */
  eject(block: number, key: number): void {
    if (this.pending[block]) return;
    this.queue[this.queued++] = block;
    this.takeBlock(block, key);
  }

  private takeBlock(block: number, key: number): void {
    const { blocks } = this.c;
    this.pending[block] = 1;
    this.key[block] = key;
    for (let i = blocks.first[block]!; i < blocks.first[block + 1]!; i++) {
      const a = blocks.member[i]!;
      if (!this.isFrozen(a)) this.take(a);
    }
  }

  /**
   * Puts every ejected block back, smallest key first among those whose predecessors are in, at its earliest fitting start.
   * A block behind them that no longer keeps its links is ejected and put back in turn.
   */
  repair(): void {
    const { heap, pending, waiting, key } = this;
    for (let i = 0; i < this.queued; i++) {
      const block = this.queue[i]!;
      waiting[block] = this.countWaiting(block);
      if (waiting[block] === 0) heap.push(block, key);
    }
    this.queued = 0;
    while (heap.size > 0) {
      const block = heap.pop(key);
      if (!pending[block] || waiting[block]! > 0) continue;
      pending[block] = 0;
      this.insert(block);
      this.release(block);
    }
  }

  private countWaiting(block: number): number {
    const { arcs, blocks } = this.c;
    let count = 0;
    for (let i = blocks.first[block]!; i < blocks.first[block + 1]!; i++) {
      const a = blocks.member[i]!;
      for (let j = arcs.inFirst[a]!; j < arcs.inFirst[a + 1]!; j++) {
        const other = blocks.of[arcs.from[arcs.inArc[j]!]!]!;
        if (other !== block && this.pending[other]) count++;
      }
    }
    return count;
  }

  /** After `block` was put in: frees the blocks that waited for it and ejects those behind it that stand in its way. */
  private release(block: number): void {
    const { arcs, blocks } = this.c;
    for (let i = blocks.first[block]!; i < blocks.first[block + 1]!; i++) {
      const a = blocks.member[i]!;
      for (let j = arcs.outFirst[a]!; j < arcs.outFirst[a + 1]!; j++) {
        const k = arcs.outArc[j]!;
        const to = arcs.to[k]!;
        const other = blocks.of[to]!;
        if (other === block) continue;
        if (this.pending[other]) {
          this.waiting[other]!--;
          if (this.waiting[other] === 0) this.heap.push(other, this.key);
        } else if (this.start[to]! < this.arcBound(k) && !this.isFrozen(to)) {
          this.ejectBehind(other);
        }
      }
    }
  }

  private ejectBehind(block: number): void {
    const { arcs, blocks } = this.c;
    this.takeBlock(block, this.start[blocks.member[blocks.first[block]!]!]!);
    this.waiting[block] = this.countWaiting(block);
    if (this.waiting[block] === 0) this.heap.push(block, this.key);
    for (let i = blocks.first[block]!; i < blocks.first[block + 1]!; i++) {
      const a = blocks.member[i]!;
      for (let j = arcs.outFirst[a]!; j < arcs.outFirst[a + 1]!; j++) {
        const other = blocks.of[arcs.to[arcs.outArc[j]!]!]!;
        if (other !== block && this.pending[other]) this.waiting[other]!++;
      }
    }
  }

  private insert(block: number): void {
    const { blocks } = this.c;
    const first = blocks.first[block]!;
    if (blocks.first[block + 1]! - first === 1) this.insertSingle(blocks.member[first]!);
    else if (!this.insertTogether(block, true) && !this.insertTogether(block, false)) this.leaveHomeless(block);
  }

  private insertSingle(a: number): void {
    if (this.isFrozen(a)) return;
    if (this.greedyModes && this.c.modeGroup[a]! < 0) this.chooseFastestMode(a);
    const low = this.lowerLimit(a);
    const last = this.lastStart(a);
    const start = this.table.earliest(this.slot(a), low, last);
    if (start < 0) this.putHomeless(a, low);
    else this.put(a, this.wish(a) > start ? this.nearest(a, start, last, this.wish(a)) : start);
  }

  /** Start that an activity should have rather than an earlier one, or -1. */
  private wish(a: number): number {
    if (a === this.detour) return this.detourStart;
    return this.reference === null ? -1 : Math.min(this.reference[a]!, this.wishedFinish - this.duration(a));
  }

  /** The mode with the earliest finish; the present one stays where no other is better or none fits. */
  private chooseFastestMode(a: number): void {
    const { modeFirst, duration } = this.c;
    const modes = modeFirst[a + 1]! - modeFirst[a]!;
    if (modes === 1) return;
    const present = this.mode[a]!;
    let best = present;
    let bestFinish = -1;
    for (let i = 0; i < modes; i++) {
      const mode = (present + i) % modes;
      this.setMode(a, mode);
      const start = this.table.earliest(this.slot(a), this.lowerLimit(a), this.lastStart(a));
      const finish = start + duration[modeFirst[a]! + mode]!;
      if (start < 0 || (bestFinish >= 0 && finish >= bestFinish)) continue;
      best = mode;
      bestFinish = finish;
    }
    this.setMode(a, best);
  }

  /** Fitting start closest to `wish`, which lies behind the earliest fitting start. */
  private nearest(a: number, earliest: number, last: number, wish: number): number {
    const slot = this.slot(a);
    const before = this.table.latest(slot, earliest, wish < last ? wish : last);
    if (before === wish || wish > last) return before;
    const after = this.table.earliest(slot, wish, Math.min(last, wish + (wish - before) - 1));
    return after >= 0 ? after : before;
  }

  /** Latest start that horizon and frozen activities allow in the present mode. */
  private lastStart(a: number): number {
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

  /**
   * A block whose members bound each other: every member gets its earliest fitting start; where that breaks a maximal lag,
   * the lower limits rise and all members start anew. Limits only rise, so it ends.
   * @returns whether there was room
   */
  private insertTogether(block: number, withWishes: boolean): boolean {
    let room = this.initialLimits(block, withWishes) && this.spreadLimits(block);
    while (room) {
      const a = this.nextMember(block);
      if (a < 0) return true;
      const start = this.table.earliest(this.slot(a), this.low[a]!, this.lastStart(a));
      if (start < 0) break;
      if (start > this.low[a]!) {
        this.low[a] = start;
        room = this.spreadLimits(block);
        if (room && !this.limitsHold(block)) {
          this.takeMembers(block);
          continue;
        }
      }
      if (room) this.put(a, start);
    }
    this.takeMembers(block);
    return false;
  }

  /**
   * Lower limits of the members; false if wishes are asked for and there are none. The wishes of bound members may contradict each
   * other, so that each of them alone and all of them together take turns.
   */
  private initialLimits(block: number, withWishes: boolean): boolean {
    const { blocks } = this.c;
    const size = blocks.first[block + 1]! - blocks.first[block]!;
    const turn = withWishes ? this.wishTurn++ % (size + 1) : -1;
    let wished = !withWishes;
    for (let i = blocks.first[block]!; i < blocks.first[block + 1]!; i++) {
      const a = blocks.member[i]!;
      this.low[a] = this.isFrozen(a) ? this.start[a]! : this.lowerLimit(a);
      if (turn !== size && turn !== i - blocks.first[block]!) continue;
      if (this.isFrozen(a) || this.wish(a) <= this.low[a]!) continue;
      this.low[a] = this.wish(a);
      wished = true;
    }
    return wished;
  }

  private leaveHomeless(block: number): void {
    const { blocks } = this.c;
    for (let i = blocks.first[block]!; i < blocks.first[block + 1]!; i++) {
      const a = blocks.member[i]!;
      if (!this.isFrozen(a)) this.putHomeless(a, this.low[a]!);
    }
  }

  private takeMembers(block: number): void {
    const { blocks } = this.c;
    for (let i = blocks.first[block]!; i < blocks.first[block + 1]!; i++) {
      const a = blocks.member[i]!;
      if (!this.isFrozen(a)) this.take(a);
    }
  }

  private nextMember(block: number): number {
    const { blocks } = this.c;
    let best = -1;
    for (let i = blocks.first[block]!; i < blocks.first[block + 1]!; i++) {
      const a = blocks.member[i]!;
      if (this.status[a] === OUT && (best < 0 || this.low[a]! < this.low[best]!)) best = a;
    }
    return best;
  }

  private limitsHold(block: number): boolean {
    const { blocks } = this.c;
    for (let i = blocks.first[block]!; i < blocks.first[block + 1]!; i++) {
      const a = blocks.member[i]!;
      if (this.status[a] === PLACED && this.low[a]! > this.start[a]!) return false;
    }
    return true;
  }

  /** Longest paths inside the block from the present limits; false if they leave the horizon or move a frozen member. */
  private spreadLimits(block: number): boolean {
    const { arcs, blocks } = this.c;
    const first = blocks.first[block]!;
    const end = blocks.first[block + 1]!;
    let changed = true;
    while (changed) {
      changed = false;
      for (let i = first; i < end; i++) {
        const a = blocks.member[i]!;
        for (let j = arcs.outFirst[a]!; j < arcs.outFirst[a + 1]!; j++) {
          const k = arcs.outArc[j]!;
          const to = arcs.to[k]!;
          if (blocks.of[to] !== block) continue;
          const bound = this.low[a]! + this.arcBound(k) - this.start[a]!;
          if (bound <= this.low[to]!) continue;
          if (this.isFrozen(to) || bound > this.lastStart(to)) return false;
          this.low[to] = bound;
          changed = true;
        }
      }
    }
    return true;
  }
}
