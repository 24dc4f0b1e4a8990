import type { Compiled } from '../compiled/compile.ts';

/** Up to so many activities a complete search finds more in the same time; with 109, a single dive of it takes as long as settling. */
export const COMPACT = 64;
/** A dead end takes about as long as one move for so many activities. */
const ACTIVITIES_PER_MOVE = 5;

/** How many moves one dead end of a complete search counts for. */
export function movesPerConflict({ activities }: Compiled): number {
  return Math.ceil(activities / ACTIVITIES_PER_MOVE);
}
