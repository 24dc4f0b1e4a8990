import type { Compiled } from '../compiled/compile.ts';
import { BlockHeap } from './heap.ts';
import type { Inserter } from './inserter.ts';
import { Restocker } from './restock.ts';
import { DROPPED, type Schedule } from './schedule.ts';

/**
 * Takes blocks out and puts them back in an order of the caller's choice: the serial schedule generation scheme (Kelley 1963) when
 * everything is out, a repair of the rest otherwise.
 */
export class Repair {
  private readonly c: Compiled;
  private readonly schedule: Schedule;
  private readonly inserter: Inserter;
  private readonly heap: BlockHeap;
  /** Links that still lead to a block from blocks that are out. */
  private readonly waiting: Int32Array;
  private readonly pending: Uint8Array;
  /** Blocks ejected since the last run. */
  private readonly queue: Int32Array;
  private queued = 0;
  /** Order of return: smallest key first. */
  private readonly key: Float64Array;
  /** Blocks that found no room and wait until something fills the reservoirs. */
  private readonly held: Int32Array;
  private heldCount = 0;
  private readonly restocker: Restocker | null;

  constructor(schedule: Schedule, inserter: Inserter) {
    const { count } = schedule.c.blocks;
    this.c = schedule.c;
    this.schedule = schedule;
    this.inserter = inserter;
    this.heap = new BlockHeap(count);
    this.waiting = new Int32Array(count);
    this.pending = new Uint8Array(count);
    this.queue = new Int32Array(count);
    this.key = new Float64Array(count);
    this.held = new Int32Array(count);
    this.restocker = schedule.table.stock === null ? null : new Restocker(schedule, schedule.table.stock);
  }

  /** Takes out a whole block (its frozen members stay) and remembers it for `run`, which puts small keys back first. */
  eject(block: number, key: number): void {
    if (this.pending[block]) return;
    this.queue[this.queued++] = block;
    this.takeOut(block, key);
  }

  private takeOut(block: number, key: number): void {
    this.pending[block] = 1;
    this.key[block] = key;
    this.schedule.takeBlock(block);
  }

  /**
   * Puts every ejected block back, smallest key first among those whose predecessors are in, at its earliest fitting start.
   * A block behind them that no longer keeps its links is ejected and put back in turn.
   */
  run(): void {
    const { heap, pending, waiting, key } = this;
    for (let i = 0; i < this.queued; i++) {
      const block = this.queue[i]!;
      waiting[block] = this.countWaiting(block);
      if (waiting[block] === 0) heap.push(block, key);
    }
    this.queued = 0;
    this.restocker?.begin();
    let mayWait = this.restocker !== null;
    while (heap.size > 0 || (this.restocker !== null && this.recall(this.restocker))) {
      const block = heap.pop(key);
      if (!pending[block] || waiting[block]! > 0) continue;
      if (!this.inserter.insert(block, mayWait)) {
        this.held[this.heldCount++] = block;
        mayWait = heap.size > 0;
        continue;
      }
      pending[block] = 0;
      if (this.restocker?.fills(block)) this.unhold();
      this.release(block);
    }
  }

  /** Lets the blocks that wait for stock try again. */
  private unhold(): void {
    for (let i = 0; i < this.heldCount; i++) this.heap.push(this.held[i]!, this.key);
    this.heldCount = 0;
  }

  /** When nothing else is left: the blocks that wait for stock, else one that draws from a level out of range; false if there is none. */
  private recall(restocker: Restocker): boolean {
    if (this.heldCount > 0) {
      this.unhold();
      return true;
    }
    const block = restocker.next();
    if (block < 0) return false;
    this.ejectBehind(block);
    return true;
  }

  /** Links that lead to the block from blocks that are still out. */
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
        } else if (this.schedule.start[to]! < this.schedule.arcBound(k) && this.canMove(to)) this.ejectBehind(other);
      }
    }
  }

  private canMove(a: number): boolean {
    return !this.schedule.isFrozen(a) && this.schedule.status[a] !== DROPPED;
  }

  /** Ejects a block while the repair is running; what already waits behind it waits for it too. */
  private ejectBehind(block: number): void {
    const { arcs, blocks } = this.c;
    this.takeOut(block, this.schedule.start[blocks.member[blocks.first[block]!]!]!);
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
}
