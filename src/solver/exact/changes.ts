/**
 * When the bounds of each activity changed last, counted in runs of rules, so that a rule looks only at what changed since it ran. One note
 * for all rules: a bound that changes costs the same however many rules it concerns.
 */
export class Changes {
  /** Run in which the bounds of each activity changed last, or were taken back. */
  readonly at: Int32Array;
  private now = 0;

  constructor(activities: number) {
    this.at = new Int32Array(activities);
  }

  add(activity: number): void {
    this.at[activity] = this.now;
  }

  /** Begins a new run; whatever changes from here on is no older than the number returned. */
  next(): number {
    return ++this.now;
  }
}
