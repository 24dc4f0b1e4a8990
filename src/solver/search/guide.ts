import type { Problem } from '../model/problem.ts';
import type { Objective } from '../schedule/objective.ts';

/**
 * How much worse a unit lost in a level above is than one in the active level. With 1 the search strays among schedules that miss deadlines
 * and never returns: on 300 projects the best value after 6 seconds was 159,759; it is 147,552 with 100.
 */
const SEVERITY = 100;

/**
 * What the search strives for at present. Levels are optimised in order: one level is active, the levels above it must keep their best
 * values, those below do not count. The energy measures how far a schedule is from that: it is 0 when the active level has reached its
 * goal, a little below the best value known, at no cost above. Energies steer acceptance only (as in goal programming, Charnes and
 * Cooper 1961); which plan is better is decided by comparing the levels one after the other.
 */
export class Guide {
  /** Best values known, level 0 first. */
  readonly best: Float64Array;
  active = 0;
  goal = 0;
  private stride = 1;
  private onlyFinishes = false;
  private readonly problem: Problem;
  private readonly objective: Objective;
  private readonly scale: Float64Array;
  private readonly bounds: Float64Array;

  /** @param bounds lower bound per level of the caller */
  constructor(problem: Problem, objective: Objective, bounds: readonly number[]) {
    this.problem = problem;
    this.objective = objective;
    this.best = new Float64Array(objective.size).fill(Number.POSITIVE_INFINITY);
    this.bounds = Float64Array.from([0, ...bounds]);
    this.scale = new Float64Array(objective.size).fill(1);
    problem.levels.forEach((level, k) => {
      if (level.kind === 'makespan') return;
      const weights = level.terms.reduce((sum, term) => sum + term.weight, 0);
      this.scale[k + 1] = weights > 0 ? level.terms.length / weights : 1;
    });
  }

  /** Whether this level cannot get better. */
  settled(level: number): boolean {
    const step = this.objective.step(level);
    return Math.floor(this.best[level]! / step) <= Math.floor(this.bounds[level]! / step);
  }

  /** Whether all that is left to gain is a sum of finishes. */
  get onlyFinishesLeft(): boolean {
    return this.onlyFinishes;
  }

  /** Whether no level can get better. */
  get finished(): boolean {
    for (let k = 0; k < this.best.length; k++) if (!this.settled(k)) return false;
    return true;
  }

  /** Notes better values and aims further. */
  improve(values: Float64Array): void {
    const old = this.active;
    this.best.set(values);
    while (this.active > 0 && !this.mayWork(this.active)) this.active--;
    if (this.settled(this.active)) this.rotate();
    else if (old === this.active) this.stride *= 2;
    this.aim();
  }

  /** After a long time without success: aims closer, or gives another level its turn. */
  stall(): void {
    if (this.stride > 1) this.stride = Math.floor(this.stride / 2);
    else this.rotate();
    this.aim();
  }

  /** A level below an unfulfilled level 0 is no use. */
  private mayWork(level: number): boolean {
    return level === 0 || this.best[0] === 0;
  }

  private rotate(): void {
    const count = this.best.length;
    for (let i = 1; i <= count; i++) {
      const level = (this.active + i) % count;
      if (this.settled(level) || !this.mayWork(level)) continue;
      if (level !== this.active) this.stride = 4;
      this.active = level;
      return;
    }
  }

  private aim(): void {
    const step = this.objective.step(this.active);
    const unit = Math.max(step, 1 / this.scale[this.active]!);
    const aspired = this.best[this.active]! - Math.max(1, Math.floor(this.stride * unit));
    this.goal = Math.max(this.bounds[this.active]!, aspired);
    const last = this.best.length - 1;
    this.onlyFinishes = this.active === last && this.problem.levels[last - 1]?.kind === 'weightedFinish';
    for (let k = 0; k < last; k++) this.onlyFinishes &&= this.settled(k);
  }

  energy(values: Float64Array): number {
    let energy = 0;
    for (let k = 0; k < this.active; k++) {
      const allowed = this.objective.ceiling(k, this.best[k]!);
      if (values[k]! > allowed) energy += SEVERITY * this.scale[k]! * (values[k]! - allowed);
    }
    if (values[this.active]! > this.goal) energy += this.scale[this.active]! * (values[this.active]! - this.goal);
    return energy;
  }
}
