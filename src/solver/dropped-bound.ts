import type { CompiledChoice } from './compile-choice.ts';
import type { DroppedTerm } from './problem.ts';
import { RULED_OUT } from './settle.ts';

/**
 * Least weight that every plan drops: what is ruled out, and of each alternative all but the heaviest member. Each group counts once, in the
 * first alternative that names it, so that the parts can be added.
 */
export function droppedBound(
  level: { readonly terms: readonly DroppedTerm[] },
  choice: CompiledChoice,
  groupOf: Int32Array,
  state: Uint8Array,
): number {
  const weight = new Float64Array(choice.groups);
  for (const term of level.terms) {
    const group = groupOf[term.activity]!;
    weight[group] = weight[group]! + term.weight;
  }
  const counted = new Uint8Array(choice.groups);
  let bound = 0;
  for (let g = 0; g < choice.groups; g++) {
    if (state[g] !== RULED_OUT) continue;
    counted[g] = 1;
    bound += weight[g]!;
  }
  for (const set of choice.sets) {
    let heaviest = 0;
    for (const g of set) {
      if (counted[g]) continue;
      counted[g] = 1;
      bound += weight[g]!;
      heaviest = Math.max(heaviest, weight[g]!);
    }
    bound -= heaviest;
  }
  return bound;
}
