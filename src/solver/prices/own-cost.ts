import type { Compiled } from '../compiled/compile.ts';
import type { Level } from '../model/problem.ts';
import type { OwnCost } from './priced-forest.ts';

/** Levels that are sums over single activities, so that prices can bound them. */
export type SeparableLevel = Extract<Level, { kind: 'lateness' | 'weightedFinish' | 'movement' }>;

export function isSeparable(level: Level): level is SeparableLevel {
  return level.kind === 'lateness' || level.kind === 'weightedFinish' || level.kind === 'movement';
}

/** What each activity adds to the level. */
export function ownCost(level: SeparableLevel, c: Compiled): OwnCost {
  const costs: ((start: number, finish: number) => number)[][] = Array.from({ length: c.activities }, () => []);
  if (level.kind === 'lateness') {
    for (const { activity, due, weight } of level.terms)
      costs[activity]!.push((_, finish) => weight * Math.max(0, finish - due));
  } else if (level.kind === 'weightedFinish') {
    for (const { activity, weight } of level.terms) costs[activity]!.push((_, finish) => weight * finish);
  } else {
    for (const { activity, start: reference, weight } of level.terms)
      costs[activity]!.push((start) => weight * Math.abs(start - reference));
  }
  return (activity, start, finish) => {
    let sum = 0;
    for (const cost of costs[activity]!) sum += cost(start, finish);
    return sum;
  };
}

/** Deadlines that every plan keeps whose levels above are at most so bad: no single term may be worth more than its whole level. */
export function deadlinesWithin(levels: readonly Level[], above: readonly number[], c: Compiled): Int32Array {
  const deadline = c.deadline.slice();
  above.forEach((most, k) => {
    const level = levels[k];
    if (level?.kind !== 'lateness' && level?.kind !== 'weightedFinish') return;
    for (const term of level.terms) {
      if (term.weight === 0) continue;
      const due = 'due' in term ? term.due : 0;
      deadline[term.activity] = Math.min(deadline[term.activity]!, due + Math.floor(most / term.weight));
    }
  });
  return deadline;
}
