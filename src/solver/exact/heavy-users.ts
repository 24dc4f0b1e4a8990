import { type ActivitySet, emptySet } from './activity-set.ts';

/** Which users of a resource need more than some number of units in a period, as sets that are made once. */
export class HeavyUsers {
  /** The most that any of them may need. */
  readonly most: number;
  /** What users may need at most in a period, each amount once, largest first, and the users that may need so much or more. */
  private readonly amounts: number[] = [];
  private readonly sets: ActivitySet[] = [];
  private readonly none: ActivitySet;

  /**
   * @param users activities
   * @param most the most that each of them may need in a period
   * @param heaviestFirst their indexes by that
   */
  constructor(activities: number, users: Int32Array, most: Int32Array, heaviestFirst: Int32Array) {
    this.none = emptySet(activities);
    let set = this.none;
    for (let k = 0; k < heaviestFirst.length; k++) {
      const i = heaviestFirst[k]!;
      if (k === 0 || most[i]! < most[heaviestFirst[k - 1]!]!) {
        set = set.slice();
        this.amounts.push(most[i]!);
        this.sets.push(set);
      }
      set[users[i]! >> 5]! |= 1 << users[i]!;
    }
    this.most = this.amounts[0] ?? 0;
  }

  /** The users that may need more than this in a period. */
  above(units: number): ActivitySet {
    const { amounts } = this;
    let k = 0;
    while (k < amounts.length && amounts[k]! > units) k++;
    return k === 0 ? this.none : this.sets[k - 1]!;
  }
}
