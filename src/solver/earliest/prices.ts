import type { Compiled } from '../compiled/compile.ts';
import type { Pressure } from './pressure.ts';

/** Farthest move that is priced, in periods: beyond, one move more does it. */
const REACH = 160;
/** Starts that share one price of money, in periods. */
const MONTH = 4;

/** What every start of an activity, or every shift of a whole undertaking, would break: weighted overload, gaps and missing money. */
export class Prices {
  /** Price per start, valid between `low` and `high`. */
  readonly price: Float64Array;
  low = 0;
  high = -1;
  private readonly c: Compiled;
  private readonly pressure: Pressure;
  /** Turns units of a resource into shares of its largest demand. */
  private readonly scale: Float64Array;
  /** Turns money into shares of what a budget ever receives, a hundred times over. */
  private readonly moneyScale: Float64Array;
  private readonly sum: Float64Array;
  /** Weighted overload of one demand per start. */
  private readonly units: Float64Array;

  constructor(pressure: Pressure) {
    const { c } = pressure;
    this.c = c;
    this.pressure = pressure;
    this.price = new Float64Array(c.horizon + 1);
    this.sum = new Float64Array(2 * REACH + 1);
    this.units = new Float64Array(c.horizon + 1);
    this.scale = new Float64Array(c.resources).fill(1);
    for (let k = 0; k < c.demandResource.length; k++) {
      const r = c.demandResource[k]!;
      this.scale[r] = Math.max(this.scale[r]!, c.demandAmount[k]!);
    }
    for (let r = 0; r < c.resources; r++) this.scale[r] = 1 / this.scale[r]!;
    this.moneyScale = Float64Array.from({ length: c.budgets.count }, (_, b) => {
      const inflow = c.budgets.inflow.subarray(c.budgets.bucketFirst[b]!, c.budgets.bucketFirst[b + 1]!);
      return (
        100 /
        Math.max(
          1,
          inflow.reduce((total, money) => total + money, 0),
        )
      );
    });
  }

  /**
   * Prices the starts of an activity that is booked out, in one mode.
   * @param alone false: links within its undertaking are left out
   */
  compute(a: number, mode: number, earliest: number, latest: number, alone: boolean): void {
    const { c, price } = this;
    const slot = c.modeFirst[a]! + mode;
    const present = this.pressure.start[a]!;
    this.low = Math.max(earliest, present - REACH);
    this.high = Math.min(latest, present + REACH, Math.min(c.horizon, c.deadline[a]!) - c.duration[slot]!);
    if (this.low > this.high) return;
    price.fill(0, this.low, this.high + 1);
    for (let k = c.demandFirst[slot]!; k < c.demandFirst[slot + 1]!; k++) this.addDemand(k, c.duration[slot]!);
    for (let k = c.costFirst[slot]!; k < c.costFirst[slot + 1]!; k++) this.addMoney(k, c.duration[slot]!);
    this.addArcs(a, c.duration[slot]!, alone);
  }

  /** A profile is a few runs of equal amounts, a constant is one: each is a sliding sum over the periods that it would occupy. */
  private addDemand(k: number, duration: number): void {
    const { c, price, units, low, high } = this;
    const resource = c.demandResource[k]!;
    const profile = c.demandProfile[k]!;
    units.fill(0, low, high + 1);
    for (let from = 0; from < duration; ) {
      const amount = profile < 0 ? c.demandAmount[k]! : c.profile[profile + from]!;
      let to = profile < 0 ? duration : from + 1;
      while (to < duration && c.profile[profile + to]! === amount) to++;
      if (amount > 0) this.addRun(resource * c.horizon + from, to - from, amount);
      from = to;
    }
    const scale = this.scale[resource]!;
    for (let start = low; start <= high; start++) price[start]! += units[start]! * scale;
  }

