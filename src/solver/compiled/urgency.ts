import type { Problem } from '../model/problem.ts';
import type { Compiled } from './compile.ts';
import { durationRange, type Windows } from './windows.ts';

/**
 * Latest start of every activity if nothing had to wait for resources: backwards along the links from due dates and hard deadlines,
 * or, for what has none, from the end of the critical path. The classical LST priority (Kolisch 1996), here for due dates.
 */
export function urgency(problem: Problem, c: Compiled, windows: Windows): Float64Array {
  const { shortest } = durationRange(c);
  const end = windows.earliest.reduce((most, start, a) => Math.max(most, start + shortest[a]!), lastDue(problem));
  const finish = new Float64Array(c.activities).fill(end);
  problem.activities.forEach((activity, a) => {
    if (activity.deadline < problem.horizon) finish[a] = Math.min(end, activity.deadline);
  });
  for (const level of problem.levels) {
    if (level.kind !== 'lateness') continue;
    for (const { activity, due, weight } of level.terms)
      if (weight > 0) finish[activity] = Math.min(finish[activity]!, due);
  }
  const latest = finish.map((value, a) => value - shortest[a]!);
  const { blocks, arcs } = c;
  for (let b = blocks.count - 1; b >= 0; b--) {
    for (let i = blocks.first[b]!; i < blocks.first[b + 1]!; i++) {
      const a = blocks.member[i]!;
      for (let j = arcs.outFirst[a]!; j < arcs.outFirst[a + 1]!; j++) {
        const k = arcs.outArc[j]!;
        const to = arcs.to[k]!;
        if (blocks.of[to] === b) continue;
        const gap = arcs.lag[k]! + (arcs.fromFinish[k] ? shortest[a]! : 0) - (arcs.toFinish[k] ? shortest[to]! : 0);
        latest[a] = Math.min(latest[a]!, latest[to]! - gap);
      }
    }
  }
  return latest;
}

function lastDue(problem: Problem): number {
  let last = 0;
  for (const level of problem.levels) {
    if (level.kind === 'lateness')
      for (const term of level.terms) last = Math.max(last, Math.min(term.due, problem.horizon));
  }
  return last;
}
