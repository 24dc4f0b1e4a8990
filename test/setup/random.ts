/** Numbers that look random and are the same in every run: `next(n)` gives 0 to n - 1. (mulberry32) */
export function seeded(seed: number): (limit: number) => number {
  let state = seed >>> 0;
  return (limit) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
  };
}

/** `npm run test:long` runs the full figures; `npm test` a share of them with the same seed. */
export const LONG: boolean = process.env.LONG === '1';
