import type { Compiled } from './compile.ts';
import { Destroyer } from './destroy.ts';
import { Guide } from './guide.ts';
import { Justifier } from './justify.ts';
import { Objective } from './objective.ts';
import type { Plan, Problem } from './problem.ts';
import { referenceStarts } from './reference.ts';
import { Rng } from './rng.ts';
import { PLACED, Schedule } from './schedule.ts';
import { urgency } from './urgency.ts';
import type { Windows } from './windows.ts';

/** Length of the memory of late acceptance (Burke and Bykov 2017). */
const MEMORY = 50;

/**
 * Large-neighbourhood search (Shaw 1998) over schedules: take some activities out, put them back in another order, keep the result
 * if it is no worse than what was accepted MEMORY steps ago. `step` is one such move; the caller decides how long to go on.
 */
export class Search {
  readonly guide: Guide;
  /** Best plan so far; meaningful once `hasPlan`. */
  readonly best: Plan;
  private readonly c: Compiled;
  private readonly schedule: Schedule;
  private readonly objective: Objective;
  private readonly destroyer: Destroyer;
  private readonly justifier: Justifier;
  private readonly rng: Rng;
  private readonly urgency: Float64Array;
  private readonly values: Float64Array;
  private readonly culprits: Int32Array;
  private readonly reference: Int32Array | null;
  /** A makespan level, or -1. */
  private readonly makespanLevel: number;
  private culpritCount = 0;
  private readonly memory = new Float64Array(MEMORY);
  private readonly patience: number;
  private readonly justifyShare: number;
  private energy = 0;
  private lowest = 0;
  private steps = 0;
  private idleSteps = 0;

  constructor(
    problem: Problem,
    c: Compiled,
    windows: { readonly tight: Windows; readonly loose: Windows },
    bounds: readonly number[],
    seed: number,
  ) {
    this.c = c;
    this.rng = new Rng(seed);
    this.schedule = new Schedule(c, windows.loose);
    this.objective = new Objective(problem);
    this.guide = new Guide(problem, this.objective, bounds);
    this.urgency = urgency(problem, c, windows.loose);
    this.destroyer = new Destroyer(c, this.rng, this.urgency);
    this.justifier = new Justifier(this.objective, c.activities);
    this.values = new Float64Array(this.objective.size);
    this.culprits = new Int32Array(c.activities);
    this.reference = referenceStarts(problem, c, windows.tight);
    this.makespanLevel = problem.levels.findIndex((level) => level.kind === 'makespan');
    this.best = { start: new Int32Array(c.activities), mode: new Int32Array(c.activities) };
    this.patience = 300 + 20 * c.activities;
    this.justifyShare = Math.min(0.25, 12 / Math.max(1, c.activities));
  }

  get hasPlan(): boolean {
    return this.guide.best[0] === 0;
  }

  /** Values per level of the caller. */
  get bestValues(): number[] {
    return Array.from(this.guide.best.subarray(1));
  }

  /** Builds the first schedule: by urgency, then (if a plan is given) around that plan, whichever is better. */
  begin(warmStart: Plan | undefined): void {
    const { schedule } = this;
    chooseFirstModes(this.c, schedule);
    schedule.reference = this.reference;
    for (let b = 0; b < this.c.blocks.count; b++)
      schedule.eject(b, this.urgency[this.c.blocks.member[this.c.blocks.first[b]!]!]!);
    schedule.repair();
    this.consider();
    this.justifier.run(schedule);
    this.consider();
    if (warmStart !== undefined) {
      this.load(warmStart);
      this.consider();
    }
    this.restart();
  }

  /** One move; true if it found a better plan. */
  step(): boolean {
    const { schedule, guide, rng } = this;
    if (this.destroyer.idle) return false;
    const index = this.steps++ % MEMORY;
    schedule.greedyModes = rng.unit() < 0.3;
    schedule.reference = rng.unit() < 0.8 ? this.reference : null;
    this.destroyer.eject(schedule, this.culprits, this.culpritCount);
    schedule.repair();
    if (rng.unit() < this.justifyShare) this.justifier.run(schedule);
    this.objective.evaluate(schedule, this.values);
    if (this.isBetter()) {
      this.keep();
      this.restartMemory();
      return true;
    }
    const energy = guide.energy(this.values);
    if (energy <= this.energy || energy <= this.memory[index]!) {
      this.energy = energy;
      this.accept();
    } else schedule.undo();
    this.memory[index] = this.energy;
    this.idleSteps++;
    if (energy < this.lowest) {
      this.lowest = energy;
      this.idleSteps = 0;
    }
    if (this.idleSteps > this.patience) {
      guide.stall();
      this.restart();
    }
    return false;
  }

  /** Evaluates the schedule as it stands and keeps it if it is the best so far. */
  private consider(): void {
    this.objective.evaluate(this.schedule, this.values);
    if (this.isBetter()) this.keep();
  }

  private isBetter(): boolean {
    return this.objective.compare(this.values, 0, this.guide.best, 0) < 0;
  }

