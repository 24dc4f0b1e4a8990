import { fridayBeforeWeek, mondayOfWeek, monthOf } from '../../agenda/index.ts';
import type { Reason } from '../answer.ts';
import type { SearchOptions } from '../plan-agenda.ts';
import { unitsBetween } from './balance.ts';
import { carried, changedSetting, type Setting } from './candidate.ts';
import { type Explanation, explainDate } from './explain.ts';
import { type KeptResult, keptEarliest } from './kept.ts';
import { deadlineRelaxations, ownRelaxations, resourceRelaxations } from './relaxations.ts';

/**
 * Why the kept date is not earlier: teams, money, the candidate's own conditions and the promises of the others, each
 * relaxed in a search of its own.
 */
export function keptReasons(setting: Setting, kept: KeptResult, options: SearchOptions): Explanation {
  const keptWeek = kept.span.start;
  if (keptWeek <= setting.askedWeek) return { reasons: [], notBinding: [] };
  const relaxations = [
    ...resourceRelaxations(setting.agenda, setting.candidate),
    ...ownRelaxations(setting.candidate),
    ...deadlineRelaxations(setting.agenda, setting.candidate),
  ];
  const explanation = explainDate(setting.agenda, setting.candidate, relaxations, keptWeek, (agenda, candidate) => {
    const changed = changedSetting(setting, agenda, candidate);
    const known = carried(setting, changed.translation, kept.plan);
    const relaxed = keptEarliest(changed.translation, changed.base, changed.planned, {
      ...options,
      known,
    });
    return relaxed?.span.start ?? null;
  });
  return { ...explanation, reasons: explanation.reasons.map((reason) => withLoad(setting, keptWeek, reason)) };
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
    for (const block of translation.blocks) {
      sum.planned += unitsBetween(translation, block, base, resource, week, week + 1);
    }
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
