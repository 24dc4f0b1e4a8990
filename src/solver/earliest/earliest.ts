import { dueBound } from '../bounds/due-bound.ts';
import { screen } from '../bounds/infeasible.ts';
import { type Compiled, compile } from '../compiled/compile.ts';
import { durationRange, timeWindows, type Windows } from '../compiled/windows.ts';
import type { Plan, Problem } from '../model/problem.ts';
import { Rng } from '../search/rng.ts';
import { vanDerCorput } from '../search/van-der-corput.ts';
import { isValidPlan } from '../validate/validate.ts';
import { COMPACT, movesPerConflict } from './effort.ts';
import { Halving } from './halving.ts';
import { Settler } from './settler.ts';

/** Steps after which the search begins anew, near the best plan. */
const ROUND = 400;
/** Steps for a look farther ahead. */
const PROBE = 150;
/** Share of activities that begin elsewhere in a new round. */
const SHAKEN = 0.25;
/** Periods by which a plan is brought forward when looking just ahead, in turns with a single one. */
const LEAP = 2;

/** Share of the moves for the complete search. */
const HALVING_SHARE = 0.9;

/** Share of the moves after which a complete search stops for a plan that is good enough. */
const FIRST_LOOK = 0.25;

/** Moves without a better plan after which settling ends: hardly one in ten better plans took longer to find (docs/benchmarks.md). */
const PATIENCE = 500;
/** The same where the plan is good enough already. */
const LITTLE_PATIENCE = 250;

export interface EarliestOptions {
  readonly seed: number;
  /** Moves in all. */
  readonly iterations: number;
  /** Moves after the last better plan after which a complete search ends; without it, all of them. Settling has a patience of its own. */
  readonly idle?: number;
  /** Whether a plan is good enough not to look much longer for a better one. */
  readonly enough?: (plan: Plan) => boolean;
  /** Where to begin; a start of -1 says "no idea". */
  readonly warmStart: Plan;
  /** What a complete search guesses first where it is another plan; need not keep anything. */
  readonly guide?: Plan;
  /** Number of activities up to which a complete search is asked first. */
  readonly completeUpTo?: number;
  readonly cancelled?: () => boolean;
}

export interface EarliestResult {
  /** Null when none was found. */
  readonly plan: Plan | null;
  /** Finish (exclusive) of the activity in the plan. */
  readonly finish: number;
  /** No plan at all lets the activity finish before. */
  readonly bound: number;
  readonly iterations: number;
  /** Found by a complete search, which does not depend on where it begins: to ask again from elsewhere is not worth it. */
  readonly thorough: boolean;
}

/**
 * The earliest finish of one activity in a plan that keeps everything, deadlines included; the levels are not looked at. Small problems are
 * put to a complete search that learns, with a limit of dead ends. Larger ones, and what it finds no plan for, are settled by moves: the
 * finish is brought forward step by step, each time from where the plan stands. Best found, not proven, unless it meets the bound.
 */
export function solveEarliest(problem: Problem, activity: number, options: EarliestOptions): EarliestResult {
  const nothing = { plan: null, finish: 0, bound: 0, iterations: 0 };
  const c = compile(problem);
  if (options.cancelled?.()) return { ...nothing, thorough: false };
  const screening = screen(c);
  if ('reason' in screening) return { ...nothing, thorough: true };
  if (options.cancelled?.()) return { ...nothing, thorough: false };
  const { shortest } = durationRange(c);
  const { earliest, latest } = screening.tight;
  const isSmall = c.activities <= (options.completeUpTo ?? COMPACT);
  const known = isSmall && isPlan(problem, options.warmStart) ? options.warmStart : null;
  const low = earliest[activity]! + shortest[activity]!;
  const high = known ? finishIn(c, known, activity) : latest[activity]! + shortest[activity]!;
  const bound = dueBound(c, screening.state, activity, low, high);
  if (options.cancelled?.()) return { ...nothing, bound, thorough: false };
  const question: Question = { problem, c, screening, activity, bound };
  if (!isSmall) return settle(question, options);
  const { iterations, enough } = options;
  const first = enough ? Math.ceil(iterations * FIRST_LOOK) : iterations;
  const found = look(question, known, { ...options, iterations: first });
  if (!found.plan || found.iterations < first || first === iterations || enough?.(found.plan)) return found;
  const again = look(question, found.plan, { ...options, iterations: iterations - first, warmStart: found.plan });
  return { ...again, iterations: found.iterations + again.iterations };
}

/** What is asked, prepared. */
interface Question {
  readonly problem: Problem;
  readonly c: Compiled;
  readonly screening: Frame;
  readonly activity: number;
  readonly bound: number;
}

/**
 * The complete search first; what it finds no plan for is settled by moves.
 * @param known the plan to begin with if it is one
 */
function look(question: Question, known: Plan | null, options: EarliestOptions): EarliestResult {
  const { problem, c, activity, bound } = question;
  const halved = halve(c, activity, bound, known, options);
  if (halved.plan && (halved.plan === known || isPlan(problem, halved.plan)))
    return { ...halved, bound, thorough: true };
  const { iterations } = halved;
  const warmStart = halved.plan ?? options.warmStart;
  const settled = settle(question, { ...options, iterations: options.iterations - iterations, warmStart });
  return { ...settled, iterations: settled.iterations + iterations };
}

