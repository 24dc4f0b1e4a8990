import type { Level, Mode, Problem } from '../model/problem.ts';
import { openStarts, type Span } from './open-starts.ts';
import type { PriceAim, PriceCertificate } from './price-certificate.ts';
import { pricesOfModes } from './prices-of-modes.ts';
import { Trees } from './trees.ts';

/**
 * Checks a certificate of prices. It shares no code with the search for prices: like the validator of plans, it reads the problem as the
 * caller wrote it. All arithmetic is in whole numbers; what leaves the exact range of a double is refused.
 * @returns why the certificate does not hold; null = no plan is below its bound
 */
export function checkPrices(problem: Problem, certificate: PriceCertificate): string | null {
  const proven = provenByPrices(problem, certificate);
  if (typeof proven === 'string') return proven;
  if (!Number.isInteger(certificate.bound)) return 'the bound is not a whole number';
  return proven < certificate.bound ? `the prices prove ${proven} only` : null;
}

/** The best bound that the prices prove, infinite where not even the trees alone have a plan; or why they prove nothing: a check that is cancelled has not been made. */
export function provenByPrices(
  problem: Problem,
  prices: Omit<PriceCertificate, 'bound'>,
  cancelled?: () => boolean,
): number | string {
  const { aim, scale, capacity, money, links } = prices;
  const flaw = shapeFlaw(problem, prices) ?? aimFlaw(problem, prices);
  if (flaw !== null) return flaw;
  const optional = new Set(problem.optional);
  const certain = problem.activities.map(({ group }) => !optional.has(group));
  const trees = Trees.of(problem, certain, links);
  if (trees === null) return 'the links named do not exist, or form a circle';
  if (cancelled?.()) return 'the check was cancelled';
  const own = ownCost(problem, aim);
  const addPrices = pricesOfModes(problem, capacity, money);
  if (addPrices === null) return 'the figures are too large to be exact';
  const cost = (a: number, mode: Mode, row: Float64Array, span: Span): void => {
    row.fill(0, span.from, span.to + 1);
    addPrices(mode, row, span);
    for (const term of own.get(a) ?? [])
      for (let start = span.from; start <= span.to; start++)
        row[start] = (row[start] ?? 0) + scale * term(start, start + mode.duration);
  };
  const spans = openStarts(problem, certain, aim);
  if (cancelled?.()) return 'the check was cancelled';
  const paid = trees.cheapest(spans, cost, cancelled);
  if (Number.isNaN(paid)) return 'the check was cancelled';
  if (paid === Number.POSITIVE_INFINITY) return paid;
  const difference = paid - worth(problem, capacity, money);
  if (!Number.isSafeInteger(paid) || !Number.isSafeInteger(difference)) return 'the figures are too large to be exact';
  // The aim is a whole number in every plan, and never negative.
  const rest = difference % scale;
  return Math.max(0, (difference - rest) / scale + (rest > 0 ? 1 : 0));
}

/** Prices must be there, whole and not negative; and money must not be worth more later than the share of it that is carried over. */
function shapeFlaw(problem: Problem, { scale, capacity, money }: Omit<PriceCertificate, 'bound'>): string | null {
  if (!(Number.isSafeInteger(scale) && scale > 0)) return 'the scale is not a whole number above 0';
  if (capacity.length !== problem.resources.length || money.length !== problem.budgets.length)
    return 'there is not one row of prices per resource and budget';
  const rows = [
    ...capacity.map((row) => ({ row, length: problem.horizon })),
    ...money.map((row, b) => ({ row, length: problem.budgets[b]?.inflow.length ?? 0 })),
  ];
  if (rows.some(({ row, length }) => row.length !== length)) return 'a row of prices has the wrong length';
  if (rows.some(({ row }) => !row.every((price) => Number.isSafeInteger(price) && price >= 0)))
    return 'a price is not a whole number from 0 on';
  // unspent(b) <= inflow(b) - spent(b) + share * unspent(b - 1), unrolled: only prices that fall so are sums of these limits.
  const rises = money.some((row, b) =>
    row.some((price, k) => 1000 * price < (problem.budgets[b]?.carryOverPermille ?? 0) * (row[k + 1] ?? 0)),
  );
  const bound = money.some((row, b) => problem.budgets[b]?.counts === 'commitments' && row.some((price) => price > 0));
  if (bound) return 'commitments have no price';
  return rises ? 'money costs more in a later bucket than what is carried over allows' : null;
}

/** What is added to a resource or budget costs 1, so no price may be higher there. */
function aimFlaw(problem: Problem, { aim, scale, capacity, money }: Omit<PriceCertificate, 'bound'>): string | null {
  if (aim.kind === 'level') {
    const level = problem.levels[aim.level];
    if (!level || level.kind === 'makespan' || level.kind === 'dropped') return 'prices prove nothing about this level';
    return aim.above.length === aim.level ? null : 'not every level above has its value';
  }
  const { resources, budgets, whatElse } = aim;
  const priced = (row: readonly number[]) => row.some((price) => price > 0);
  const elsewhere = [
    ...capacity.filter((_, r) => !resources.includes(r)),
    ...money.filter((_, b) => !budgets.includes(b)),
  ];
  if (whatElse === 'anything' && elsewhere.some(priced)) return 'there is a price where anything may be added';
  const dear = (row: readonly number[] | undefined) => row === undefined || row.some((price) => price > scale);
  return resources.some((r) => dear(capacity[r])) || budgets.some((b) => dear(money[b]))
    ? 'a price is above what the addition costs'
    : null;
}

/** What each activity adds to the aim by itself. */
function ownCost(problem: Problem, aim: PriceAim): ReadonlyMap<number, readonly Term[1][]> {
  const level = aim.kind === 'level' ? problem.levels[aim.level] : undefined;
  const terms = new Map<number, Term[1][]>();
  for (const [activity, cost] of level ? termsOf(level) : [])
    terms.set(activity, [...(terms.get(activity) ?? []), cost]);
  return terms;
}

type Term = [activity: number, cost: (start: number, finish: number) => number];

function termsOf(level: Level): Term[] {
  switch (level.kind) {
    case 'lateness':
      return level.terms.map(({ activity, due, weight }) => [activity, (_, end) => weight * Math.max(0, end - due)]);
    case 'weightedFinish':
      return level.terms.map(({ activity, weight }) => [activity, (_, end) => weight * end]);
    case 'movement':
      return level.terms.map((term) => [term.activity, (start) => term.weight * Math.abs(start - term.start)]);
    default:
      return [];
  }
}

/** What all capacity and all money are worth at these prices; not a number if that is too large to be exact. */
function worth(problem: Problem, capacity: PriceCertificate['capacity'], money: PriceCertificate['money']): number {
  let gained = 0;
  let lost = 0;
  const add = (units: number, price: number) => {
    if (units > 0) gained += units * price;
    else lost -= units * price;
  };
  problem.resources.forEach((resource, r) => {
    capacity[r]?.forEach((price, period) => {
      add(resource.capacity[period] ?? 0, price);
    });
  });
  problem.budgets.forEach((budget, b) => {
    money[b]?.forEach((price, bucket) => {
      add(budget.inflow[bucket] ?? 0, price);
    });
  });
  return Number.isSafeInteger(gained) && Number.isSafeInteger(lost) ? gained - lost : Number.NaN;
}
