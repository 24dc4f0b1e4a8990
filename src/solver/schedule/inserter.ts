import type { Compiled } from '../compiled/compile.ts';
import { DROPPED, OUT, PLACED, type Schedule } from './schedule.ts';
import type { Wishes } from './wishes.ts';

/** Finds a place for blocks that are out: as early as links, resources and money allow, or as near as possible to a wish behind that. */
export class Inserter {
  private readonly c: Compiled;
  private readonly schedule: Schedule;
  private readonly wishes: Wishes;
  /** Lower limits of the members of the block in hand. */
  private readonly low: Int32Array;
  private wishTurn = 0;

  constructor(schedule: Schedule, wishes: Wishes) {
    this.c = schedule.c;
    this.schedule = schedule;
    this.wishes = wishes;
    this.low = new Int32Array(schedule.c.activities);
  }

  /** Puts a block back that is out; where there is no room its members stay homeless, or out if the block may wait: then it returns false. */
  insert(block: number, mayWait: boolean): boolean {
    const { blocks } = this.c;
    const first = blocks.first[block]!;
    const single = blocks.first[block + 1]! - first === 1;
    const low = single ? this.insertSingle(blocks.member[first]!) : -1;
    if (single ? low < 0 : this.insertTogether(block, true) || this.insertTogether(block, false)) return true;
    if (mayWait) return false;
    if (single) this.schedule.putHomeless(blocks.member[first]!, low);
    else if (!this.insertUnstocked(block)) this.leaveHomeless(block);
    return true;
  }

  /** Members that happen at the same moment net their level changes, which one by one may not fit. */
  private insertUnstocked(block: number): boolean {
    const { stock } = this.schedule.table;
    if (stock === null) return false;
    stock.lenient = true;
    const placed = this.insertTogether(block, false);
    stock.lenient = false;
    return placed;
  }

  /** -1 if it was put in, its lower limit if there is no room. */
  private insertSingle(a: number): number {
    if (this.schedule.status[a] !== OUT) return -1;
    if (this.wishes.fastestModes && this.c.modeGroup[a]! < 0) this.chooseFastestMode(a);
    const low = this.schedule.lowerLimit(a);
    const last = this.schedule.lastStart(a);
    const start = this.schedule.table.earliest(this.schedule.slot(a), low, last);
    if (start < 0) return low;
    const wish = this.wishes.startOf(a, this.schedule.duration(a), this.schedule.late[a]!);
    this.schedule.put(a, wish > start ? this.nearest(a, start, last, wish) : start);
    return -1;
  }

  /** The mode with the earliest finish; the present one stays where no other is better or none fits. */
  private chooseFastestMode(a: number): void {
    const { modeFirst, duration } = this.c;
    const modes = modeFirst[a + 1]! - modeFirst[a]!;
    if (modes === 1) return;
    const present = this.schedule.mode[a]!;
    let best = present;
    let bestFinish = -1;
    for (let i = 0; i < modes; i++) {
      const mode = (present + i) % modes;
      this.schedule.setMode(a, mode);
      const start = this.schedule.table.earliest(
        this.schedule.slot(a),
        this.schedule.lowerLimit(a),
        this.schedule.lastStart(a),
      );
      const finish = start + duration[modeFirst[a]! + mode]!;
      if (start < 0 || (bestFinish >= 0 && finish >= bestFinish)) continue;
      best = mode;
      bestFinish = finish;
    }
    this.schedule.setMode(a, best);
  }

  /** Fitting start closest to `wish`, which lies behind the earliest fitting start. */
  private nearest(a: number, earliest: number, last: number, wish: number): number {
    const slot = this.schedule.slot(a);
    const before = this.schedule.table.latest(slot, earliest, wish < last ? wish : last);
    if (before === wish || wish > last) return before;
    const after = this.schedule.table.earliest(slot, wish, Math.min(last, wish + (wish - before) - 1));
    return after >= 0 ? after : before;
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
      const start = this.schedule.table.earliest(this.schedule.slot(a), this.low[a]!, this.schedule.lastStart(a));
      if (start < 0) break;
      if (start > this.low[a]!) {
        this.low[a] = start;
        room = this.spreadLimits(block);
        if (room && !this.limitsHold(block)) {
          this.schedule.takeBlock(block);
          continue;
        }
      }
      if (room) this.schedule.put(a, start);
    }
    this.schedule.takeBlock(block);
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
      this.low[a] = this.schedule.isFrozen(a) ? this.schedule.start[a]! : this.schedule.lowerLimit(a);
      if (turn !== size && turn !== i - blocks.first[block]!) continue;
      const wish = this.wishes.startOf(a, this.schedule.duration(a), this.schedule.late[a]!);
      if (this.schedule.status[a] !== OUT || wish <= this.low[a]!) continue;
      this.low[a] = wish;
      wished = true;
    }
    return wished;
  }

  private leaveHomeless(block: number): void {
    const { blocks } = this.c;
    for (let i = blocks.first[block]!; i < blocks.first[block + 1]!; i++) {
      const a = blocks.member[i]!;
      if (this.schedule.status[a] === OUT) this.schedule.putHomeless(a, this.low[a]!);
    }
  }

  private nextMember(block: number): number {
    const { blocks } = this.c;
    let best = -1;
    for (let i = blocks.first[block]!; i < blocks.first[block + 1]!; i++) {
      const a = blocks.member[i]!;
      if (this.schedule.status[a] === OUT && (best < 0 || this.low[a]! < this.low[best]!)) best = a;
    }
    return best;
  }

  private limitsHold(block: number): boolean {
    const { blocks } = this.c;
    for (let i = blocks.first[block]!; i < blocks.first[block + 1]!; i++) {
      const a = blocks.member[i]!;
      if (this.schedule.status[a] === PLACED && this.low[a]! > this.schedule.start[a]!) return false;
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
        if (this.schedule.status[a] === DROPPED) continue;
        for (let j = arcs.outFirst[a]!; j < arcs.outFirst[a + 1]!; j++) {
          const k = arcs.outArc[j]!;
          const to = arcs.to[k]!;
          if (blocks.of[to] !== block || this.schedule.status[to] === DROPPED) continue;
          const bound = this.low[a]! + this.schedule.arcBound(k) - this.schedule.start[a]!;
          if (bound <= this.low[to]!) continue;
          if (this.schedule.isFrozen(to) || bound > this.schedule.lastStart(to)) return false;
          this.low[to] = bound;
          changed = true;
        }
      }
    }
    return true;
  }
}
