import type { Found, Partner } from './partner.ts';

/** Bytes before the first plan: one number per side. */
const HEADER = 8;
/** More than the plans of the largest problem take; the memory grows only as far as it is needed. */
const MOST_BYTES = 1 << 28;
/** Plans that a side keeps: one that the other may be reading, one for the next meeting, one for the parting. */
const SLOTS = 3;
/** Milliseconds after which a search that waits asks whether it should end. */
const GLANCE = 5;
const NUMBER = Float64Array.BYTES_PER_ELEMENT;

/** Memory in which two searches in two threads meet; both get the same one. */
export function meetingMemory(): SharedArrayBuffer {
  return new SharedArrayBuffer(HEADER, { maxByteLength: MOST_BYTES });
}

/**
 * Meets the other search in shared memory. A side counts its meetings in one number: twice the count, and one more once it has left. A plan
 * is written before it is counted, into the next slot in turn. While both are there nobody is more than one meeting ahead, and who is
 * left alone writes once more at most: no slot is written while it is read.
 */
export class SharedPartner implements Partner {
  readonly every: number;
  private readonly memory: SharedArrayBuffer;
  private readonly counts: Int32Array<SharedArrayBuffer>;
  private readonly side: 0 | 1;
  private readonly other: 0 | 1;
  private activities = 0;
  private levels = 0;
  private slots: Float64Array<SharedArrayBuffer>[] = [];
  private meetings = 0;

  /** @param side 0 in one thread, 1 in the other */
  constructor(memory: SharedArrayBuffer, side: 0 | 1, every: number) {
    this.memory = memory;
    this.side = side;
    this.other = side === 0 ? 1 : 0;
    this.every = every;
    this.counts = new Int32Array(memory, 0, 2);
  }

  begin(activities: number, levels: number): void {
    this.activities = activities;
    this.levels = levels;
    const bytes = (1 + levels + 2 * activities) * NUMBER;
    const needed = HEADER + 2 * SLOTS * bytes;
    if (this.memory.byteLength < needed) this.memory.grow(needed);
    this.slots = Array.from(
      { length: 2 * SLOTS },
      (_, i) => new Float64Array(this.memory, HEADER + i * bytes, bytes / NUMBER),
    );
  }

  meet(mine: Found | null, ending: () => boolean): Found | null {
    if (this.alone) return this.read(this.theirMeetings);
    this.show(mine, 0);
    this.waitFor(() => this.alone || this.theirMeetings >= this.meetings, ending);
    if (this.theirMeetings < this.meetings && !this.alone) return null;
    return this.read(Math.min(this.theirMeetings, this.meetings));
  }

  part(mine: Found | null, ending: () => boolean): Found | null {
    this.show(mine, 1);
    this.waitFor(() => this.alone, ending);
    return this.read(this.theirMeetings);
  }

  private get theirMeetings(): number {
    return Atomics.load(this.counts, this.other) >> 1;
  }

  /** Whether the other one has left. */
  get alone(): boolean {
    return (Atomics.load(this.counts, this.other) & 1) === 1;
  }

  private waitFor(arrived: () => boolean, ending: () => boolean): void {
    for (;;) {
      const seen = Atomics.load(this.counts, this.other);
      if (arrived() || ending()) return;
      Atomics.wait(this.counts, this.other, seen, GLANCE);
    }
  }

  private show(found: Found | null, left: 0 | 1): void {
    this.meetings++;
    const slot = this.slot(this.side, this.meetings);
    slot[0] = found === null ? 0 : 1;
    if (found !== null) {
      slot.set(found.values, 1);
      slot.set(found.plan.start, 1 + this.levels);
      slot.set(found.plan.mode, 1 + this.levels + this.activities);
    }
    Atomics.store(this.counts, this.side, 2 * this.meetings + left);
    Atomics.notify(this.counts, this.side);
  }

  private read(meeting: number): Found | null {
    const slot = this.slot(this.other, meeting);
    if (meeting === 0 || slot[0] === 0) return null;
    const modes = 1 + this.levels + this.activities;
    return {
      values: Array.from(slot.subarray(1, 1 + this.levels)),
      plan: {
        start: Int32Array.from(slot.subarray(1 + this.levels, modes)),
        mode: Int32Array.from(slot.subarray(modes)),
      },
    };
  }

  private slot(side: 0 | 1, meeting: number): Float64Array {
    return this.slots[side * SLOTS + (meeting % SLOTS)]!;
  }
}
