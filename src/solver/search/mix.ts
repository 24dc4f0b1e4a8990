import type { Repair } from '../schedule/repair.ts';
import type { Schedule } from '../schedule/schedule.ts';
import type { Chooser } from './chooser.ts';
import type { Member } from './elite.ts';
import type { Rng } from './rng.ts';

/** What a mixture is made in. */
export interface Workbench {
  readonly schedule: Schedule;
  readonly repair: Repair;
  readonly chooser: Chooser | null;
  readonly rng: Rng;
}

/**
 * Ejects everything, to be put back in an order mixed from two elite schedules: one gives the order of a span of time, the other one the rest
 * (two-point crossover of activity lists, Hartmann 1998), or each activity is drawn from either.
 * @param noise on the order, in periods
 */
export function ejectMixed(
  [one, other]: readonly [Member, Member],
  { schedule, repair, chooser, rng }: Workbench,
  noise: number,
): void {
  const { c } = schedule;
  const end = one.start.reduce((most, start) => Math.max(most, start), 0);
  const from = rng.below(end + 1);
  const to = from + rng.below(end + 1);
  const mixed = rng.unit() < 0.3;
  chooser?.adopt(one.start);
  for (let b = 0; b < c.blocks.count; b++) {
    const first = c.blocks.member[c.blocks.first[b]!]!;
    const inSpan = one.start[first]! >= from && one.start[first]! < to;
    const parent = (mixed ? rng.unit() < 0.5 : inSpan) ? one : other;
    // What only one of them carries out has its place there.
    const start = parent.start[first]! < 0 ? one.start[first]! : parent.start[first]!;
    repair.eject(b, start + (rng.unit() - 0.5) * 0.3 * noise);
    for (let i = c.blocks.first[b]!; i < c.blocks.first[b + 1]!; i++) {
      const a = c.blocks.member[i]!;
      if (schedule.isFrozen(a)) continue;
      schedule.setMode(a, (c.modeGroup[a]! >= 0 ? one : parent).mode[a]!);
      schedule.setLate(a, rng.unit() < 0.2 ? rng.below(2) : parent.late[a]!);
    }
  }
}
