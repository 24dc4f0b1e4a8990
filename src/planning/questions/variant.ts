import { isValidPlan, type Plan, type Problem } from '../../solver/index.ts';
import type { SearchOptions } from '../plan-agenda.ts';
import { promisesOf } from '../translation/levels.ts';
import { spanOf } from '../translation/schedule.ts';
import { carried, type Setting } from './candidate.ts';
import { type KeptResult, type KeptSearch, keptEarliest, strictProblem } from './kept.ts';

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
export function searchVariant(setting: Setting, known: Variant, options: KeptSearch): Variant {
  const plan = known.kept && carried(known.setting, setting.translation, known.kept.plan);
  const { translation, base, planned } = setting;
  return { setting, kept: keptEarliest(translation, base, planned, { ...options, ...(plan ? { known: plan } : {}) }) };
}

/**
 * Searches the kept date as it stands once more, from the plan of the variant that is just ahead of it: what was found
 * with more of something is often a plan without it but for a few weeks.
 */
export function searchAgain(first: Variant, others: readonly Variant[], options: SearchOptions): Variant {
  if (!first.kept || first.kept.thorough) return first;
  const { setting, kept } = first;
  let nearest: Variant | null = null;
  for (const other of others) {
    const end = other.kept?.span.end ?? kept.span.end;
    const more = other.setting.translation.projects.length === setting.translation.projects.length;
    if (more && end < kept.span.end && end > (nearest?.kept?.span.end ?? 0)) nearest = other;
  }
  const start = nearest?.kept ? carried(nearest.setting, setting.translation, nearest.kept.plan) : kept.plan;
  const { translation, base, planned } = setting;
  const found = keptEarliest(translation, base, planned, { ...options, known: start });
  const iterations = kept.iterations + (found?.iterations ?? 0);
  const better = found && found.span.end < kept.span.end ? found : kept;
  return { setting, kept: { ...better, iterations } };
}

/**
 * Lets every variant use the plans found for the others: a plan found with more staff that needs none of it is a plan
 * without it. Without this, chance in the search would look like the effect of a measure. Each plan taken over is
 * checked by the validator, which shares no code with the search.
 *
 * @param cancelled true leaves the rest as they are
 */
export function sharePlans(variants: readonly Variant[], cancelled: () => boolean = () => false): Variant[] {
  const found = variants.flatMap(({ setting, kept }) => (kept ? [{ setting, kept }] : []));
  const earliest = found.toSorted((a, b) => a.kept.span.end - b.kept.span.end);
  return variants.map((target) =>
    cancelled() ? target : { ...target, kept: earliestFor(target, earliest, cancelled) },
  );
}

/** The earliest of the results that is one for the target too, else its own. */
function earliestFor(
  target: Variant,
  earliest: readonly (Variant & { kept: KeptResult })[],
  cancelled: () => boolean,
): KeptResult | null {
  const { setting, kept } = target;
  let strict = kept?.strict;
  for (const source of earliest) {
    // A plan is carried over with all its dates, so its end is known beforehand.
    if (cancelled() || (kept && source.kept.span.end >= kept.span.end)) break;
    if (source.setting === setting) continue;
    const plan = carried(source.setting, setting.translation, source.kept.plan);
    const end = placedEnd(setting, plan);
    if (end === null || (kept && end >= kept.span.end)) continue;
    strict ??= strictProblem(setting.translation, setting.planned, promisesOf(setting.base));
    if (isValidPlan(strict, plan)) return takenOver(target, source.kept, plan, strict);
  }
  return kept;
}

/** End week of the candidate, or null when the plan does not place every project. */
function placedEnd({ planned }: Setting, plan: Plan): number | null {
  return plan.start.includes(-1) ? null : spanOf(planned, plan).end;
}

function takenOver(target: Variant, source: KeptResult, plan: Plan, strict: Problem): KeptResult {
  const span = spanOf(target.setting.planned, plan);
  const boundEnd = target.kept?.boundEnd ?? 0;
  return {
    plan,
    strict,
    span,
    boundEnd,
    proven: span.end === boundEnd,
    iterations: target.kept?.iterations ?? source.iterations,
    thorough: target.kept?.thorough ?? source.thorough,
  };
}
