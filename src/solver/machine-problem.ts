import type { ProblemInput } from './model/problem.ts';

/** Jobs of one machine with due dates that cannot all be met: for tests that need a search that never finishes. */
export function machine(jobs: number): ProblemInput {
  const durations = Array.from({ length: jobs }, (_, i) => 2 + ((i * 7) % 5));
  const horizon = durations.reduce((sum, duration) => sum + duration, 0);
  return {
    horizon,
    resources: [{ capacity: new Array<number>(horizon).fill(1) }],
    activities: durations.map((duration) => ({ modes: [{ duration, demands: [{ resource: 0, amount: 1 }] }] })),
    levels: [
      {
        kind: 'lateness',
        terms: durations.map((_, i) => ({ activity: i, due: (i * 11) % horizon, weight: 1 + (i % 3) })),
      },
      { kind: 'makespan' },
    ],
  };
}