  /** Weighted overload of so many periods with the same amount, into `units`; a start of 0 would use the cells from `base` on. */
  private addRun(base: number, periods: number, amount: number): void {
    const { units, low, high } = this;
    const { over, cellWeight } = this.pressure;
    let sum = 0;
    for (let t = base + low; t < base + low + periods; t++) {
      const after = over[t]! + amount;
      if (after > 0) sum += cellWeight[t]! * (after < amount ? after : amount);
    }
    units[low]! += sum;
    for (let start = low + 1; start <= high; start++) {
      const gone = base + start - 1;
      const before = over[gone]! + amount;
      if (before > 0) sum -= cellWeight[gone]! * (before < amount ? before : amount);
      const come = gone + periods;
      const after = over[come]! + amount;
      if (after > 0) sum += cellWeight[come]! * (after < amount ? after : amount);
      units[start]! += sum;
    }
  }

  private addMoney(k: number, duration: number): void {
    const budget = this.c.costBudget[k]!;
    const scale = this.moneyScale[budget]!;
    const { pressure, price } = this;
    const without = pressure.shortfall(budget, -1, 0, 0);
    // The earliest payment is the dearest: where it is free, every later one is. A price per month is fine enough. What is bound of
    // later money changes with every week and may rise again.
    const commits = this.c.budgets.commits[budget] === 1;
    const step = commits ? 1 : MONTH;
    for (let from = this.low; from <= this.high; from += step) {
      const more = scale * (pressure.shortfall(budget, k, duration, from) - without);
      if (more <= 0 && !commits) return;
      const to = Math.min(from + step, this.high + 1);
      for (let start = from; start < to; start++) price[start]! += more;
    }
  }

  private addArcs(a: number, duration: number, alone: boolean): void {
    const { arcs, group } = this.c;
    const { start, arcWeight } = this.pressure;
    for (let i = arcs.outFirst[a]!; i < arcs.outFirst[a + 1]!; i++) {
      const k = arcs.outArc[i]!;
      const to = arcs.to[k]!;
      if (!alone && group[to] === group[a]) continue;
      const lag = arcs.lag[k]! + (arcs.fromFinish[k] ? duration : 0) - (arcs.toFinish[k] ? this.durationOf(to) : 0);
      this.addGap(lag - start[to]!, 1, arcWeight[k]!);
    }
    for (let i = arcs.inFirst[a]!; i < arcs.inFirst[a + 1]!; i++) {
      const k = arcs.inArc[i]!;
      const from = arcs.from[k]!;
      if (!alone && group[from] === group[a]) continue;
      const lag = arcs.lag[k]! + (arcs.fromFinish[k] ? this.durationOf(from) : 0) - (arcs.toFinish[k] ? duration : 0);
      this.addGap(start[from]! + lag, -1, arcWeight[k]!);
    }
  }

  private durationOf(a: number): number {
    return this.pressure.duration(a);
  }

  /** Adds weight * max(0, offset + sign * start). */
  private addGap(offset: number, sign: number, weight: number): void {
    const { price, low, high } = this;
    const from = sign > 0 ? Math.max(low, 1 - offset) : low;
    const to = sign > 0 ? high : Math.min(high, offset - 1);
    for (let start = from; start <= to; start++) price[start]! += weight * (offset + sign * start);
  }

  /**
   * Prices every common shift of the members of an undertaking, all booked out, in their present modes: after it `price` is indexed by
   * REACH + shift.
   */
  computeShift(members: Int32Array, earliest: Int32Array, latest: Int32Array): void {
    const { pressure, sum } = this;
    let low = -REACH;
    let high = REACH;
    for (let i = 0; i < members.length; i++) {
      const a = members[i]!;
      const start = pressure.start[a]!;
      low = Math.max(low, earliest[a]! - start);
      high = Math.min(high, Math.min(latest[a]!, this.c.deadline[a]! - pressure.duration(a)) - start);
    }
    if (low <= high) sum.fill(0, REACH + low, REACH + high + 1);
    for (let i = 0; i < members.length && low <= high; i++) {
      const a = members[i]!;
      const start = pressure.start[a]!;
      this.compute(a, pressure.mode[a]!, start + low, start + high, false);
      for (let shift = low; shift <= high; shift++) sum[REACH + shift]! += this.price[start + shift]!;
    }
    this.low = low;
    this.high = high;
  }

  /** Price of a common shift after `computeShift`. */
  shiftPrice(shift: number): number {
    return this.sum[REACH + shift]!;
  }
}
