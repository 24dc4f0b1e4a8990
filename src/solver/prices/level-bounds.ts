import type { Compiled } from '../compiled/compile.ts';
import type { Plan, Problem } from '../model/problem.ts';
import type { Basis } from '../model/result.ts';
import { boundByPrices } from './price-bound.ts';

/** What a run knows before prices are looked for. */
export interface Known {
  readonly plan: Plan;
  readonly values: readonly number[];
  readonly bounds: readonly number[];
  /** Steps per level. */
  readonly steps: number;
  readonly stop: () => boolean;
  readonly cancelled: () => boolean;
}

export interface LevelBound {
  readonly bound: number;
  readonly basis: Basis;
}

/** Periods behind the end of the best plan in which a better one may still start something. */
const MARGIN = 26;

/** Bounds of all levels, raised by prices where value and bound differ. Each holds for the plans that are as good in the levels above. */
export function levelBounds(problem: Problem, c: Compiled, known: Known): LevelBound[] {
  const { plan, values, bounds, steps, stop, cancelled } = known;
  const until = MARGIN + plan.start.reduce((last, start) => Math.max(last, start), 0);
  const above: number[] = [];
  return problem.levels.map(({ tolerance }, level) => {
    const value = values[level]!;
    const bound = bounds[level]!;
    const aim = { kind: 'level', level, above: [...above] } as const;
    // Values within one step of the tolerance count as equal.
    above.push(value - (value % (tolerance + 1)) + tolerance);
    if (bound >= value || stop()) return { bound, basis: 'argument' };
    const certificate = boundByPrices(problem, c, { aim, most: value, known: bound, steps, until, stop, cancelled });
    return certificate ? { bound: certificate.bound, basis: 'certificate' } : { bound, basis: 'argument' };
  });
}
