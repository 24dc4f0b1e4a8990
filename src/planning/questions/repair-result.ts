import type { PlanVersion } from '../../agenda/index.ts';
import type { Repaired } from './question-schemas.ts';

export interface RepairOptions {
  seed: number;
  /** Steps of one try to absorb the change. */
  iterations?: number;
  /** Steps for making a plan that fits better; 0 = none, for an answer while one types. Default 1,500. */
  polish?: number;
  /** Loss of value that is accepted for moving little, in permille; default 20. */
  tolerancePermille?: number;
  cancelled?: () => boolean;
}

/** The plan after a change, and what it moves. */
export interface Repair extends Repaired {
  plan: PlanVersion;
}
