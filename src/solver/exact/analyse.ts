import type { Domains } from './domains.ts';
import type { Heat } from './heat.ts';
import { NOTHING, type Nogood } from './nogood.ts';

/** Room for so many events; more is made when there are more. */
const FIRST_EVENTS = 1024;

/** What a conflict teaches: the nogood, and the level to return to. */
export interface Lesson {
  readonly nogood: Nogood;
  readonly level: number;
}

/**
 * Follows a conflict back through the reasons to the last point through which all of it passes (first unique implication point,
 * Marques-Silva and Sakallah 1999; for bounds: Feydy and Stuckey 2009, "Lazy clause generation reengineered").
 */
export class Analysis {
  private readonly domains: Domains;
  private readonly heat: Heat;
  private readonly recording: boolean;
  /** Per event that takes part in this round (see `stamp`): the bound that is needed of it. */
  private need = new Int32Array(FIRST_EVENTS);
  private stamp = new Int32Array(FIRST_EVENTS);
  private round = 0;
  private marked: number[] = [];
  private readonly roots = new Set<number>();
  private used: number[] = [];
  private readonly rootUnits: (Nogood | undefined)[] = [];

  /** @param recording whether each nogood keeps those that it rests on */
  constructor(domains: Domains, heat: Heat, recording: boolean) {
    this.domains = domains;
    this.heat = heat;
    this.recording = recording;
  }

  /** @param conflict a nogood of which every literal is true, on a level above 0 */
  learn(conflict: Nogood): Lesson {
    const { domains } = this;
    if (domains.count > this.need.length) {
      this.need = new Int32Array(2 * domains.count);
      this.stamp = new Int32Array(2 * domains.count);
    }
    this.round++;
    this.marked = [];
    this.used = [];
    this.roots.clear();
    const current = domains.levelStart[domains.level]!;
    let open = this.mark(conflict.literals, -1, current);
    let event = domains.count;
    for (;;) {
      do event--;
      while (this.stamp[event] !== this.round);
      if (open === 1) break;
      open--;
      const reason = domains.reasonOf(event)!;
      this.used.push(event);
      open += this.mark(reason.literals, domains.side[event]! ^ 1, current);
    }
    return this.lesson(event, conflict);
  }

  /** The empty nogood from a conflict on level 0. */
  refute(conflict: Nogood): Nogood {
    const { domains } = this;
    if (!this.recording) return conflict;
    this.roots.clear();
    for (let k = 0; k < conflict.literals.length; k += 2) {
      const event = domains.eventOf(conflict.literals[k]!, conflict.literals[k + 1]!);
      if (event >= 0) this.roots.add(event);
    }
    return { literals: [], fact: null, from: [...this.rootNogoods(), conflict] };
  }

  /** Marks the events behind the literals; returns how many new ones lie on the current level. */
  private mark(literals: readonly number[], except: number, current: number): number {
    const { domains } = this;
    let open = 0;
    for (let k = 0; k < literals.length; k += 2) {
      const x = literals[k]!;
      if (x === except) continue;
      const v = literals[k + 1]!;
      const event = domains.eventOf(x, v);
      if (event < 0) continue;
      if (event < domains.levelStart[1]!) {
        if (this.recording) this.roots.add(event);
        continue;
      }
      if (this.stamp[event] === this.round) {
        if (v > this.need[event]!) this.need[event] = v;
        continue;
      }
      this.stamp[event] = this.round;
      this.need[event] = v;
      this.heat.touch(x, v);
      if (event >= current) open++;
      else this.marked.push(event);
    }
    return open;
  }

  private lesson(uip: number, conflict: Nogood): Lesson {
    const { domains } = this;
    const literals = [domains.side[uip]!, this.need[uip]!];
    const strongest = new Map<number, number>();
    let level = 0;
    let deepest = -1;
    for (const event of this.marked) {
      if (this.isImplied(event)) {
        this.used.push(event);
        continue;
      }
      const x = domains.side[event]!;
      const known = strongest.get(x);
      if (known === undefined || this.need[event]! > this.need[known]!) strongest.set(x, event);
    }
    for (const [x, event] of strongest) {
      const at = domains.levelOf(event);
      if (x === domains.side[uip]!) continue;
      literals.push(x, this.need[event]!);
      if (at > level) {
        level = at;
        deepest = literals.length - 2;
      }
    }
    if (deepest > 2) swap(literals, 2, deepest);
    if (!this.recording) return { nogood: { literals, fact: null, from: NOTHING }, level };
    const reasons = this.used.sort((a, b) => a - b).map((event) => domains.reasonOf(event)!);
    return { nogood: { literals, fact: null, from: [...this.rootNogoods(), ...reasons, conflict] }, level };
  }

  /** Whether the other literals already force this one, so that it can be left out. */
  private isImplied(event: number): boolean {
    const { domains } = this;
    const reason = domains.value[event]! < this.need[event]! ? null : domains.reasonOf(event);
    if (!reason) return false;
    const roots: number[] = [];
    for (let k = 0; k < reason.literals.length; k += 2) {
      const x = reason.literals[k]!;
      if (x === (domains.side[event]! ^ 1)) continue;
      const earlier = domains.eventOf(x, reason.literals[k + 1]!);
      if (earlier < 0) continue;
      if (earlier < domains.levelStart[1]!) {
        roots.push(earlier);
        continue;
      }
      if (this.stamp[earlier] !== this.round || this.need[earlier]! < reason.literals[k + 1]!) return false;
    }
    for (const root of roots) this.roots.add(root);
    return true;
  }

  /** What holds without any decision, as nogoods of one literal, in the order of the events. */
  private rootNogoods(): Nogood[] {
    return [...this.roots].sort((a, b) => a - b).map((event) => this.rootNogood(event));
  }

  private rootNogood(event: number): Nogood {
    const known = this.rootUnits[event];
    if (known) return known;
    const { domains } = this;
    const x = domains.side[event]!;
    const reason = domains.reasonOf(event)!;
    const earlier = new Set<number>();
    for (let k = 0; k < reason.literals.length; k += 2) {
      if (reason.literals[k] === (x ^ 1)) continue;
      const before = domains.eventOf(reason.literals[k]!, reason.literals[k + 1]!);
      if (before >= 0) earlier.add(before);
    }
    const from = [...earlier].sort((a, b) => a - b).map((before) => this.rootNogood(before));
    const nogood = { literals: [x ^ 1, 1 - domains.value[event]!], fact: null, from: [...from, reason] };
    this.rootUnits[event] = nogood;
    return nogood;
  }
}

function swap(literals: number[], i: number, j: number): void {
  const x = literals[i]!;
  const v = literals[i + 1]!;
  literals[i] = literals[j]!;
  literals[i + 1] = literals[j + 1]!;
  literals[j] = x;
  literals[j + 1] = v;
}
