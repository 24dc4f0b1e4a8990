import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile } from '../compiled/compile.ts';
import { makeProblem } from '../model/make-problem.ts';
import type { Problem, ProblemInput } from '../model/problem.ts';
import { solve } from '../solve.ts';
import { planValues, validatePlan } from '../validate/validate.ts';
import { isCompact } from './compact.ts';
import { compactProblem } from './testing.ts';

const run = (problem: Problem, iterations: number, seed = 1) => solve(problem, { seed, limit: { iterations } });

describe('the population', () => {
  it('keeps every rule of compact problems, and its makespan is that of the validator', () => {
    let plans = 0;
    fc.assert(
      fc.property(compactProblem(12), fc.nat(1000), (problem, seed) => {
        expect(isCompact(problem, compile(problem))).toBe(true);
        const result = run(problem, 150, seed);
        if (!result.plan) return;
        plans++;
        expect(validatePlan(problem, result.plan)).toEqual([]);
        expect(result.values).toEqual(planValues(problem, result.plan));
        expect(result.values[0]).toBeGreaterThanOrEqual(result.bounds[0]!);
      }),
      { seed: 11, numRuns: 300 },
    );
    expect(plans).toBeGreaterThan(150);
  });

  it('ten runs with one seed give the same bytes', () => {
    fc.assert(
      fc.property(compactProblem(12), fc.nat(1000), (problem, seed) => {
        const first = run(problem, 80, seed);
        for (let i = 1; i < 10; i++) expect(run(problem, 80, seed)).toEqual(first);
      }),
      { seed: 12, numRuns: 20 },
    );
  });

  it('finds the choice of modes that money allows and time wants', () => {
    // Three machines' work, each fast and dear or slow and cheap; money for two fast ones.
    const modes = [
      {
        duration: 2,
        demands: [{ resource: 0, amount: 1 }],
        costs: [{ budget: 0, amount: 5, spread: 'start' as const }],
      },
      {
        duration: 6,
        demands: [{ resource: 0, amount: 1 }],
        costs: [{ budget: 0, amount: 1, spread: 'start' as const }],
      },
    ];
    const result = solve(
      makeProblem({
        horizon: 40,
        resources: [{ capacity: new Array<number>(40).fill(1) }],
        budgets: [{ bucketEnds: [40], inflow: [11] }],
        activities: [{ modes }, { modes }, { modes }],
        levels: [{ kind: 'makespan' }],
      }),
      { seed: 1, limit: { iterations: 100 } },
    );
    expect(result.values).toEqual([10]);
  });

  it('never loses a plan given to begin with', () => {
    fc.assert(
      fc.property(compactProblem(10), (problem) => {
        const first = run(problem, 100);
        if (!first.plan) return;
        const second = solve(problem, { seed: 2, limit: { iterations: 0 }, warmStart: first.plan });
        expect(second.values[0]).toBeLessThanOrEqual(first.values[0]!);
      }),
      { seed: 13, numRuns: 100 },
    );
  });
});

describe('what is not compact is left to the neighbourhood search', () => {
  const base: ProblemInput = {
    horizon: 10,
    resources: [{ capacity: new Array<number>(10).fill(1) }],
    activities: [{ modes: [{ duration: 2 }] }, { modes: [{ duration: 1 }] }],
    levels: [{ kind: 'makespan' }],
  };
  const cases: [string, Partial<ProblemInput>][] = [
    ['two levels', { levels: [{ kind: 'makespan' }, { kind: 'weightedFinish', terms: [] }] }],
    ['another objective', { levels: [{ kind: 'weightedFinish', terms: [{ activity: 0, weight: 1 }] }] }],
    ['a negative lag', { links: [{ from: 0, to: 1, lag: -1 }] }],
    ['a maximal lag', { links: [{ from: 0, to: 1, maxLag: 3 }] }],
    ['a start-start link', { links: [{ from: 0, to: 1, type: 'SS' }] }],
    ['budgets by year', { budgets: [{ bucketEnds: [5, 10], inflow: [1, 1] }] }],
    ['something frozen', { activities: [{ modes: [{ duration: 2 }], frozen: { start: 0, mode: 0 } }] }],
    ['a deadline', { activities: [{ modes: [{ duration: 2 }], deadline: 8 }] }],
    [
      'a profile of demand',
      { activities: [{ modes: [{ duration: 2, demands: [{ resource: 0, profile: [1, 0] }] }] }] },
    ],
  ];
  it('the base is compact', () => {
    const problem = makeProblem(base);
    expect(isCompact(problem, compile(problem))).toBe(true);
  });
  it.each(cases)('%s', (_, change) => {
    const problem = makeProblem({ ...base, ...change });
    expect(isCompact(problem, compile(problem))).toBe(false);
  });
});
