import type { Cost, Demand, Mode, Problem } from '../model/problem.ts';
import type { Span } from './open-starts.ts';
import type { PriceCertificate } from './price-certificate.ts';

type Rows = PriceCertificate['capacity'];

/** Adds to the row what work and money of a mode cost at each start of a span, which ends within the horizon. */
export type PricesOfModes = (mode: Mode, row: Float64Array, span: Span) => void;

/**
 * Prices of modes at all their starts. Prices are summed up once from the first period on, so that a long activity takes no more time than a
 * short one. Null where a sum is too large to be exact.
 */
export function pricesOfModes(problem: Problem, capacity: Rows, money: Rows): PricesOfModes | null {
  const upTo = capacity.map(sums);
  if (upTo.some((row) => !Number.isSafeInteger(row.at(-1)))) return null;
  return (mode, row, span) => {
    addWork(mode, upTo, row, span);
    for (const cost of mode.costs) addMoney(problem, cost, mode.duration, money[cost.budget] ?? [], row, span);
  };
}

/** Sum of all prices before each period. */
function sums(prices: readonly number[]): Float64Array {
  const row = new Float64Array(prices.length + 1);
  prices.forEach((price, period) => {
    row[period + 1] = (row[period] ?? 0) + price;
  });
  return row;
}

function addWork(
  { demands, duration }: Mode,
  upTo: readonly Float64Array[],
  row: Float64Array,
  { from, to }: Span,
): void {
  for (const demand of demands) {
    const before = upTo[demand.resource] ?? new Float64Array();
    for (const { units, first, end } of stretches(demand, duration))
      for (let start = from; start <= to; start++)
        row[start] =
          (row[start] ?? 0) + units * ((before[start + end] ?? Number.NaN) - (before[start + first] ?? Number.NaN));
  }
}

interface Stretch {
  readonly units: number;
  /** Elapsed periods, the second one exclusive. */
  readonly first: number;
  readonly end: number;
}

/** A demand as stretches of equal units. */
function stretches(demand: Demand, duration: number): readonly Stretch[] {
  if ('amount' in demand) return [{ units: demand.amount, first: 0, end: duration }];
  const list: Stretch[] = [];
  demand.profile.forEach((units, first) => {
    const last = list.at(-1);
    if (last?.units === units) list[list.length - 1] = { ...last, end: first + 1 };
    else list.push({ units, first, end: first + 1 });
  });
  return list;
}

/** Bucket by bucket. A milestone pays in its period, at the very end of the horizon in the last one. */
function addMoney(
  { budgets, horizon }: Problem,
  cost: Cost,
  duration: number,
  prices: readonly number[],
  row: Float64Array,
  { from, to }: Span,
): void {
  const ends = budgets[cost.budget]?.bucketEnds ?? [];
  const periods = Math.max(1, duration);
  const all = paidBy(cost, periods, periods);
  let bucket = 0;
  for (let start = from; start <= to; start++) {
    const first = Math.min(start, horizon - 1);
    while ((ends[bucket] ?? horizon) <= first) bucket++;
    let sum = 0;
    let before = 0;
    let last = bucket;
    for (; (ends[last] ?? horizon) - first < periods; last++) {
      const paid = paidBy(cost, (ends[last] ?? horizon) - first, periods);
      sum += (paid - before) * (prices[last] ?? 0);
      before = paid;
    }
    row[start] = (row[start] ?? 0) + sum + (all - before) * (prices[last] ?? 0);
  }
}

/** What has fallen due after so many elapsed periods, at least one; `even` is exact to the unit. */
function paidBy(cost: Cost, elapsed: number, periods: number): number {
  if ('profile' in cost) {
    let sum = 0;
    for (let k = 0; k < elapsed; k++) sum += cost.profile[k] ?? 0;
    return sum;
  }
  if (cost.spread === 'start') return cost.amount;
  if (cost.spread === 'end') return elapsed === periods ? cost.amount : 0;
  return Math.floor((cost.amount * elapsed) / periods);
}
