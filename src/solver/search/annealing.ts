import type { Rng } from './rng.ts';

/** Temperature at the beginning of a long run, in the noise of the keys (most of a mean duration), for terms of mean weight 1. */
const HOTTEST = 6;
/** Share of it that is left at the end. */
const COLDEST = 0.1;
/** Steps per activity from which on a run is long; a shorter one begins cooler, so that it keeps what is good in its first plan. */
const LONG = 2;
/** How many steps lie between two looks at how long the run will be: that asks a clock. */
const LOOK = 64;

/**
 * Simulated annealing (Kirkpatrick, Gelatt, Vecchi 1983): what makes a schedule worse by d is kept with probability exp(-d / temperature).
 * The temperature falls geometrically over the whole run, however long that is. On agendas of 300 projects ten seconds of it find what late
 * acceptance in rounds does not find in five minutes.
 */
export class Annealing {
  private readonly expectedSteps: (done: number) => number;
  private readonly hottest: number;
  private readonly activities: number;
  private readonly rng: Rng;
  private temperature = 0;
  private steps = 0;

  /**
   * @param given what can move, and a natural unit of time
   * @param expectedSteps how many steps the run will have, judged after so many
   */
  constructor(
    { movable, noise }: { readonly movable: ArrayLike<number>; readonly noise: number },
    expectedSteps: (done: number) => number,
    rng: Rng,
  ) {
    this.activities = Math.max(1, movable.length);
    this.hottest = HOTTEST * noise;
    this.expectedSteps = expectedSteps;
    this.rng = rng;
  }

  /** Counts a step of the run, whether or not anything is accepted by it. */
  step(): void {
    if (this.steps % LOOK === 0) {
      const expected = this.expectedSteps(this.steps);
      const done = Math.min(1, this.steps / expected);
      this.temperature = this.hottest * Math.min(1, expected / (LONG * this.activities)) * COLDEST ** done;
    }
    this.steps++;
  }

  /** Whether a change of the energy by so much is accepted now. */
  accepts(change: number): boolean {
    return change <= 0 || change <= -this.temperature * Math.log(1 - this.rng.unit());
  }
}
