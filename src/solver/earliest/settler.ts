import type { Compiled } from '../compiled/compile.ts';
import type { Windows } from '../compiled/windows.ts';
import type { Plan } from '../model/problem.ts';
import type { Rng } from '../search/rng.ts';
import { Choices } from './choices.ts';
import { Pressure } from './pressure.ts';
import { Prices } from './prices.ts';

/** Weight that a broken spot gains whenever no move helps. */
const STEP = 2;
/** A move that helps nothing is made now and then all the same. */
const SIDEWAYS = 0.5;
/** Price of a period away from the plan to stay near to: less than any breach. */
const PULL = 1e-3;

/**
 * Min-conflicts search (Minton, Johnston, Philips, Laird 1992) with weights that grow on what stays broken (Morris 1993): every activity
 * always has a start, and moves go where something is broken, until nothing is. It touches only what stands in the way, so that a
 * plan which is nearly right is put right in a few steps, whatever its size.
 */
export class Settler {
  readonly pressure: Pressure;
  private readonly c: Compiled;
  private readonly prices: Prices;
  private readonly rng: Rng;
  private windows: Windows;
  private reference: Int32Array | null = null;
  private readonly choices: Choices;
  private steps = 0;
  private bestPrice = 0;
  private bestActivity = -1;
  private bestStart = 0;
  private bestMode = 0;
  /** Common shift of `bestMembers`; 0 = they change their mode. */
  private bestShift = 0;
  /** What moves together, or null when `bestActivity` moves alone. */
  private bestMembers: Int32Array | null = null;
  private readonly newStart: Int32Array;
  private readonly oldStart: Int32Array;
  private readonly oldMode: Int32Array;

  constructor(c: Compiled, windows: Windows, rng: Rng) {
    this.c = c;
    this.windows = windows;
    this.rng = rng;
    this.pressure = new Pressure(c);
    this.prices = new Prices(this.pressure);
    this.choices = new Choices(this.pressure, rng);
    this.newStart = new Int32Array(c.activities);
    this.oldStart = new Int32Array(c.activities);
    this.oldMode = new Int32Array(c.activities);
  }

  /** From now on, of moves that help as much, the one that ends nearer to this plan is made. */
  stayNear(plan: Plan): void {
    this.reference = plan.start;
  }

  /** Periods between a start and that of the plan to stay near to. */
  private away(a: number, start: number): number {
    const wanted = this.reference?.[a] ?? -1;
    return wanted < 0 ? 0 : Math.abs(start - wanted);
  }

  /** Narrower windows; starts outside are pulled in, modes that became too long are replaced. Weights begin anew. */
  narrow(windows: Windows): void {
    const { pressure } = this;
    this.windows = windows;
    const mode = pressure.mode.slice();
    this.chooseModes(mode);
    pressure.load(
      pressure.start.map((start, a) => this.clamp(a, start, mode[a]!)),
      mode,
    );
    pressure.resetWeights();
  }

  /** Begins at a plan; a share of the activities begins anywhere in the first half of its window. */
  begin(plan: Plan, shaken: number): void {
    const { c, rng, windows } = this;
    const start = Int32Array.from(plan.start);
    const mode = Int32Array.from(plan.mode);
    for (let a = 0; a < c.activities; a++) {
      if (c.frozenStart[a]! >= 0) mode[a] = c.frozenMode[a]!;
    }
    this.chooseModes(mode);
    for (let a = 0; a < c.activities; a++) {
      if (c.frozenStart[a]! >= 0) start[a] = c.frozenStart[a]!;
      else if (start[a]! < 0 || (shaken > 0 && rng.unit() < shaken)) {
        const range = Math.min(windows.latest[a]! - windows.earliest[a]!, 60);
        start[a] = windows.earliest[a]! + rng.below(range + 1);
      }
      start[a] = this.clamp(a, start[a]!, mode[a]!);
    }
    this.pressure.load(start, mode);
    this.pressure.resetWeights();
    this.choices.clear();
    this.steps = 0;
  }

