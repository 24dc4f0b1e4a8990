import type { Placement } from '../answer.ts';
import type { Setting } from './candidate.ts';
import { insertFrozen } from './insertion.ts';
import { placementOf } from './kept.ts';
import { type Residual, residualOf } from './residual.ts';

/**
 * Where the candidate fits while the plan stays as it is; null if it fits nowhere.
 *
 * @param residual what the plan leaves free, where that is known already
 */
export function untouchedPlacement(
  { translation, base, planned, candidate }: Setting,
  residual: Residual = residualOf(translation, base),
): Placement | null {
  const found = insertFrozen(translation, base, planned, residual);
  if (!found) return null;
  return placementOf(translation.weeks, found, candidate.modes[found.mode]?.id ?? '', 'exact', found.start);
}
