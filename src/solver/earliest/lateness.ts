import type { Compiled } from '../compiled/compile.ts';
import type { LatenessTerm, Plan } from '../model/problem.ts';

/** What a level of lateness says about plans, activity by activity. */
export class Lateness {
  /** Activities with a due period, in the order of the level. */
  readonly activities: readonly number[];
  private readonly c: Compiled;
  private readonly terms: ReadonlyMap<number, readonly LatenessTerm[]>;
  /** By activity: the period by which it is due first. */
  private readonly first: Int32Array;

  constructor(c: Compiled, level: { readonly terms: readonly LatenessTerm[] }) {
    this.c = c;
    this.terms = Map.groupBy(level.terms, ({ activity }) => activity);
    this.activities = [...this.terms.keys()];
    this.first = new Int32Array(c.activities).fill(c.horizon);
    for (const { activity, due } of level.terms) if (due < this.first[activity]!) this.first[activity] = due;
  }

  /** The value of the level. */
  of(plan: Plan): number {
    return this.activities.reduce((sum, a) => sum + this.at(a, this.end(plan, a)), 0);
  }

  /** What the activity contributes if it ends then. */
  at(a: number, end: number): number {
    let sum = 0;
    for (const { due, weight } of this.terms.get(a) ?? []) sum += weight * Math.max(0, end - due);
    return sum;
  }

  /** The period by which the activity is due first. */
  due(a: number): number {
    return this.first[a]!;
  }

  end(plan: Plan, a: number): number {
    return plan.start[a]! + this.duration(plan, a);
  }

  /** Literals (see nogood.ts) saying that every activity but one ends no later than it does, or than it is due, in its present mode. */
  noLater(plan: Plan, except: number): number[] {
    const literals: number[] = [];
    for (const a of this.activities) {
      if (a !== except) literals.push(2 * a + 1, this.duration(plan, a) - this.allowed(plan, a));
    }
    return literals;
  }

  /** The problem in which nothing may be later than it is in the plan. */
  limited(plan: Plan): Compiled {
    const deadline = this.c.deadline.slice();
    for (const a of this.activities) deadline[a] = Math.min(deadline[a]!, this.allowed(plan, a));
    return { ...this.c, deadline };
  }

  private allowed(plan: Plan, a: number): number {
    return Math.max(this.due(a), this.end(plan, a));
  }

  private duration(plan: Plan, a: number): number {
    return this.c.duration[this.c.modeFirst[a]! + plan.mode[a]!]!;
  }
}
