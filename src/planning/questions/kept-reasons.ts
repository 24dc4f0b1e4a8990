import { fridayBeforeWeek, mondayOfWeek, monthOf } from '../../agenda/index.ts';
import type { Plan } from '../../solver/index.ts';
import type { Reason } from '../answer.ts';
import type { SearchOptions } from '../plan-agenda.ts';
import type { Translation } from '../translation/translate.ts';
import { changedSetting, type Setting } from './candidate.ts';
import { type Explanation, explainDate, relaxAll } from './explain.ts';
import type { KeptSearch } from './kept.ts';
import { deadlineRelaxations, ownRelaxations, type Relaxation, resourceRelaxations } from './relaxations.ts';
import { demandAt } from './residual.ts';
import { searchVariant, type Variant } from './variant.ts';

/** The facts that may bind the kept date: teams, money, the candidate's own conditions, the promises of the others. */
export function keptFacts({ agenda, candidate }: Setting): Relaxation[] {
  return [
    ...resourceRelaxations(agenda, candidate),
    ...ownRelaxations(candidate),
    ...deadlineRelaxations(agenda, candidate),
  ];
}

/** The kept question with these facts relaxed. */
export function relaxedVariant(base: Variant, facts: readonly Relaxation[], options: KeptSearch): Variant {
  const { agenda, candidate } = relaxAll(base.setting.agenda, base.setting.candidate, facts);
  return searchVariant(changedSetting(base.setting, agenda, candidate), base, options);
}

/** Why the kept date is not earlier. `relaxed` holds the answers with each fact relaxed alone, in the order of `facts`. */
export function keptReasons(
  base: Variant,
  facts: readonly Relaxation[],
  relaxed: readonly (Variant | null)[],
  options: SearchOptions,
): Explanation {
  const { setting, kept } = base;
  if (!kept || kept.span.start <= setting.askedWeek) return { reasons: [], notBinding: [] };
  const alone = relaxed.map((variant) => variant?.kept?.span.start ?? null);
  const explanation = explainDate(facts, kept.span.start, alone, (set) =>
    options.cancelled?.() ? null : (relaxedVariant(base, set, options).kept?.span.start ?? null),
  );
  return { ...explanation, reasons: explanation.reasons.map((reason) => withLoad(setting, kept.span.start, reason)) };
}

/** Engine units that a team works in one week. */
function unitsIn({ blocks, input }: Translation, plan: Plan, resource: number, week: number): number {
  let units = 0;
  for (const { activity } of blocks) {
    const start = plan.start[activity] ?? -1;
    const mode = input.activities[activity]?.modes[plan.mode[activity] ?? 0];
    if (!mode || start < 0 || week < start || week >= start + mode.duration) continue;
    const demand = mode.demands?.find((entry) => entry.resource === resource);
    if (demand) units += demandAt(demand, week - start);
  }
  return units;
}

/** Adds how full a binding team is from the asked start to the kept one, month by month. */
function withLoad(setting: Setting, keptWeek: number, reason: Reason): Reason {
  if (reason.team === null) return reason;
  const { translation, base, askedWeek } = setting;
  const resource = translation.teamIndex.get(reason.team) ?? 0;
  const months = new Map<string, { available: number; planned: number }>();
  for (let week = askedWeek; week < keptWeek; week++) {
    const month = monthOf(mondayOfWeek(translation.weeks, week));
    const sum = months.get(month) ?? { available: 0, planned: 0 };
    sum.available += translation.capacity[resource]?.[week] ?? 0;
    sum.planned += unitsIn(translation, base, resource, week);
    months.set(month, sum);
  }
  const percents = [...months.values()].map(({ available, planned }) =>
    available > 0 ? Math.round((100 * planned) / available) : 0,
  );
  return {
    ...reason,
    from: mondayOfWeek(translation.weeks, askedWeek),
    until: fridayBeforeWeek(translation.weeks, keptWeek),
    loadPercentMin: Math.min(...percents),
    loadPercentMax: Math.max(...percents),
  };
}
