import type { Plan } from '../model/problem.ts';
import type { Chooser } from '../search/chooser.ts';
import type { Repair } from './repair.ts';
import { DROPPED, PLACED, type Schedule } from './schedule.ts';

/**
 * Takes over a plan as far as it fits; the rest is put in at its place in the plan's order, or by urgency where the plan has none.
 * @param chooser takes over what the plan carries out, if there is a choice
 * @param urgency key for activities that the plan does not start
 */
export function loadPlan(
  plan: Plan,
  schedule: Schedule,
  repair: Repair,
  chooser: Chooser | null,
  urgency: Float64Array,
): void {
  const { c } = schedule;
  chooser?.adopt(plan.start);
  for (let a = 0; a < c.activities; a++) {
    if (schedule.isFrozen(a) || schedule.status[a] === DROPPED) continue;
    schedule.take(a);
    if (c.modeGroup[a]! < 0 && modeExists(schedule, a, plan.mode[a]!)) schedule.setMode(a, plan.mode[a]!);
  }
  loadGroupModes(plan, schedule);
  const { stock } = schedule.table;
  if (stock !== null) stock.lenient = true;
  for (let a = 0; a < c.activities; a++) {
    const start = plan.start[a]!;
    if (schedule.isFrozen(a) || schedule.status[a] === DROPPED || start < 0) continue;
    if (start < schedule.lowerLimit(a) || start > schedule.upperLimit(a)) continue;
    if (schedule.table.fits(schedule.slot(a), start)) schedule.put(a, start);
  }
  if (stock !== null) stock.lenient = false;
  for (let b = 0; b < c.blocks.count; b++) {
    for (let i = c.blocks.first[b]!; i < c.blocks.first[b + 1]!; i++) {
      const a = c.blocks.member[i]!;
      if (schedule.status[a] !== PLACED && schedule.status[a] !== DROPPED)
        repair.eject(b, plan.start[a]! >= 0 ? plan.start[a]! : urgency[a]!);
    }
  }
  repair.run();
}

/** A mode group takes over its mode only if the plan gives all members that are carried out the same one. */
function loadGroupModes(plan: Plan, schedule: Schedule): void {
  for (const members of schedule.c.modeGroupMembers) {
    const first = members.find((a) => schedule.status[a] !== DROPPED);
    if (first === undefined) continue;
    const mode = plan.mode[first]!;
    const agrees = (a: number) => plan.mode[a] === mode || schedule.status[a] === DROPPED;
    if (!modeExists(schedule, first, mode) || !members.every((a) => agrees(a) && !schedule.isFrozen(a))) continue;
    for (const a of members) schedule.setMode(a, mode);
  }
}

function modeExists(schedule: Schedule, a: number, mode: number): boolean {
  return mode >= 0 && mode < schedule.c.modeFirst[a + 1]! - schedule.c.modeFirst[a]!;
}
