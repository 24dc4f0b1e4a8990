import { fridayBeforeWeek, mondayOfWeek, type PlanWeeks } from '../../agenda/index.ts';
import { type LevelInput, makeProblem, type Plan, solve } from '../../solver/index.ts';
import type { Placement } from '../answer.ts';
import type { SearchOptions } from '../plan-agenda.ts';
import { type Dues, finishOf, lateness, promisesOf } from '../translation/levels.ts';
import type { PlannedProject } from '../translation/planned.ts';
import { type ProjectSpan, spanOf } from '../translation/schedule.ts';
import type { Translation } from '../translation/translate.ts';
import { insertFrozen } from './insertion.ts';

/** The plan with the candidate placed where it fits without moving anything, or as it was if it fits nowhere. */
export function withInsertion(translation: Translation, base: Plan, candidate: PlannedProject): Plan {
  const found = insertFrozen(translation, base, candidate);
  if (!found) return base;
  const plan = { start: Int32Array.from(base.start), mode: Int32Array.from(base.mode) };
  candidate.blocks.forEach((block, i) => {
    plan.start[block.activity] = found.starts[i] ?? -1;
    plan.mode[block.activity] = found.mode;
  });
  return plan;
}

export interface KeptResult {
  plan: Plan;
  span: ProjectSpan;
  proven: boolean;
  /** No earlier finish week is possible in this sense. */
  boundEnd: number;
  iterations: number;
}

/** How hard to look for a kept plan. */
export interface KeptSearch extends SearchOptions {
  /** A plan of the same translation that keeps every promise, candidate placed: the answer is never later. */
  known?: Plan;
}

/** Share of the way from the earliest possible finish to the best one at which the next due week is tried. */
const NEXT_DUE = 0.7;

/**
 * "If nothing else slips": the earliest finish of the candidate when the others may move but every promise is met.
 *
 * Whether the candidate can *start* in a given week while all promises are kept is not monotone in that week, but
 * whether it can *finish by* a week is. So the finish is narrowed down like a promise of its own: give the candidate a
 * due week, look for a plan without any lateness, and go on with an earlier week where one is found, else with a later
 * one. A week for which none was found is not proven impossible; the result is the best found unless it meets its
 * bound. Null when no plan at all was found that keeps every promise.
 */
export function keptEarliest(
  translation: Translation,
  base: Plan,
  candidate: PlannedProject,
  search: KeptSearch,
  promises: Dues = promisesOf(base),
): KeptResult | null {
  const others = translation.projects.filter((project) => project !== candidate);
  const late = lateness(others, promises);
  const strict = makeProblem({ ...translation.input, levels: [late, finishOf(candidate)] });
  const first = search.known ?? withInsertion(translation, base, candidate);
  const start = solve(strict, { ...search, warmStart: first });
  if (!start.plan || (start.values[0] ?? 1) > 0) return null;
  let { plan, iterations } = start;
  let best = spanOf(candidate, plan).end;
  let earliest = start.bounds[1] ?? 0;
  while (earliest < best && !search.cancelled?.()) {
    const due = Math.min(best - 1, Math.floor((1 - NEXT_DUE) * earliest + NEXT_DUE * best));
    const levels = [withDue(late, candidate, due)];
    const target = [0];
    const attempt = solve(makeProblem({ ...translation.input, levels }), { ...search, warmStart: plan, target });
    iterations += attempt.iterations;
    if (attempt.plan && attempt.values[0] === 0) {
      plan = attempt.plan;
      best = spanOf(candidate, plan).end;
    } else earliest = due + 1;
  }
  const boundEnd = start.bounds[1] ?? 0;
  return { plan, span: spanOf(candidate, plan), proven: best === boundEnd, boundEnd, iterations };
}

/** The promises of the others, and a due week for the candidate among them. */
function withDue(late: LevelInput, candidate: PlannedProject, due: number): LevelInput {
  const last = candidate.blocks.at(-1);
  const others = late.kind === 'lateness' ? late.terms : [];
  return { kind: 'lateness', terms: last ? [...others, { activity: last.activity, due, weight: 1 }] : others };
}

/** Dates of a span, with how they are known. */
export function placementOf(
  weeks: PlanWeeks,
  span: ProjectSpan,
  mode: string,
  quality: Placement['quality'],
  notBeforeWeek: number,
): Placement {
  return {
    start: mondayOfWeek(weeks, span.start),
    finish: fridayBeforeWeek(weeks, span.end),
    weeks: span.end - span.start,
    mode,
    quality,
    notBefore: mondayOfWeek(weeks, Math.min(span.start, notBeforeWeek)),
  };
}
