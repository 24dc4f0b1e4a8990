import type { Agenda } from '../../agenda/index.ts';
import type { Assessment, Paper } from '../../council/index.ts';
import type { PlanResult } from '../../planning/index.ts';

/** What the computing thread is asked. */
export type Task =
  | { kind: 'assess'; agenda: Agenda; paper: Paper; others: readonly Paper[]; seed: number; seconds: number | null }
  | { kind: 'plan'; agenda: Agenda; seed: number; seconds: number | null };

export type Result<T extends Task> = T extends { kind: 'assess' } ? Assessment : PlanResult;

/** What it says: how far it is (0 to 1), the result, that the candidate cannot be planned, or our own fault. */
export type Message =
  | { kind: 'progress'; share: number }
  | { kind: 'result'; result: Assessment | PlanResult }
  | { kind: 'notDatable' };

/** Memory that both threads see: 1 asks the computation to end with what it has. */
export interface Shared {
  stop: Int32Array;
}
