import { type Agenda, approvedPlan, type PlanVersion } from '../agenda/index.ts';
import { type InfeasibleReason, type Limit, makeProblem, type Plan, type Progress, solve } from '../solver/index.ts';
import type { Quality } from './answer.ts';
import { ENGINE_VERSION } from './engine.ts';
import { planLevels } from './translation/levels.ts';
import { toPhases, toPlan } from './translation/schedule.ts';
import { type Translation, translate } from './translation/translate.ts';

/** How long a question may search, and how it reports. Only `limit.iterations` makes a run repeatable to the byte. */
export interface SearchOptions {
  seed: number;
  limit: Limit;
  /** Milliseconds on a steady clock; needed with `limit.milliseconds`. */
  now?: () => number;
  onProgress?: (progress: Progress) => void;
  cancelled?: () => boolean;
}

/** A plan of the whole agenda, and how good it is. */
export interface PlanResult {
  /** Null when no plan was found; `infeasible` then says why if that is certain. */
  plan: PlanVersion | null;
  /** Weeks late in sum over statutory deadlines, over promised ones; value level. */
  values: readonly number[];
  bounds: readonly number[];
  quality: Quality;
  iterations: number;
  /** False when a limit or the caller ended the search. */
  complete: boolean;
  undated: readonly string[];
  infeasible: InfeasibleReason | null;
}

/** The engine's own view of a plan, for questions that build on it. */
export interface WorkingPlan {
  translation: Translation;
  plan: Plan;
}

/**
 * Plans the whole agenda against its capacity and money: legal deadlines first, then promised ones, then everything
 * as early as possible, duties before options. Starts from the approved plan if there is one.
 */
export function planAgenda(agenda: Agenda, options: SearchOptions): PlanResult {
  const translation = translate(agenda);
  const problem = makeProblem({ ...translation.input, levels: planLevels(translation) });
  const base = approvedPlan(agenda);
  const result = solve(problem, { ...options, ...(base ? { warmStart: toPlan(translation, base) } : {}) });
  const proven = result.proven.length > 0 && result.proven.every(Boolean);
  return {
    plan: result.plan && {
      id: 'working',
      name: 'Arbeitsplan',
      status: 'working',
      on: agenda.planStart,
      engineVersion: ENGINE_VERSION,
      seed: options.seed,
      phases: toPhases(translation, result.plan),
    },
    values: result.values,
    bounds: result.bounds,
    quality: proven ? 'proven' : 'bestFound',
    iterations: result.iterations,
    complete: result.status === 'complete' || result.stoppedBy === 'iterations',
    undated: translation.undated,
    infeasible: result.reason,
  };
}

/** The plan that dates rest on: the approved one, else the last working plan that is kept with the agenda. */
export function basePlan(agenda: Agenda): PlanVersion | undefined {
  return approvedPlan(agenda) ?? agenda.plans.filter((plan) => plan.status === 'working').at(-1);
}
