/**
 * A proof that a problem has no plan, as a list of steps a stranger can follow. Each step names conditions that no plan satisfies all
 * together: either because of one thing in the problem, or because of steps before it. The last step has no conditions at all.
 *
 * The form follows the proofs of lazy-clause-generation solvers (Flippo, Sidorov, Marijnissen, Smits, Demirović 2024, "A multi-stage
 * proof logging framework to certify the correctness of CP solvers"): facts of single constraints, and steps of unit propagation.
 */
export interface Certificate {
  readonly steps: readonly Step[];
}

export interface Step {
  /** All of these together are impossible. */
  readonly conditions: readonly Condition[];
  readonly because: Because;
}

/** A bound on the start or on the mode (counted from 0) of an activity. Activities of one mode group share their mode. */
export type Condition = readonly [what: 'start' | 'mode', activity: number, compare: '>=' | '<=', value: number];

export type Because =
  /** The work that must be done on the resource in the periods from..until-1 exceeds its capacity there. */
  | { readonly kind: 'capacity'; readonly resource: number; readonly from: number; readonly until: number }
  /** What must be spent until the end of the bucket (counted within the budget) exceeds all inflow until then. */
  | { readonly kind: 'money'; readonly budget: number; readonly bucket: number }
  /** The ends of the link cannot be as far apart as it asks. */
  | { readonly kind: 'link'; readonly link: number }
  /** No mode leaves a start between release and deadline. */
  | { readonly kind: 'window'; readonly activity: number }
  /** Using these earlier steps in this order leaves nothing. */
  | { readonly kind: 'steps'; readonly steps: readonly number[] };
