export { type EarliestOptions, type EarliestResult, solveEarliest } from './earliest.ts';
export { proveEarliest } from './exact/prove-earliest.ts';
export { makeProblem } from './make-problem.ts';
export { type NearOptions, type NearPatch, NearPlans } from './near.ts';
export type {
  Activity,
  ActivityInput,
  Alternative,
  Budget,
  Change,
  Cost,
  Demand,
  DroppedTerm,
  FinishTerm,
  LatenessTerm,
  Level,
  LevelInput,
  Link,
  LinkInput,
  LinkType,
  Mode,
  ModeInput,
  MovementTerm,
  Plan,
  Problem,
  ProblemInput,
  Requirement,
  Reservoir,
  ReservoirInput,
  Resource,
  Spread,
} from './problem.ts';
export type { InfeasibleReason, Limit, Progress, Result, SolveOptions, StoppedBy } from './result.ts';
export { solve } from './solve.ts';
export { planValues, validatePlan } from './validate.ts';
export type { Violation } from './violation.ts';
