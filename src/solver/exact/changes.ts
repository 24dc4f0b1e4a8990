import { type ActivitySet, emptySet } from './activity-set.ts';

/**
 * Which activities' bounds changed since each rule looked at them, and which rules are to run. A bound that changes is noted once, however
 * many rules it concerns; they are told together, before the next of them runs.
 */
export class Changes {
  private readonly activities: number;
  /** Changed since the rules were told. */
  private readonly news: ActivitySet;
  private hasNews = false;
  /** By rule: the activities it watches, and those of them that changed since it looked. */
  private readonly watched: ActivitySet[] = [];
  private readonly unseen: ActivitySet[] = [];
  /** By rule: 1 = it is to run. */
  private readonly waiting: number[] = [];

  constructor(activities: number) {
    this.activities = activities;
    this.news = emptySet(activities);
  }

  /**
   * Adds a rule, which is to run.
   * @returns the activities that changed since it looked, at first all that it watches; the rule clears the set when it is done
   */
  watch(activities: readonly number[]): ActivitySet {
    const watched = emptySet(this.activities);
    for (const a of activities) watched[a >> 5]! |= 1 << a;
    const unseen = watched.slice();
    this.watched.push(watched);
    this.unseen.push(unseen);
    this.waiting.push(1);
    return unseen;
  }

  /** The bounds of an activity became tighter, or were taken back. */
  add(activity: number): void {
    this.news[activity >> 5]! |= 1 << activity;
    this.hasNews = true;
  }

  /** Tells the rules what is no longer as they saw it. What became looser gives them no reason to run. */
  tell(isTighter: boolean): void {
    if (!this.hasNews) return;
    this.hasNews = false;
    const { news, watched, unseen, waiting } = this;
    for (let rule = 0; rule < watched.length; rule++) {
      for (let w = 0; w < news.length; w++) {
        const changed = news[w]! & watched[rule]![w]!;
        if (changed === 0) continue;
        unseen[rule]![w]! |= changed;
        if (isTighter) waiting[rule] = 1;
      }
    }
    news.fill(0);
  }

  /** The first rule that is to run, or -1; it waits no longer. */
  next(): number {
    this.tell(true);
    const rule = this.waiting.indexOf(1);
    if (rule >= 0) this.waiting[rule] = 0;
    return rule;
  }

  /** The rule is to run again. */
  again(rule: number): void {
    this.waiting[rule] = 1;
  }
}
