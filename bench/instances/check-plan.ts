import type { Instance, InstanceMode } from './instance.ts';

/** A plan as the result file holds it: one start and one mode (from 1 on) per activity in the file's order. */
export interface FoundPlan {
  readonly starts: readonly number[];
  readonly modes: readonly number[];
}

/** When the last activity of the plan ends. */
export function makespan(instance: Instance, plan: FoundPlan): number {
  return instance.activities.reduce((last, { modes }, i) => {
    const mode = modes[(plan.modes[i] ?? 0) - 1];
    return Math.max(last, (plan.starts[i] ?? Number.NaN) + (mode?.duration ?? Number.NaN));
  }, 0);
}

/**
 * What is wrong with a plan, one sentence per fault; empty = valid. It knows the instance as its file says it and shares no code with
 * any engine, so that an engine's mistake, or one in the translation for it, cannot hide itself.
 */
export function checkPlan(instance: Instance, plan: FoundPlan): string[] {
  const { activities } = instance;
  if (plan.starts.length !== activities.length || plan.modes.length !== activities.length)
    return [`expected ${activities.length} starts and modes, got ${plan.starts.length} and ${plan.modes.length}`];
  const shape = activities.flatMap(({ modes }, i) => {
    const [start, mode] = [plan.starts[i] as number, plan.modes[i] as number];
    if (!Number.isInteger(mode) || mode < 1 || mode > modes.length) return [`activity ${i + 1} has no mode ${mode}`];
    return Number.isInteger(start) && start >= 0 ? [] : [`activity ${i + 1} starts at ${start}`];
  });
  if (shape.length > 0) return shape;
  const chosen = activities.map(({ modes }, i) => modes[(plan.modes[i] as number) - 1] as InstanceMode);
  return [
    ...checkOrder(instance, plan.starts, chosen),
    ...checkRenewable(instance, plan.starts, chosen),
    ...checkNonRenewable(instance, chosen),
    ...checkReservoirs(instance, plan.starts, chosen),
  ];
}

function checkOrder({ activities }: Instance, starts: readonly number[], chosen: readonly InstanceMode[]): string[] {
  return activities.flatMap(({ successors }, i) =>
    successors
      .filter((next) => (starts[next] as number) < (starts[i] as number) + (chosen[i] as InstanceMode).duration)
      .map((next) => `activity ${next + 1} starts before its predecessor ${i + 1} has ended`),
  );
}

/** Loads change at starts and ends only; between two of these events they are constant. */
function checkRenewable({ renewable }: Instance, starts: readonly number[], chosen: readonly InstanceMode[]): string[] {
  return renewable.flatMap((units, r) => {
    const changes = chosen.flatMap((mode, i) => {
      const start = starts[i] as number;
      const need = mode.duration > 0 ? (mode.renewable[r] ?? 0) : 0;
      return need === 0
        ? []
        : [
            { at: start, by: need },
            { at: start + mode.duration, by: -need },
          ];
    });
    // Ends before starts: a unit that becomes free may be used at once.
    changes.sort((a, b) => a.at - b.at || a.by - b.by);
    let load = 0;
    for (const { at, by } of changes) {
      load += by;
      if (load > units) return [`renewable resource ${r + 1} is overloaded at ${at}`];
    }
    return [];
  });
}

function checkNonRenewable({ nonRenewable }: Instance, chosen: readonly InstanceMode[]): string[] {
  return nonRenewable.flatMap((units, n) => {
    const used = chosen.reduce((sum, mode) => sum + (mode.nonRenewable[n] ?? 0), 0);
    return used > units ? [`non-renewable resource ${n + 1}: ${used} of ${units} used`] : [];
  });
}

/** The stock after everything that happens at one moment must not be negative, at any moment. */
function checkReservoirs(
  { reservoirs }: Instance,
  starts: readonly number[],
  chosen: readonly InstanceMode[],
): string[] {
  return reservoirs.flatMap((stock, q) => {
    const change = new Map<number, number>();
    const add = (at: number, by: number): unknown => change.set(at, (change.get(at) ?? 0) + by);
    chosen.forEach((mode, i) => {
      add(starts[i] as number, -(mode.consumed[q] ?? 0));
      add((starts[i] as number) + mode.duration, mode.produced[q] ?? 0);
    });
    let level = stock;
    for (const at of [...change.keys()].sort((a, b) => a - b)) {
      level += change.get(at) as number;
      if (level < 0) return [`reservoir ${q + 1} is at ${level} at ${at}`];
    }
    return [];
  });
}
