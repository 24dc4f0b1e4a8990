/**
 * A published scheduling instance as its file says it, before any engine sees it. All precedence is finish-start without lag,
 * activities are in the file's order with the two dummies, and indexes count from 0.
 */
export interface Instance {
  /** Units of each renewable resource, in every period. */
  readonly renewable: readonly number[];
  /** Units of each non-renewable resource, for the whole project. */
  readonly nonRenewable: readonly number[];
  /** Stock of each reservoir before anything starts; activities take from it at their start and give to it at their finish. */
  readonly reservoirs: readonly number[];
  readonly activities: readonly InstanceActivity[];
}

export interface InstanceActivity {
  readonly modes: readonly InstanceMode[];
  readonly successors: readonly number[];
}

/** One way to carry out an activity; every list has one figure per resource of its kind. */
export interface InstanceMode {
  readonly duration: number;
  readonly renewable: readonly number[];
  readonly nonRenewable: readonly number[];
  /** Taken from each reservoir at the start. */
  readonly consumed: readonly number[];
  /** Given to each reservoir at the finish. */
  readonly produced: readonly number[];
}

/** A length within which some plan of shortest makespan lies: one activity after the other, each in its longest mode. */
export function safeHorizon(instance: Instance): number {
  return instance.activities.reduce((sum, { modes }) => sum + Math.max(...modes.map(({ duration }) => duration)), 0);
}
