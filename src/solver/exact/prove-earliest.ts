import type { Plan, Problem } from '../model/problem.ts';
import type { Certificate } from '../proof/certificate.ts';
import { findOrRefute } from './find-or-refute.ts';

/** What is known before, and how long to try. */
export interface EarliestQuestion {
  /** The activity whose finish is asked for. */
  readonly activity: number;
  /** A finish that is possible. */
  readonly finish: number;
  /** A finish below which none is possible; anything not above the answer. */
  readonly bound: number;
  /** Dead ends for the whole question. */
  readonly conflicts: number;
  readonly cancelled?: () => boolean;
}

export interface ProvenEarliest {
  /** A plan with `finish`, if a better one than the known was found. */
  readonly plan: Plan | null;
  readonly finish: number;
  /** No plan lets the activity finish before. Equal to `finish`: proven. */
  readonly bound: number;
  /** Why no plan finishes by bound - 1; null where only the given bound is known. */
  readonly certificate: Certificate | null;
  readonly conflicts: number;
}

/** Share of the effort for finding better plans and proving the last one best; the rest raises the bound where that stays open. */
const MAIN_SHARE = 0.7;
/** Parts of the rest, one for each look further down. */
const ROUNDS = 4;

/**
 * The earliest finish of one activity, by destructive bounds (Klein and Scholl 1999): "can it finish one period earlier?" either gives
 * a better plan, or a proof that it cannot. What stays open is narrowed from below with what is left of the effort.
 * @param dueBy the problem with the activity's deadline at this period; every promise is a deadline in it
 */
export function proveEarliest(dueBy: (deadline: number) => Problem, question: EarliestQuestion): ProvenEarliest {
  const best = descend(dueBy, { ...question, conflicts: Math.ceil(question.conflicts * MAIN_SHARE) });
  if (best.bound >= best.finish) return best;
  return raise(dueBy, question, best);
}

/**
 * Asks for earlier and earlier finishes. Each question is searched afresh: what was learned for the last one would be valid, but leads
 * the search back to where the last plan was (measured on the Chemnitz example: 17,000 dead ends and no end, against 9,800).
 */
function descend(dueBy: (deadline: number) => Problem, question: EarliestQuestion): ProvenEarliest {
  const { activity, bound, cancelled } = question;
  let { finish, conflicts } = question;
  let plan: Plan | null = null;
  while (bound < finish && conflicts > 0) {
    const problem = dueBy(finish - 1);
    const found = findOrRefute(problem, { conflicts, ...(cancelled ? { cancelled } : {}) });
    conflicts -= found.conflicts;
    const spent = question.conflicts - conflicts;
    if (found.answer === 'none')
      return { plan, finish, bound: finish, certificate: found.certificate, conflicts: spent };
    if (found.answer === 'open') break;
    plan = found.plan;
    finish = finishIn(problem, plan, activity);
  }
  return { plan, finish, bound, certificate: null, conflicts: question.conflicts - conflicts };
}

/** Halves what is open between the bound and the best finish, from below. */
function raise(dueBy: (deadline: number) => Problem, question: EarliestQuestion, best: ProvenEarliest): ProvenEarliest {
  const { cancelled } = question;
  const part = Math.ceil((question.conflicts - best.conflicts) / ROUNDS);
  let { bound, certificate, conflicts } = best;
  let open = best.finish - 1;
  while (bound < open && conflicts < question.conflicts && !cancelled?.()) {
    const due = (bound + open - 1) >> 1;
    const found = findOrRefute(dueBy(due), { conflicts: part, ...(cancelled ? { cancelled } : {}) });
    conflicts += Math.max(1, found.conflicts);
    if (found.answer === 'none') {
      bound = due + 1;
      certificate = found.certificate;
    } else open = due;
  }
  return { ...best, bound, certificate, conflicts };
}

function finishIn(problem: Problem, plan: Plan, activity: number): number {
  const mode = problem.activities[activity]?.modes[plan.mode[activity] ?? 0];
  return (plan.start[activity] ?? 0) + (mode?.duration ?? 0);
}
