import { lastFinish, type Objective } from './objective.ts';
import { PLACED, type Schedule } from './schedule.ts';

/**
 * Forward-backward improvement (double justification; Valls, Ballestín, Quintanilla 2005), carried over to several levels:
 * everything moves as late as it harmlessly can, latest finish first, and then as early as it can, earliest start first.
 * The first pass opens room in front of what is late, the second one uses it. No level gets worse.
 */
export class Justifier {
  private readonly objective: Objective;
  private readonly order: Int32Array;
  private readonly rank: Float64Array;
  private readonly earliestStart: Int32Array;
  private readonly latestFinish: Int32Array;

  constructor(objective: Objective, activities: number) {
    this.objective = objective;
    this.order = Int32Array.from({ length: activities }, (_, a) => a);
    this.rank = new Float64Array(activities);
    this.earliestStart = new Int32Array(activities);
    this.latestFinish = new Int32Array(activities);
  }

  /** Both passes over the whole schedule. */
  run(schedule: Schedule): void {
    const { stock } = schedule.table;
    if (stock !== null) stock.strict = true;
    this.objective.harmless(schedule, lastFinish(schedule), this.earliestStart, this.latestFinish);
    for (let a = 0; a < this.rank.length; a++) this.rank[a] = -(schedule.start[a]! + schedule.duration(a));
    this.sortByRank();
    for (let i = 0; i < this.order.length; i++) this.shiftRight(schedule, this.order[i]!);
    this.objective.harmless(schedule, lastFinish(schedule), this.earliestStart, this.latestFinish);
    for (let a = 0; a < this.rank.length; a++) this.rank[a] = schedule.start[a]!;
    this.sortByRank();
    for (let i = 0; i < this.order.length; i++) this.shiftLeft(schedule, this.order[i]!);
    if (stock !== null) stock.strict = false;
  }

  private sortByRank(): void {
    const { rank } = this;
    this.order.sort((x, y) => rank[x]! - rank[y]! || x - y);
  }

  private shiftRight(schedule: Schedule, a: number): void {
    if (schedule.isFrozen(a) || schedule.status[a] !== PLACED) return;
    const start = schedule.start[a]!;
    const high = Math.min(schedule.upperLimit(a), this.latestFinish[a]! - schedule.duration(a));
    if (high <= start) return;
    schedule.take(a);
    const later = schedule.table.latest(schedule.slot(a), start + 1, high);
    schedule.put(a, later < 0 ? start : later);
  }

  private shiftLeft(schedule: Schedule, a: number): void {
    if (schedule.isFrozen(a) || schedule.status[a] !== PLACED) return;
    const start = schedule.start[a]!;
    const low = Math.max(schedule.lowerLimit(a), this.earliestStart[a]!);
    if (low >= start) return;
    schedule.take(a);
    const earlier = schedule.table.earliest(schedule.slot(a), low, start - 1);
    schedule.put(a, earlier < 0 ? start : earlier);
  }
}
