import type { Frame } from '../bounds/infeasible.ts';
import type { Compiled } from '../compiled/compile.ts';
import type { CompiledChoice } from '../compiled/compile-choice.ts';
import { FREE, RULED_OUT } from '../compiled/settle.ts';
import type { Problem } from '../model/problem.ts';
import type { Repair } from '../schedule/repair.ts';
import { DROPPED, type Schedule } from '../schedule/schedule.ts';
import type { Rng } from './rng.ts';

/** Marks of groups in the move in hand. */
const UNTOUCHED = 0;
const ADMITTED = 1;
const REFUSED = 2;

/**
 * Decides which groups are carried out. Every move keeps requirements and alternatives: it draws all conclusions before it changes anything
 * and gives up if they contradict each other. What is carried out is read from the schedule, so that undoing a move needs nothing here.
 */
export class Chooser {
  private readonly c: Compiled;
  private readonly choice: CompiledChoice;
  private readonly schedule: Schedule;
  private readonly repair: Repair;
  private readonly rng: Rng;
  private readonly state: Uint8Array;
  /** A consistent choice to begin with: 1 = carried out. */
  private readonly first: Uint8Array;
  /** Weight by which a group should rather be carried out. */
  private readonly weight: Float64Array;
  private readonly urgency: Float64Array;
  /** Groups that are not decided. */
  private readonly free: Int32Array;
  private readonly mark: Uint8Array;
  private readonly marked: Int32Array;
  private markedCount = 0;

  /** @param given `urgency`: key of an activity among what is put back */
  constructor(
    schedule: Schedule,
    repair: Repair,
    rng: Rng,
    given: { readonly problem: Problem; readonly frame: Frame; readonly urgency: Float64Array },
  ) {
    this.c = schedule.c;
    this.choice = schedule.c.choice;
    this.schedule = schedule;
    this.repair = repair;
    this.rng = rng;
    this.state = given.frame.state;
    this.first = given.frame.selection ?? this.choice.optional.map((optional) => 1 - optional);
    this.weight = groupWeights(given.problem, this.c);
    this.urgency = given.urgency;
    this.free = Int32Array.from({ length: this.choice.groups }, (_, g) => g).filter((g) => this.state[g] === FREE);
    this.mark = new Uint8Array(this.choice.groups);
    this.marked = new Int32Array(this.choice.groups);
  }

  /** Drops everything that the first choice does not carry out. */
  begin(): void {
    for (let g = 0; g < this.choice.groups; g++) if (this.first[g] === 0) this.dropGroup(g);
  }

  /** Free groups, those that weigh most first. */
  byWeight(): Int32Array {
    return this.free.toSorted((x, y) => this.weight[y]! - this.weight[x]! || x - y);
  }

  isCarriedOut(g: number): boolean {
    return this.schedule.status[this.c.groupMembers[g]![0]!] !== DROPPED;
  }

  /** Carries out a group if what must be dropped for it weighs less. */
  admitIfHeavier(g: number): boolean {
    if (this.isCarriedOut(g) || !this.conclude(g, ADMITTED)) return false;
    let gain = 0;
    for (let i = 0; i < this.markedCount; i++) {
      const other = this.marked[i]!;
      if (this.isCarriedOut(other) === (this.mark[other] === ADMITTED)) continue;
      gain += this.mark[other] === ADMITTED ? this.weight[other]! : -this.weight[other]!;
    }
    if (gain <= 0) return this.forget();
    this.apply(true);
    return true;
  }

  /** Drops a group or carries it out, whichever it is not; often another one the other way round. */
  move(culprits: Int32Array, culpritCount: number): void {
    const { rng, free } = this;
    if (free.length === 0) return;
    let g = free[rng.below(free.length)]!;
    if (culpritCount > 0 && rng.unit() < 0.6) {
      const blamed = this.c.group[culprits[rng.below(culpritCount)]!]!;
      if (this.state[blamed] === FREE) g = blamed;
    }
    const admits = !this.isCarriedOut(g);
    if (!this.set(g, admits, true) || rng.unit() < 0.4) return;
    for (let tries = 0; tries < 4; tries++) {
      const other = free[rng.below(free.length)]!;
      if (other !== g && this.isCarriedOut(other) === admits && this.set(other, !admits, true)) return;
    }
  }

  /** Takes over, as far as possible, what a plan carries out: starts from 0 on. The caller puts in what is admitted. */
  adopt(start: Int32Array): void {
    const wanted = (g: number) => this.c.groupMembers[g]!.some((a) => start[a]! >= 0);
    for (const g of this.free) if (wanted(g)) this.set(g, true, false);
    for (const g of this.free) if (!wanted(g)) this.set(g, false, false);
  }

