import { screen } from '../bounds/infeasible.ts';
import { type Compiled, compile } from '../compiled/compile.ts';
import { checkInteger, checkIntegers, checkLength, MAX_AMOUNT, MAX_MONEY } from '../model/check.ts';
import type { Plan, Problem } from '../model/problem.ts';
import { Rng } from '../search/rng.ts';
import { isValidPlan } from '../validate/validate.ts';
import { PullBack } from './pull-back.ts';
import { Settler } from './settler.ts';

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

/** What is different from the problem: by resource, by budget, by activity. Only what is named changes. */
export interface NearPatch {
  readonly capacity?: ReadonlyMap<number, Int32Array>;
  readonly inflow?: ReadonlyMap<number, readonly number[]>;
  readonly release?: ReadonlyMap<number, number>;
  readonly deadline?: ReadonlyMap<number, number>;
}

/**
 * Plans near a given one for variants of one problem. The problem is compiled once, so that a small change costs little more than what
 * it touches.
 */
export class NearPlans {
  private readonly problem: Problem;
  private readonly compiled: Compiled;

  constructor(problem: Problem) {
    this.problem = problem;
    this.compiled = compile(problem);
  }

  /**
   * A plan of the changed problem that keeps everything, deadlines included, and stays near a given one: only what stands in the way of
   * something moves, and in the end everything that moved goes back as far as there is room. The levels are not looked at. Null when
   * none was found, which does not mean that there is none.
   */
  near(patch: NearPatch, options: NearOptions): { plan: Plan | null; iterations: number } {
    const c = patchCompiled(this.compiled, patch);
    const screening = screen(c);
    if ('reason' in screening || options.cancelled?.()) return { plan: null, iterations: 0 };
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
    return { plan: isValidPlan(patchProblem(this.problem, patch), plan) ? plan : null, iterations };
  }
}

function patchCompiled(c: Compiled, { capacity, inflow, release, deadline }: NearPatch): Compiled {
  const patched = {
    ...c,
    capacity: capacity ? c.capacity.slice() : c.capacity,
    release: release ? c.release.slice() : c.release,
    deadline: deadline ? c.deadline.slice() : c.deadline,
    budgets: inflow ? { ...c.budgets, inflow: c.budgets.inflow.slice() } : c.budgets,
  };
  for (const [r, units] of capacity ?? []) {
    checkLength(units, c.horizon, 'capacity-length', `capacity[${r}]`);
    patched.capacity.set(checkIntegers(units, 0, MAX_AMOUNT, 'capacity-value', `capacity[${r}]`), r * c.horizon);
  }
  for (const [b, money] of inflow ?? []) {
    const first = c.budgets.bucketFirst[b]!;
    checkLength(money, c.budgets.bucketFirst[b + 1]! - first, 'inflow-length', `inflow[${b}]`);
    patched.budgets.inflow.set(checkIntegers(money, -MAX_MONEY, MAX_MONEY, 'inflow-value', `inflow[${b}]`), first);
  }
  for (const [a, start] of release ?? []) {
    patched.release[a] = checkInteger(start, 0, c.horizon, 'release', `release[${a}]`);
  }
  for (const [a, end] of deadline ?? []) {
    patched.deadline[a] = checkInteger(end, 0, c.horizon, 'deadline', `deadline[${a}]`);
  }
  return patched;
}

/** The same change in the words of the problem, for the validator. */
function patchProblem(problem: Problem, { capacity, inflow, release, deadline }: NearPatch): Problem {
  return {
    ...problem,
    resources: problem.resources.map((resource, r) => ({
      ...resource,
      capacity: capacity?.get(r) ?? resource.capacity,
    })),
    budgets: problem.budgets.map((budget, b) => ({ ...budget, inflow: inflow?.get(b) ?? budget.inflow })),
    activities: problem.activities.map((activity, a) => {
      const [start, end] = [release?.get(a), deadline?.get(a)];
      if (start === undefined && end === undefined) return activity;
      return { ...activity, release: start ?? activity.release, deadline: end ?? activity.deadline };
    }),
  };
}
