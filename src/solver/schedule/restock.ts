import type { Compiled } from '../compiled/compile.ts';
import { PLACED, type Schedule } from './schedule.ts';
import type { Stock } from './stock.ts';

/** Blocks named in one repair: enough to mend what a move tore, few enough to keep moves cheap. */
const MOST = 40;

/**
 * Names activities to take out where a level is out of range because what filled (or emptied) the reservoir before has moved: they find
 * another place, at which the level allows them.
 */
export class Restocker {
  private readonly c: Compiled;
  private readonly schedule: Schedule;
  private readonly stock: Stock;
  /** Activities that touch a reservoir in some mode, per reservoir. */
  private readonly users: readonly Int32Array[];
  private left = 0;

  constructor(schedule: Schedule, stock: Stock) {
    const { c } = schedule;
    this.c = c;
    this.schedule = schedule;
    this.stock = stock;
    const all = Int32Array.from({ length: c.activities }, (_, a) => a);
    this.users = Array.from({ length: c.stock.count }, (_, r) => all.filter((a) => touches(c, a, r)));
  }

  /** A new repair begins. */
  begin(): void {
    this.left = MOST;
  }

  /** Whether the block holds an activity that raises or lowers a level, so that others may find room now. */
  fills(block: number): boolean {
    const { blocks, stock } = this.c;
    for (let i = blocks.first[block]!; i < blocks.first[block + 1]!; i++) {
      const slot = this.schedule.slot(blocks.member[i]!);
      if (stock.stepFirst[slot]! < stock.stepFirst[slot + 1]!) return true;
    }
    return false;
  }

  /** Block of the last activity that pushed a level out of range, or -1. */
  next(): number {
    if (this.stock.badTotal === 0 || this.left-- <= 0) return -1;
    for (let r = 0; r < this.c.stock.count; r++) {
      const moment = this.stock.firstBad(r);
      if (moment < 0) continue;
      const culprit = this.lastCulprit(r, moment);
      if (culprit >= 0) return this.c.blocks.of[culprit]!;
    }
    return -1;
  }

  /** The unfrozen activity that begins last among those that have pushed the level that way by the moment. */
  private lastCulprit(r: number, moment: number): number {
    const { schedule } = this;
    const users = this.users[r]!;
    const sign = this.stock.isEmptyAt(r, moment) ? -1 : 1;
    let best = -1;
    for (let i = 0; i < users.length; i++) {
      const a = users[i]!;
      if (schedule.status[a] !== PLACED || schedule.isFrozen(a) || schedule.start[a]! > moment) continue;
      if (sign * this.amountAt(a, r, moment) <= 0) continue;
      if (best < 0 || schedule.start[a]! > schedule.start[best]!) best = a;
    }
    return best;
  }

  private amountAt(a: number, r: number, moment: number): number {
    const { stock } = this.c;
    const slot = this.schedule.slot(a);
    for (let k = stock.stepFirst[slot]!; k < stock.stepFirst[slot + 1]!; k++) {
      if (stock.stepReservoir[k] !== r) continue;
      return moment < this.schedule.start[a]! + this.schedule.duration(a) ? stock.running[k]! : stock.after[k]!;
    }
    return 0;
  }
}

function touches(c: Compiled, a: number, r: number): boolean {
  const { stock } = c;
  for (let k = stock.stepFirst[c.modeFirst[a]!]!; k < stock.stepFirst[c.modeFirst[a + 1]!]!; k++) {
    if (stock.stepReservoir[k] === r) return true;
  }
  return false;
}
