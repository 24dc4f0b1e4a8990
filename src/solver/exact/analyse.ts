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
  /** Per side: the strongest event that stays in the lesson, or -1; and the sides that have one, in order. */
  private readonly strongest: Int32Array;
  private readonly sides: number[] = [];
  private readonly roots = new Set<number>();
  private used: number[] = [];
  private readonly rootUnits: (Nogood | undefined)[] = [];

  /** @param recording whether each nogood keeps those that it rests on */
  constructor(domains: Domains, heat: Heat, recording: boolean) {
    this.domains = domains;
    this.heat = heat;
    this.recording = recording;
    this.strongest = new Int32Array(domains.initial.length).fill(-1);
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
    const { stamp, round } = this;
    let open = this.mark(conflict.literals, -1, current);
    let event = domains.count;
    for (;;) {
      do event--;
      while (stamp[event] !== round);
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
    const { domains, stamp, need, round } = this;
    const firstGuess = domains.levelStart[1]!;
    let open = 0;
    for (let k = 0; k < literals.length; k += 2) {
      const x = literals[k]!;
      if (x === except) continue;
      const v = literals[k + 1]!;
      const event = domains.eventOf(x, v);
      if (event < 0) continue;
      if (event < firstGuess) {
        if (this.recording) this.roots.add(event);
        continue;
      }
      if (stamp[event] === round) {
        if (v > need[event]!) need[event] = v;
        continue;
      }
      stamp[event] = round;
      need[event] = v;
      this.heat.touch(x, v);
      if (event >= current) open++;
      else this.marked.push(event);
    }
    return open;
  }

  private lesson(uip: number, conflict: Nogood): Lesson {
    const { domains } = this;
    const { marked, need, strongest, sides } = this;
    const literals = [domains.side[uip]!, need[uip]!];
    let level = 0;
    let deepest = -1;
    for (let i = 0; i < marked.length; i++) {
      const event = marked[i]!;
      if (this.isImplied(event)) {
        this.used.push(event);
        continue;
      }
      const x = domains.side[event]!;
      const known = strongest[x]!;
      if (known < 0) sides.push(x);
      if (known < 0 || need[event]! > need[known]!) strongest[x] = event;
    }
    for (let i = 0; i < sides.length; i++) {
      const x = sides[i]!;
      const event = strongest[x]!;
      strongest[x] = -1;
      if (x === literals[0]) continue;
      const at = domains.levelOf(event);
      literals.push(x, need[event]!);
      if (at > level) {
        level = at;
        deepest = literals.length - 2;
      }
    }
    while (sides.length > 0) sides.pop();
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
    const { literals } = reason;
    const own = domains.side[event]! ^ 1;
    const firstGuess = domains.levelStart[1]!;
    for (let k = 0; k < literals.length; k += 2) {
      if (literals[k] === own) continue;
      const earlier = domains.eventOf(literals[k]!, literals[k + 1]!);
      if (earlier < firstGuess) continue;
      if (this.stamp[earlier] !== this.round || this.need[earlier]! < literals[k + 1]!) return false;
    }
    if (this.recording) this.addRoots(literals, own);
    return true;
  }

  /** Notes which of these literals hold without any decision. */
  private addRoots(literals: readonly number[], except: number): void {
    const { domains } = this;
    for (let k = 0; k < literals.length; k += 2) {
      if (literals[k] === except) continue;
      const event = domains.eventOf(literals[k]!, literals[k + 1]!);
      if (event >= 0 && event < domains.levelStart[1]!) this.roots.add(event);
    }
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
