import { lowerBounds } from './bounds/bounds.ts';
import { screen } from './bounds/infeasible.ts';
import { compile } from './compiled/compile.ts';
import { type Found, isBetter } from './exchange/partner.ts';
import { checkInteger, checkIntegers, checkLength } from './model/check.ts';
import { ProblemError } from './model/errors.ts';
import type { Plan, Problem } from './model/problem.ts';
import type { Basis, InfeasibleReason, Result, SolveOptions, StoppedBy } from './model/result.ts';
import { isCompact } from './population/compact.ts';
import { Population } from './population/population.ts';
import { type LevelBound, levelBounds } from './prices/level-bounds.ts';
import { Search } from './search/search.ts';
import type { Interruption, Searcher } from './searcher.ts';
import { TimeLimit } from './time-limit.ts';

/**
 * Looks for the best plan within the limit.
 *
 * Limited by iterations, the result depends on problem, options and seed alone. Limited by time, it is the best of as many steps as fit.
 * @throws {ProblemError} for options that make no sense
 */
export function solve(problem: Problem, options: SolveOptions): Result {
  checkOptions(problem, options);
  const time = new TimeLimit(options);
  if (time.cancelled()) return withoutPlan(zeros(problem), 'cancelled', null);
  const compiled = compile(problem);
  if (time.cancelled()) return withoutPlan(zeros(problem), 'cancelled', null);
  const screening = screen(compiled);
  if (time.cancelled()) return withoutPlan(zeros(problem), 'cancelled', null);
  if ('reason' in screening) return withoutPlan(zeros(problem), 'infeasible', screening.reason);
  const bounds = lowerBounds(problem, compiled, screening);
  if (screening.selection === null) return withoutPlan(bounds, 'selection', null);
  if (time.cancelled()) return withoutPlan(bounds, 'cancelled', null);
  time.prepared();
  const search: Searcher = isCompact(problem, compiled)
    ? new Population(compiled, bounds[0]!, options.seed, time.expectedSteps)
    : new Search(problem, compiled, screening, bounds, options.seed, time.expectedSteps);
  const { partner } = options;
  partner?.begin(compiled.activities, problem.levels.length);
  search.begin(options.warmStart, time);
  const report = () => options.onProgress?.({ iterations, values: search.bestValues, bounds });
  const ending = () => time.cancelled() || time.late();
  let iterations = 0;
  let stoppedBy = whyStop(search, options, time, iterations);
  report();
  while (stoppedBy === null) {
    iterations++;
    if (search.step()) report();
    if (partner && iterations % partner.every === 0 && adopt(search, partner.meet(foundBy(search), ending))) report();
    stoppedBy = whyStop(search, options, time, iterations);
  }
  // Nothing can be better than what is proven; whoever has to end now does not wait for the partner.
  const parted = partner?.part(foundBy(search), () => stoppedBy !== 'iterations' || ending()) ?? null;
  if (adopt(search, parted)) report();
  const values = search.bestValues;
  const { priceSteps = 0 } = options;
  const priced =
    time.hasPrices && search.hasPlan
      ? levelBounds(problem, compiled, {
          plan: search.best,
          values,
          bounds,
          steps: priceSteps,
          stop: time.pricesEnd,
          cancelled: time.over,
        })
      : bounds.map((bound): LevelBound => ({ bound, basis: 'argument' }));
  return finish(search, priced, iterations, stoppedBy);
}

function foundBy({ hasPlan, best, bestValues }: Searcher): Found | null {
  return hasPlan ? { plan: best, values: bestValues } : null;
}

/** Takes over what the partner has if it is better. */
function adopt(search: Searcher, found: Found | null): boolean {
  if (found === null || !isBetter(found, search.bestValues)) return false;
  search.adopt(found.plan);
  return true;
}

function whyStop(
  search: Searcher,
  { target, limit }: SolveOptions,
  { cancelled, late }: Interruption,
  iterations: number,
): StoppedBy | null {
  if (search.finished) return 'proven';
  if (target && search.hasPlan && reaches(search.bestValues, target)) return 'target';
  if (cancelled()) return 'cancelled';
  if (limit.iterations !== undefined && iterations >= limit.iterations) return 'iterations';
  return late() ? 'milliseconds' : null;
}

/** Whether the best values are lexicographically no worse than the target. */
function reaches(best: readonly number[], target: readonly number[]): boolean {
  for (let k = 0; k < target.length; k++) {
    const difference = best[k]! - target[k]!;
    if (difference !== 0) return difference < 0;
  }
  return true;
}

function finish(search: Searcher, found: readonly LevelBound[], iterations: number, stoppedBy: StoppedBy): Result {
  const values = search.bestValues;
  let provenSoFar = search.hasPlan;
  const proven = found.map(({ bound }, k) => {
    provenSoFar &&= values[k] === bound;
    return provenSoFar;
  });
  return {
    status: stoppedBy === 'proven' || stoppedBy === 'target' ? 'complete' : 'stopped',
    plan: search.hasPlan ? exported(search.best) : null,
    values,
    bounds: found.map(({ bound }) => bound),
    bases: found.map(({ basis }) => basis),
    proven,
    iterations,
    stoppedBy,
    reason: null,
  };
}

/** Bounds that say nothing. */
function zeros(problem: Problem): number[] {
  return problem.levels.map(() => 0);
}

function withoutPlan(bounds: readonly number[], stoppedBy: StoppedBy, reason: InfeasibleReason | null): Result {
  return {
    status: reason === null ? 'stopped' : 'infeasible',
    plan: null,
    values: [],
    bounds,
    bases: bounds.map((): Basis => 'argument'),
    proven: bounds.map(() => false),
    iterations: 0,
    stoppedBy,
    reason,
  };
}

/** The plan as the caller reads it: what is dropped starts at -1. */
function exported({ start, mode }: Plan): Plan {
  return { start: start.map((period) => Math.max(-1, period)), mode: mode.map((m, a) => (start[a]! < 0 ? 0 : m)) };
}

function checkOptions(problem: Problem, options: SolveOptions): void {
  const { seed, limit, now, target, warmStart } = options;
  checkInteger(seed, Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER, 'option-seed', 'options.seed');
  if (limit.iterations === undefined && limit.milliseconds === undefined) {
    throw new ProblemError('option-limit', 'options.limit', 'give iterations, milliseconds, or both');
  }
  for (const [name, value] of Object.entries(limit)) {
    if (value !== undefined && !(value >= 0)) {
      throw new ProblemError('option-limit', `options.limit.${name}`, `expected a number from 0 on, got ${value}`);
    }
  }
  if (limit.milliseconds !== undefined && !now) {
    throw new ProblemError('option-clock', 'options.now', 'a limit in milliseconds needs a clock');
  }
  if (target) checkLength(target, problem.levels.length, 'option-target', 'options.target');
  if (!warmStart) return;
  const { activities, horizon } = problem;
  checkLength(warmStart.start, activities.length, 'option-warm-start', 'options.warmStart.start');
  checkLength(warmStart.mode, activities.length, 'option-warm-start', 'options.warmStart.mode');
  checkIntegers(warmStart.start, -1, horizon, 'option-warm-start', 'options.warmStart.start');
}
