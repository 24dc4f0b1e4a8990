/** Every way in which `makeProblem` or `solve` refuses its input. */
export type ProblemErrorCode =
  | 'horizon'
  | 'size'
  | 'capacity-length'
  | 'capacity-value'
  | 'bucket-ends'
  | 'inflow-length'
  | 'inflow-value'
  | 'carry-over'
  | 'budget-counts'
  | 'no-modes'
  | 'duration'
  | 'demand-resource'
  | 'demand-twice'
  | 'demand-amount'
  | 'demand-profile-length'
  | 'cost-budget'
  | 'cost-amount'
  | 'cost-spread'
  | 'cost-profile-length'
  | 'cost-bound'
  | 'reservoir-initial'
  | 'reservoir-maximum'
  | 'change-reservoir'
  | 'change-moment'
  | 'change-amount'
  | 'overflow'
  | 'release'
  | 'deadline'
  | 'frozen-start'
  | 'frozen-mode'
  | 'mode-group'
  | 'mode-group-size'
  | 'mode-group-frozen'
  | 'group'
  | 'optional-group'
  | 'optional-frozen'
  | 'alternative-group'
  | 'alternative-size'
  | 'requirement-group'
  | 'requirement-self'
  | 'link-activity'
  | 'link-self'
  | 'link-type'
  | 'link-lag'
  | 'link-max-lag'
  | 'level-kind'
  | 'level-activity'
  | 'level-twice'
  | 'level-due'
  | 'level-start'
  | 'level-weight'
  | 'level-tolerance'
  | 'option-seed'
  | 'option-limit'
  | 'option-clock'
  | 'option-target'
  | 'option-warm-start';

/** Data that cannot be a problem. `path` names the place, for example `activities[3].modes[0].duration`. */
export class ProblemError extends Error {
  readonly code: ProblemErrorCode;
  readonly path: string;

  constructor(code: ProblemErrorCode, path: string, message: string) {
    super(`${path}: ${message}`);
    this.name = 'ProblemError';
    this.code = code;
    this.path = path;
  }
}
