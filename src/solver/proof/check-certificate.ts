import type { Activity, Mode, Problem } from '../model/problem.ts';
import type { Because, Certificate, Condition, Step } from './certificate.ts';
import { BLUR, countedBy } from './money.ts';

/** The first step that does not hold, and why not. */
export interface Flaw {
  readonly step: number;
  readonly message: string;
}

/** A proof may have thousands of steps and take a second to check. */
const STEPS_BETWEEN_ASKS = 32;

/**
 * Checks a proof that the problem has no plan. It shares no code with the search that found the proof: like the validator of plans, it
 * reads the problem as the caller wrote it, and judges each step on its own. Null = the problem certainly has no plan.
 * A check that is cancelled has not confirmed the step at which it ended.
 */
export function checkCertificate(problem: Problem, certificate: Certificate, cancelled?: () => boolean): Flaw | null {
  const { steps } = certificate;
  const last = steps.at(-1);
  if (!last || last.conditions.length > 0)
    return { step: steps.length - 1, message: 'the last step must be free of conditions' };
  const checker = new Checker(problem, steps);
  for (let step = 0; step < steps.length; step++) {
    if (step % STEPS_BETWEEN_ASKS === 0 && cancelled?.()) return { step, message: 'the check was cancelled here' };
    const message = checker.flaw(step);
    if (message !== null) return { step, message };
  }
  return null;
}

/** Starts and modes that are still open, both inclusive; the mode is held by the first activity of a mode group. */
interface Ranges {
  readonly start: readonly [low: Int32Array, high: Int32Array];
  readonly mode: readonly [low: Int32Array, high: Int32Array];
}

class Checker {
  private readonly problem: Problem;
  private readonly steps: readonly Step[];
  private readonly whole: Ranges;
  private readonly now: Ranges;
  /** The activity that holds the mode. */
  private readonly holder: readonly number[];
  /** Groups that a plan may drop: nothing is known about their activities, so no condition may name one. */
  private readonly optional: ReadonlySet<number>;
  /** Load of frozen activities per resource and period. */
  private readonly frozenLoad: readonly Float64Array[];

  constructor(problem: Problem, steps: readonly Step[]) {
    this.problem = problem;
    this.steps = steps;
    const { activities } = problem;
    this.optional = new Set(problem.optional);
    const first = new Map<number, number>();
    this.holder = activities.map(({ modeGroup }, a) => {
      if (modeGroup === null) return a;
      if (!first.has(modeGroup)) first.set(modeGroup, a);
      return first.get(modeGroup) ?? a;
    });
    this.whole = {
      start: [
        Int32Array.from(activities, (activity) => Math.max(activity.release, activity.frozen?.start ?? 0)),
        Int32Array.from(activities, (activity) => latestStart(problem, activity)),
      ],
      mode: [new Int32Array(activities.length), Int32Array.from(activities, (activity) => activity.modes.length - 1)],
    };
    this.now = copyOf(this.whole);
    this.frozenLoad = problem.resources.map((_, r) => this.loadOfFrozen(r));
  }

  /** Why the step does not hold, or null. */
  flaw(index: number): string | null {
    const step = this.steps[index];
    if (!step) return 'there is no such step';
    for (const side of [0, 1] as const) {
      this.now.start[side].set(this.whole.start[side]);
      this.now.mode[side].set(this.whole.mode[side]);
    }
    for (const condition of step.conditions) {
      if (!this.isWellFormed(condition)) return 'a condition names something that does not exist';
      if (!this.restrict(condition)) return null;
    }
    return this.contradiction(index, step.conditions, step.because);
  }

  private contradiction(index: number, conditions: readonly Condition[], because: Because): string | null {
    switch (because.kind) {
      case 'capacity':
        return this.overloads(conditions, because) ? null : 'the work fits into the capacity';
      case 'money':
        return this.overspends(conditions, because) ? null : 'the money suffices';
      case 'link':
        return this.breaksLink(because.link) ? null : 'the link can be kept';
      case 'window':
        return this.isCertain(because.activity) && this.options(because.activity).length === 0
          ? null
          : 'a start is left';
      case 'steps':
        return this.follows(index, because.steps);
    }
  }

