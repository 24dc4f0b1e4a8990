import { ordered, type Rated, ranks, weightedSum } from './rank.ts';

/** The weight at which a project first overtakes another one: both have the same sum there. */
export interface Swap {
  at: number;
  /** Ahead before the swap. */
  ahead: string;
  /** Ahead after it. */
  behind: string;
}

export interface RankChange {
  id: string;
  rank: number;
  /** Rank with the weight lowered, and raised. */
  lower: number;
  higher: number;
}

/** What becomes of the ranks when one weight is another one and the others stay. */
export interface Sensitivity {
  /** Nearest swap below and above the weight; null if no smaller, or no larger, weight changes the order. */
  below: Swap | null;
  above: Swap | null;
  /** The weights that were tried: never below 0. */
  lowered: number;
  raised: number;
  /** Projects whose rank differs with one of them. */
  changes: RankChange[];
}

/**
 * The sum of a project is a straight line over the weight of one criterion, so two projects change places where their
 * lines cross, and the nearest crossing is always one of neighbours. Duties and others never compare.
 *
 * @param by how far the weight is moved both ways to see which ranks change
 */
export function sensitivity(
  rated: readonly Rated[],
  weights: readonly number[],
  criterion: number,
  by: number,
): Sensitivity {
  const own = weights[criterion] ?? 0;
  const at = (weight: number): number[] => weights.map((one, index) => (index === criterion ? weight : one));
  const [lowered, raised] = [Math.max(0, own - by), own + by];
  const [now, lower, higher] = [own, lowered, raised].map((weight) => ranks(rated, at(weight)));
  const changes = ordered(rated, weights).flatMap(({ id }): RankChange[] => {
    const [rank = 0, less = 0, more = 0] = [now?.get(id), lower?.get(id), higher?.get(id)];
    return rank === less && rank === more ? [] : [{ id, rank, lower: less, higher: more }];
  });
  return {
    below: nearestSwap(rated, weights, criterion, -1),
    above: nearestSwap(rated, weights, criterion, 1),
    lowered,
    raised,
    changes,
  };
}

/** The nearest weight in one direction at which somebody overtakes somebody. */
function nearestSwap(
  rated: readonly Rated[],
  weights: readonly number[],
  criterion: number,
  direction: 1 | -1,
): Swap | null {
  const own = weights[criterion] ?? 0;
  const slope = (one: Rated): number => direction * (one.tenths[criterion] ?? 0);
  const sum = (one: Rated): number => weightedSum(one, weights);
  // The order an instant after the weight begins to move: of equals the one that gains more stands ahead.
  const line = [...rated].sort((a, b) => Number(b.duty) - Number(a.duty) || sum(b) - sum(a) || slope(b) - slope(a));
  let nearest: (Swap & { way: number }) | null = null;
  for (const [index, behind] of line.entries()) {
    const ahead = line[index - 1];
    if (ahead === undefined || ahead.duty !== behind.duty) continue;
    const gain = slope(behind) - slope(ahead);
    if (gain <= 0) continue;
    const way = (sum(ahead) - sum(behind)) / gain;
    if (direction < 0 && way >= own) continue; // at the weight 0 they are even, and no weight is negative
    if (nearest === null || way < nearest.way)
      nearest = { way, at: own + direction * way, ahead: ahead.id, behind: behind.id };
  }
  if (nearest === null) return null;
  const { at, ahead, behind } = nearest;
  return { at, ahead, behind };
}
