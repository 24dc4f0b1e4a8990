import type { Instance } from '../instances/instance.ts';

/** One run: which solver looks for how long at which instance. */
export interface Run {
  readonly set: string;
  /** The file's name with its ending. */
  readonly instance: string;
  readonly path: string;
  readonly solver: string;
  readonly seed: number;
  /** CPU seconds. */
  readonly cpuLimit: number;
}

/**
 * What came of a run, and one row of the result file. Without a plan `value`, `starts` and `modes` are null; then `proven` says that
 * the solver claims that there is none. With a plan `proven` says that the solver claims that no shorter one exists.
 */
export interface Row {
  readonly set: string;
  readonly instance: string;
  readonly solver: string;
  readonly seed: number;
  readonly cpuLimit: number;
  /** CPU seconds really used, from the problem in memory to the answer. */
  readonly cpuSeconds: number;
  /** Makespan. */
  readonly value: number | null;
  /** Lower bound on the makespan that the solver claims; null = none. */
  readonly bound: number | null;
  readonly proven: boolean;
  /** Start of every activity in the file's order, dummies included. */
  readonly starts: readonly number[] | null;
  /** Mode of every activity, from 1 on. */
  readonly modes: readonly number[] | null;
}

/** A solver's own account of a run. */
export type Outcome = Pick<Row, 'cpuSeconds' | 'bound' | 'proven' | 'starts' | 'modes'>;

/** A solver as the benchmark sees it: an instance in, an outcome within the given CPU seconds out. */
export type Solver = (instance: Instance, seed: number, cpuLimit: number) => Outcome | Promise<Outcome>;

/** CPU time of this process in milliseconds: user and system, all its threads. */
export function cpuMilliseconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Real milliseconds during which the last answer of a clock is near enough. */
const NEAR_ENOUGH = 0.5;

/** A clock that is expensive to ask (a system call, up to a third of the time of a search that asks it with each step), asked seldom. */
export function seldomAsked(clock: () => number): () => number {
  let asked = Number.NEGATIVE_INFINITY;
  let answer = 0;
  return () => {
    const now = performance.now();
    if (now - asked < NEAR_ENOUGH) return answer;
    asked = now;
    answer = clock();
    return answer;
  };
}