  private isWellFormed([what, activity, , value]: Condition): boolean {
    return this.isCertain(activity) && Number.isInteger(value) && (what === 'start' || what === 'mode');
  }

  /** Whether the activity exists and every plan carries it out. */
  private isCertain(activity: number): boolean {
    const group = this.problem.activities[activity]?.group;
    return group !== undefined && !this.optional.has(group);
  }

  /** Narrows the ranges; false = nothing is left of one. */
  private restrict([what, activity, compare, value]: Condition): boolean {
    const key = what === 'mode' ? (this.holder[activity] ?? activity) : activity;
    const [low, high] = this.now[what];
    if (compare === '>=') low[key] = Math.max(low[key] ?? 0, value);
    else high[key] = Math.min(high[key] ?? 0, value);
    return (low[key] ?? 0) <= (high[key] ?? 0);
  }

  private isMet([what, activity, compare, value]: Condition): boolean {
    const key = what === 'mode' ? (this.holder[activity] ?? activity) : activity;
    const [low, high] = this.now[what];
    return compare === '>=' ? (low[key] ?? 0) >= value : (high[key] ?? 0) <= value;
  }

  /** Unit propagation: a step of which all conditions but one are met rules that one out. */
  private follows(index: number, used: readonly number[]): string | null {
    for (const earlier of used) {
      const step = this.steps[earlier];
      if (!step || !(earlier < index)) return 'it refers to a step that does not come before it';
      const open = step.conditions.filter((condition) => !this.isMet(condition));
      const [only] = open;
      if (!only) return null;
      if (open.length === 1 && !this.restrict(opposite(only))) return null;
    }
    return 'the steps named leave something';
  }

  /** Modes and starts that an activity still has. */
  private options(a: number): { mode: Mode; from: number; to: number }[] {
    const { activities, horizon } = this.problem;
    const activity = activities[a];
    if (!activity) return [];
    const holder = this.holder[a] ?? a;
    const low = this.now.start[0][a] ?? 0;
    const high = this.now.start[1][a] ?? 0;
    return activity.modes.flatMap((mode, m) => {
      if (
        activity.frozen
          ? activity.frozen.mode !== m
          : m < (this.now.mode[0][holder] ?? 0) || m > (this.now.mode[1][holder] ?? 0)
      )
        return [];
      const to = Math.min(high, Math.min(activity.deadline, horizon) - mode.duration);
      return low <= to ? [{ mode, from: low, to }] : [];
    });
  }

  /** Least of a quantity over all modes and starts left; infinite when none is left. */
  private least(a: number, quantity: (mode: Mode, start: number) => number): number {
    let least = Number.POSITIVE_INFINITY;
    for (const { mode, from, to } of this.options(a)) {
      for (let start = from; start <= to && least > 0; start++) least = Math.min(least, quantity(mode, start));
    }
    return least;
  }

  /**
   * Least work on the resource in the periods from..until-1. What an even demand has within them rises with the start, stays and falls again:
   * it is least at the first or at the last start. A profile is tried start by start.
   */
  private leastWork(a: number, resource: number, from: number, until: number): number {
    let least = Number.POSITIVE_INFINITY;
    for (const { mode, from: first, to: last } of this.options(a)) {
      const even = mode.demands.every((demand) => demand.resource !== resource || !('profile' in demand));
      const step = even ? Math.max(1, last - first) : 1;
      for (let start = first; start <= last && least > 0; start += step)
        least = Math.min(least, workWithin(mode, resource, start, from, until));
    }
    return least;
  }

  /** Demands are never negative, so leaving out activities that no condition names only makes the load smaller. */
  private overloads(
    conditions: readonly Condition[],
    { resource, from, until }: Because & { kind: 'capacity' },
  ): boolean {
    const capacity = this.problem.resources[resource]?.capacity;
    if (!capacity || !(from >= 0 && from < until && until <= capacity.length)) return false;
    let room = 0;
    for (let t = from; t < until; t++) room += (capacity[t] ?? 0) - (this.frozenLoad[resource]?.[t] ?? 0);
    for (const a of named(conditions)) {
      if (this.problem.activities[a]?.frozen) continue;
      room -= this.leastWork(a, resource, from, until);
    }
    return room < 0;
  }

