import { compile } from './compile.ts';
import { screen } from './infeasible.ts';
import type { Plan, Problem } from './problem.ts';
import { PullBack } from './pull-back.ts';
import { Rng } from './rng.ts';
import { Settler } from './settler.ts';
import { validatePlan } from './validate.ts';

/** Steps after which a search that has not come to rest begins anew, with some activities elsewhere. */
const ROUND = 2000;
const SHAKEN = 0.1;

export interface NearOptions {
  readonly seed: number;
  /** Moves in all. */
  readonly iterations: number;
  /** The plan to stay near to; a start of -1 says that an activity is new. */
  readonly plan: Plan;
  readonly cancelled?: () => boolean;
}

/**
 * A plan that keeps everything, deadlines included, and stays near a given one: only what stands in the way of something moves, and in
 * the end everything that moved goes back as far as there is room. The levels are not looked at. Null when none was found, which does
 * not mean that there is none.
 */
export function solveNear(problem: Problem, options: NearOptions): { plan: Plan | null; iterations: number } {
  const c = compile(problem);
  const screening = screen(c);
  if ('reason' in screening) return { plan: null, iterations: 0 };
  const settler = new Settler(c, screening.tight, new Rng(options.seed));
  settler.stayNear(options.plan);
  settler.begin(options.plan, 0);
  let iterations = 0;
  while (!settler.step()) {
    if (++iterations >= options.iterations || options.cancelled?.()) return { plan: null, iterations };
    if (iterations % ROUND === 0) settler.begin(options.plan, SHAKEN);
  }
  const { pressure } = settler;
  new PullBack(pressure, screening.tight, options.plan.start).run();
  const plan = { start: pressure.start.slice(), mode: pressure.mode.slice() };
  // Stocks and choices between groups are not looked after here: a schedule that breaks them is none.
  return { plan: validatePlan(problem, plan).length === 0 ? plan : null, iterations };
}
