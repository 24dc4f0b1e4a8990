import { type Problem, type Result, solve } from '../../src/solver/index.ts';
import { randomProblem, type Shape } from '../../src/solver/testing.ts';
import { LONG } from '../setup/random.ts';

const everything: Pick<Shape, 'maxLags' | 'reservoirs' | 'commitments' | 'choice' | 'tolerance'> = {
  maxLags: true,
  reservoirs: true,
  commitments: true,
  choice: true,
  tolerance: true,
};

/** Problems of some size with everything that the border can express. */
export const wide = randomProblem({ activities: 12, horizon: 40, modes: 3, ...everything });

/** Problems without reservoirs and choice, which more often have plans: what an agenda looks like. */
export const plain = randomProblem({ activities: 14, horizon: 50, modes: 3, maxLags: false });

/** Problems so small that all plans can be tried. */
export const tiny = randomProblem({ activities: 4, horizon: 9, modes: 2, ...everything });

/** The same for problems that are solved by breeding whole schedules. */
export const tinyCompact = randomProblem({ activities: 4, horizon: 12, modes: 2, maxLags: false, compact: true });

/** How many instances a law is tried on: all of them in `npm run test:long`, a share with the same seed otherwise. */
export const runs = (long: number, share: number): number => (LONG ? long : share);

/** Time for a test that tries so many instances, on a machine with other things to do. */
export const patience = LONG ? 1_800_000 : 60_000;

export function run(problem: Problem, iterations: number, seed = 1): Result {
  return solve(problem, { seed, limit: { iterations } });
}

/** Whether the run ended because nothing can be better. */
export const isOptimal = (result: Result): boolean => result.stoppedBy === 'proven';
