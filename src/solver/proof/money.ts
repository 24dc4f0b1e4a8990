import type { Budget, Cost, Mode } from '../model/problem.ts';

/** What adding up fractions of cents may lose, as a part of all inflow; far more than it does. */
export const BLUR = 1e-10;

export interface Spending {
  readonly budget: number;
  readonly start: number;
  /** Ends of the buckets up to the one that is looked at. */
  readonly ends: readonly number[];
  readonly share: number;
  readonly counts: Budget['counts'];
}

/** Money of one budget that counts at the last of the ends: of what was spent before, only the share that would have been carried over. */
export function countedBy(mode: Mode, spending: Spending, horizon: number): number {
  const { budget, start, ends, share, counts } = spending;
  let before = 0;
  let sum = 0;
  let begin = 0;
  for (const end of ends) {
    const paid = paidBefore(mode, budget, start, end, horizon);
    sum = sum * share + (counts === 'payments' ? paid - before : boundWithin(mode, spending, begin, end, horizon));
    before = paid;
    begin = end;
  }
  return sum;
}

/** Money bound in the periods begin..end-1 that falls due from `end` on. */
function boundWithin(mode: Mode, { budget, start }: Spending, begin: number, end: number, horizon: number): number {
  const duration = Math.max(1, mode.duration);
  let sum = 0;
  for (const cost of mode.costs) {
    if (cost.budget !== budget) continue;
    const bound = Math.min(horizon - 1, start + ('profile' in cost ? (cost.boundAt ?? 0) : 0));
    if (bound < begin || bound >= end) continue;
    const elapsed = Math.max(0, end - Math.min(start, horizon - 1));
    sum += paidAfter(cost, duration, duration) - paidAfter(cost, Math.min(elapsed, duration), duration);
  }
  return sum;
}

/** Money of one budget spent before the period `end`; a milestone at the very end of the horizon pays in the last period. */
function paidBefore(mode: Mode, budget: number, start: number, end: number, horizon: number): number {
  const elapsed = end - Math.min(start, horizon - 1);
  const duration = Math.max(1, mode.duration);
  if (elapsed <= 0) return 0;
  return mode.costs.reduce(
    (sum, cost) => (cost.budget === budget ? sum + paidAfter(cost, Math.min(elapsed, duration), duration) : sum),
    0,
  );
}

function paidAfter(cost: Cost, elapsed: number, duration: number): number {
  if ('profile' in cost) return cost.profile.slice(0, elapsed).reduce((sum, money) => sum + money, 0);
  if (cost.spread === 'start') return cost.amount;
  if (cost.spread === 'end') return elapsed === duration ? cost.amount : 0;
  return Math.floor((cost.amount * elapsed) / duration);
}
