import type { Compiled } from '../compiled/compile.ts';
import type { Problem } from '../model/problem.ts';

/** Beyond this many activities putting everything back for each child costs more than it gains. */
const MOST_ACTIVITIES = 1000;

/**
 * Whether the problem is of the kind for which whole schedules are bred: the shortest makespan of activities that follow each other
 * and need the same capacity while they run, in one of several modes, with budgets that are never refilled. This is the (multi-mode)
 * resource-constrained project scheduling problem (Brucker et al. 1999: PS|prec|Cmax, MPS|prec|Cmax) with releases and capacities
 * that vary over time. Everything else is left to the neighbourhood search.
 */
export function isCompact(problem: Problem, c: Compiled): boolean {
  return (
    problem.levels.length === 1 &&
    problem.levels[0]!.kind === 'makespan' &&
    c.activities > 0 &&
    c.activities <= MOST_ACTIVITIES &&
    c.blocks.count === c.activities &&
    c.stock.count === 0 &&
    problem.optional.length === 0 &&
    problem.links.every((link) => link.type === 'FS' && link.lag >= 0 && link.maxLag === null) &&
    problem.budgets.every(({ bucketEnds, counts }) => bucketEnds.length === 1 && counts === 'payments') &&
    problem.activities.every(
      (activity) => activity.frozen === null && activity.modeGroup === null && activity.deadline >= problem.horizon,
    ) &&
    c.demandProfile.every((offset) => offset < 0)
  );
}
