import type { Agenda, PlanVersion, Project, ScenarioChange } from '../../agenda/index.ts';
import type { Assessment, Paper } from '../../council/index.ts';
import type { Curve, Meeting, PlanResult, Repair, Risk, WhyNot, Worth } from '../../planning/index.ts';

/** What the computing thread is asked. */
export type Task =
  | {
      kind: 'assess';
      agenda: Agenda;
      paper: Paper;
      others: readonly Paper[];
      seed: number;
      seconds: number | null;
      prove: boolean;
    }
  | { kind: 'plan'; agenda: Agenda; seed: number; seconds: number | null; meeting?: Meeting }
  | { kind: 'curve'; agenda: Agenda; candidate: Project; seed: number }
  | { kind: 'worth'; agenda: Agenda; seed: number }
  | { kind: 'risk'; agenda: Agenda; plan: PlanVersion; seed: number; runs: number }
  | { kind: 'whyNot'; agenda: Agenda; plan: PlanVersion; project?: string }
  | { kind: 'repair'; agenda: Agenda; plan: PlanVersion; changes: readonly ScenarioChange[]; seed: number };

interface Results {
  assess: Assessment;
  plan: PlanResult;
  curve: Curve;
  worth: Worth;
  risk: Risk;
  whyNot: WhyNot;
  repair: Repair | null;
}

export type AnyResult = Results[keyof Results];
export type Result<T extends Task> = Results[T['kind']];

/** What it says: how far it is (0 to 1), the result, that the candidate cannot be planned, or our own fault. */
export type Message =
  | { kind: 'progress'; share: number }
  | { kind: 'result'; result: AnyResult }
  | { kind: 'notDatable' };

/** Memory that both threads see: 1 asks the computation to end with what it has. */
export interface Shared {
  stop: Int32Array;
}
