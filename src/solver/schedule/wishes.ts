/** Where an activity should start if not as early as it can. -1 = as early as possible. */
export class Wishes {
  /** Whether activities that choose their mode freely take the one that ends first when they are put in. */
  fastestModes = false;
  /** Start in a reference plan, or -1, or null if no plan is to be kept to. */
  reference: Int32Array | null = null;
  /** Finish that no reference start may lead beyond. */
  latestFinish: number;
  /** One activity (or -1) that is to start at `detourStart` or later, to reach schedules in which something waits without need. */
  detour = -1;
  detourStart = 0;
  /** Start at which an activity is held for the present round, or -1. */
  readonly pinned: Int32Array;
  private readonly latestInTime: Int32Array;

  /** @param latestInTime latest start of each activity that still keeps the due dates behind it */
  constructor(latestInTime: Float64Array, horizon: number) {
    this.latestInTime = Int32Array.from(latestInTime, (start) => Math.max(-1, start));
    this.pinned = new Int32Array(latestInTime.length).fill(-1);
    this.latestFinish = horizon;
  }

  /** Desired start of an activity that takes so long in its present mode. */
  startOf(activity: number, duration: number, late: number): number {
    if (this.pinned[activity]! >= 0) return this.pinned[activity]!;
    if (activity === this.detour) return this.detourStart;
    const kept = this.reference === null ? -1 : this.reference[activity]!;
    if (kept >= 0) return Math.min(kept, this.latestFinish - duration);
    return late === 1 ? this.latestInTime[activity]! : -1;
  }
}
