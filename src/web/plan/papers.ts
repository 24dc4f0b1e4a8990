import type { PaperRow } from '../api/types.ts';

/** On the day named, something is still to be done: the council has not ended the matter yet. */
export function isOpen(paper: PaperRow, asOf: string): boolean {
  const { outcome } = paper;
  return !outcome || outcome.result === 'open' || (outcome.on !== undefined && outcome.on > asOf);
}
