import type { Relaxation } from './relaxation.ts';

export interface Climb {
  /** Steps at most; each costs one pass over all activities, modes and starts. */
  readonly steps: number;
  /** What the bound may be at most: the value of a plan, or a guess. It sets the length of the first steps. */
  readonly most: number;
  /** Highest price per single unit for each coordinate; null = any price. */
  readonly ceiling: ((index: number) => number) | null;
  readonly stop: () => boolean;
  /** Asked within a step too. */
  readonly cancelled: () => boolean;
}

/** Steps without a better bound after which the steps get shorter and begin at the best point again. */
const PATIENCE = 30;
const SHORTER = 0.7;
/** Steps so short that they move nothing. */
const SHORTEST = 0.001;
/** How much of the last direction is kept (Camerini, Fratta, Maffioli 1975): it damps the zigzag between two limits. */
const MEMORY = 0.7;
/** The next aim lies this share of `most` above the best bound, so that steps fit what can be reached. */
const REACH = 0.05;
/** Where nothing is proven after so many steps, nothing will be. */
const HOPE = 40;
/** Gains below this share of `most` do not count as progress. */
const PROGRESS = 1e-4;

/**
 * Prices that prove much, by the subgradient method (Held, Wolfe, Crowder 1974): what is exceeded gets dearer, what has room gets cheaper, in
 * steps after Polyak (1969). It needs no linear programme, works on weeks instead of months, and a step costs a few milliseconds.
 */
export function climb(
  relaxation: Relaxation,
  { steps, most, ceiling, stop, cancelled }: Climb,
): { point: Float64Array; bound: number } {
  const { size, excess } = relaxation;
  const point = new Float64Array(size);
  const direction = new Float64Array(size);
  const best = new Float64Array(size);
  let bound = Number.NEGATIVE_INFINITY;
  let length = 1;
  let idle = 0;
  for (let step = 0; step < steps && length > SHORTEST; step++) {
    // The first step is always worth its time: without any prices it proves what the deadlines of the levels above do.
    if (step > 0 && stop()) break;
    if (step === HOPE && bound <= 0) break;
    const value = relaxation.bound(point, cancelled);
    if (Number.isNaN(value)) break;
    if (value === Number.POSITIVE_INFINITY) return { point, bound: value };
    idle = value > bound + PROGRESS * most ? 0 : idle + 1;
    if (value > bound) {
      bound = value;
      best.set(point);
      if (bound >= most) break;
    }
    if (idle > PATIENCE) {
      length *= SHORTER;
      idle = 0;
      point.set(best);
      direction.fill(0);
      relaxation.bound(point, cancelled);
    }
    let norm = 0;
    for (let i = 0; i < size; i++) {
      const next = excess[i]! + MEMORY * direction[i]!;
      direction[i] = point[i]! <= 0 && next < 0 ? 0 : next;
      norm += direction[i]! * direction[i]!;
    }
    if (norm === 0) break;
    const stride = (length * (Math.min(most, bound + REACH * most) - value)) / norm;
    for (let i = 0; i < size; i++) {
      const moved = Math.max(0, point[i]! + stride * direction[i]!);
      point[i] = ceiling === null ? moved : Math.min(moved, ceiling(i) * relaxation.unitOf(i));
    }
  }
  return { point: best, bound };
}
