import { compile } from './compiled/compile.ts';
import { findOrRefute } from './exact/find-or-refute.ts';
import type { Problem } from './model/problem.ts';
import { boundByPrices } from './prices/price-bound.ts';
import { provenByPrices } from './proof/check-prices.ts';

/** How hard to look for a proof that there is no plan. */
export interface RefuteEffort {
  /** Steps of the search for prices. */
  readonly steps: number;
  /** Dead ends of the complete search; 0 leaves it out. */
  readonly conflicts: number;
  readonly cancelled?: () => boolean;
}

/**
 * What proved that a problem has no plan; each was accepted by a check that shares no code with its search. `windows`: releases, deadlines and
 * links alone. `prices`: capacity and money cannot be enough. `search`: a complete search.
 */
export type Refutation = 'windows' | 'prices' | 'search';

/** Enough to be a contradiction, in units that would have to be added; well above what rounding may take away. */
const ENOUGH = 10;

/** Tries to prove that a problem has no plan, the cheapest way first. Null = open, which does not mean that there is one. */
export function refute(problem: Problem, { steps, conflicts, cancelled }: RefuteEffort): Refutation | null {
  if (hasEmptyWindow(problem)) return 'windows';
  if (steps > 0) {
    const aim = {
      kind: 'extra',
      resources: [...problem.resources.keys()],
      budgets: [...problem.budgets.keys()],
      whatElse: 'nothing',
    } as const;
    const stop = cancelled ? { stop: cancelled } : {};
    if (boundByPrices(problem, compile(problem), { aim, most: ENOUGH, steps, ...stop })) return 'prices';
  }
  if (conflicts === 0) return null;
  const found = findOrRefute(problem, { conflicts, ...(cancelled ? { cancelled } : {}) });
  return found.answer === 'none' ? 'search' : null;
}

/** With all prices 0 only windows count: no choice at all is left if some activity has no start. */
function hasEmptyWindow(problem: Problem): boolean {
  const { horizon, resources, budgets } = problem;
  const proven = provenByPrices(problem, {
    aim: { kind: 'extra', resources: [], budgets: [], whatElse: 'nothing' },
    scale: 1,
    capacity: resources.map(() => new Array<number>(horizon).fill(0)),
    money: budgets.map(({ inflow }) => inflow.map(() => 0)),
    links: [],
  });
  return proven === Number.POSITIVE_INFINITY;
}
