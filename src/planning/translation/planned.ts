import type { Project } from '../../agenda/index.ts';
import type { Block, WorkProfile } from './work-profile.ts';

/** One activity of the engine's problem: a block of a project. */
export interface PlannedBlock {
  project: Project;
  block: Block;
  /** Index of the activity. */
  activity: number;
  profiles: readonly WorkProfile[];
}

/** A project with its activities, first to last. */
export interface PlannedProject {
  project: Project;
  blocks: readonly PlannedBlock[];
  /** Worth of a week earlier. */
  weight: number;
  /** Exclusive end weeks by which it must be finished, earliest first. */
  dueWeeks: readonly { week: number; statutory: boolean; on: string }[];
}
