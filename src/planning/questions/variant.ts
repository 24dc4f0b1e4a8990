import { makeProblem, type Plan, planValues, validatePlan } from '../../solver/index.ts';
import type { SearchOptions } from '../plan-agenda.ts';
import { lateness, promisesOf } from '../translation/levels.ts';
import { spanOf } from '../translation/schedule.ts';
import { carried, type Setting } from './candidate.ts';
import { type KeptResult, keptEarliest } from './kept.ts';

/** The kept question on a changed agenda, and the answer found so far. */
export interface Variant {
  setting: Setting;
  kept: KeptResult | null;
}

/**
 * Searches the kept date of a changed setting.
 *
 * @param known a variant whose plan is a start for this one: the result is never later if its plan still fits
 */
export function searchVariant(setting: Setting, known: Variant, options: SearchOptions): Variant {
  const plan = known.kept && carried(known.setting, setting.translation, known.kept.plan);
  const { translation, base, planned } = setting;
  return { setting, kept: keptEarliest(translation, base, planned, { ...options, ...(plan ? { known: plan } : {}) }) };
}

/**
 * Lets every variant use the plans found for the others: a plan found with more staff that needs none of it is a plan
 * without it. Without this, chance in the search would look like the effect of a measure. Each plan taken over is
 * checked by the validator, which shares no code with the search.
 */
export function sharePlans(variants: readonly Variant[]): Variant[] {
  return variants.map((target) => {
    let best = target.kept;
    for (const source of variants) {
      if (source === target || !source.kept) continue;
      const plan = carried(source.setting, target.setting.translation, source.kept.plan);
      const end = placedEnd(target.setting, plan);
      if (end === null || (best && end >= best.span.end) || !keepsAll(target.setting, plan)) continue;
      best = takenOver(target, source.kept, plan);
    }
    return { ...target, kept: best };
  });
}

/** End week of the candidate, or null when the plan does not place every project. */
function placedEnd({ planned }: Setting, plan: Plan): number | null {
  return plan.start.includes(-1) ? null : spanOf(planned, plan).end;
}

function keepsAll({ translation, planned, base }: Setting, plan: Plan): boolean {
  const others = translation.projects.filter((project) => project !== planned);
  const problem = makeProblem({ ...translation.input, levels: [lateness(others, promisesOf(base))] });
  return validatePlan(problem, plan).length === 0 && planValues(problem, plan)[0] === 0;
}

function takenOver(target: Variant, source: KeptResult, plan: Plan): KeptResult {
  const span = spanOf(target.setting.planned, plan);
  const boundEnd = target.kept?.boundEnd ?? 0;
  return {
    plan,
    span,
    boundEnd,
    proven: span.end === boundEnd,
    iterations: target.kept?.iterations ?? source.iterations,
  };
}
