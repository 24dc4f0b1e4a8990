export { startWindows } from './bounds/start-windows.ts';
export { whyImpossible } from './bounds/why-impossible.ts';
export type { Windows } from './compiled/windows.ts';
export { type Decision, decide, type Refutation } from './decide.ts';
export { type EarliestOptions, type EarliestResult, solveEarliest } from './earliest/earliest.ts';
export { type LeastLateOptions, type LeastLateResult, leastLate } from './earliest/least-late.ts';
export { type NearOptions, type NearPatch, NearPlans } from './earliest/near.ts';
export { proveEarliest } from './exact/prove-earliest.ts';
export type { Found, Partner } from './exchange/partner.ts';
export { meetingMemory, SharedPartner } from './exchange/shared-partner.ts';
export { makeProblem } from './model/make-problem.ts';
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
} from './model/problem.ts';
export type { InfeasibleReason, Limit, Progress, Result, SolveOptions, StoppedBy } from './model/result.ts';
export { type ExtraQuestion, leastExtra } from './prices/least-extra.ts';
export type { PriceAim, PriceCertificate } from './proof/price-certificate.ts';

export { solve } from './solve.ts';
export { isValidPlan, planValues, validatePlan } from './validate/validate.ts';
export type { Violation } from './validate/violation.ts';
