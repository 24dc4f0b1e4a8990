/** A schedule of the population. */
export interface Member {
  readonly start: Int32Array;
  readonly mode: Int32Array;
  readonly makespan: number;
  /** What is compared: the makespan, or more than the horizon if this is no plan. */
  readonly value: number;
}
