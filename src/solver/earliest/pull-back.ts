import type { Windows } from '../compiled/windows.ts';
import type { Pressure } from './pressure.ts';
import { Prices } from './prices.ts';

/** Passes over what moved, at most. */
const PULLS = 8;
/** A price that is none. */
const FREE = 1e-9;

/** Pulls a plan back towards another one: activities alone, and whole undertakings, as near as links, resources and money allow. */
export class PullBack {
  private readonly pressure: Pressure;
  private readonly prices: Prices;
  private readonly windows: Windows;
  private readonly reference: Int32Array;

  /** @param reference starts to come near to; -1 = anywhere */
  constructor(pressure: Pressure, windows: Windows, reference: Int32Array) {
    this.pressure = pressure;
    this.prices = new Prices(pressure);
    this.windows = windows;
    this.reference = reference;
  }

  /** Puts everything that moved back as far as there is room, until nothing goes. */
  run(): void {
    const { pressure } = this;
    const moved: number[] = [];
    for (let a = 0; a < pressure.c.activities; a++) if (this.away(a, pressure.start[a]!) > 0) moved.push(a);
    for (let changed = true, round = 0; changed && round < PULLS; round++) {
      changed = false;
      for (const a of moved) if (this.pull(a)) changed = true;
    }
  }

  /** The free start of an activity, or the free shift of its undertaking, that ends nearest; true if it moved. */
  private pull(a: number): boolean {
    const { pressure, prices, windows } = this;
    const start = pressure.start[a]!;
    if (this.away(a, start) === 0) return false;
    pressure.bookQuietly(a, -1);
    prices.compute(a, pressure.mode[a]!, windows.earliest[a]!, windows.latest[a]!, true);
    let nearest = start;
    for (let t = prices.low; t <= prices.high; t++) {
      if (prices.price[t]! < FREE && this.away(a, t) < this.away(a, nearest)) nearest = t;
    }
    pressure.bookQuietly(a, 1);
    if (nearest !== start) {
      pressure.move(a, nearest, pressure.mode[a]!);
      // The price of money is coarse: a step that turns out too dear is taken back.
      if (pressure.calm) return true;
      pressure.move(a, start, pressure.mode[a]!);
    }
    return this.pullTogether(pressure.c.groupMembers[pressure.c.group[a]!]!);
  }

  private pullTogether(members: Int32Array): boolean {
    const { pressure, prices, windows } = this;
    if (members.length === 1 || members.some((b) => pressure.c.frozenStart[b]! >= 0)) return false;
    for (const b of members) pressure.bookQuietly(b, -1);
    prices.computeShift(members, windows.earliest, windows.latest);
    for (const b of members) pressure.bookQuietly(b, 1);
    const distance = (shift: number) => members.reduce((sum, b) => sum + this.away(b, pressure.start[b]! + shift), 0);
    let best = 0;
    let least = distance(0);
    for (let shift = prices.low; shift <= prices.high; shift++) {
      if (prices.shiftPrice(shift) >= FREE) continue;
      const away = distance(shift);
      if (away >= least) continue;
      least = away;
      best = shift;
    }
    if (best === 0) return false;
    this.shift(members, best);
    if (pressure.calm) return true;
    this.shift(members, -best);
    return false;
  }

  private shift(members: Int32Array, by: number): void {
    const { pressure } = this;
    for (const b of members) {
      pressure.book(b, -1);
      pressure.start[b]! += by;
      pressure.book(b, 1);
    }
    for (const b of members) pressure.check(b);
  }

  /** Periods between a start and the wanted one. */
  private away(a: number, start: number): number {
    const wanted = this.reference[a]!;
    return wanted < 0 ? 0 : Math.abs(start - wanted);
  }
}
