import type { Compiled } from './compile.ts';

/** What cost k takes from bucket b of its budget if its activity, of this duration, starts at `start`. */
export function costInBucket(c: Compiled, k: number, duration: number, start: number, b: number): number {
  const { bucketFirst, bucketEnd, commits } = c.budgets;
  const budget = c.costBudget[k]!;
  const offset = c.costOffset[k]!;
  const periods = duration > 0 ? duration : 1;
  // A milestone at the very end of the horizon pays in the last period.
  const from = start < c.horizon ? start : c.horizon - 1;
  const begin = b === bucketFirst[budget]! ? 0 : bucketEnd[b - 1]!;
  let high = bucketEnd[b]! - from;
  high = high < 0 ? 0 : high > periods ? periods : high;
  if (commits[budget] === 1) {
    const bound = boundIn(c, k, start);
    if (bound < begin || bound >= bucketEnd[b]!) return 0;
    return c.costCumulative[offset + periods]! - c.costCumulative[offset + high]!;
  }
  let low = begin - from;
  low = low < 0 ? 0 : low > periods ? periods : low;
  return c.costCumulative[offset + high]! - c.costCumulative[offset + low]!;
}

/** What cost k takes from all buckets of its budget up to b, for a start at `start`. */
export function costUntil(c: Compiled, k: number, duration: number, start: number, b: number): number {
  const { bucketFirst, bucketEnd, commits } = c.budgets;
  const budget = c.costBudget[k]!;
  const offset = c.costOffset[k]!;
  const periods = duration > 0 ? duration : 1;
  const from = Math.min(start, c.horizon - 1);
  let until = b;
  if (commits[budget] === 1) {
    const bound = boundIn(c, k, start);
    if (bound >= bucketEnd[b]!) return 0;
    until = bucketFirst[budget]!;
    while (bucketEnd[until]! <= bound) until++;
  }
  const paid = c.costCumulative[offset + Math.max(0, Math.min(periods, bucketEnd[until]! - from))]!;
  return commits[budget] === 1 ? c.costCumulative[offset + periods]! - paid : paid;
}

/** Period in which cost k is bound. */
function boundIn(c: Compiled, k: number, start: number): number {
  const bound = start + c.costBoundAt[k]!;
  return bound < c.horizon ? bound : c.horizon - 1;
}
