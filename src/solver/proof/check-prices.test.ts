import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile } from '../compiled/compile.ts';
import { makeProblem } from '../model/make-problem.ts';
import type { Plan, Problem, ProblemInput } from '../model/problem.ts';
import { boundByPrices } from '../prices/price-bound.ts';
import { everyPlan, randomProblem } from '../testing.ts';
import { planValues } from '../validate/validate.ts';
import { checkPrices, provenByPrices } from './check-prices.ts';
import type { PriceAim, PriceCertificate } from './price-certificate.ts';

const small = randomProblem({ activities: 3, horizon: 8, modes: 2, maxLags: true, commitments: true });
const withChoice = randomProblem({
  activities: 3,
  horizon: 8,
  modes: 2,
  maxLags: false,
  choice: true,
  reservoirs: true,
});

/** Any prices that are whole and not negative, and any links: what a liar or a bug may come up with. */
function anyPrices(problem: Problem): fc.Arbitrary<Omit<PriceCertificate, 'bound' | 'aim'>> {
  const price = fc.oneof({ weight: 5, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(9) });
  const row = (length: number) => fc.array(price, { minLength: length, maxLength: length });
  return fc.record({
    scale: fc.integer({ min: 1, max: 30 }),
    capacity: fc.tuple(...problem.resources.map(() => row(problem.horizon))),
    money: fc.tuple(...problem.budgets.map((budget) => row(budget.inflow.length))),
    links: fc.subarray([...problem.links.keys()]),
  });
}

const priced = (problems: fc.Arbitrary<Problem>) =>
  problems.chain((problem) => fc.record({ problem: fc.constant(problem), prices: anyPrices(problem) }));

/** Best value of a level over all plans that are no worse than `above` in the levels before; infinite without such a plan. */
function best(problem: Problem, plans: readonly Plan[], level: number, above: readonly number[]): number {
  const values = plans.map((plan) => planValues(problem, plan));
  return Math.min(
    ...values.filter((list) => above.every((most, k) => (list[k] ?? 0) <= most)).map((v) => v[level] ?? 0),
  );
}

describe('no prices prove more than is true', () => {
  it.each([
    ['everything carried out', small],
    ['a choice, and reservoirs', withChoice],
  ])('levels: %s', (_, problems) => {
    let useful = 0;
    fc.assert(
      fc.property(priced(problems), fc.nat(6), ({ problem, prices }, slack) => {
        const plans = everyPlan(problem);
        problem.levels.forEach((_level, level) => {
          const above = problem.levels.slice(0, level).map(() => slack);
          const least = best(problem, plans, level, above);
          const aim: PriceAim = { kind: 'level', level, above };
          const proven = provenByPrices(problem, { ...prices, aim });
          const searched = boundByPrices(problem, compile(problem), { aim, most: 20, steps: 30 })?.bound ?? 0;
          if (typeof proven === 'number') expect(proven).toBeLessThanOrEqual(least);
          expect(searched).toBeLessThanOrEqual(least);
          if (searched > 0) useful++;
        });
      }),
      { seed: 5, numRuns: 50 },
    );
    expect(useful).toBeGreaterThan(4);
  });

  it('additions: a problem with a plan needs none', () => {
    fc.assert(
      fc.property(priced(small), ({ problem, prices }) => {
        if (everyPlan(problem).length === 0) return;
        for (const aim of [
          { kind: 'extra', resources: [0], budgets: [0], whatElse: 'nothing' },
          NOTHING,
        ] satisfies PriceAim[]) {
          const proven = provenByPrices(problem, { ...prices, aim });
          if (typeof proven === 'number') expect(proven).toBe(0);
        }
      }),
      { seed: 6, numRuns: 50 },
    );
  });

  it('additions: what makes a plan possible is never less than the bound', () => {
    let needed = 0;
    fc.assert(
      fc.property(small, fc.nat(4), (problem, more) => {
        const aim: PriceAim = { kind: 'extra', resources: [0], budgets: [], whatElse: 'nothing' };
        const bound = boundByPrices(problem, compile(problem), { aim, most: 10, steps: 40 })?.bound ?? 0;
        if (bound > 0) needed++;
        if (everyPlan(enlarged(problem, more)).length > 0) expect(bound).toBeLessThanOrEqual(more * problem.horizon);
      }),
      { seed: 7, numRuns: 50 },
    );
    expect(needed).toBeGreaterThan(2);
  });
});

