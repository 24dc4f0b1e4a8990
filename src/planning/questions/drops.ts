import { fridayBeforeWeek, mondayOfWeek, type ScenarioChange } from '../../agenda/index.ts';
import type { TradeOff } from '../answer.ts';
import type { SearchOptions } from '../plan-agenda.ts';
import { changedSetting, type Setting } from './candidate.ts';
import { applyChanges } from './changes.ts';
import { keptEarliest } from './kept.ts';

/** Fields that are offered to be dropped, alone and together with the ones before. */
const MOST_FIELDS = 2;

/**
 * Sets of projects the council could drop to make room: what is decided or optional, has not begun and carries no
 * duty, one action field at a time, fields with the most work of the bottleneck first, each added to the ones before.
 * Options for a decision, never a default.
 */
export function droppableSets(setting: Setting, bottleneck: string): string[][] {
  const work = new Map<string, { ids: string[]; tenths: number }>();
  const blocked = carryDuties(setting);
  for (const { project } of setting.translation.projects) {
    const free = project.commitmentClass === 'decided' || project.commitmentClass === 'optional';
    const begun = project.status === 'inProgress' || project.fixedStart !== undefined;
    if (!free || begun || blocked.has(project.id) || project.id === setting.candidate.id) continue;
    const entry = work.get(project.actionField) ?? { ids: [], tenths: 0 };
    entry.ids.push(project.id);
    for (const phase of project.phases) {
      entry.tenths += Object.values(phase.work)[0]?.effortTenths[bottleneck] ?? 0;
    }
    work.set(project.actionField, entry);
  }
  const fields = [...work.values()]
    .filter(({ ids, tenths }) => tenths > 0 && ids.length > 1)
    .toSorted((a, b) => b.tenths - a.tenths)
    .slice(0, MOST_FIELDS);
  return fields.map((_, i) => fields.slice(0, i + 1).flatMap(({ ids }) => ids));
}

/** Projects on which a duty or prerequisite of one depends, directly or through others. */
function carryDuties(setting: Setting): Set<string> {
  const carry = new Set<string>();
  const visit = (id: string): void => {
    for (const { predecessor } of setting.translation.byProject.get(id)?.project.dependencies ?? []) {
      if (carry.has(predecessor)) continue;
      carry.add(predecessor);
      visit(predecessor);
    }
  };
  for (const { project } of setting.translation.projects) {
    if (project.commitmentClass === 'mandatory' || project.commitmentClass === 'prerequisite') visit(project.id);
  }
  return carry;
}

/** The kept start when these projects are dropped; null when no plan was found that keeps the other promises. */
export function tradeOffByDropping(setting: Setting, ids: readonly string[], options: SearchOptions): TradeOff | null {
  const changes = ids.map((project): ScenarioChange => ({ kind: 'dropProject', project }));
  const changed = changedSetting(setting, applyChanges(setting.agenda, changes));
  const kept = keptEarliest(changed.translation, changed.base, changed.planned, options);
  if (!kept) return null;
  return {
    kind: 'drop',
    start: mondayOfWeek(changed.translation.weeks, kept.span.start),
    finish: fridayBeforeWeek(changed.translation.weeks, kept.span.end),
    dropped: [...ids],
    displaced: [],
    lateWeeks: 0,
    lateWeeksAtLeast: 0,
    dutiesMissed: [],
    quality: kept.proven ? 'proven' : 'bestFound',
  };
}
