import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeProblem } from '../model/make-problem.ts';
import type { ProblemInput } from '../model/problem.ts';
import { solve } from '../solve.ts';
import { randomProblem } from '../testing.ts';
import { startWindows } from './start-windows.ts';

const mode = (duration: number) => ({ duration });
const base = { horizon: 20, resources: [], levels: [{ kind: 'makespan' }] } satisfies Partial<ProblemInput>;

test('an activity that only has to begin before another one may take its longer mode for all that', () => {
  const problem = makeProblem({
    ...base,
    activities: [{ modes: [mode(2), mode(8)] }, { modes: [mode(1)], deadline: 5 }],
    links: [{ from: 0, to: 1, type: 'SS' }],
  });
  expect(startWindows(problem)).toEqual({ earliest: Int32Array.of(0, 0), latest: Int32Array.of(4, 4) });
});

test('links that contradict each other leave nothing', () => {
  const links = [
    { from: 0, to: 1 },
    { from: 1, to: 0 },
  ];
  expect(startWindows(makeProblem({ ...base, activities: [{ modes: [mode(1)] }, { modes: [mode(1)] }], links }))).toBe(
    null,
  );
});

test('law: no plan begins anything outside', () => {
  let plans = 0;
  fc.assert(
    fc.property(randomProblem({ activities: 6, horizon: 20, modes: 3, maxLags: true }), (problem) => {
      const { plan } = solve(problem, { seed: 1, limit: { iterations: 20 } });
      if (!plan) return;
      plans++;
      const windows = startWindows(problem);
      if (windows === null) throw new Error('a problem with a plan has no circle');
      plan.start.forEach((start, a) => {
        expect(start).toBeGreaterThanOrEqual(windows.earliest[a] ?? 0);
        expect(start).toBeLessThanOrEqual(windows.latest[a] ?? 0);
      });
    }),
    { numRuns: 200 },
  );
  expect(plans).toBeGreaterThan(20);
});
