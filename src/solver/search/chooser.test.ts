import { describe, expect, it } from 'vitest';
import { makeProblem } from '../model/make-problem.ts';
import type { LevelInput, ProblemInput } from '../model/problem.ts';
import type { SolveOptions } from '../model/result.ts';
import { solve } from '../solve.ts';
import { validatePlan } from '../validate/validate.ts';

const flat = (units: number, horizon: number) => ({ capacity: new Array<number>(horizon).fill(units) });
const job = (duration: number, group: number) => ({
  modes: [{ duration, demands: [{ resource: 0, amount: 1 }] }],
  group,
});
const dropped = (weights: readonly number[]): LevelInput => ({
  kind: 'dropped',
  terms: weights.map((weight, activity) => ({ activity, weight })),
});

function run(input: ProblemInput, options: Partial<SolveOptions> = {}) {
  const problem = makeProblem(input);
  const result = solve(problem, { seed: 1, limit: { iterations: 1500 }, ...options });
  if (result.plan) expect(validatePlan(problem, result.plan)).toEqual([]);
  return { ...result, carriedOut: result.plan ? [...result.plan.start].map((start) => start >= 0) : null };
}

describe('solve with a choice of groups', () => {
  it('carries out everything that fits', () => {
    const input = { horizon: 10, resources: [flat(1, 10)], activities: [job(4, 0), job(6, 1)], optional: [0, 1] };
    expect(run({ ...input, levels: [dropped([1, 1])] })).toMatchObject({ values: [0], stoppedBy: 'proven' });
  });

  it('drops the least where not everything fits: a knapsack', () => {
    const durations = [5, 4, 3, 6, 2, 7];
    const weights = [8, 6, 4, 9, 2, 10];
    const horizon = 12;
    let best = 0;
    for (let set = 0; set < 2 ** durations.length; set++) {
      const inside = durations.map((_, i) => ((set >> i) & 1) === 1);
      const length = durations.reduce((sum, duration, i) => sum + (inside[i] ? duration : 0), 0);
      const worth = weights.reduce((sum, weight, i) => sum + (inside[i] ? weight : 0), 0);
      if (length <= horizon) best = Math.max(best, worth);
    }
    const result = run({
      horizon,
      resources: [flat(1, horizon)],
      activities: durations.map((duration, i) => job(duration, i)),
      optional: durations.map((_, i) => i),
      levels: [dropped(weights), { kind: 'makespan' }],
    });
    const least = weights.reduce((sum, weight) => sum + weight, 0) - best;
    expect(result.values[0]).toBe(least);
    // The fractional knapsack says so too.
    expect(result.bounds[0]).toBe(least);
  });

  it('drops a group as a whole', () => {
    const result = run({
      horizon: 9,
      resources: [flat(1, 9)],
      activities: [job(3, 0), job(3, 0), job(4, 1)],
      optional: [0, 1],
      levels: [dropped([2, 2, 3])],
    });
    expect(result.carriedOut).toEqual([true, true, false]);
  });

  it('takes the better one of two that exclude each other, and proves it', () => {
    const result = run({
      horizon: 20,
      resources: [flat(1, 20)],
      activities: [job(3, 0), job(5, 1), job(2, 2)],
      optional: [0, 1],
      alternatives: [{ groups: [0, 1], exactlyOne: true }],
      levels: [dropped([2, 3, 9]), { kind: 'makespan' }],
    });
    expect(result).toMatchObject({ values: [2, 7], carriedOut: [false, true, true], stoppedBy: 'iterations' });
    expect(result.proven[0]).toBe(true);
  });

  it('swaps alternatives when only one of them lets the duty be met', () => {
    const input = (weights: number[]): ProblemInput => ({
      horizon: 20,
      resources: [flat(1, 20)],
      activities: [job(6, 0), job(3, 1), job(4, 2)],
      links: [0, 1].map((from) => ({ from, to: 2 })),
      optional: [0, 1],
      alternatives: [{ groups: [0, 1], exactlyOne: true }],
      levels: [{ kind: 'lateness', terms: [{ activity: 2, due: 7, weight: 1 }] }, dropped(weights)],
    });
    expect(run(input([5, 1, 0]))).toMatchObject({ values: [0, 5], carriedOut: [false, true, true] });
    expect(run(input([1, 5, 0]))).toMatchObject({ values: [0, 1], carriedOut: [false, true, true] });
  });

  it('carries out what is needed, or drops both', () => {
    const input = (weights: number[]): ProblemInput => ({
      horizon: 8,
      resources: [flat(1, 8)],
      activities: [job(3, 0), job(4, 1), job(5, 2)],
      optional: [0, 1, 2],
      requirements: [{ group: 0, needs: 1 }],
      levels: [dropped(weights)],
    });
    expect(run(input([5, 0, 4])).carriedOut).toEqual([true, true, false]);
    expect(run(input([3, 0, 4])).carriedOut?.slice(1)).not.toEqual([true, true]);
    expect(run(input([3, 0, 4])).values).toEqual([3]);
  });

  it('what is dropped makes nobody wait, even within a rigid chain', () => {
    const result = run({
      horizon: 12,
      activities: [0, 1, 2].map((group) => ({ modes: [{ duration: 4 }], group })),
      links: [
        { from: 0, to: 1, lag: 0, maxLag: 0 },
        { from: 1, to: 2, lag: 0, maxLag: 0 },
      ],
      optional: [1],
      levels: [{ kind: 'makespan' }],
    });
    expect(result).toMatchObject({ values: [4], carriedOut: [true, false, true], stoppedBy: 'proven' });
  });

  it('starts from the choice of a given plan and keeps it where it must not get worse', () => {
    const input: ProblemInput = {
      horizon: 10,
      resources: [flat(1, 10)],
      activities: [job(6, 0), job(6, 1)],
      optional: [0, 1],
      levels: [dropped([1, 1]), { kind: 'movement', terms: [{ activity: 1, start: 3, weight: 1 }] }],
    };
    const warmStart = { start: Int32Array.from([-1, 3]), mode: new Int32Array(2) };
    const result = run(input, { limit: { iterations: 0 }, warmStart });
    expect(result).toMatchObject({ values: [1, 0] });
    expect(result.plan).not.toBeNull();
  });
});
