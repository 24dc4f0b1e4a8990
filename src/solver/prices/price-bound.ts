import type { Compiled } from '../compiled/compile.ts';
import { CERTAIN, FREE } from '../compiled/settle.ts';
import { timeWindows } from '../compiled/windows.ts';
import type { Problem } from '../model/problem.ts';
import { provenByPrices } from '../proof/check-prices.ts';
import type { PriceAim, PriceCertificate } from '../proof/price-certificate.ts';
import { climb } from './climb.ts';
import { makeForest } from './forest.ts';
import { deadlinesWithin, isSeparable, ownCost } from './own-cost.ts';
import { PricedForest, type Prices, type Starts } from './priced-forest.ts';
import { Relaxation } from './relaxation.ts';
import { Runs } from './runs.ts';

export interface PriceQuestion {
  readonly aim: PriceAim;
  /** A value that the aim can have, or a guess at it. */
  readonly most: number;
  /** What is known already: prices that prove no more are not checked. Default: 0. */
  readonly known?: number;
  /** Steps of the climb; the work of one grows with activities, modes and periods. */
  readonly steps: number;
  /** Starts behind this period are left to the check: prices are 0 there. Default: the horizon. */
  readonly until?: number;
  /** Ends the search; what was found is checked all the same. */
  readonly stop?: () => boolean;
  /** Ends everything: the check takes long too. */
  readonly cancelled?: () => boolean;
}

/** Prices are rounded to this part of what they are worth in sum: exact in a double even if an activity pays a thousand times that. */
const PRECISION = 2 ** 42;

/**
 * Searches prices that prove a high bound, and has it checked by `provenByPrices`, which shares no code with this search. Null where nothing
 * above what is known is proven. An infinite bound (no plan at all, by trees and windows alone) is left to `screen` and gives null too.
 */
export function boundByPrices(problem: Problem, c: Compiled, question: PriceQuestion): PriceCertificate | null {
  const { aim, most, steps, known = 0, until = c.horizon, stop = () => false, cancelled = () => false } = question;
  const level = aim.kind === 'level' ? problem.levels[aim.level] : undefined;
  if (level && !isSeparable(level)) return null;
  const state = c.choice.optional.map((optional) => (optional ? FREE : CERTAIN));
  const limited = aim.kind === 'level' ? { ...c, deadline: deadlinesWithin(problem.levels, aim.above, c) } : c;
  const open = startsOf(limited, state, until);
  if (open === null) return null;
  const runs = new Runs(c);
  if (cancelled()) return null;
  const forest = makeForest(c, linkOfArc(problem), (a) => state[c.group[a]!] === CERTAIN, costsUnder(aim, problem));
  if (cancelled()) return null;
  const own = level ? ownCost(level, c) : () => 0;
  const relaxation = new Relaxation(c, new PricedForest(c, forest, runs, open, own), runs, forest.order);
  const ceiling = aim.kind === 'extra' ? ceilingOf(aim, c) : null;
  const { point, bound } = climb(relaxation, { steps, most, ceiling, stop, cancelled });
  if (bound === Number.POSITIVE_INFINITY || bound <= known || cancelled()) return null;
  const prices = rounded(problem, c, aim, relaxation.pricesAt(point), most);
  const certificate = { aim, ...prices, links: forest.links };
  const proven = provenByPrices(problem, certificate, cancelled);
  return typeof proven === 'number' && proven > known && Number.isFinite(proven)
    ? { ...certificate, bound: proven }
    : null;
}

/** Whether an activity can cost anything: everything does under a level, and where nothing is free. */
function costsUnder(aim: PriceAim, { activities }: Problem): (activity: number) => boolean {
  if (aim.kind === 'level' || aim.whatElse === 'nothing') return () => true;
  return (a) =>
    activities[a]!.modes.some(
      ({ demands, costs }) =>
        demands.some(({ resource }) => aim.resources.includes(resource)) ||
        costs.some(({ budget }) => aim.budgets.includes(budget)),
    );
}

/** Link of each arc; -1 for the arcs that stand for maximal lags, which the trees leave out. */
function linkOfArc({ links }: Problem): number[] {
  return links.flatMap(({ maxLag }, link) => (maxLag === null ? [link] : [link, -1]));
}

/** Starts that links, deadlines and what is frozen leave open, up to `until` where that leaves any; null if some activity has none. */
function startsOf(c: Compiled, state: Uint8Array, until: number): Starts | null {
  const windows = timeWindows(c, state, true);
  if ('cycle' in windows) return null;
  const { earliest } = windows;
  const latest = new Int32Array(c.duration.length).fill(-1);
  for (let a = 0; a < c.activities; a++) {
    for (let slot = c.modeFirst[a]!; slot < c.modeFirst[a + 1]!; slot++) {
      const frozen = c.frozenMode[a]!;
      if (frozen >= 0 && slot !== c.modeFirst[a]! + frozen) continue;
      const last = Math.min(windows.latest[a]!, c.deadline[a]! - c.duration[slot]!, c.horizon - c.duration[slot]!);
      latest[slot] = Math.min(last, Math.max(earliest[a]!, until));
    }
  }
  return { earliest, latest };
}

/** What is added costs 1 a unit where the aim counts it, and nothing where anything may be added: no price may be higher. */
function ceilingOf(
  { resources, budgets, whatElse }: PriceAim & { kind: 'extra' },
  c: Compiled,
): (index: number) => number {
  const limited = new Uint8Array(c.resources * c.horizon + c.budgets.inflow.length);
  for (const r of resources) limited.fill(1, r * c.horizon, (r + 1) * c.horizon);
  const money = c.resources * c.horizon;
  const { bucketFirst } = c.budgets;
  for (const budget of budgets) limited.fill(1, money + bucketFirst[budget]!, money + bucketFirst[budget + 1]!);
  const elsewhere = whatElse === 'anything' ? 0 : Number.POSITIVE_INFINITY;
  return (index) => (limited[index] ? 1 : elsewhere);
}

/** The prices as whole numbers, in the form that the check asks for. */
function rounded(problem: Problem, c: Compiled, aim: PriceAim, prices: Prices, most: number) {
  let worth = most;
  prices.capacity.forEach((price, i) => {
    worth += price * c.capacity[i]!;
  });
  prices.money.forEach((price, k) => {
    worth += price * Math.abs(c.budgets.inflow[k]!);
  });
  const parts = 2 ** Math.max(0, Math.floor(Math.log2(PRECISION / Math.max(1, worth))));
  const whole = (price: number) => Math.round(price * parts);
  const capacity = problem.resources.map((_, r) =>
    Array.from(prices.capacity.subarray(r * c.horizon, (r + 1) * c.horizon), whole),
  );
  const money = problem.budgets.map(({ carryOverPermille }, b) => {
    const row = Array.from(prices.money.subarray(c.budgets.bucketFirst[b]!, c.budgets.bucketFirst[b + 1]!), whole);
    for (let k = row.length - 2; k >= 0; k--) {
      row[k] = Math.max(row[k]!, Math.ceil((row[k + 1]! * carryOverPermille) / 1000));
    }
    return row;
  });
  if (aim.kind === 'level') return { scale: parts, capacity, money };
  const aimed = [...aim.resources.map((r) => capacity[r]!), ...aim.budgets.map((b) => money[b]!)];
  const dearest = aimed.reduce((most, row) => row.reduce((value, price) => Math.max(value, price), most), 1);
  return { scale: aimed.length === 0 ? parts : dearest, capacity, money };
}
