/** A set of activities as bits, 32 in a word, so that the few activities that matter are found without looking at the others. */
export type ActivitySet = Int32Array<ArrayBuffer>;

export function emptySet(activities: number): ActivitySet {
  return new Int32Array((activities + 31) >> 5);
}

/** Number of the lowest bit of a word that is not 0. Taken out by `word & (word - 1)`. */
export function lowestBit(word: number): number {
  return 31 - Math.clz32(word & (0 - word));
}