  /** @param ejects whether what is admitted is handed over to the repair */
  private set(g: number, carriedOut: boolean, ejects: boolean): boolean {
    if (this.isCarriedOut(g) === carriedOut) return true;
    if (!this.conclude(g, carriedOut ? ADMITTED : REFUSED)) return false;
    this.apply(ejects);
    return true;
  }

  /** Marks the group and all that follows from it; false, with nothing marked, if that is impossible. */
  private conclude(g: number, value: number): boolean {
    if (!this.note(g, value)) return this.forget();
    for (let i = 0; i < this.markedCount; i++) {
      const other = this.marked[i]!;
      const possible = this.mark[other] === ADMITTED ? this.followAdmitted(other) : this.followRefused(other);
      if (!possible) return this.forget();
    }
    return true;
  }

  private note(g: number, value: number): boolean {
    if (this.mark[g] !== UNTOUCHED) return this.mark[g] === value;
    if (this.state[g] !== FREE && (this.state[g] === RULED_OUT) === (value === ADMITTED)) return false;
    this.mark[g] = value;
    this.marked[this.markedCount++] = g;
    return true;
  }

  private willBeCarriedOut(g: number): boolean {
    return this.mark[g] === UNTOUCHED ? this.isCarriedOut(g) : this.mark[g] === ADMITTED;
  }

  private followAdmitted(g: number): boolean {
    const { needs, setsOf, sets } = this.choice;
    for (let i = 0; i < needs[g]!.length; i++) if (!this.note(needs[g]![i]!, ADMITTED)) return false;
    for (let i = 0; i < setsOf[g]!.length; i++) {
      const set = sets[setsOf[g]![i]!]!;
      for (let j = 0; j < set.length; j++) {
        if (set[j] !== g && this.willBeCarriedOut(set[j]!) && !this.note(set[j]!, REFUSED)) return false;
      }
    }
    return true;
  }

  private followRefused(g: number): boolean {
    const { neededBy, setsOf, exactlyOne } = this.choice;
    for (let i = 0; i < neededBy[g]!.length; i++) {
      const other = neededBy[g]![i]!;
      if (this.willBeCarriedOut(other) && !this.note(other, REFUSED)) return false;
    }
    for (let i = 0; i < setsOf[g]!.length; i++) {
      const s = setsOf[g]![i]!;
      if (exactlyOne[s] && !this.replace(s)) return false;
    }
    return true;
  }

  /** Makes sure that one member of an alternative is carried out: any one that is still possible. */
  private replace(s: number): boolean {
    const set = this.choice.sets[s]!;
    for (let j = 0; j < set.length; j++) if (this.willBeCarriedOut(set[j]!)) return true;
    const first = this.rng.below(set.length);
    for (let j = 0; j < set.length; j++) {
      const g = set[(first + j) % set.length]!;
      if (this.mark[g] === UNTOUCHED && this.note(g, ADMITTED)) return true;
    }
    return false;
  }

  private forget(): false {
    for (let i = 0; i < this.markedCount; i++) this.mark[this.marked[i]!] = UNTOUCHED;
    this.markedCount = 0;
    return false;
  }

  private apply(ejects: boolean): void {
    for (let i = 0; i < this.markedCount; i++) {
      const g = this.marked[i]!;
      if (this.isCarriedOut(g) === (this.mark[g] === ADMITTED)) continue;
      if (this.mark[g] === ADMITTED) this.admitGroup(g, ejects);
      else this.dropGroup(g);
    }
    this.forget();
  }

  private dropGroup(g: number): void {
    const members = this.c.groupMembers[g]!;
    for (let i = 0; i < members.length; i++) this.schedule.drop(members[i]!);
  }

  private admitGroup(g: number, ejects: boolean): void {
    const { rng, urgency } = this;
    const members = this.c.groupMembers[g]!;
    const early = rng.unit() < 0.5;
    for (let i = 0; i < members.length; i++) {
      const a = members[i]!;
      this.schedule.admit(a);
      if (ejects) this.repair.eject(this.c.blocks.of[a]!, early ? urgency[a]! : rng.unit() * this.c.horizon);
    }
  }
}

/** What dropping a group costs in the first level that counts what is dropped. */
function groupWeights(problem: Problem, c: Compiled): Float64Array {
  const weight = new Float64Array(c.choice.groups);
  const level = problem.levels.find((candidate) => candidate.kind === 'dropped');
  for (const term of level?.terms ?? []) weight[c.group[term.activity]!]! += term.weight;
  return weight;
}
