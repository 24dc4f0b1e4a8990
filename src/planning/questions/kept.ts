import { fridayBeforeWeek, mondayOfWeek, type PlanWeeks } from '../../agenda/index.ts';
import { type LevelInput, makeProblem, type Plan, solve } from '../../solver/index.ts';
import type { Placement } from '../answer.ts';
import type { SearchOptions } from '../plan-agenda.ts';
import { type Dues, finishOf, lateness } from '../translation/levels.ts';
import type { PlannedProject } from '../translation/planned.ts';
import { type ProjectSpan, spanOf } from '../translation/schedule.ts';
import type { Translation } from '../translation/translate.ts';
import { insertFrozen } from './insertion.ts';

/**
 * Promised weeks under a plan: each deadline as it stands, or the plan's own finish where the plan already misses it.
 * A promise that is broken anyway must not get worse.
 */
export function promisesOf(base: Plan): Dues {
  return (project) => {
    const { end } = spanOf(project, base);
    return project.dueWeeks.map((due) => ({ ...due, week: Math.max(due.week, end) }));
  };
}

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

/**
 * "If nothing else slips": the earliest finish of the candidate when the others may move but every promise is met.
 * Promises are the first level of the search, so a plan that breaks one never beats a plan that keeps them all; null
 * when no plan was found that keeps them.
 *
 * @param promises due weeks to be kept; default: those of `promisesOf(base)`
 */
export function keptEarliest(
  translation: Translation,
  base: Plan,
  candidate: PlannedProject,
  options: SearchOptions,
  promises: Dues = promisesOf(base),
): KeptResult | null {
  const others = translation.projects.filter((project) => project !== candidate);
  const levels: LevelInput[] = [lateness(others, promises), finishOf(candidate)];
  const problem = makeProblem({ ...translation.input, levels });
  const warmStart = withInsertion(translation, base, candidate);
  const result = solve(problem, { ...options, warmStart });
  if (!result.plan || (result.values[0] ?? 1) > 0) return null;
  return {
    plan: result.plan,
    span: spanOf(candidate, result.plan),
    proven: result.proven[1] === true,
    boundEnd: result.bounds[1] ?? 0,
    iterations: result.iterations,
  };
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
