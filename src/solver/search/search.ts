import type { Frame } from '../bounds/infeasible.ts';
import type { Compiled } from '../compiled/compile.ts';
import { referenceStarts } from '../compiled/reference.ts';
import { CERTAIN } from '../compiled/settle.ts';
import { urgency } from '../compiled/urgency.ts';
import type { Plan, Problem } from '../model/problem.ts';
import { chooseFirstModes } from '../schedule/first-modes.ts';
import { Inserter } from '../schedule/inserter.ts';
import { Justifier } from '../schedule/justify.ts';
import { loadPlan } from '../schedule/load-plan.ts';
import { Objective } from '../schedule/objective.ts';
import { Repair } from '../schedule/repair.ts';
import { Schedule } from '../schedule/schedule.ts';
import { Wishes } from '../schedule/wishes.ts';
import type { Interruption, Searcher } from '../searcher.ts';
import { Annealing } from './annealing.ts';
import { Chooser } from './chooser.ts';
import { Destroyer } from './destroy.ts';
import { Elite } from './elite.ts';
import { Guide } from './guide.ts';
import { luby } from './luby.ts';
import { ejectMixed } from './mix.ts';
import { BEFORE, BEST, outcomeOf, PULL, REJECTED } from './operators.ts';
import { Pins } from './pins.ts';
import { Rng } from './rng.ts';

/** Length of the memory of late acceptance (Burke and Bykov 2017). */
const MEMORY = 50;
/** Rounds without a better plan after which the elite is forgotten. */
const GENERATION = 30;
/** Share of rounds in which something is held at an earlier start. */
const PIN_SHARE = 0.4;
/** Share of moves that also drop a group or carry one out, where there is a choice. */
const CHOICE_SHARE = 0.25;
/** Up to this many activities whole schedules are combined; beyond, that costs more than it gains, and annealing is better. */
const COMPACT = 200;

/**
 * Large-neighbourhood search (Shaw 1998) over schedules: take some activities out, put them back in another order, keep the result
 * if it is no worse than what was accepted MEMORY steps ago, or in large problems as annealing decides. `step` is one such move; the caller
 * decides how long to go on.
 */
export class Search implements Searcher {
  readonly guide: Guide;
  /** Best schedule so far; a plan once `hasPlan`. */
  readonly best: Plan;
  private readonly c: Compiled;
  private readonly schedule: Schedule;
  private readonly wishes: Wishes;
  private readonly repair: Repair;
  private readonly objective: Objective;
  private readonly destroyer: Destroyer;
  private readonly justifier: Justifier;
  private readonly elite: Elite;
  private readonly pins: Pins;
  private readonly annealing: Annealing;
  /** Null if everything is carried out in every plan. */
  private readonly chooser: Chooser | null;
  private readonly rng: Rng;
  private readonly urgency: Float64Array;
  private readonly reference: Int32Array | null;
  private readonly values: Float64Array;
  private readonly culprits: Int32Array;
  private culpritCount = 0;
  private readonly memory = new Float64Array(MEMORY);
  /** Steps without progress after which the shortest rounds end. */
  private readonly patience: number;
  private readonly justifyShare: number;
  private readonly makespanLevel: number;
  private energy = 0;
  private lowest = 0;
  private steps = 0;
  private idleSteps = 0;
  private idleRounds = 0;
  private rounds = 1;

