import type { Level, Problem } from '../model/problem.ts';
import { DROPPED, PLACED, type Schedule } from './schedule.ts';

/** Value of no level: where no limit applies. */
const FAR = 0x3fffffff;

/**
 * The levels as arithmetic on a schedule. The search sees one level more than the caller: number 0 counts what keeps a schedule
 * from being a plan (activities without a place, periods beyond hard deadlines, levels out of range); it must be 0.
 */
export class Objective {
  /** Number of levels including level 0. */
  readonly size: number;
  private readonly problem: Problem;
  private readonly deadlined: Int32Array;

  constructor(problem: Problem) {
    this.problem = problem;
    this.size = problem.levels.length + 1;
    const { activities, horizon } = problem;
    this.deadlined = Int32Array.from(activities.keys().filter((a) => activities[a]!.deadline < horizon));
  }

  /** Writes the value of every level. */
  evaluate(schedule: Schedule, values: Float64Array): void {
    values[0] = this.flaws(schedule);
    for (let k = 1; k < this.size; k++) values[k] = levelValue(this.problem.levels[k - 1]!, schedule);
  }

  private flaws(schedule: Schedule): number {
    const { horizon, activities } = this.problem;
    let flaws = 0;
    for (let a = 0; a < schedule.status.length; a++) if (isHomeless(schedule, a)) flaws += horizon;
    for (let i = 0; i < this.deadlined.length; i++) {
      const a = this.deadlined[i]!;
      const over = schedule.start[a]! + schedule.duration(a) - activities[a]!.deadline;
      if (over > 0) flaws += over;
    }
    const { stock } = schedule.table;
    return stock === null ? flaws : flaws + stock.badTotal;
  }

  /** Step in which values of a level count as different. */
  step(level: number): number {
    return level === 0 ? 1 : this.problem.levels[level - 1]!.tolerance + 1;
  }

  /** Largest value that counts as equal to this one. */
  ceiling(level: number, value: number): number {
    const step = this.step(level);
    return (Math.floor(value / step) + 1) * step - 1;
  }

  /** Negative if a is better than b, positive if worse, 0 if equal in all levels. */
  compare(a: Float64Array, b: Float64Array): number {
    for (let k = 0; k < this.size; k++) {
      const step = this.step(k);
      const difference = Math.floor(a[k]! / step) - Math.floor(b[k]! / step);
      if (difference !== 0) return difference;
    }
    return 0;
  }

  /** Writes into `list` from `count` on the activities that keep the level above its least value, as far as they fit; returns the new count. */
  culprits(level: number, schedule: Schedule, list: Int32Array, count: number): number {
    const { activities, levels } = this.problem;
    let next = count;
    if (level === 0) {
      const { stock } = schedule.table;
      for (let a = 0; a < activities.length && next < list.length; a++) {
        const late = schedule.start[a]! + schedule.duration(a) > activities[a]!.deadline;
        const short = stock?.isInvolved(schedule.slot(a));
        if (late || short || isHomeless(schedule, a)) list[next++] = a;
      }
      return next;
    }
    const definition = levels[level - 1]!;
    if (definition.kind === 'makespan') {
      const makespan = lastFinish(schedule);
      for (let a = 0; a < activities.length && next < list.length; a++) {
        if (schedule.start[a]! + schedule.duration(a) >= makespan) list[next++] = a;
      }
      return next;
    }
    for (let i = 0; i < definition.terms.length && next < list.length; i++) {
      if (termValue(definition, i, schedule) > 0) list[next++] = definition.terms[i]!.activity;
    }
    return next;
  }

  /** For every activity the latest finish and earliest start to which it can shift without worsening any level. */
  harmless(schedule: Schedule, makespan: number, earliestStart: Int32Array, latestFinish: Int32Array): void {
    earliestStart.fill(0);
    latestFinish.fill(FAR);
    for (let i = 0; i < this.deadlined.length; i++) {
      const a = this.deadlined[i]!;
      latestFinish[a] = Math.max(this.problem.activities[a]!.deadline, schedule.start[a]! + schedule.duration(a));
    }
    for (const level of this.problem.levels) {
      if (level.kind === 'makespan') {
        for (let a = 0; a < latestFinish.length; a++) if (latestFinish[a]! > makespan) latestFinish[a] = makespan;
      } else {
        for (let i = 0; i < level.terms.length; i++) limitTerm(level, i, schedule, earliestStart, latestFinish);
      }
    }
  }
}

function isHomeless(schedule: Schedule, a: number): boolean {
  return schedule.status[a] !== PLACED && schedule.status[a] !== DROPPED;
}

function levelValue(level: Level, schedule: Schedule): number {
  if (level.kind === 'makespan') return lastFinish(schedule);
  let sum = 0;
  for (let i = 0; i < level.terms.length; i++) sum += termValue(level, i, schedule);
  return sum;
}

/** Finish of the activity that ends last. */
export function lastFinish(schedule: Schedule): number {
  let last = 0;
  for (let a = 0; a < schedule.start.length; a++) {
    const finish = schedule.start[a]! + schedule.duration(a);
    if (finish > last) last = finish;
  }
  return last;
}

function termValue(level: Exclude<Level, { kind: 'makespan' }>, i: number, schedule: Schedule): number {
  switch (level.kind) {
    case 'lateness': {
      const { activity, due, weight } = level.terms[i]!;
      const late = schedule.start[activity]! + schedule.duration(activity) - due;
      return late > 0 ? weight * late : 0;
    }
    case 'weightedFinish': {
      const { activity, weight } = level.terms[i]!;
      if (schedule.status[activity] === DROPPED) return 0;
      return weight * (schedule.start[activity]! + schedule.duration(activity));
    }
    case 'movement': {
      const { activity, start, weight } = level.terms[i]!;
      if (schedule.status[activity] === DROPPED) return 0;
      return weight * Math.abs(schedule.start[activity]! - start);
    }
    case 'dropped': {
      const { activity, weight } = level.terms[i]!;
      return schedule.status[activity] === DROPPED ? weight : 0;
    }
  }
}

function limitTerm(
  level: Exclude<Level, { kind: 'makespan' }>,
  i: number,
  schedule: Schedule,
  earliestStart: Int32Array,
  latestFinish: Int32Array,
): void {
  const { activity, weight } = level.terms[i]!;
  if (weight === 0 || level.kind === 'dropped') return;
  const start = schedule.start[activity]!;
  const duration = schedule.duration(activity);
  let limit = start + duration;
  if (level.kind === 'lateness') limit = Math.max(limit, level.terms[i]!.due);
  if (level.kind === 'movement') {
    const reference = level.terms[i]!.start;
    limit = Math.max(start, reference) + duration;
    if (earliestStart[activity]! < Math.min(start, reference)) earliestStart[activity] = Math.min(start, reference);
  }
  if (limit < latestFinish[activity]!) latestFinish[activity] = limit;
}