const NOTHING: PriceAim = { kind: 'extra', resources: [], budgets: [], whatElse: 'nothing' };

/** The same problem with the first resource larger by so much in every period. */
function enlarged(problem: Problem, more: number): Problem {
  const resources = problem.resources.map(({ capacity }, r) => ({
    capacity: capacity.map((units) => units + (r === 0 ? more : 0)),
  }));
  return makeProblem({ ...inputOf(problem), resources });
}

/** A checked problem as an input again. */
function inputOf(problem: Problem): ProblemInput {
  return {
    ...problem,
    activities: problem.activities.map(({ frozen, modeGroup, ...rest }) => ({
      ...rest,
      ...(frozen ? { frozen } : {}),
      ...(modeGroup === null ? {} : { modeGroup }),
    })),
    links: problem.links.map(({ maxLag, ...rest }) => ({ ...rest, ...(maxLag === null ? {} : { maxLag }) })),
    reservoirs: problem.reservoirs.map(({ initial, maximum }) => ({
      initial,
      ...(maximum === null ? {} : { maximum }),
    })),
  };
}

describe('the certificate of two jobs for one person', () => {
  const problem = makeProblem({
    horizon: 8,
    resources: [{ capacity: new Array<number>(8).fill(1) }],
    budgets: [{ bucketEnds: [4, 8], inflow: [5, 5], carryOverPermille: 500 }],
    activities: [3, 3].map((duration) => ({ modes: [{ duration, demands: [{ resource: 0, amount: 1 }] }] })),
    links: [{ from: 0, to: 1, type: 'SS', lag: 0 }],
    levels: [
      { kind: 'weightedFinish', terms: [0, 1].map((activity) => ({ activity, weight: 1 })) },
      { kind: 'makespan' },
    ],
  });
  const aim: PriceAim = { kind: 'level', level: 0, above: [] };
  // One job first, then the other: 3 + 6.
  const good = boundByPrices(problem, compile(problem), { aim, most: 9, steps: 300 });
  if (!good) throw new Error('nothing was proven');

  it('proves that the sum is 9', () => {
    expect(good.bound).toBe(9);
    expect(checkPrices(problem, good)).toBeNull();
  });

  it.each<[string, Partial<PriceCertificate>, RegExp]>([
    ['claims more', { bound: 10 }, /prove 9 only/],
    ['claims half a week', { bound: 8.5 }, /whole number/],
    ['prices are negative', { capacity: [new Array<number>(8).fill(-1)] }, /not a whole number/],
    ['prices are fractions', { capacity: [new Array<number>(8).fill(0.5)] }, /not a whole number/],
    ['a row is too short', { capacity: [[1, 2, 3]] }, /wrong length/],
    ['a row is missing', { capacity: [] }, /one row/],
    ['money gets dearer', { money: [[1, 3]] }, /later bucket/],
    ['the scale is 0', { scale: 0 }, /scale/],
    ['a link does not exist', { links: [1] }, /links/],
    ['a link is named twice', { links: [0, 0] }, /circle/],
    ['the level is no sum', { aim: { kind: 'level', level: 1, above: [9] } }, /nothing about this level/],
    ['a level above has no value', { aim: { kind: 'level', level: 1, above: [] } }, /nothing about|every level/],
    [
      'an addition costs more than 1',
      { aim: { kind: 'extra', resources: [0], budgets: [], whatElse: 'nothing' }, scale: 1 },
      /addition/,
    ],
    [
      'a resource does not exist',
      { aim: { kind: 'extra', resources: [3], budgets: [], whatElse: 'nothing' } },
      /addition/,
    ],
    [
      'it prices what may be had',
      { aim: { kind: 'extra', resources: [], budgets: [0], whatElse: 'anything' } },
      /anything may be added/,
    ],
    ['figures leave the exact range', { scale: 2 ** 52 }, /too large/],
  ])('is refused when %s', (_, change, message) => {
    expect(checkPrices(problem, { ...good, ...change })).toMatch(message);
  });

  it('proves less when its prices are bent', () => {
    const bent = { ...good, capacity: good.capacity.map((row) => row.map((price) => price * 4)) };
    expect(checkPrices(problem, bent)).toMatch(/only/);
  });
});
