import { makeProblem, type Plan, proveEarliest } from '../../solver/index.ts';
import { type Dues, promisesOf } from '../translation/levels.ts';
import type { PlannedProject } from '../translation/planned.ts';
import { spanOf } from '../translation/schedule.ts';
import type { Translation } from '../translation/translate.ts';
import { type KeptResult, strictInput } from './kept.ts';

/** A dead end costs the more the more activities there are. */
const CONFLICTS_TIMES_ACTIVITIES = 800_000;
const MOST_CONFLICTS = 20_000;

/** Dead ends after which the proof is given up: some seconds, whatever the size; four times what the Chemnitz example needs. */
export function proofConflicts({ blocks }: Translation): number {
  return Math.min(MOST_CONFLICTS, Math.ceil(CONFLICTS_TIMES_ACTIVITIES / Math.max(1, blocks.length)));
}

/** How long to look for a proof: dead ends of the complete search. */
export interface ProofEffort {
  conflicts: number;
  cancelled?: () => boolean;
  /** Told how many dead ends it took. */
  spent?: (conflicts: number) => void;
}

/**
 * Settles a kept date: brings it forward where the search left something, and proves it where nothing earlier exists. Every promise is
 * a hard deadline, so the proof says: in no plan that keeps them all does the candidate finish earlier. With too little effort the date
 * stays the best found, and the bound says from when on something may exist.
 */
export function proveKept(
  translation: Translation,
  base: Plan,
  candidate: PlannedProject,
  kept: KeptResult,
  effort: ProofEffort,
  promises: Dues = promisesOf(base),
): KeptResult {
  const last = candidate.blocks.at(-1);
  if (!last || kept.proven) return kept;
  const strict = strictInput(translation, candidate, promises);
  const dueBy = (deadline: number) =>
    makeProblem({
      ...strict,
      activities: strict.activities.map((activity, a) => (a === last.activity ? { ...activity, deadline } : activity)),
    });
  const question = { activity: last.activity, finish: kept.span.end, bound: kept.boundEnd, ...effort };
  const { plan, finish, bound, conflicts } = proveEarliest(dueBy, question);
  effort.spent?.(conflicts);
  return {
    ...kept,
    ...(plan ? { plan, span: spanOf(candidate, plan) } : {}),
    boundEnd: bound,
    proven: bound === finish,
  };
}
