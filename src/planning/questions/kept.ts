import { fridayBeforeWeek, mondayOfWeek, type PlanWeeks } from '../../agenda/index.ts';
import { makeProblem, type Plan, type Problem, type ProblemInput, solveEarliest } from '../../solver/index.ts';
import type { Placement } from '../answer.ts';
import type { SearchOptions } from '../plan-agenda.ts';
import { type Dues, promisesOf } from '../translation/levels.ts';
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
  /** The problem in which every promise is a hard deadline. */
  strict: Problem;
  span: ProjectSpan;
  proven: boolean;
  /** No earlier finish week is possible in this sense. */
  boundEnd: number;
  iterations: number;
  /** Found by a complete search: to ask again from another plan is not worth it. */
  thorough: boolean;
}

/** How hard to look for a kept plan. */
export interface KeptSearch extends SearchOptions {
  /** A plan of the same translation that keeps every promise, candidate placed: the answer is never later. */
  known?: Plan;
  /** Steps after the last better plan that are enough; without it, all of them. */
  idle?: number;
}

/**
 * "If nothing else slips": the earliest finish of the candidate when the others may move but every promise is met.
 *
 * Whether the candidate can *start* in a given week while all promises are kept is not monotone in that week, but
 * whether it can *finish by* a week is. So the finish is brought forward like a promise of its own, with every promise
 * as a hard deadline. A week for which no plan was found is not proven impossible; the result is the best found unless
 * it meets its bound. Null when no plan at all was found that keeps every promise, or when it was cancelled before.
 */
export function keptEarliest(
  translation: Translation,
  base: Plan,
  candidate: PlannedProject,
  search: KeptSearch,
  promises: Dues = promisesOf(base),
): KeptResult | null {
  const last = candidate.blocks.at(-1);
  if (!last) return null;
  const { iterations = 0 } = search.limit;
  const warmStart = search.known ?? withInsertion(translation, base, candidate);
  const guide = search.known ? withInsertion(translation, base, candidate) : warmStart;
  const { seed, cancelled, idle } = search;
  if (cancelled?.()) return null;
  const strict = strictProblem(translation, candidate, promises);
  if (cancelled?.()) return null;
  const found = solveEarliest(strict, last.activity, {
    seed,
    iterations,
    warmStart,
    guide,
    ...(candidate.project.modes.length > 1 ? { enough: (plan) => startsAtOnce(translation, candidate, plan) } : {}),
    ...(cancelled ? { cancelled } : {}),
    ...(idle === undefined ? {} : { idle }),
  });
  if (!found.plan) return null;
  const boundEnd = Math.max(found.bound, shortestEnd(translation, candidate));
  const proven = found.finish === boundEnd;
  const { plan, thorough, iterations: steps } = found;
  return { plan, strict, span: spanOf(candidate, plan), proven, boundEnd, iterations: steps, thorough };
}

/** Whether the candidate starts in the first week in which it may start at all: then only its end could gain something. */
function startsAtOnce({ input }: Translation, candidate: PlannedProject, plan: Plan): boolean {
  return spanOf(candidate, plan).start <= firstStart(input.activities[candidate.blocks[0]?.activity ?? -1]);
}

function firstStart(activity: ProblemInput['activities'][number] | undefined): number {
  return activity?.frozen?.start ?? activity?.release ?? 0;
}

/**
 * End week if it starts at once and nothing interrupts it. One delivery mode holds for the whole project, which the engine's bound does
 * not look at: it takes the shortest of each block.
 */
function shortestEnd({ input }: Translation, { blocks, project }: PlannedProject): number {
  const activities = blocks.map(({ activity }) => input.activities[activity]);
  const weeks = project.modes.map((_, m) =>
    activities.reduce((sum, activity) => sum + (activity?.modes[m]?.duration ?? 0), 0),
  );
  return firstStart(activities[0]) + Math.min(...weeks);
}

/** The problem in which every promise of the others is a hard deadline: its plans are the kept ones. */
export function strictProblem(translation: Translation, candidate: PlannedProject, promises: Dues): Problem {
  return makeProblem(strictInput(translation, candidate, promises));
}

export function strictInput(
  { input, projects, horizon }: Translation,
  candidate: PlannedProject,
  promises: Dues,
): ProblemInput {
  const activities = [...input.activities];
  for (const project of projects) {
    const last = project.blocks.at(-1)?.activity ?? -1;
    const activity = activities[last];
    if (project === candidate || !activity) continue;
    const deadline = promises(project).reduce((least, { week }) => Math.min(least, week), horizon);
    activities[last] = { ...activity, deadline };
  }
  return { ...input, activities, levels: [] };
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
