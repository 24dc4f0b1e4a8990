import type { Schedule } from '../schedule/schedule.ts';
import type { Guide } from './guide.ts';
import type { Rng } from './rng.ts';

/** Schedules kept: enough to differ, few enough to be good. */
const SIZE = 8;

/** A schedule in which a round of the search got stuck. */
export interface Member {
  readonly start: Int32Array;
  readonly mode: Int32Array;
  readonly late: Uint8Array;
  readonly values: Float64Array;
}

/** The best schedules of past rounds. New rounds start from what two of them combine to, as in memetic algorithms (Moscato 1989). */
export class Elite {
  private readonly members: Member[] = [];
  /** The best schedule of the present round. */
  private readonly present: Member;

  constructor(activities: number, levels: number) {
    this.present = {
      start: new Int32Array(activities),
      mode: new Int32Array(activities),
      late: new Uint8Array(activities),
      values: new Float64Array(levels),
    };
  }

  /** Notes the best schedule of the present round. */
  note(schedule: Schedule, values: Float64Array): void {
    this.present.start.set(schedule.start);
    this.present.mode.set(schedule.mode);
    this.present.late.set(schedule.late);
    this.present.values.set(values);
  }

  /** Ends the round: its best schedule joins, the worst by the guide's present energy leaves. */
  endRound(guide: Guide): void {
    const { start, mode, late, values } = this.present;
    if (this.members.some((member) => equal(member.start, start) && equal(member.mode, mode))) return;
    this.members.push({ start: start.slice(), mode: mode.slice(), late: late.slice(), values: values.slice() });
    this.members.sort((a, b) => guide.energy(a.values) - guide.energy(b.values));
    if (this.members.length > SIZE) this.members.pop();
  }

  /** Forgets everything, so that something new can grow. */
  clear(): void {
    this.members.length = 0;
  }

  /** Two members at random, or null while there are none. */
  pair(rng: Rng): readonly [Member, Member] | null {
    const first = this.members[rng.below(this.members.length)];
    const second = this.members[rng.below(this.members.length)];
    return first && second ? [first, second] : null;
  }
}

function equal(a: Int32Array, b: Int32Array): boolean {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
