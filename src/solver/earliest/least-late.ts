import { lowerBounds } from '../bounds/bounds.ts';
import { screen } from '../bounds/infeasible.ts';
import { type Compiled, compile } from '../compiled/compile.ts';
import { timeWindows } from '../compiled/windows.ts';
import { ExactSearch } from '../exact/exact-search.ts';
import type { Plan, Problem } from '../model/problem.ts';
import { isValidPlan } from '../validate/validate.ts';
import { COMPACT, movesPerConflict } from './effort.ts';
import { Lateness } from './lateness.ts';
import { Pressure } from './pressure.ts';
import { PullBack } from './pull-back.ts';

/** Dead ends after which a question is left open. */
const PATIENCE = 5;
/** Dead ends for the first plan. */
const FIRST_PATIENCE = 100;
/** Ends that are asked for in turn before an activity is left as late as it is. */
const TRIES = 3;

export interface LeastLateOptions {
  /** The plan to stay near to; a start of -1 says "no idea". */
  readonly guide: Plan;
  /** Effort, in moves of a search by moves. */
  readonly iterations: number;
  readonly cancelled?: () => boolean;
}

export interface LeastLateResult {
  readonly plan: Plan;
  readonly lateness: number;
  /** No plan that keeps the deadlines is less late. */
  readonly bound: number;
}

/**
 * A plan that keeps every deadline, with little lateness (the first level), and near the guide. A complete search that learns is asked
 * for any plan; then, for the latest activity, for one in which it ends on time, or half as late, while no other ends later than it
 * does or has to. In the end everything that moved goes back as far as there is room.
 *
 * Null for problems that are too large for it, and when no plan was found, which does not mean that there is none.
 */
export function leastLate(problem: Problem, options: LeastLateOptions): LeastLateResult | null {
  const level = problem.levels[0];
  if (level?.kind !== 'lateness' || problem.activities.length > COMPACT) return null;
  const c = compile(problem);
  const screening = screen(c);
  if ('reason' in screening) return null;
  const lateness = new Lateness(c, level);
  const found = new LeastLate(c, lateness, options).run();
  if (!found) return null;
  const near = pulledBack(lateness.limited(found), screening.state, found, options.guide);
  const plan = [near, found].find((one) => isValidPlan(problem, one));
  if (!plan) return null;
  return { plan, lateness: lateness.of(plan), bound: lowerBounds(problem, c, screening)[0] ?? 0 };
}

/** The plan with everything as near to the reference as deadlines, links, resources and money allow. */
function pulledBack(c: Compiled, state: Uint8Array, plan: Plan, reference: Plan): Plan {
  const windows = timeWindows(c, state, true);
  if ('cycle' in windows || plan.start.includes(-1)) return plan;
  const pressure = new Pressure(c);
  pressure.load(plan.start, plan.mode);
  new PullBack(pressure, windows, reference.start).run();
  return { start: pressure.start.slice(), mode: pressure.mode.slice() };
}

/** One run: the best plan so far, and what could not be made less late. */
class LeastLate {
  private readonly search: ExactSearch;
  private readonly lateness: Lateness;
  private readonly options: LeastLateOptions;
  private readonly left: Set<number>;
  private conflicts: number;

  constructor(c: Compiled, lateness: Lateness, options: LeastLateOptions) {
    this.search = new ExactSearch(c, false);
    this.lateness = lateness;
    this.options = options;
    this.left = new Set(lateness.activities);
    this.conflicts = Math.floor(options.iterations / movesPerConflict(c));
  }

  run(): Plan | null {
    let plan = this.ask(this.options.guide, [], FIRST_PATIENCE);
    for (let a = this.latest(plan); plan && a >= 0; a = this.latest(plan)) {
      const better = this.lessLate(plan, a);
      if (better) plan = better;
      else this.left.delete(a);
    }
    return plan;
  }

  /** The activity that contributes most among those not yet given up, or -1. */
  private latest(plan: Plan | null): number {
    let latest = -1;
    let most = 0;
    for (const a of plan && this.conflicts > 0 ? this.left : []) {
      const late = this.lateness.at(a, this.lateness.end(plan!, a));
      if (late > most) {
        most = late;
        latest = a;
      }
    }
    return latest;
  }

  /** A plan in which the activity ends earlier and nothing else is later. */
  private lessLate(plan: Plan, a: number): Plan | null {
    const { lateness } = this;
    const end = lateness.end(plan, a);
    for (let i = 0, goal = lateness.due(a); i < TRIES && goal < end; i++, goal = (goal + end + 1) >> 1) {
      const found = this.endingBy(plan, a, goal);
      if (found) return found;
    }
    return null;
  }

  /** A plan that is less late in all, in which the activity ends by `goal` in any of its modes, the present one first. */
  private endingBy(plan: Plan, a: number, goal: number): Plan | null {
    const { lateness, search } = this;
    const { c } = search.tasks;
    const modes = c.modeFirst[a + 1]! - c.modeFirst[a]!;
    const open = search.tasks.modeVariable[a]! < 0 ? 1 : modes;
    for (let i = 0; i < open && this.conflicts > 0; i++) {
      const mode = (plan.mode[a]! + i) % modes;
      const found = this.ask(plan, [...search.tasks.finishBy(a, mode, goal), ...lateness.noLater(plan, a)], PATIENCE);
      if (found && lateness.of(found) < lateness.of(plan)) return found;
    }
    return null;
  }

  private ask(guide: Plan, assumed: readonly number[], patience: number): Plan | null {
    const { search, options } = this;
    search.follow(guide);
    const limit = { conflicts: patience, ...(options.cancelled ? { cancelled: options.cancelled } : {}) };
    const ending = search.run(limit, assumed);
    this.conflicts -= Math.max(1, ending.conflicts);
    if (ending.refuted || options.cancelled?.()) this.conflicts = 0;
    return ending.plan;
  }
}
