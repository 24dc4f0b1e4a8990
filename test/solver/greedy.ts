import { type Plan, type Problem, validatePlan } from '../../src/solver/index.ts';

/**
 * What a planner with a list would do: activities in the order of their due dates (predecessors first), each in the mode and at the start
 * that lets it end first beside what is placed already. No second thoughts. Null where that leads nowhere; for problems without choice.
 */
export function greedyPlan(problem: Problem): Plan | null {
  const { activities, links } = problem;
  const plan: Plan = { start: new Int32Array(activities.length), mode: new Int32Array(activities.length) };
  const placed = new Set<number>();
  const modeOfGroup = new Map<number, number>();
  const due = dueDates(problem);
  while (placed.size < activities.length) {
    const ready = activities
      .map((_, a) => a)
      .filter((a) => !placed.has(a) && links.every(({ from, to }) => to !== a || placed.has(from)))
      .toSorted(
        (x, y) =>
          Number(activities[y]?.frozen !== null) - Number(activities[x]?.frozen !== null) ||
          (due[x] ?? 0) - (due[y] ?? 0) ||
          x - y,
      );
    const next = ready[0];
    if (next === undefined || !placeFirst(problem, plan, placed, next, modeOfGroup)) return null;
  }
  return plan;
}

function dueDates({ activities, levels }: Problem): number[] {
  const due = activities.map(({ deadline }) => deadline);
  for (const level of levels) {
    if (level.kind !== 'lateness') continue;
    for (const term of level.terms) due[term.activity] = Math.min(due[term.activity] ?? 0, term.due);
  }
  return due;
}

/** Tries all modes and starts in the order of their finish; the validator judges the part that is placed. */
function placeFirst(
  problem: Problem,
  plan: Plan,
  placed: Set<number>,
  a: number,
  modeOfGroup: Map<number, number>,
): boolean {
  const activity = problem.activities[a];
  if (!activity) return false;
  placed.add(a);
  const candidates = activity.modes
    .flatMap(({ duration }, mode) =>
      Array.from({ length: Math.max(0, problem.horizon - duration + 1) }, (_, start) => ({
        start,
        mode,
        finish: start + duration,
      })),
    )
    .toSorted((x, y) => x.finish - y.finish || x.mode - y.mode);
  const part = partOf(problem, placed);
  for (const { start, mode } of candidates) {
    if (activity.modeGroup !== null && (modeOfGroup.get(activity.modeGroup) ?? mode) !== mode) continue;
    plan.start[a] = start;
    plan.mode[a] = mode;
    if (validatePlan(part, masked(plan, placed)).length > 0) continue;
    if (activity.modeGroup !== null) modeOfGroup.set(activity.modeGroup, mode);
    return true;
  }
  return false;
}

/** The same problem, but only what is placed has to be carried out. */
function partOf(problem: Problem, placed: ReadonlySet<number>): Problem {
  return {
    ...problem,
    activities: problem.activities.map((activity, a) => ({
      ...activity,
      group: a,
      frozen: placed.has(a) ? activity.frozen : null,
    })),
    optional: problem.activities.map((_, a) => a).filter((a) => !placed.has(a)),
  };
}

function masked(plan: Plan, placed: ReadonlySet<number>): Plan {
  return { start: plan.start.map((start, a) => (placed.has(a) ? start : -1)), mode: plan.mode };
}
