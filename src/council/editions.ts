import type { Publication } from './statement-file.ts';

/** An edition that the public has seen; `standing`: it was not withdrawn. */
export interface ReleasedEdition {
  edition: number;
  on: string;
  standing: boolean;
}

/** The editions among what was published about one paper. */
export function releasedEditions(publications: readonly Publication[]): ReleasedEdition[] {
  const withdrawn = new Set(publications.filter((one) => one.kind === 'withdrawal').map((one) => one.edition));
  return publications
    .filter((one) => one.kind === 'release')
    .map(({ edition, releasedOn }) => ({ edition, on: releasedOn, standing: !withdrawn.has(edition) }))
    .sort((a, b) => a.edition - b.edition);
}

/** The edition that another one corrects: the newest released before it; undefined for the first. */
export const correctedBy = (edition: number, released: readonly ReleasedEdition[]): ReleasedEdition | undefined =>
  released.findLast((one) => one.edition < edition);