  /** @param expectedSteps how many steps the run will have, judged after so many */
  constructor(
    problem: Problem,
    c: Compiled,
    frame: Frame,
    bounds: readonly number[],
    seed: number,
    expectedSteps: (done: number) => number,
  ) {
    this.c = c;
    this.rng = new Rng(seed);
    this.urgency = urgency(problem, c, frame.loose);
    this.reference = referenceStarts(problem, c, frame.tight);
    this.schedule = new Schedule(c, frame.loose);
    this.wishes = new Wishes(this.urgency, c.horizon);
    this.repair = new Repair(this.schedule, new Inserter(this.schedule, this.wishes));
    this.objective = new Objective(problem);
    this.guide = new Guide(problem, this.objective, bounds);
    this.destroyer = new Destroyer(this.schedule, this.repair, this.wishes, this.rng, this.urgency);
    this.annealing = new Annealing(this.destroyer, expectedSteps, this.rng);
    this.justifier = new Justifier(this.objective, c.activities);
    this.pins = new Pins(this.schedule, this.wishes, frame.tight);
    this.chooser = frame.state.every((state) => state === CERTAIN)
      ? null
      : new Chooser(this.schedule, this.repair, this.rng, { problem, frame, urgency: this.urgency });
    this.elite = new Elite(c.activities, this.objective.size);
    this.values = new Float64Array(this.objective.size);
    this.culprits = new Int32Array(c.activities);
    this.makespanLevel = problem.levels.findIndex((level) => level.kind === 'makespan') + 1;
    this.best = { start: new Int32Array(c.activities), mode: new Int32Array(c.activities) };
    this.patience = 120 + 2 * c.activities;
    this.justifyShare = Math.min(0.15, 8 / Math.max(1, c.activities));
  }

  get hasPlan(): boolean {
    return this.guide.best[0] === 0;
  }

  get bestValues(): number[] {
    return this.hasPlan ? Array.from(this.guide.best.subarray(1)) : [];
  }

  get finished(): boolean {
    return this.guide.finished;
  }

  /** Builds the first schedule: by urgency, then (if a plan is given) around that plan; the better one counts. */
  begin(warmStart: Plan | undefined, interruption: Interruption): void {
    if (interruption.cancelled()) return;
    chooseFirstModes(this.c, this.schedule);
    this.wishes.reference = this.reference;
    this.chooser?.begin();
    this.rebuild(0);
    this.consider();
    if (this.chooser !== null) this.admitWhatFits(this.chooser, interruption);
    if (interruption.cancelled()) return;
    this.justifier.run(this.schedule);
    this.consider();
    if (warmStart !== undefined && !interruption.cancelled()) {
      loadPlan(warmStart, this.schedule, this.repair, this.chooser, this.urgency);
      this.consider();
    }
    if (interruption.cancelled()) return;
    loadPlan(this.best, this.schedule, this.repair, this.chooser, this.urgency);
    this.consider();
    this.beginRound();
  }

  /** Carries out one group after the other as long as the plan gets better by it, then plans them all anew in their natural order. */
  private admitWhatFits(chooser: Chooser, interruption: Interruption): void {
    const { schedule, repair } = this;
    for (const g of chooser.byWeight()) {
      if (interruption.cancelled() || interruption.late()) return;
      schedule.mark();
      if (!chooser.admitIfHeavier(g)) continue;
      repair.run();
      if (!this.consider()) schedule.undo();
    }
    this.rebuild(0);
    this.consider();
  }

  adopt(plan: Plan): void {
    this.wishes.detour = -1;
    this.pins.clear();
    loadPlan(plan, this.schedule, this.repair, this.chooser, this.urgency);
    this.consider();
    this.beginRound();
  }

  /** One move; true if it found a better plan. */
  step(): boolean {
    const { schedule, guide, rng, wishes } = this;
    if (this.destroyer.movable.length === 0) return false;
    const index = this.steps++ % MEMORY;
    this.annealing.step();
    wishes.fastestModes = rng.unit() < 0.3;
    wishes.reference = rng.unit() < 0.8 ? this.reference : null;
    if (this.chooser !== null && rng.unit() < CHOICE_SHARE) this.chooser.move(this.culprits, this.culpritCount);
    this.destroyer.eject(this.anneals() ? PULL : BEFORE, this.culprits, this.culpritCount);
    this.repair.run();
    if (rng.unit() < this.justifyShare) this.justifier.run(schedule);
    if (this.consider()) {
      this.destroyer.operators.note(BEST);
      this.pins.clear();
      this.beginRound();
      return true;
    }
    const energy = guide.energy(this.values);
    const anneals = this.anneals();
    const change = energy - this.energy;
    const accepted = anneals ? this.annealing.accepts(change) : energy <= Math.max(this.energy, this.memory[index]!);
    this.destroyer.operators.note(accepted ? outcomeOf(change) : REJECTED);
    if (accepted) {
      this.energy = energy;
      this.accept();
    } else schedule.undo();
    this.memory[index] = this.energy;
    if (anneals) return false;
    if (energy < this.lowest) this.noteProgress();
    else if (++this.idleSteps > this.patience * luby(this.rounds)) this.endRound();
    return false;
  }

