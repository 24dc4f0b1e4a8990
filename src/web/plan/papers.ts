import type { PaperRow } from '../api/types.ts';

/** Something is still to be done: the council has not ended the matter. */
export function isOpen(paper: PaperRow): boolean {
  return paper.outcome === null || paper.outcome === undefined || paper.outcome.result === 'open';
}
