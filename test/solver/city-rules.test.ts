import { describe, expect, test } from 'vitest';
import { makeProblem, type ProblemInput, solve, validatePlan } from '../../src/solver/index.ts';

/** Rules of a city's budget and its partners in the words of the engine: what is a capacity, a budget, a reservoir. */
const years = [10, 20, 30];

function starts(input: Omit<ProblemInput, 'horizon' | 'levels'>): readonly number[] | null {
  const problem = makeProblem({
    horizon: 30,
    levels: [
      { kind: 'makespan' },
      { kind: 'weightedFinish', terms: input.activities.map((_, activity) => ({ activity, weight: 1 })) },
    ],
    ...input,
  });
  const { plan } = solve(problem, { seed: 1, limit: { iterations: 400 } });
  if (plan) expect(validatePlan(problem, plan)).toEqual([]);
  return plan && [...plan.start].toSorted((a, b) => a - b);
}

describe('rules of a city', () => {
  test('a partner who serves two projects at the same time: a capacity', () => {
    const served = { modes: [{ duration: 4, demands: [{ resource: 0, amount: 1 }] }] };
    const activities = new Array<typeof served>(5).fill(served);
    expect(starts({ resources: [{ capacity: new Array<number>(30).fill(2) }], activities })).toEqual([0, 0, 4, 4, 8]);
  });

  test('a partner who takes two projects a year: a budget of projects without carry-over', () => {
    const served = { modes: [{ duration: 1, costs: [{ budget: 0, amount: 1, spread: 'start' as const }] }] };
    const activities = new Array<typeof served>(5).fill(served);
    const quota = { bucketEnds: years, inflow: [2, 2, 2], carryOverPermille: 0 };
    expect(starts({ budgets: [quota], activities })).toEqual([0, 0, 10, 10, 20]);
  });

  test('contracts already signed take money from later years: an inflow that may be negative', () => {
    const paying = { modes: [{ duration: 1, costs: [{ budget: 0, amount: 6, spread: 'start' as const }] }] };
    const signed = (carryOverPermille: number) => ({ bucketEnds: years, inflow: [8, -2, 6], carryOverPermille });
    expect(starts({ budgets: [signed(1000)], activities: [paying, paying] })).toEqual([0, 20]);
    // Without carry-over the second year has nothing to pay the signed contract from.
    expect(starts({ budgets: [signed(0)], activities: [paying] })).toBeNull();
  });

  test('authority to enter commitments, so much a year: a budget that counts what a contract leaves to later years', () => {
    // SächsGemO § 81: what is paid in later years needs an authority in the year of the contract; unused authority lapses.
    const contract = {
      modes: [
        {
          duration: 12,
          costs: [
            { budget: 0, amount: 12, spread: 'even' as const },
            { budget: 1, amount: 12, spread: 'even' as const },
          ],
        },
      ],
    };
    const money = { bucketEnds: years, inflow: [40, 40, 40] };
    const authority = (inflow: number[]) => ({
      bucketEnds: years,
      inflow,
      carryOverPermille: 0,
      counts: 'commitments' as const,
    });
    const both = (inflow: number[]) =>
      starts({ budgets: [money, authority(inflow)], activities: [contract, contract] });
    // At the beginning of a year two of twelve parts are left to the next one.
    expect(both([4, 4, 0])).toEqual([0, 0]);
    expect(both([3, 2, 0])).toEqual([0, 10]);
    expect(both([1, 4, 0])).toEqual([10, 10]);
    expect(both([0, 0, 0])).toBeNull();
  });

  test('a ceiling on what is committed at any time over several years: a reservoir that a contract fills and empties', () => {
    const contract = {
      modes: [
        {
          duration: 12,
          changes: [
            { reservoir: 0, at: 'start' as const, amount: 5 },
            { reservoir: 0, at: 'finish' as const, amount: -5 },
          ],
        },
      ],
    };
    expect(starts({ reservoirs: [{ maximum: 9 }], activities: [contract, contract] })).toEqual([0, 12]);
    expect(starts({ reservoirs: [{ maximum: 10 }], activities: [contract, contract] })).toEqual([0, 0]);
  });

  test('a grant that must be fetched before it is spent: a reservoir', () => {
    const fetched = { modes: [{ duration: 6, changes: [{ reservoir: 0, at: 'finish' as const, amount: 10 }] }] };
    const spent = { modes: [{ duration: 2, changes: [{ reservoir: 0, at: 'start' as const, amount: -5 }] }] };
    expect(starts({ reservoirs: [{}], activities: [fetched, spent, spent] })).toEqual([0, 6, 6]);
  });
});
