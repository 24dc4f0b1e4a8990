import { firstWeekFrom, type PlanVersion } from '../../agenda/index.ts';
import type { ActivityInput, Plan } from '../../solver/index.ts';
import { toPlan } from '../translation/schedule.ts';
import type { Translation } from '../translation/translate.ts';

/** What of a plan a new computation may not touch. */
export type Holds = Pick<PlanVersion, 'phases' | 'pins' | 'frozenUntil'>;

/**
 * The translation in which pinned projects start on their Monday and nothing that starts before the end of the frozen
 * months moves. What has a fixed start by its own record keeps that one. What is held is not left out.
 */
export function withHolds(translation: Translation, holds: Holds): Translation {
  const frozen = frozenStarts(translation, holds);
  if (frozen.size === 0) return translation;
  const activities = translation.input.activities.map((activity, i): ActivityInput => {
    const hold = frozen.get(i);
    return hold === undefined || activity.frozen !== undefined ? activity : { ...activity, frozen: hold };
  });
  const held = new Set([...frozen.keys()].map((activity) => activities[activity]?.group));
  const optional = translation.input.optional?.filter((group) => !held.has(group));
  return { ...translation, input: { ...translation.input, activities, ...(optional ? { optional } : {}) } };
}

/** Start week and mode by activity. */
function frozenStarts(translation: Translation, holds: Holds): Map<number, { start: number; mode: number }> {
  const frozen = new Map<number, { start: number; mode: number }>();
  const present = toPlan(translation, holds);
  const pins = new Map((holds.pins ?? []).map((pin) => [pin.project, pin]));
  const until = holds.frozenUntil ? firstWeekFrom(translation.weeks, holds.frozenUntil) : 0;
  for (const { project, blocks } of translation.projects) {
    const pin = pins.get(project.id);
    const [first] = blocks;
    if (pin && first) {
      const named = project.modes.findIndex(({ id }) => id === pin.mode);
      const mode = named >= 0 ? named : (present.mode[first.activity] ?? 0);
      frozen.set(first.activity, { start: Math.max(0, firstWeekFrom(translation.weeks, pin.start)), mode });
      continue;
    }
    for (const { activity } of blocks) {
      const start = present.start[activity] ?? -1;
      if (start >= 0 && start < until) frozen.set(activity, { start, mode: present.mode[activity] ?? 0 });
    }
  }
  return frozen;
}

/**
 * The plan that is held on to, in the terms of the translation: what is held lies in its place, and the later phases of
 * a project that a pin has moved lie as far behind it as before. Blocks that the plan does not know start at -1.
 */
export function heldPlan(translation: Translation, holds: Holds): Plan {
  const plan = toPlan(translation, holds);
  for (const { blocks } of translation.projects) {
    const first = blocks[0]?.activity ?? -1;
    const frozen = translation.input.activities[first]?.frozen;
    const before = plan.start[first] ?? -1;
    for (const { activity } of blocks) {
      const start = plan.start[activity] ?? -1;
      const own = translation.input.activities[activity]?.frozen;
      if (frozen) plan.mode[activity] = frozen.mode;
      if (own) plan.start[activity] = own.start;
      else if (frozen && start >= 0 && before >= 0) {
        plan.start[activity] = Math.min(translation.horizon, Math.max(0, start + frozen.start - before));
      }
    }
  }
  return plan;
}
