import { compile } from '../compiled/compile.ts';
import type { Problem } from '../model/problem.ts';
import type { InfeasibleReason } from '../model/result.ts';
import { screen } from './infeasible.ts';

/** A certain reason why the problem has no plan, found without a search; null if there is none of that kind, which proves nothing. */
export function whyImpossible(problem: Problem): InfeasibleReason | null {
  const screening = screen(compile(problem));
  return 'reason' in screening ? screening.reason : null;
}
