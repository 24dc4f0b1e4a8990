import type { Plan, Problem } from '../model/problem.ts';
import type { Violation } from './violation.ts';

/** Whether the plan says that it does not carry the activity out. */
export function isDropped(plan: Plan, activity: number): boolean {
  return plan.start[activity] === -1;
}

/** Optional groups are dropped as a whole, and what the plan carries out keeps all alternatives and requirements. */
export function checkSelection(problem: Problem, plan: Plan): Violation[] {
  if (problem.optional.length + problem.alternatives.length + problem.requirements.length === 0) return [];
  const optional = new Set(problem.optional);
  const dropped = new Set<number>();
  const carriedOut = new Set<number>();
  problem.activities.forEach(({ group }, a) => {
    if (optional.has(group) && isDropped(plan, a)) dropped.add(group);
    else carriedOut.add(group);
  });
  const split = [...dropped].filter((group) => carriedOut.has(group));
  return [
    ...split.map((group): Violation => ({ code: 'split', group })),
    ...problem.alternatives.flatMap(({ groups, exactlyOne }, alternative): Violation[] => {
      const count = groups.filter((group) => carriedOut.has(group)).length;
      return count > 1 || (exactlyOne && count === 0) ? [{ code: 'alternative', alternative, count }] : [];
    }),
    ...problem.requirements.flatMap(({ group, needs }, requirement): Violation[] =>
      carriedOut.has(group) && !carriedOut.has(needs) ? [{ code: 'requirement', requirement }] : [],
    ),
  ];
}