  /**
   * Of what is unspent in a bucket at most the carried-over share is there in the next, so what came in and was spent k buckets before counts
   * with the k-th power of that share; what rounding takes away in addition only leaves less.
   */
  private overspends(conditions: readonly Condition[], { budget, bucket }: Because & { kind: 'money' }): boolean {
    const line = this.problem.budgets[budget];
    if (!line || line.bucketEnds[bucket] === undefined) return false;
    const share = line.carryOverPermille / 1000;
    const ends = Array.from(line.bucketEnds).slice(0, bucket + 1);
    let room = 0;
    let size = 0;
    for (const [b, inflow] of Array.from(line.inflow)
      .slice(0, bucket + 1)
      .entries()) {
      room += inflow * share ** (bucket - b);
      size += Math.abs(inflow);
    }
    const frozen = this.problem.activities.flatMap((activity, a) => (activity.frozen && this.isCertain(a) ? [a] : []));
    for (const a of new Set([...named(conditions), ...frozen])) {
      room -= this.least(a, (mode, start) =>
        countedBy(mode, { budget, start, ends, share, counts: line.counts }, this.problem.horizon),
      );
    }
    // Whole cents add up exactly, fractions of them nearly.
    return room < (share === 0 || share === 1 ? 0 : -BLUR * size);
  }

  private breaksLink(index: number): boolean {
    const link = this.problem.links[index];
    if (!link || !this.isCertain(link.from) || !this.isCertain(link.to)) return false;
    const ends = (a: number, end: string | undefined) =>
      this.options(a).map(({ mode, from, to }) => {
        const shift = end === 'F' ? mode.duration : 0;
        return [from + shift, to + shift] as const;
      });
    const before = ends(link.from, link.type[0]);
    const after = ends(link.to, link.type[1]);
    const most = Math.max(...after.map(([, to]) => to)) - Math.min(...before.map(([from]) => from));
    const least = Math.min(...after.map(([from]) => from)) - Math.max(...before.map(([, to]) => to));
    return most < link.lag || (link.maxLag !== null && least > link.maxLag);
  }

  private loadOfFrozen(resource: number): Float64Array {
    const load = new Float64Array(this.problem.horizon);
    for (const { frozen, modes, group } of this.problem.activities) {
      const mode = frozen ? modes[frozen.mode] : undefined;
      if (!frozen || !mode || this.optional.has(group)) continue;
      for (let t = 0; t < load.length; t++) {
        load[t] = (load[t] ?? 0) + workWithin(mode, resource, frozen.start, t, t + 1);
      }
    }
    return load;
  }
}

function latestStart({ horizon }: Problem, { frozen, deadline, modes }: Activity): number {
  const end = Math.min(deadline, horizon);
  return Math.max(
    ...modes.map(({ duration }, m) => {
      if (!frozen) return end - duration;
      return frozen.mode === m ? Math.min(frozen.start, end - duration) : Number.NEGATIVE_INFINITY;
    }),
  );
}

function copyOf({ start, mode }: Ranges): Ranges {
  return { start: [start[0].slice(), start[1].slice()], mode: [mode[0].slice(), mode[1].slice()] };
}

function named(conditions: readonly Condition[]): Set<number> {
  return new Set(conditions.map(([, activity]) => activity));
}

function opposite([what, activity, compare, value]: Condition): Condition {
  return compare === '>=' ? [what, activity, '<=', value - 1] : [what, activity, '>=', value + 1];
}

/** Units of work on the resource in the periods from..until-1. */
function workWithin(mode: Mode, resource: number, start: number, from: number, until: number): number {
  let sum = 0;
  for (const demand of mode.demands) {
    if (demand.resource !== resource) continue;
    const first = Math.max(from, start);
    const end = Math.min(until, start + mode.duration);
    if (first >= end) continue;
    if (!('profile' in demand)) sum += demand.amount * (end - first);
    else for (let t = first; t < end; t++) sum += demand.profile[t - start] ?? 0;
  }
  return sum;
}
