import type { Placement } from '../answer.ts';
import type { Setting } from './candidate.ts';
import { insertFrozen } from './insertion.ts';
import { placementOf } from './kept.ts';

/** Where the candidate fits while the plan stays as it is; null if it fits nowhere. */
export function untouchedPlacement({ translation, base, planned, candidate }: Setting): Placement | null {
  const found = insertFrozen(translation, base, planned);
  if (!found) return null;
  return placementOf(translation.weeks, found, candidate.modes[found.mode]?.id ?? '', 'exact', found.start);
}