  private clamp(a: number, start: number, mode: number): number {
    const { earliest, latest } = this.windows;
    const { deadline, duration, modeFirst } = this.c;
    return Math.max(earliest[a]!, Math.min(latest[a]!, deadline[a]! - duration[modeFirst[a]! + mode]!, start));
  }

  /** Replaces modes that are too long for the windows by the first that is not, for all members of a mode group alike. */
  private chooseModes(mode: Int32Array): void {
    const { c } = this;
    for (let a = 0; a < c.activities; a++) {
      if (this.modeFits(a, mode[a]!)) continue;
      const members = c.modeGroup[a]! < 0 ? [a] : c.modeGroupMembers[c.modeGroup[a]!]!;
      const modes = c.modeFirst[a + 1]! - c.modeFirst[a]!;
      for (let m = 0; m < modes; m++) {
        if (!members.every((b) => c.frozenStart[b]! < 0 && this.modeFits(b, m))) continue;
        for (const b of members) mode[b] = m;
        break;
      }
    }
  }

  private modeFits(a: number, mode: number): boolean {
    const { deadline, duration, modeFirst } = this.c;
    if (mode >= modeFirst[a + 1]! - modeFirst[a]!) return false;
    return this.windows.earliest[a]! + duration[modeFirst[a]! + mode]! <= deadline[a]!;
  }

  /** One move; true when nothing is broken any more. */
  step(): boolean {
    const { pressure, rng } = this;
    if (pressure.calm) return true;
    this.steps++;
    this.choices.collect(this.steps);
    this.bestActivity = -1;
    this.bestPrice = Number.POSITIVE_INFINITY;
    for (let i = 0; i < this.choices.count; i++) this.consider(this.choices.items[i]!);
    if (this.bestActivity < 0) {
      this.raise();
      return false;
    }
    if (this.bestPrice > -1e-9) {
      this.raise();
      if (rng.unit() >= SIDEWAYS) return false;
    }
    this.apply();
    return pressure.calm;
  }

  private consider(a: number): void {
    const { c, rng } = this;
    const members = c.groupMembers[c.group[a]!]!;
    const modes = c.modeGroup[a]! < 0 ? 1 : c.modeFirst[a + 1]! - c.modeFirst[a]!;
    if (modes > 1 && rng.unit() < 0.3) this.considerModes(c.modeGroupMembers[c.modeGroup[a]!]!, rng.below(modes));
    else if (members.length > 1 && rng.unit() < 0.5 && members.every((b) => c.frozenStart[b]! < 0))
      this.considerShift(a, members);
    else this.considerAlone(a);
  }

  /** Another mode for a whole mode group: its members are put in anew one after the other, each where it is cheapest. */
  private considerModes(members: Int32Array, mode: number): void {
    const { c, pressure } = this;
    if (pressure.mode[members[0]!] === mode || !members.every((b) => c.frozenStart[b]! < 0 && this.modeFits(b, mode)))
      return;
    const before = this.reinsert(members, -1);
    for (const b of members) {
      this.oldStart[b] = pressure.start[b]!;
      this.oldMode[b] = pressure.mode[b]!;
    }
    const after = this.reinsert(members, mode);
    if (this.isBetter(after - before)) {
      this.bestActivity = members[0]!;
      this.bestMode = mode;
      this.bestMembers = members;
      this.bestShift = 0;
      for (const b of members) this.newStart[b] = pressure.start[b]!;
    }
    for (const b of members) pressure.bookQuietly(b, -1);
    for (const b of members) {
      pressure.start[b] = this.oldStart[b]!;
      pressure.mode[b] = this.oldMode[b]!;
    }
    for (const b of members) pressure.bookQuietly(b, 1);
  }