  private keep(): void {
    this.guide.improve(this.values);
    if (this.makespanLevel >= 0) this.schedule.wishedFinish = this.guide.best[this.makespanLevel + 1]!;
    this.best.start.set(this.schedule.start);
    this.best.mode.set(this.schedule.mode);
  }

  private accept(): void {
    const { guide, schedule, objective, culprits } = this;
    schedule.mark();
    this.culpritCount = objective.culprits(guide.active, schedule, culprits, 0);
    for (let k = 0; k < guide.active; k++) {
      if (this.values[k]! > guide.best[k]!)
        this.culpritCount = objective.culprits(k, schedule, culprits, this.culpritCount);
    }
  }

  /** Goes back to the best schedule, disturbs it, and starts the memory anew. */
  private restart(): void {
    this.load(this.best);
    if (this.steps > 0 && !this.destroyer.idle) {
      this.destroyer.kick(this.schedule);
      this.schedule.repair();
    }
    this.objective.evaluate(this.schedule, this.values);
    if (this.isBetter()) this.keep();
    this.restartMemory();
  }

  private restartMemory(): void {
    this.energy = this.guide.energy(this.values);
    this.lowest = this.energy;
    this.memory.fill(this.energy);
    this.idleSteps = 0;
    this.accept();
  }

  /** Takes over a plan as far as it fits; the rest is put in at its old place in the order. */
  private load(plan: Plan): void {
    const { schedule, c } = this;
    for (let a = 0; a < c.activities; a++) {
      if (schedule.isFrozen(a)) continue;
      schedule.take(a);
      const modes = c.modeFirst[a + 1]! - c.modeFirst[a]!;
      if (plan.mode[a]! >= 0 && plan.mode[a]! < modes && c.modeGroup[a]! < 0) schedule.setMode(a, plan.mode[a]!);
    }
    this.loadGroupModes(plan);
    for (let a = 0; a < c.activities; a++) {
      const start = plan.start[a]!;
      if (schedule.isFrozen(a) || start < 0 || start < schedule.lowerLimit(a) || start > schedule.upperLimit(a))
        continue;
      if (schedule.table.fits(schedule.slot(a), start)) schedule.put(a, start);
    }
    for (let b = 0; b < c.blocks.count; b++) {
      for (let i = c.blocks.first[b]!; i < c.blocks.first[b + 1]!; i++) {
        const a = c.blocks.member[i]!;
        if (schedule.status[a] === PLACED) continue;
        schedule.eject(b, plan.start[a]! >= 0 ? plan.start[a]! : this.urgency[a]!);
      }
    }
    schedule.repair();
  }

  private loadGroupModes(plan: Plan): void {
    const { schedule, c } = this;
    for (const members of c.modeGroupMembers) {
      const mode = plan.mode[members[0]!]!;
      const same = members.every((a) => plan.mode[a] === mode && !schedule.isFrozen(a));
      if (!same || mode < 0 || mode >= c.modeFirst[members[0]! + 1]! - c.modeFirst[members[0]!]!) continue;
      for (const a of members) schedule.setMode(a, mode);
    }
  }
}

/**
 * First modes: the fastest that is cheap. Costs count as shares of what the budgets receive, so that scarce money weighs more than time.
 */
function chooseFirstModes(c: Compiled, schedule: Schedule): void {
  const done = new Uint8Array(c.modeGroupMembers.length);
  for (let a = 0; a < c.activities; a++) {
    const group = c.modeGroup[a]!;
    if (schedule.isFrozen(a) && group < 0) continue;
    if (group >= 0 && done[group]) continue;
    const members = group < 0 ? [a] : Array.from(c.modeGroupMembers[group]!);
    if (group >= 0) done[group] = 1;
    const mode = firstMode(c, members);
    for (const member of members) {
      if (schedule.isFrozen(member)) continue;
      schedule.take(member);
      schedule.setMode(member, mode);
    }
  }
}

function firstMode(c: Compiled, members: readonly number[]): number {
  const frozen = members.find((a) => c.frozenMode[a]! >= 0);
  if (frozen !== undefined) return c.frozenMode[frozen]!;
  const modes = c.modeFirst[members[0]! + 1]! - c.modeFirst[members[0]!]!;
  let best = 0;
  let bestPrice = Number.POSITIVE_INFINITY;
  for (let mode = 0; mode < modes; mode++) {
    const price = members.reduce((sum, a) => sum + modePrice(c, c.modeFirst[a]! + mode), 0);
    if (price < bestPrice) {
      bestPrice = price;
      best = mode;
    }
  }
  return best;
}

function modePrice(c: Compiled, slot: number): number {
  let price = c.duration[slot]! / c.horizon;
  for (let k = c.costFirst[slot]!; k < c.costFirst[slot + 1]!; k++) {
    const budget = c.costBudget[k]!;
    let inflow = 1;
    for (let b = c.budgets.bucketFirst[budget]!; b < c.budgets.bucketFirst[budget + 1]!; b++)
      inflow += c.budgets.inflow[b]!;
    price += (c.activities * c.costCumulative[c.costOffset[k + 1]! - 1]!) / Math.max(1, inflow);
  }
  return price;
}
