import type { Compiled } from '../compiled/compile.ts';
import { costUntil } from '../compiled/cost-share.ts';
import { Timetable } from '../schedule/timetable.ts';
import type { Domains } from './domains.ts';

/**
 * What the rules need to know about activities under the modes that are still open: least durations, demands and costs.
 * Variables are the starts 0..activities-1 and, behind them, one mode number per group of activities that share their mode.
 */
export class Tasks {
  readonly c: Compiled;
  readonly variables: number;
  /** Mode variable of each activity, or -1 where there is only one mode. */
  readonly modeVariable: Int32Array;
  /** 1 = the activity may be dropped. It is left out: what is impossible without it stays impossible with it. */
  readonly isLeftOut: Uint8Array;
  /** Activities of each mode variable, by variable - activities. */
  readonly modeMembers: number[][] = [];
  /** Capacity that frozen activities leave: free[resource * horizon + period]. */
  readonly free: Int32Array;
  /** Activities that may need each resource. */
  readonly users: number[][];

  constructor(c: Compiled) {
    this.c = c;
    this.isLeftOut = Uint8Array.from(c.group, (group) => c.choice.optional[group]!);
    const table = new Timetable(c);
    for (let a = 0; a < c.activities; a++) {
      if (c.frozenStart[a]! >= 0 && !this.isLeftOut[a])
        table.place(c.modeFirst[a]! + c.frozenMode[a]!, c.frozenStart[a]!);
    }
    this.free = table.free;
    this.modeVariable = new Int32Array(c.activities).fill(-1);
    const ofGroup = new Map<number, number>();
    for (let a = 0; a < c.activities; a++) {
      if (c.modeFirst[a + 1]! - c.modeFirst[a]! === 1 || c.frozenStart[a]! >= 0 || this.isLeftOut[a]) continue;
      const group = c.modeGroup[a]!;
      const variable = (group >= 0 ? ofGroup.get(group) : undefined) ?? c.activities + this.modeMembers.length;
      if (variable === c.activities + this.modeMembers.length) this.modeMembers.push([]);
      if (group >= 0) ofGroup.set(group, variable);
      this.modeMembers[variable - c.activities]!.push(a);
      this.modeVariable[a] = variable;
    }
    this.variables = c.activities + this.modeMembers.length;
    this.users = this.findUsers();
  }

  private findUsers(): number[][] {
    const { c } = this;
    const users: number[][] = Array.from({ length: c.resources }, () => []);
    for (let a = 0; a < c.activities; a++) {
      if (c.frozenStart[a]! >= 0 || this.isLeftOut[a]) continue;
      const last = c.demandFirst[c.modeFirst[a + 1]!]!;
      for (let k = c.demandFirst[c.modeFirst[a]!]!; k < last; k++) {
        const list = users[c.demandResource[k]!]!;
        if (c.demandAmount[k]! > 0 && list.at(-1) !== a) list.push(a);
      }
    }
    return users;
  }

  /** Bounds before anything is derived: release and frozen start, deadline less the shortest mode, all modes. */
  initialBounds(): Int32Array {
    const { c } = this;
    const bound = new Int32Array(2 * this.variables);
    for (let a = 0; a < c.activities; a++) {
      if (this.isLeftOut[a]) continue;
      const frozen = c.frozenStart[a]!;
      let shortest = Number.POSITIVE_INFINITY;
      for (let s = this.firstSlot(a, null); s <= this.lastSlot(a, null); s++)
        shortest = Math.min(shortest, c.duration[s]!);
      const end = Math.min(c.deadline[a]!, c.horizon);
      bound[2 * a] = Math.max(c.release[a]!, frozen);
      bound[2 * a + 1] = -(frozen >= 0 ? Math.min(frozen, end - shortest) : end - shortest);
    }
    this.modeMembers.forEach((members, i) => {
      const a = members[0]!;
      bound[2 * (c.activities + i) + 1] = -(c.modeFirst[a + 1]! - c.modeFirst[a]! - 1);
    });
    return bound;
  }

  firstSlot(a: number, d: Domains | null): number {
    const m = this.modeVariable[a]!;
    if (m < 0) return this.c.modeFirst[a]! + Math.max(0, this.c.frozenMode[a]!);
    return this.c.modeFirst[a]! + (d ? d.low(m) : 0);
  }

  lastSlot(a: number, d: Domains | null): number {
    const m = this.modeVariable[a]!;
    if (m < 0) return this.firstSlot(a, d);
    return d ? this.c.modeFirst[a]! + d.high(m) : this.c.modeFirst[a + 1]! - 1;
  }

  shortest(a: number, d: Domains): number {
    const last = this.lastSlot(a, d);
    let best = this.c.duration[last]!;
    for (let s = this.firstSlot(a, d); s < last; s++) if (this.c.duration[s]! < best) best = this.c.duration[s]!;
    return best;
  }

  longest(a: number, d: Domains): number {
    const last = this.lastSlot(a, d);
    let best = this.c.duration[last]!;
    for (let s = this.firstSlot(a, d); s < last; s++) if (this.c.duration[s]! > best) best = this.c.duration[s]!;
    return best;
  }

  /** Units of resource r that the slot needs in the elapsed period. */
  demand(slot: number, r: number, elapsed: number): number {
    const { c } = this;
    if (elapsed < 0 || elapsed >= c.duration[slot]!) return 0;
    let sum = 0;
    for (let k = c.demandFirst[slot]!; k < c.demandFirst[slot + 1]!; k++) {
      if (c.demandResource[k] !== r) continue;
      sum += c.demandProfile[k]! < 0 ? c.demandAmount[k]! : c.profile[c.demandProfile[k]! + elapsed]!;
    }
    return sum;
  }

  /** Whether the slot's demand for r is the same in every period. */
  isFlat(slot: number, r: number): boolean {
    const { c } = this;
    for (let k = c.demandFirst[slot]!; k < c.demandFirst[slot + 1]!; k++) {
      if (c.demandResource[k] === r && c.demandProfile[k]! >= 0) return false;
    }
    return true;
  }

  /** Money that the slot takes from a budget until the end of its bucket b if it starts at s. */
  paidUntil(slot: number, budget: number, b: number, s: number): number {
    const { c } = this;
    let sum = 0;
    for (let k = c.costFirst[slot]!; k < c.costFirst[slot + 1]!; k++) {
      if (c.costBudget[k] === budget) sum += costUntil(c, k, c.duration[slot]!, s, b);
    }
    return sum;
  }

  /** Money that the slot takes from a budget in all. */
  paidInAll(slot: number, budget: number): number {
    const { c } = this;
    let sum = 0;
    for (let k = c.costFirst[slot]!; k < c.costFirst[slot + 1]!; k++) {
      if (c.costBudget[k] === budget) sum += c.costCumulative[c.costOffset[k + 1]! - 1]!;
    }
    return sum;
  }

  /** Literals (see nogood.ts) saying that the activity is carried out in this mode and finishes by `end`. */
  finishBy(a: number, mode: number, end: number): number[] {
    const literals = [2 * a + 1, this.c.duration[this.c.modeFirst[a]! + mode]! - end];
    const variable = this.modeVariable[a]!;
    if (variable >= 0) literals.unshift(2 * variable, mode, 2 * variable + 1, 0 - mode);
    return literals;
  }

  /** Adds what was decided about an activity's mode to the premises. */
  modePremises(a: number, d: Domains, premises: number[]): void {
    const m = this.modeVariable[a]!;
    if (m < 0) return;
    premises.push(2 * m, d.bound[2 * m]!, 2 * m + 1, d.bound[2 * m + 1]!);
  }
}
