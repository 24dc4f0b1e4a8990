import type { Plan } from './model/problem.ts';

/** Asked between the parts of a beginning that may take long. */
export interface Interruption {
  /** Whether to stop at once with what there is. */
  readonly cancelled: () => boolean;
  /** Whether the time is up: a first plan is still finished, but not improved. */
  readonly late: () => boolean;
}

/** A way of looking for plans: `begin` once, then any number of steps. The caller decides how long to go on. */
export interface Searcher {
  /** Best schedule so far; a plan once `hasPlan`. */
  readonly best: Plan;
  readonly hasPlan: boolean;
  /** Values per level of the best plan, empty while there is none. */
  readonly bestValues: number[];
  /** Whether every level has reached its bound. */
  readonly finished: boolean;
  begin(warmStart: Plan | undefined, interruption: Interruption): void;
  /** Goes on from a better plan that another search for the same problem has found. */
  adopt(plan: Plan): void;
  /** One move; true if it found a better plan. */
  step(): boolean;
}
