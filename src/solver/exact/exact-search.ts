import type { Compiled } from '../compiled/compile.ts';
import type { Plan } from '../model/problem.ts';
import { luby } from '../search/luby.ts';
import { Analysis } from './analyse.ts';
import { Domains } from './domains.ts';
import { Heat } from './heat.ts';
import type { Nogood } from './nogood.ts';
import { Propagation } from './propagation.ts';
import { Tasks } from './tasks.ts';

/** How long to try. */
export interface ExactLimit {
  /** Dead ends after which the question stays open. */
  readonly conflicts: number;
  /** Asked at each step; true leaves the question open. */
  readonly cancelled?: () => boolean;
}

/** How a complete search ended; neither a plan nor excluded: it was stopped. */
export interface Ending {
  /** The empty nogood with all it rests on, if it is recorded: there is no plan, whatever is assumed. */
  readonly refuted: Nogood | null;
  /** There is no plan in which what was assumed holds. */
  readonly excluded: boolean;
  readonly plan: Plan | null;
  readonly conflicts: number;
}

/** Dead ends in the shortest run between two fresh starts. */
const RUN = 100;

/**
 * Looks for any plan, whatever its values, and learns from each dead end why it is one, until a plan is found or nothing is left: lazy
 * clause generation (Ohrimenko, Stuckey, Codish 2009; for scheduling: Schutt, Feydy, Stuckey, Wallace 2011).
 */
export class ExactSearch {
  readonly tasks: Tasks;
  private readonly domains: Domains;
  private readonly propagation: Propagation;
  private readonly heat: Heat;
  private readonly analysis: Analysis;
  private begun = false;

  /** @param recording whether to keep what each lesson rests on; without it nothing can be shown, but it is quicker */
  constructor(c: Compiled, recording: boolean) {
    this.tasks = new Tasks(c);
    this.domains = new Domains(this.tasks.initialBounds());
    this.propagation = new Propagation(this.tasks, this.domains);
    this.heat = new Heat(this.domains);
    this.analysis = new Analysis(this.domains, this.heat, recording);
  }

  /** From now on guesses as this plan stands, as long as nothing else is known. */
  follow(plan: Plan): void {
    this.heat.follow(this.tasks, plan);
  }

  /**
   * May be called again after an end without refutation: what was learned stays, for it holds whatever is assumed.
   * @param assumed literals (see nogood.ts) that are to hold in this run
   */
  run({ conflicts: limit, cancelled }: ExactLimit, assumed: readonly number[] = []): Ending {
    const { domains, propagation, heat } = this;
    const ending = { refuted: null, excluded: false, plan: null };
    let conflicts = 0;
    let round = 1;
    let left = RUN * luby(round);
    let conflict = this.begin(cancelled);
    for (;;) {
      if (conflict) {
        conflicts++;
        // A rule may notice late what has been impossible for some levels.
        propagation.backTo(domains.levelOfAll(conflict.literals));
        if (domains.level === 0)
          return { ...ending, refuted: this.analysis.refute(conflict), excluded: true, conflicts };
        conflict = this.backjump(conflict);
        left--;
        if (conflict) continue;
      } else if (conflicts >= limit || cancelled?.()) {
        return { ...ending, conflicts };
      } else if (left <= 0) {
        left = RUN * luby(++round);
        propagation.backTo(0);
      } else {
        const at = this.firstOpen(assumed);
        if (at < 0) return { ...ending, excluded: true, conflicts };
        if (at < assumed.length) domains.decide(assumed[at]!, assumed[at + 1]!);
        else if (!heat.decide()) return { ...ending, plan: this.plan(), conflicts };
      }
      conflict = propagation.run();
    }
  }

  private begin(cancelled: (() => boolean) | undefined): Nogood | null {
    if (!this.begun) {
      this.begun = true;
      return this.propagation.begin(cancelled);
    }
    this.propagation.backTo(0);
    return this.propagation.run();
  }

  /** Where the first literal stands that does not hold yet; the length if all do, -1 if one cannot hold. */
  private firstOpen(literals: readonly number[]): number {
    const { bound } = this.domains;
    for (let k = 0; k < literals.length; k += 2) {
      const x = literals[k]!;
      const v = literals[k + 1]!;
      if (bound[x]! >= v) continue;
      return bound[x ^ 1]! >= 1 - v ? -1 : k;
    }
    return literals.length;
  }

  /** Learns from the conflict and goes back to where the lesson rules something out; returns it if even that is broken. */
  private backjump(conflict: Nogood): Nogood | null {
    const { nogood, level } = this.analysis.learn(conflict);
    this.heat.cool();
    this.propagation.backTo(level);
    this.propagation.learned.add(nogood);
    const [x, v] = nogood.literals as [number, number];
    return this.domains.raise(x ^ 1, 1 - v, nogood) ? null : nogood;
  }

  private plan(): Plan {
    const { c, modeVariable, isLeftOut } = this.tasks;
    const { domains } = this;
    const plan = { start: new Int32Array(c.activities), mode: new Int32Array(c.activities) };
    for (let a = 0; a < c.activities; a++) {
      plan.start[a] = isLeftOut[a] ? -1 : domains.low(a);
      plan.mode[a] = modeVariable[a]! < 0 ? Math.max(0, c.frozenMode[a]!) : domains.low(modeVariable[a]!);
    }
    return plan;
  }
}
