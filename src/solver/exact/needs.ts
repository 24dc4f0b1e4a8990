import type { Domains } from './domains.ts';
import type { Tasks } from './tasks.ts';

/** Units of one resource that activities with several modes or uneven demands need, looked up once per mode slot. */
export class Needs {
  private readonly tasks: Tasks;
  private readonly resource: number;
  /** By mode slot: units in each elapsed period. */
  private readonly rows = new Map<number, Int32Array>();

  constructor(tasks: Tasks, resource: number) {
    this.tasks = tasks;
    this.resource = resource;
  }

  /** Most units that the activity needs in any period of any mode. */
  most(a: number): number {
    const { tasks } = this;
    let most = 0;
    for (let slot = tasks.firstSlot(a, null); slot <= tasks.lastSlot(a, null); slot++) {
      for (const units of this.rowOf(slot)) if (units > most) most = units;
    }
    return most;
  }

  /** Units that the activity needs in period t at least, wherever it starts in low..high. */
  least(a: number, t: number, low: number, high: number, d: Domains): number {
    const { tasks } = this;
    const last = tasks.lastSlot(a, d);
    let least = Number.POSITIVE_INFINITY;
    for (let slot = tasks.firstSlot(a, d); slot <= last && least > 0; slot++) {
      const row = this.rowOf(slot);
      if (t < high || t - low >= row.length) return 0;
      for (let elapsed = t - high; elapsed <= t - low; elapsed++) if (row[elapsed]! < least) least = row[elapsed]!;
    }
    return least;
  }

  private rowOf(slot: number): Int32Array {
    const known = this.rows.get(slot);
    if (known) return known;
    const { tasks, resource } = this;
    const row = Int32Array.from({ length: tasks.c.duration[slot]! }, (_, t) => tasks.demand(slot, resource, t));
    this.rows.set(slot, row);
    return row;
  }
}
