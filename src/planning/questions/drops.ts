import { fridayBeforeWeek, mondayOfWeek, type ScenarioChange } from '../../agenda/index.ts';
import type { TradeOff } from '../answer.ts';
import type { PlannedProject } from '../translation/planned.ts';
import { effortTenths } from './balance.ts';
import { changedSetting, type Setting } from './candidate.ts';
import { applyChanges } from './changes.ts';
import type { Variant } from './variant.ts';

/**
 * Sets of projects the council could drop to make room. First what may be left out by its own record; then the field with the most work of the bottleneck, then the
 * same together with the fields that build on it (or, if none does, the field with the next most work). Only what is
 * decided or optional, has not begun, carries no duty and is not the one that was chosen of exactly one can be dropped.
 * Options for a decision, never a default.
 */
export function droppableSets(setting: Setting, bottleneck: string): string[][] {
  const open = openlyDroppable(setting, bottleneck);
  const fields = droppableFields(setting, bottleneck);
  const [first, ...rest] = fields;
  if (!first) return open;
  const stranded = rest.filter(({ ids }) => ids.some((id) => dependsOn(setting, id, first.ids)));
  const second = stranded.length > 0 ? stranded : rest.slice(0, 1);
  const sets = second.length > 0 ? [first.ids, [...first.ids, ...second.flatMap(({ ids }) => ids)]] : [first.ids];
  const same = (ids: readonly string[]) => open.some((one) => one.toSorted().join() === ids.toSorted().join());
  return [...open, ...sets.filter((ids) => !same(ids))];
}

/** What may be left out by its own record and needs the bottleneck, with what waits for it, as one set; none if there is nothing. */
function openlyDroppable(setting: Setting, bottleneck: string): string[][] {
  const blocked = carryDuties(setting);
  const may = ({ project }: PlannedProject) =>
    setting.choice.droppable.has(project.id) && !setting.choice.needed.has(project.id) && !blocked.has(project.id);
  const ids = setting.translation.projects
    .filter((one) => one !== setting.planned && may(one) && effortTenths(one, bottleneck) > 0)
    .map(({ project }) => project.id);
  return ids.length > 0 ? [ids] : [];
}

interface Field {
  ids: string[];
  /** Bottleneck work in tenths of a person-day. */
  tenths: number;
}

/** Action fields with their droppable projects, most bottleneck work first. */
function droppableFields(setting: Setting, bottleneck: string): Field[] {
  const fields = new Map<string, Field>();
  const blocked = carryDuties(setting);
  for (const planned of setting.translation.projects) {
    const { project } = planned;
    const free = project.commitmentClass === 'decided' || project.commitmentClass === 'optional';
    const begun = project.status === 'inProgress' || project.fixedStart !== undefined;
    if (setting.choice.needed.has(project.id)) continue;
    if (!free || begun || blocked.has(project.id) || planned === setting.planned) continue;
    const field = fields.get(project.actionField) ?? { ids: [], tenths: 0 };
    field.ids.push(project.id);
    field.tenths += effortTenths(planned, bottleneck);
    fields.set(project.actionField, field);
  }
  return [...fields.values()].filter(({ tenths }) => tenths > 0).toSorted((a, b) => b.tenths - a.tenths);
}

function dependsOn(setting: Setting, id: string, predecessors: readonly string[]): boolean {
  const dependencies = setting.translation.byProject.get(id)?.project.dependencies ?? [];
  return dependencies.some(({ predecessor }) => predecessors.includes(predecessor));
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

/** The setting in which these projects are dropped. */
export function droppedSetting(setting: Setting, ids: readonly string[]): Setting {
  const changes = ids.map((project): ScenarioChange => ({ kind: 'dropProject', project }));
  return changedSetting(setting, applyChanges(setting.agenda, changes));
}

/** The kept start when these projects are dropped; null when no plan was found that keeps the other promises. */
export function tradeOffByDropping(ids: readonly string[], { setting, kept }: Variant): TradeOff | null {
  if (!kept) return null;
  return {
    kind: 'drop',
    start: mondayOfWeek(setting.translation.weeks, kept.span.start),
    finish: fridayBeforeWeek(setting.translation.weeks, kept.span.end),
    dropped: [...ids],
    displaced: [],
    lateWeeks: 0,
    lateWeeksAtLeast: 0,
    dutiesMissed: [],
    quality: kept.proven ? 'proven' : 'bestFound',
  };
}
