import { type ActivitySet, emptySet } from './activity-set.ts';

/** Which users of a resource need more than some number of units in a period, as sets that are made once. */
export class HeavyUsers {
  /** What users may need at most in a period, largest first, and the users that may need so much or more. */
  private readonly amounts: number[] = [];
  private readonly sets: ActivitySet[] = [];
  private readonly none: ActivitySet;

  /**
   * @param users activities
   * @param most the most that each of them may need in a period
   */
  constructor(activities: number, users: Int32Array, most: Int32Array) {
    this.none = emptySet(activities);
    let set = this.none;
    for (const amount of [...new Set(most)].sort((a, b) => b - a)) {
      set = set.slice();
      for (let i = 0; i < users.length; i++) if (most[i] === amount) set[users[i]! >> 5]! |= 1 << users[i]!;
      this.amounts.push(amount);
      this.sets.push(set);
    }
  }

  /** The most that any of them may need. */
  get most(): number {
    return this.amounts[0] ?? 0;
  }

  /** The users that may need more than this in a period. */
  above(units: number): ActivitySet {
    const { amounts } = this;
    let k = 0;
    while (k < amounts.length && amounts[k]! > units) k++;
    return k === 0 ? this.none : this.sets[k - 1]!;
  }
}
