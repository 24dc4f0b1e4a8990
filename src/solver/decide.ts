import { compile } from './compiled/compile.ts';
import { findOrRefute } from './exact/find-or-refute.ts';
import type { Plan, Problem } from './model/problem.ts';
import { boundByPrices } from './prices/price-bound.ts';
import { type Grounds, groundsOf } from './proof/grounds.ts';

/** How hard to look. */
export interface DecideEffort {
  /** Dead ends of the complete search. */
  readonly conflicts: number;
  /** Steps of the search for prices where that leaves the question open; 0 leaves it out. */
  readonly steps: number;
  readonly cancelled?: () => boolean;
}

/**
 * What proved that a problem has no plan; each was accepted by a check that shares no code with its search. `windows`: releases, deadlines and
 * links alone. `search`: a complete search. `prices`: capacity and money cannot be enough.
 */
export type Refutation = 'windows' | 'prices' | 'search';

/**
 * Whether a problem has a plan at all; a plan has passed the validator. What prices prove may rest on everything: no grounds. Always: how many
 * dead ends it took.
 */
export type Decision = { readonly conflicts: number } & (
  | { readonly answer: 'plan'; readonly plan: Plan }
  | { readonly answer: 'none'; readonly by: Refutation; readonly grounds: Grounds | null }
  | { readonly answer: 'open' }
);

/** Enough to be a contradiction, in units that would have to be added; well above what rounding may take away. */
const ENOUGH = 10;

/** Tries to find out whether a problem has a plan. Open means neither: the effort was not enough. */
export function decide(problem: Problem, { conflicts: most, steps, cancelled }: DecideEffort): Decision {
  const found = findOrRefute(problem, { conflicts: most, ...(cancelled ? { cancelled } : {}) });
  const { conflicts } = found;
  if (found.answer === 'plan') return { answer: 'plan', plan: found.plan, conflicts };
  if (found.answer === 'none') {
    const grounds = groundsOf(problem, found.certificate);
    const byDates = grounds.resources.size === 0 && grounds.budgets.size === 0;
    return { answer: 'none', by: byDates ? 'windows' : 'search', grounds, conflicts };
  }
  if (steps === 0 || cancelled?.()) return { answer: 'open', conflicts };
  const aim = {
    kind: 'extra',
    resources: [...problem.resources.keys()],
    budgets: [...problem.budgets.keys()],
    whatElse: 'nothing',
  } as const;
  const stop = cancelled ? { stop: cancelled, cancelled } : {};
  const proven = boundByPrices(problem, compile(problem), { aim, most: ENOUGH, steps, ...stop });
  return proven ? { answer: 'none', by: 'prices', grounds: null, conflicts } : { answer: 'open', conflicts };
}
