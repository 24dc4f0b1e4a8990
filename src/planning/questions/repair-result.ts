import type { PlanVersion, ScenarioChange } from '../../agenda/index.ts';
import type { DisplacedProject } from '../answer.ts';

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

/**
 * Which promises of the plan are still kept: all; all but those of the delayed projects and of what waits for them; those
 * of duties and prerequisites; statutory deadlines; none was asked for.
 */
export type RepairKept = 'all' | 'allOfOthers' | 'duties' | 'statutory' | 'none';

/** A project with other dates than before; new in the plan where `previousFinish` is null. Late against its own deadlines. */
export type MovedProject = Omit<DisplacedProject, 'previousFinish'> & { previousFinish: string | null };

export interface Repair {
  plan: PlanVersion;
  changes: ScenarioChange[];
  kept: RepairKept;
  /** What has other dates than before, the latest first. */
  moved: MovedProject[];
  /** Weeks by which finishes moved, in sum. */
  movedWeeks: number;
  /** Weeks after deadlines of what moved, in sum. */
  lateWeeks: number;
  /** Early finish of everything against the plan before, in permille; positive = later. Null where it had gaps. */
  valuePermille: number | null;
  quality: 'bestFound';
}
