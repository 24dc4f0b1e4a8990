/** Chance from a seed: the same seed gives the same values on every machine. */
export interface Dice {
  /** Whole number from 0 to `bound` − 1. */
  below(bound: number): number;
  /** Whole number from `least` to `most`, both included. */
  between(least: number, most: number): number;
  /** True in `percent` of a hundred cases. */
  chance(percent: number): boolean;
  pick<const T>(list: readonly [T, ...T[]]): T;
  /** A new list in random order (Fisher and Yates). */
  shuffled<T>(list: readonly T[]): T[];
}

/**
 * Dice over the generator mulberry32 (Tommy Ettinger, public domain): 32 bits of state, whole-number arithmetic
 * only. Good enough to invent examples; the solver has its own generator.
 */
export function dice(seed: number): Dice {
  let state = seed | 0;
  const bits = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return (t ^ (t >>> 14)) >>> 0;
  };
  const below = (bound: number): number => Math.floor((bits() / 0x1_0000_0000) * bound);
  return {
    below,
    between: (least, most) => least + below(most - least + 1),
    chance: (percent) => below(100) < percent,
    pick: (list) => list[below(list.length)] ?? list[0],
    shuffled: (list) => {
      const result = [...list];
      for (let i = result.length - 1; i > 0; i--) {
        const k = below(i + 1);
        const [a, b] = [result[i], result[k]];
        if (a !== undefined && b !== undefined) [result[i], result[k]] = [b, a];
      }
      return result;
    },
  };
}