  /** Takes the members out and puts them back one by one, in a mode where they are cheapest or (mode -1) as they were; the summed price. */
  private reinsert(members: Int32Array, mode: number): number {
    const { pressure, prices, windows } = this;
    let sum = 0;
    for (let i = 0; i < members.length; i++) pressure.bookQuietly(members[i]!, -1);
    for (let i = 0; i < members.length; i++) {
      const b = members[i]!;
      prices.compute(b, mode < 0 ? pressure.mode[b]! : mode, windows.earliest[b]!, windows.latest[b]!, true);
      let best = mode < 0 ? pressure.start[b]! : prices.low;
      for (let t = prices.low; mode >= 0 && t <= prices.high; t++) if (prices.price[t]! < prices.price[best]!) best = t;
      sum += prices.low <= prices.high ? prices.price[best]! : Number.POSITIVE_INFINITY;
      if (mode >= 0) {
        pressure.mode[b] = mode;
        pressure.start[b] = Math.max(best, windows.earliest[b]!);
      }
      pressure.bookQuietly(b, 1);
    }
    return sum;
  }

  private considerAlone(a: number): void {
    const { c, pressure, prices, windows } = this;
    const { price } = prices;
    const modes = c.modeGroup[a]! >= 0 ? 1 : c.modeFirst[a + 1]! - c.modeFirst[a]!;
    const start = pressure.start[a]!;
    const present = pressure.mode[a]!;
    pressure.bookQuietly(a, -1);
    prices.compute(a, present, windows.earliest[a]!, windows.latest[a]!, true);
    const now = prices.low <= start && start <= prices.high ? price[start]! : Number.POSITIVE_INFINITY;
    for (let i = 0; i < modes; i++) {
      const mode = (present + i) % (c.modeFirst[a + 1]! - c.modeFirst[a]!);
      if (i > 0) prices.compute(a, mode, windows.earliest[a]!, windows.latest[a]!, true);
      for (let t = prices.low; t <= prices.high; t++) {
        if ((t === start && i === 0) || !this.isBetter(price[t]! - now + PULL * this.away(a, t))) continue;
        this.bestActivity = a;
        this.bestStart = t;
        this.bestMode = mode;
        this.bestMembers = null;
      }
    }
    pressure.bookQuietly(a, 1);
  }

  private considerShift(a: number, members: Int32Array): void {
    const { pressure, prices, windows } = this;
    for (let i = 0; i < members.length; i++) pressure.bookQuietly(members[i]!, -1);
    prices.computeShift(members, windows.earliest, windows.latest);
    const now = prices.low <= 0 && 0 <= prices.high ? prices.shiftPrice(0) : Number.POSITIVE_INFINITY;
    for (let shift = prices.low; shift <= prices.high; shift++) {
      if (shift === 0 || !this.isBetter(prices.shiftPrice(shift) - now)) continue;
      this.bestActivity = a;
      this.bestShift = shift;
      this.bestMembers = members;
    }
    for (let i = 0; i < members.length; i++) pressure.bookQuietly(members[i]!, 1);
  }

  /** Remembers the price if it is the best of this step; among equal ones each has a chance. */
  private isBetter(price: number): boolean {
    if (price > this.bestPrice || (price > this.bestPrice - 1e-9 && this.rng.unit() >= 0.3)) return false;
    this.bestPrice = price;
    return true;
  }

  private apply(): void {
    const { pressure, bestMembers } = this;
    if (bestMembers === null) {
      pressure.move(this.bestActivity, this.bestStart, this.bestMode);
      this.choices.rest(this.bestActivity, this.steps);
      return;
    }
    for (let i = 0; i < bestMembers.length; i++) {
      const b = bestMembers[i]!;
      pressure.book(b, -1);
      if (this.bestShift === 0) {
        pressure.mode[b] = this.bestMode;
        pressure.start[b] = this.newStart[b]!;
      } else pressure.start[b]! += this.bestShift;
      pressure.book(b, 1);
      this.choices.rest(b, this.steps);
    }
    for (let i = 0; i < bestMembers.length; i++) pressure.check(bestMembers[i]!);
  }

  private raise(): void {
    const { cells, arcs, buckets, cellWeight, arcWeight, bucketWeight } = this.pressure;
    for (let i = 0; i < cells.size; i++) cellWeight[cells.items[i]!]! += STEP;
    for (let i = 0; i < arcs.size; i++) arcWeight[arcs.items[i]!]! += STEP;
    for (let i = 0; i < buckets.size; i++) bucketWeight[buckets.items[i]!]! += STEP;
  }
}
