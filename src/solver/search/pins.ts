import type { Windows } from '../compiled/windows.ts';
import type { Schedule } from '../schedule/schedule.ts';
import type { Wishes } from '../schedule/wishes.ts';
import type { Rng } from './rng.ts';
import { vanDerCorput } from './van-der-corput.ts';

/**
 * Holds one undertaking at an earlier date for a round while everything else makes room. Which dates are possible is no monotone
 * question: a date may work where later ones do not, and a search that creeps forward week by week never sees it.
 */
export class Pins {
  private readonly schedule: Schedule;
  private readonly wishes: Wishes;
  private readonly earliest: Int32Array;
  private readonly held: number[] = [];
  private tries = 0;

  constructor(schedule: Schedule, wishes: Wishes, windows: Windows) {
    this.schedule = schedule;
    this.wishes = wishes;
    this.earliest = windows.earliest;
  }

  /** The activities that are held at present. */
  get activities(): readonly number[] {
    return this.held;
  }

  /** Lets everything go. */
  clear(): void {
    for (const a of this.held) this.wishes.pinned[a] = -1;
    this.held.length = 0;
  }

  /**
   * Chooses a start for `activity` before its start in the schedule: half of the times shortly before, otherwise spread evenly over
   * its window (van der Corput's sequence). What leads to it within its group is held as long before it as the links ask for.
   * @returns whether there is an earlier start
   */
  choose(activity: number, rng: Rng): boolean {
    const low = this.earliest[activity]!;
    const range = this.schedule.start[activity]! - low;
    if (this.schedule.isFrozen(activity) || range <= 0) return false;
    const back =
      rng.unit() < 0.5 ? Math.floor(range * rng.unit() ** 4) : Math.floor(range * vanDerCorput(++this.tries));
    this.hold(activity, this.schedule.start[activity]! - 1 - back - low);
    return true;
  }

  private hold(activity: number, shift: number): void {
    const { schedule, held } = this;
    const { arcs, group } = schedule.c;
    held.push(activity);
    this.wishes.pinned[activity] = this.earliest[activity]! + shift;
    for (let next = 0; next < held.length; next++) {
      const a = held[next]!;
      for (let i = arcs.inFirst[a]!; i < arcs.inFirst[a + 1]!; i++) {
        const from = arcs.from[arcs.inArc[i]!]!;
        if (group[from] !== group[a] || schedule.isFrozen(from) || this.wishes.pinned[from]! >= 0) continue;
        held.push(from);
        this.wishes.pinned[from] = this.earliest[from]! + shift;
      }
    }
  }
}
