import type { Partner } from '../exchange/partner.ts';
import type { Plan } from './problem.ts';

/** When to stop. At least one is needed; only `iterations` makes a run repeatable to the byte. */
export interface Limit {
  /** Number of search steps. */
  readonly iterations?: number;
  /** Elapsed time on the clock given as `now`. */
  readonly milliseconds?: number;
}

export interface SolveOptions {
  /** Any integer; same problem, options and seed give the same result when the run is limited by iterations. */
  readonly seed: number;
  readonly limit: Limit;
  /**
   * Steps, per level that is still open after the search, of the search for prices that prove a better bound (see `prices`). Default 0. With
   * a limit in milliseconds they take place within it. A step costs some milliseconds for a thousand activities.
   */
  readonly priceSteps?: number;
  /** Milliseconds on any steady clock; required with `limit.milliseconds`. */
  readonly now?: () => number;
  /** Stop as soon as the values are at least this good, level by level in order. */
  readonly target?: readonly number[];
  /**
   * A plan to start from. It need not fit this problem: what does not fit is re-planned.
   * A start of -1 says "no idea", for activities that are new.
   */
  readonly warmStart?: Plan;
  readonly onProgress?: (progress: Progress) => void;
  /** A second search for the same problem in another thread, to exchange the best with. */
  readonly partner?: Partner;
  /** Asked regularly; true ends the run with the best plan so far. */
  readonly cancelled?: () => boolean;
}

export interface Progress {
  readonly iterations: number;
  /** Values of the best plan so far, empty while there is none. */
  readonly values: readonly number[];
  readonly bounds: readonly number[];
}

/**
 * Why a run ended. `target`: good enough as asked. `proven`: every level has reached its bound. `selection`: it never began, because what
 * holds between groups is such a puzzle that no consistent choice was found, which does not mean there is none.
 */
export type StoppedBy = 'proven' | 'selection' | 'target' | 'iterations' | 'milliseconds' | 'cancelled' | 'infeasible';

/** What makes every plan impossible. Reported only when it is certain. */
export type InfeasibleReason =
  /** No start within release and deadline after the links are followed; with frozen activities this includes conflicts with them. */
  | { readonly code: 'window'; readonly activity: number; readonly earliestStart: number; readonly latestStart: number }
  /** A circle of links that asks an activity to start after itself. */
  | { readonly code: 'cycle'; readonly activities: readonly number[] }
  /** In no mode and at no start of its window does the activity fit beside the frozen activities, by capacity or money. */
  | { readonly code: 'alone'; readonly activity: number }
  /** Frozen activities alone need more than there is. */
  | {
      readonly code: 'frozenCapacity';
      readonly resource: number;
      readonly period: number;
      readonly load: number;
      readonly capacity: number;
    }
  /** Frozen activities and negative inflows alone exhaust the budget in this bucket. */
  | { readonly code: 'frozenBudget'; readonly budget: number; readonly bucket: number }
  /** The cheapest modes of all activities together cost more than the budget ever receives. */
  | { readonly code: 'budget'; readonly budget: number; readonly needed: number; readonly available: number }
  /** What holds between groups asks to carry this one out and to drop it at once. */
  | { readonly code: 'selection'; readonly group: number }
  /** When everything is done, the reservoir's level is at best this, beyond its limit (0 or its maximum). */
  | { readonly code: 'reservoir'; readonly reservoir: number; readonly level: number; readonly limit: number };

/**
 * What a bound rests on. `argument`: links, windows, energy or sums, see `bounds`; a bound of 0 needs none. `certificate`: prices, which a
 * check accepted that shares no code with their search.
 */
export type Basis = 'argument' | 'certificate';

/**
 * The outcome of a run. `complete`: nothing left to gain (every level proven, or the target reached).
 * `stopped`: a limit or the caller ended it; `plan` is the best found, or null if none was found, which does not mean there is none.
 */
export interface Result {
  readonly status: 'complete' | 'stopped' | 'infeasible';
  readonly plan: Plan | null;
  /** Value per level; empty without a plan. */
  readonly values: readonly number[];
  /** No plan can be below these, level by level; for a basis `certificate`: none that is as good as this one in all levels above. */
  readonly bounds: readonly number[];
  /** What each bound rests on. */
  readonly bases: readonly Basis[];
  /** Per level: the value equals its bound and the value of every level above is proven too. */
  readonly proven: readonly boolean[];
  readonly iterations: number;
  readonly stoppedBy: StoppedBy;
  /** Set when, and only when, status is `infeasible`. */
  readonly reason: InfeasibleReason | null;
}
