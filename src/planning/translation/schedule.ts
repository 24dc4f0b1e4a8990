import {
  firstWeekFrom,
  fridayBeforeWeek,
  mondayOfWeek,
  type PlanVersion,
  type ScheduledPhase,
} from '../../agenda/index.ts';
import type { Plan } from '../../solver/index.ts';
import type { PlannedProject } from './planned.ts';
import type { Translation } from './translate.ts';

/** Start (Monday's week) and exclusive end week of a project in an engine plan. */
export interface ProjectSpan {
  start: number;
  end: number;
}

/** Engine plan → dated phases, in the order of the agenda. Phases that a mode skips and projects that are left out do not appear. */
export function toPhases(translation: Translation, plan: Plan): ScheduledPhase[] {
  return translation.blocks.flatMap(({ project, block, activity }) => {
    const mode = plan.mode[activity] ?? 0;
    const start = plan.start[activity] ?? 0;
    const modeId = project.modes[mode]?.id ?? '';
    if (start < 0) return [];
    return block.phases.flatMap((phase, i): ScheduledPhase[] => {
      const offset = block.offsets[mode]?.[i];
      const work = phase.work[modeId];
      if (offset === null || offset === undefined || !work) return [];
      const first = start + offset;
      return [
        {
          project: project.id,
          phase: phase.id,
          mode: modeId,
          start: mondayOfWeek(translation.weeks, first),
          finish: fridayBeforeWeek(translation.weeks, first + work.weeks),
        },
      ];
    });
  });
}

/**
 * Kept plan → engine plan. Blocks the plan does not know, or knows in a mode that is gone, get the start -1
 * ("no idea"), as the engine expects for what is new.
 */
export function toPlan(translation: Translation, version: Pick<PlanVersion, 'phases'>): Plan {
  const count = translation.blocks.length;
  const plan = { start: new Int32Array(count).fill(-1), mode: new Int32Array(count) };
  const known = new Map(version.phases.map((entry) => [`${entry.project}/${entry.phase}`, entry]));
  for (const { project, block, activity } of translation.blocks) {
    for (const [i, phase] of block.phases.entries()) {
      const entry = known.get(`${project.id}/${phase.id}`);
      const mode = project.modes.findIndex(({ id }) => id === entry?.mode);
      const offset = block.offsets[mode]?.[i];
      if (!entry || mode < 0 || offset === null || offset === undefined) continue;
      plan.start[activity] = Math.max(0, firstWeekFrom(translation.weeks, entry.start) - offset);
      plan.mode[activity] = mode;
      break;
    }
  }
  return plan;
}

/** Span of a project: first start to last end over its placed blocks in the chosen modes; 0 to 0 if none is placed. */
export function spanOf(project: PlannedProject, plan: Plan): ProjectSpan {
  let start = Number.POSITIVE_INFINITY;
  let end = 0;
  for (const { activity, profiles } of project.blocks) {
    const weeks = profiles[plan.mode[activity] ?? 0]?.weeks ?? 0;
    if (weeks === 0) continue;
    const first = plan.start[activity] ?? 0;
    if (first < 0) continue;
    start = Math.min(start, first);
    end = Math.max(end, first + weeks);
  }
  return Number.isFinite(start) ? { start, end } : { start: 0, end: 0 };
}

/** First start and last finish of each project of a kept plan, as dates. */
export function datesByProject(phases: readonly ScheduledPhase[]): Map<string, { start: string; finish: string }> {
  const dates = new Map<string, { start: string; finish: string }>();
  for (const { project, start, finish } of phases) {
    const known = dates.get(project);
    dates.set(project, {
      start: known && known.start < start ? known.start : start,
      finish: known && known.finish > finish ? known.finish : finish,
    });
  }
  return dates;
}
