/** A project with its points, one for each criterion, in whole tenths (0 to 1000); what is not rated counts 0. */
export interface Rated {
  id: string;
  /** Rests on a norm that says must: no points of others outweigh it. */
  duty: boolean;
  tenths: readonly number[];
}

/** Weighted sum of the points. Whole numbers, so that equal is equal and nothing is rounded. */
export function weightedSum({ tenths }: Rated, weights: readonly number[]): number {
  return tenths.reduce((sum, points, index) => sum + points * (weights[index] ?? 0), 0);
}

/** Duties before everything else, then the higher sum; the key decides between equals, so that the order is one. */
export function ordered(rated: readonly Rated[], weights: readonly number[]): Rated[] {
  const sums = new Map(rated.map((one) => [one, weightedSum(one, weights)]));
  const sum = (one: Rated): number => sums.get(one) ?? 0;
  return [...rated].sort(
    (a, b) => Number(b.duty) - Number(a.duty) || sum(b) - sum(a) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  );
}

/** Rank of each project by id; equals share a rank, and the next one counts on: 1, 2, 2, 4. */
export function ranks(rated: readonly Rated[], weights: readonly number[]): Map<string, number> {
  const found = new Map<string, number>();
  let before: Rated | undefined;
  for (const [index, one] of ordered(rated, weights).entries()) {
    const shared =
      before !== undefined && before.duty === one.duty && weightedSum(before, weights) === weightedSum(one, weights);
    found.set(one.id, shared && before ? (found.get(before.id) ?? 1) : index + 1);
    before = one;
  }
  return found;
}