function settle({ problem, c, screening, activity, bound }: Question, options: EarliestOptions): EarliestResult {
  const result = new Forward(c, screening, activity, bound, options).run();
  // Stocks and choices between groups are not looked after here: a schedule that breaks them is none.
  const sound = result.plan !== null && isPlan(problem, result.plan);
  return { ...result, plan: sound ? result.plan : null };
}

/** What the complete search finds; its plan is not validated. */
function halve(c: Compiled, activity: number, bound: number, known: Plan | null, options: EarliestOptions) {
  const moves = movesPerConflict(c);
  const { iterations, idle = iterations, cancelled } = options;
  const effort = { conflicts: Math.floor((HALVING_SHARE * iterations) / moves), idle: Math.floor(idle / moves) };
  const found = new Halving(c, activity, bound, { ...effort, ...(cancelled ? { cancelled } : {}) }).run(
    known,
    options.guide ?? null,
  );
  return { plan: found.plan, finish: found.finish, iterations: found.conflicts * moves };
}

function finishIn(c: Compiled, plan: Plan, activity: number): number {
  return plan.start[activity]! + c.duration[c.modeFirst[activity]! + plan.mode[activity]!]!;
}

function isPlan(problem: Problem, plan: Plan): boolean {
  return !plan.start.includes(-1) && isValidPlan(problem, plan);
}

/** What the screening found: the windows, and what is certain about each group. */
type Frame = { readonly tight: Windows; readonly state: Uint8Array };

/** One run: the due period of the activity, and the best plan so far. */
class Forward {
  private readonly c: Compiled;
  private readonly activity: number;
  private readonly bound: number;
  private readonly options: EarliestOptions;
  private readonly settler: Settler;
  private best: Plan | null = null;
  private finish = 0;
  /** Latest due period for which no plan turned up: not proven, but not worth a second look for now. */
  private failed: number;
  private iterations = 0;
  /** When to end if no better plan turns up. */
  private idleUntil: number;
  private passes = 1;
  private windows: Windows;
  private readonly state: Uint8Array;

  constructor(
    c: Compiled,
    { tight: windows, state }: Frame,
    activity: number,
    bound: number,
    options: EarliestOptions,
  ) {
    this.c = { ...c, deadline: c.deadline.slice() };
    this.activity = activity;
    this.bound = bound;
    this.failed = bound - 1;
    this.options = options;
    this.idleUntil = options.iterations;
    this.windows = windows;
    this.state = state;
    this.settler = new Settler(this.c, windows, new Rng(options.seed));
  }

  run(): EarliestResult {
    const { settler, options, bound } = this;
    settler.begin(options.warmStart, 0);
    while (this.goesOn()) {
      if (this.round(this.probing ? PROBE * this.passes : ROUND)) {
        this.keep();
        if (this.finish <= bound) break;
        this.aim();
        settler.narrow(this.windows);
      } else {
        this.giveUp();
        settler.begin(this.best ?? options.warmStart, this.probing && this.passes === 1 ? 0 : SHAKEN);
      }
    }
    return { plan: this.best, finish: this.finish, bound, iterations: this.iterations, thorough: false };
  }

  private goesOn(): boolean {
    return this.iterations < Math.min(this.options.iterations, this.idleUntil) && !this.options.cancelled?.();
  }

  /** Steps until there is a plan that meets the due period; false if none turned up. */
  private round(steps: number): boolean {
    for (let i = 0; i < steps && this.goesOn(); i++) {
      this.iterations++;
      if (this.settler.step()) return true;
    }
    return false;
  }

  /** Whether there is much room between what failed and what was found. */
  private get probing(): boolean {
    return this.best !== null && this.finish - this.failed > LEAP + 1;
  }

  private keep(): void {
    const { pressure } = this.settler;
    this.best = { start: pressure.start.slice(), mode: pressure.mode.slice() };
    this.finish = pressure.start[this.activity]! + pressure.duration(this.activity);
    this.idleUntil = this.iterations + (this.options.enough?.(this.best) ? LITTLE_PATIENCE : PATIENCE);
  }

  /** After a failure: does not ask for this period again in this pass; a new pass looks far ahead anew, with more patience. */
  private giveUp(): void {
    if (!this.best) return;
    if (this.probing) this.failed = this.due();
    else {
      this.failed = this.bound - 1 + Math.floor((this.finish - this.bound) * vanDerCorput(this.passes));
      this.passes++;
    }
    this.aim();
    this.settler.narrow(this.windows);
  }

  /** The bound itself first, then halfway between what failed and what was found, then just ahead. */
  private due(): number {
    if (this.failed < this.bound) return this.bound;
    return this.probing
      ? (this.failed + this.finish) >> 1
      : Math.max(this.bound, this.finish - (this.passes % 2 === 1 ? LEAP : 1));
  }

  /** Sets the due period to look for; the windows of all activities follow. */
  private aim(): void {
    this.c.deadline[this.activity] = this.due();
    const next = timeWindows(this.c, this.state, true);
    if (!('cycle' in next)) this.windows = next;
  }
}
