import { describe, expect, it } from 'vitest';
import { machine } from './machine-problem.ts';
import { makeProblem } from './model/make-problem.ts';
import type { Plan, ProblemInput } from './model/problem.ts';
import type { Progress, SolveOptions } from './model/result.ts';
import { solve } from './solve.ts';
import { validatePlan } from './validate/validate.ts';

const some = { seed: 1, limit: { iterations: 300 } };

function run(input: ProblemInput, options: SolveOptions = some) {
  const problem = makeProblem(input);
  const result = solve(problem, options);
  if (result.plan) expect(validatePlan(problem, result.plan)).toEqual([]);
  return result;
}

describe('solve obeys its options', () => {
  it('same seed, same bytes; another seed may differ', () => {
    const problem = makeProblem(machine(15));
    const bytes = (seed: number) => JSON.stringify(solve(problem, { seed, limit: { iterations: 400 } }));
    expect(bytes(5)).toBe(bytes(5));
    expect(new Set([1, 2, 3, 4, 5, 6].map(bytes)).size).toBeGreaterThan(1);
  });

  it('stops when cancelled and hands over what it has', () => {
    let asked = 0;
    const result = run(machine(15), { ...some, cancelled: () => ++asked > 20 });
    expect(result).toMatchObject({ stoppedBy: 'cancelled', status: 'stopped' });
    expect(result.iterations).toBeLessThan(20);
    expect(result.plan).not.toBeNull();
  });

  it('stops while it is still beginning', () => {
    for (let answer = 0; answer < 5; answer++) {
      let asked = 0;
      const result = run(machine(15), { ...some, cancelled: () => asked++ >= answer });
      expect(result).toMatchObject({ stoppedBy: 'cancelled', status: 'stopped', iterations: 0, reason: null });
    }
  });

  it('stops by the clock it is given', () => {
    let time = 0;
    const result = run(machine(15), { seed: 1, limit: { milliseconds: 50 }, now: () => time++ });
    expect(result.stoppedBy).toBe('milliseconds');
    expect(time).toBeLessThan(60);
  });

  it('stops at the target', () => {
    const free = run(machine(15));
    const target = [(free.values[0] ?? 0) + 20, 1000];
    const result = run(machine(15), { ...some, target });
    expect(result).toMatchObject({ stoppedBy: 'target', status: 'complete' });
    expect(result.values[0]).toBeLessThanOrEqual(target[0] ?? 0);
  });

  it('reports progress whenever the plan gets better', () => {
    const seen: Progress[] = [];
    const result = run(machine(15), { ...some, onProgress: (progress) => seen.push(progress) });
    expect(seen.length).toBeGreaterThan(1);
    expect(seen.at(-1)?.values).toEqual(result.values);
    const lateness = seen.map(({ values }) => values[0] ?? 0);
    expect(lateness).toEqual(lateness.toSorted((a, b) => b - a));
  });

  it('starts from a plan that does not fit any more and from one that has gaps', () => {
    const input = machine(8);
    const warmStart: Plan = { start: Int32Array.from([0, 0, 0, 5, -1, 9, 9, -1]), mode: new Int32Array(8) };
    const result = run(input, { ...some, limit: { iterations: 0 }, warmStart });
    expect(result.plan).not.toBeNull();
  });

  it.each([
    ['option-seed', { seed: 0.5, limit: { iterations: 1 } }],
    ['option-limit', { seed: 1, limit: {} }],
    ['option-limit', { seed: 1, limit: { iterations: -1 } }],
    ['option-limit', { seed: 1, limit: { milliseconds: Number.NaN }, now: () => 0 }],
    ['option-clock', { seed: 1, limit: { milliseconds: 5 } }],
    ['option-target', { seed: 1, limit: { iterations: 1 }, target: [1] }],
    ['option-warm-start', { ...some, warmStart: { start: new Int32Array(1), mode: new Int32Array(2) } }],
    ['option-warm-start', { ...some, warmStart: { start: Int32Array.from([-2, 0]), mode: new Int32Array(2) } }],
  ])('refuses %s', (code, options) => {
    expect(() => solve(makeProblem(machine(2)), options)).toThrow(expect.objectContaining({ code }));
  });
});
