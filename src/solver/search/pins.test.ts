import { describe, expect, it } from 'vitest';
import { makeProblem } from '../model/make-problem.ts';
import { solve } from '../solve.ts';
import { validatePlan } from '../validate/validate.ts';

describe('a date that works where later ones do not', () => {
  // One machine, 40 periods. Activity 0 (length 6) is to finish early; the six others fill the machine, each with little freedom,
  // in such a way that 0 fits before them or behind them, and nowhere between.
  const horizon = 60;
  const work = (duration: number) => ({ modes: [{ duration, demands: [{ resource: 0, amount: 1 }] }] });
  const fillers = [6, 6, 6, 6, 6, 6];
  const problem = makeProblem({
    horizon,
    resources: [{ capacity: new Array<number>(horizon).fill(1) }],
    activities: [work(6), ...fillers.map((duration, i) => ({ ...work(duration), release: 6 * i }))],
    levels: [
      { kind: 'lateness', terms: fillers.map((_, i) => ({ activity: i + 1, due: 6 * i + 12, weight: 1 })) },
      { kind: 'weightedFinish', terms: [{ activity: 0, weight: 1 }] },
    ],
  });

  it.each([1, 2, 3, 4, 5])('is found from a plan at the far end, seed %i', (seed) => {
    const warmStart = { start: Int32Array.from([36, 0, 6, 12, 18, 24, 30]), mode: new Int32Array(7) };
    const result = solve(problem, { seed, limit: { iterations: 3000 }, warmStart });
    expect(result.values).toEqual([0, 6]);
    expect(result.plan && validatePlan(problem, result.plan)).toEqual([]);
  });
});
