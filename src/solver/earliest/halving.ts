import type { Compiled } from '../compiled/compile.ts';
import { ExactSearch } from '../exact/exact-search.ts';
import type { Plan } from '../model/problem.ts';

/** Dead ends after which a question is put off in the first pass. */
const PATIENCE = 40;
/** Later passes look at least so many periods ahead of the best plan. */
const NEAREST = 4;

/** How long to try. */
export interface HalvingLimit {
  /** Dead ends in all. */
  readonly conflicts: number;
  /** Dead ends after the last better plan. */
  readonly idle: number;
  readonly cancelled?: () => boolean;
}

export interface Halved {
  /** The best plan found, or the one known before; null = none. */
  readonly plan: Plan | null;
  readonly finish: number;
  readonly conflicts: number;
}

/**
 * Brings the finish of one activity forward with a complete search that learns: "is there a plan in which it finishes by then?" is asked
 * for the middle between what cannot be and what was found, again and again. What takes too long counts as impossible until everything
 * was asked; then it is asked anew with twice the patience, nearer and nearer to what was found. All questions share what was learned.
 *
 * Limits of {@link ExactSearch} hold here too: its plans are to be validated.
 */
export class Halving {
  private readonly c: Compiled;
  private readonly activity: number;
  private readonly search: ExactSearch;
  private plan: Plan | null = null;
  /** Guessed after as long as no better plan was found. */
  private guide: Plan | null = null;
  private finish: number;
  /** No plan finishes by then. */
  private excluded: number;
  private left: number;
  /** Dead ends since the last better plan. */
  private idle = 0;
  private readonly mostIdle: number;
  private patience = PATIENCE;
  private readonly cancelled: (() => boolean) | undefined;

  /** @param bound no plan finishes before */
  constructor(c: Compiled, activity: number, bound: number, { conflicts, idle, cancelled }: HalvingLimit) {
    this.c = c;
    this.activity = activity;
    this.search = new ExactSearch(c, false);
    this.finish = Math.min(c.deadline[activity]!, c.horizon) + 1;
    this.excluded = bound - 1;
    this.left = conflicts;
    this.mostIdle = idle;
    this.cancelled = cancelled;
  }

  /**
   * @param known a plan to be earlier than, or null
   * @param guide starts and modes to guess first, as long as nothing better is found; null = those of the known plan
   */
  run(known: Plan | null, guide: Plan | null): Halved {
    this.guide = guide;
    const conflicts = this.left;
    if (known) this.keep(known);
    let due = known ? this.excluded + 1 : this.finish - 1;
    for (let pass = 0; this.goesOn(); pass++) {
      const nearest = Math.max(NEAREST, (this.finish - this.excluded) >> pass);
      let open = pass === 0 ? this.excluded : Math.max(this.excluded, this.finish - nearest);
      if (pass > 0) due = (open + this.finish) >> 1;
      for (; this.finish - open > 1 && this.goesOn(); due = (open + this.finish) >> 1) if (!this.ask(due)) open = due;
      this.patience *= 2;
    }
    return { plan: this.plan, finish: this.finish, conflicts: conflicts - this.left };
  }

  private goesOn(): boolean {
    return this.left > 0 && this.idle < this.mostIdle && this.finish - this.excluded > 1 && !this.cancelled?.();
  }

  private keep(plan: Plan): void {
    this.plan = plan;
    this.finish = plan.start[this.activity]! + this.c.duration[this.slot(plan.mode[this.activity]!)]!;
  }

  private slot(mode: number): number {
    return this.c.modeFirst[this.activity]! + mode;
  }

  /** Whether a plan turned up in which the activity finishes by then, in any of its modes, the present one first. */
  private ask(due: number): boolean {
    const { c, activity } = this;
    const modes = c.modeFirst[activity + 1]! - c.modeFirst[activity]!;
    const open = this.search.tasks.modeVariable[activity]! < 0 ? 1 : modes;
    const present = this.plan?.mode[activity] ?? Math.max(0, c.frozenMode[activity]!);
    let excluded = 0;
    const guide = this.guide ?? this.plan;
    if (guide) this.search.follow(guide);
    for (let i = 0; i < open && this.goesOn(); i++) {
      const ending = this.search.run(
        { conflicts: Math.min(this.patience, this.left), ...(this.cancelled ? { cancelled: this.cancelled } : {}) },
        this.search.tasks.finishBy(activity, (present + i) % modes, due),
      );
      this.left -= Math.max(1, ending.conflicts);
      this.idle += Math.max(1, ending.conflicts);
      if (ending.plan) {
        this.keep(ending.plan);
        this.idle = 0;
        this.guide = null;
        return true;
      }
      // There is no plan at all, whenever it finishes.
      if (ending.refuted) {
        this.excluded = this.finish - 1;
        return false;
      }
      if (ending.excluded) excluded++;
    }
    if (excluded === open) this.excluded = Math.max(this.excluded, due);
    return false;
  }
}