  /** Whether the many small gains of a sum are sought, in a problem too large for rounds. */
  private anneals(): boolean {
    return this.destroyer.movable.length > COMPACT && this.guide.onlyFinishesLeft;
  }

  /** Evaluates the schedule as it stands; if it is the best so far, keeps it and returns true. */
  private consider(): boolean {
    this.objective.evaluate(this.schedule, this.values);
    if (this.objective.compare(this.values, this.guide.best) >= 0) return false;
    this.guide.improve(this.values);
    const level = this.makespanLevel;
    if (level > 0) this.wishes.latestFinish = this.objective.ceiling(level, this.guide.best[level]!);
    this.idleRounds = 0;
    this.best.start.set(this.schedule.start);
    this.best.mode.set(this.schedule.mode);
    return true;
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

  /** Starts late acceptance anew from the schedule as it stands. */
  private beginRound(): void {
    this.energy = this.guide.energy(this.values);
    this.memory.fill(this.energy);
    this.accept();
    this.noteProgress();
  }

  private noteProgress(): void {
    this.lowest = this.energy;
    this.idleSteps = 0;
    this.elite.note(this.schedule, this.values);
  }

  /** Nothing more to gain here: tells the guide and begins elsewhere. */
  private endRound(): void {
    this.elite.endRound(this.guide);
    this.rounds++;
    if (++this.idleRounds > GENERATION) {
      this.elite.clear();
      this.idleRounds = 0;
    }
    this.guide.stall();
    this.wishes.detour = -1;
    this.pins.clear();
    if (this.rng.unit() < PIN_SHARE && this.pinRound()) return;
    const { schedule, repair, chooser, rng } = this;
    const choice = rng.unit();
    const compact = this.destroyer.movable.length <= COMPACT;
    const parents = this.elite.pair(rng);
    if (compact && parents !== null && choice < 0.85) {
      ejectMixed(parents, { schedule, repair, chooser, rng }, this.destroyer.noise);
      repair.run();
    } else if (compact && choice < 0.92) this.rebuild(1);
    else {
      loadPlan(this.best, schedule, repair, chooser, this.urgency);
      this.destroyer.kick();
      repair.run();
    }
    this.consider();
    this.beginRound();
  }

  /**
   * Begins a round in which an activity that keeps the active level from its goal is held at an earlier start; false if none can be.
   * Everything that works at the same time goes back behind it.
   */
  private pinRound(): boolean {
    const { rng, schedule, pins, repair } = this;
    loadPlan(this.best, schedule, repair, this.chooser, this.urgency);
    const count = this.objective.culprits(this.guide.active, schedule, this.culprits, 0);
    if (count === 0 || !pins.choose(this.culprits[rng.below(count)]!, rng)) return false;
    for (const a of pins.activities) repair.eject(this.c.blocks.of[a]!, Number.MIN_SAFE_INTEGER + schedule.start[a]!);
    this.destroyer.makeRoom(pins.activities);
    repair.run();
    this.consider();
    this.beginRound();
    return true;
  }

  /** Puts everything back by urgency, with noise of that many mean durations. */
  private rebuild(noise: number): void {
    const { blocks } = this.c;
    for (let b = 0; b < blocks.count; b++) {
      const key = this.urgency[blocks.member[blocks.first[b]!]!]!;
      this.repair.eject(b, key + (this.rng.unit() - 0.5) * noise * this.destroyer.noise);
    }
    this.repair.run();
  }
}
