import type { Problem } from '../model/problem.ts';
import type { Compiled } from './compile.ts';
import { durationRange, type Windows } from './windows.ts';

/**
 * Reference starts of the first movement level, or null without one: -1 = as early as possible. Levels above come first: a start is
 * moved before the due dates they name, and an activity whose early finish counts there has no wish at all.
 * @param tight windows with deadlines, which wishes do not leave either
 */
export function referenceStarts(problem: Problem, c: Compiled, tight: Windows): Int32Array | null {
  const index = problem.levels.findIndex((level) => level.kind === 'movement');
  const movement = problem.levels[index];
  if (movement?.kind !== 'movement') return null;
  const { shortest } = durationRange(c);
  const reference = new Int32Array(c.activities).fill(-1);
  for (const { activity, start, weight } of movement.terms) {
    if (weight > 0) reference[activity] = Math.min(start, tight.latest[activity]!);
  }
  for (const level of problem.levels.slice(0, index)) {
    if (level.kind !== 'lateness' && level.kind !== 'weightedFinish') continue;
    for (const term of level.terms) {
      if (term.weight === 0) continue;
      const latest = 'due' in term ? term.due - shortest[term.activity]! : -1;
      reference[term.activity] = Math.max(-1, Math.min(reference[term.activity]!, latest));
    }
  }
  return reference;
}
