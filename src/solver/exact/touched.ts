/** The activities whose bounds are not what they were when a rule last ran, each once. */
export class Touched {
  /** The first `count` of these. */
  readonly items: Int32Array;
  count = 0;
  private readonly isIn: Uint8Array;

  constructor(activities: number) {
    this.items = new Int32Array(activities);
    this.isIn = new Uint8Array(activities);
  }

  add(activity: number): void {
    if (this.isIn[activity] === 1) return;
    this.isIn[activity] = 1;
    this.items[this.count++] = activity;
  }

  has(activity: number): boolean {
    return this.isIn[activity] === 1;
  }

  clear(): void {
    for (let i = 0; i < this.count; i++) this.isIn[this.items[i]!] = 0;
    this.count = 0;
  }
}
