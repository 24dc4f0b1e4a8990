import type { Plan, Problem } from '../model/problem.ts';
import type { Violation } from './violation.ts';

/** Plays the changes of every reservoir in the order of their moments; those of one moment count together. */
export function checkReservoirs(problem: Problem, plan: Plan): Violation[] {
  return problem.reservoirs.flatMap((reservoir, r): Violation[] => {
    const byMoment = new Map<number, number>();
    problem.activities.forEach((activity, a) => {
      const mode = activity.modes[plan.mode[a] ?? -1];
      const start = plan.start[a] ?? -1;
      if (!mode || start < 0) return;
      for (const change of mode.changes) {
        if (change.reservoir !== r) continue;
        const moment = change.at === 'start' ? start : start + mode.duration;
        byMoment.set(moment, (byMoment.get(moment) ?? 0) + change.amount);
      }
    });
    let level = reservoir.initial;
    for (const [moment, amount] of [...byMoment].sort(([x], [y]) => x - y)) {
      level += amount;
      if (level < 0 || (reservoir.maximum !== null && level > reservoir.maximum)) {
        return [{ code: 'reservoir', reservoir: r, moment, level }];
      }
    }
    return [];
  });
}
