import type { Plan } from '../model/problem.ts';

/** A plan and its values, level by level. */
export interface Found {
  readonly plan: Plan;
  readonly values: readonly number[];
}

/**
 * The other one of two searches that work on the same problem with different seeds and tell each other the best they have. They meet
 * after the same number of steps, and the faster one waits: what a run limited by iterations finds does not depend on the machine.
 */
export interface Partner {
  /** Steps between two meetings; the same on both sides. */
  readonly every: number;
  /** Called once before anything else, on both sides with the same figures. */
  begin(activities: number, levels: number): void;
  /**
   * Shows the best so far (null = none yet) and waits for what the other one has after as many steps; null if it has none. The wait
   * ends with null as soon as `ending` is true.
   */
  meet(mine: Found | null, ending: () => boolean): Found | null;
  /**
   * Shows the best at the end, after which the other one waits no more, and waits for what the other one ends with; once `ending` is
   * true, what it has shown last is enough.
   */
  part(mine: Found | null, ending: () => boolean): Found | null;
}

/** Whether `one` is better than what has `values` (empty = no plan), compared level by level. */
export function isBetter(one: Found, values: readonly number[]): boolean {
  if (values.length === 0) return true;
  for (const [k, value] of one.values.entries()) {
    const difference = value - values[k]!;
    if (difference !== 0) return difference < 0;
  }
  return false;
}
