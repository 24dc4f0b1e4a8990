import type { Compiled } from '../compiled/compile.ts';
import { withoutStock } from '../compiled/compile-stock.ts';
import { CERTAIN } from '../compiled/settle.ts';
import { durationRange } from '../compiled/windows.ts';
import type { Level, Problem } from '../model/problem.ts';
import { Timetable } from '../schedule/timetable.ts';
import { droppedBound } from './dropped-bound.ts';
import type { Frame } from './infeasible.ts';

/**
 * For every level a value below which no plan can be. Two arguments, both valid for every choice of modes:
 * earliest finishes along the links, each activity alone against what frozen activities leave free; and the energy of each resource,
 * that is, the work that must be done by a date against the capacity until that date (Klein and Scholl 1999, section 3).
 * What a plan may drop counts nothing.
 */
export function lowerBounds(problem: Problem, c: Compiled, frame: Frame): number[] {
  const { shortest } = durationRange(c);
  const earliestFinish = frame.tight.earliest.map((start, a) => start + shortest[a]!);
  const energy = new EnergyClock(c);
  return problem.levels.map((level) => levelBound(level, c, frame, earliestFinish, energy));
}

function levelBound(
  level: Level,
  c: Compiled,
  { tight, state }: Frame,
  earliestFinish: Int32Array,
  energy: EnergyClock,
): number {
  const isCertain = (activity: number) => state[c.group[activity]!] === CERTAIN;
  switch (level.kind) {
    case 'makespan': {
      const certain = Array.from({ length: c.activities }, (_, a) => a).filter(isCertain);
      const alone = certain.reduce((last, a) => Math.max(last, earliestFinish[a]!), 0);
      return Math.max(alone, ...energy.finishOf(certain));
    }
    case 'weightedFinish':
      return sum(level.terms, (term) => (isCertain(term.activity) ? term.weight * earliestFinish[term.activity]! : 0));
    case 'lateness':
      return latenessBound({ terms: level.terms.filter((term) => isCertain(term.activity)) }, earliestFinish, energy);
    case 'movement':
      return sum(level.terms, ({ activity, start, weight }) => {
        const early = tight.earliest[activity]! - start;
        const late = start - tight.latest[activity]!;
        return isCertain(activity) ? weight * Math.max(0, early, late) : 0;
      });
    case 'dropped':
      return droppedBound(level, c, state);
  }
}

function sum<T>(items: readonly T[], value: (item: T) => number): number {
  return items.reduce((total, item) => total + value(item), 0);
}

type LatenessLevel = Pick<Extract<Level, { kind: 'lateness' }>, 'terms'>;

/**
 * Either every activity is as late as its own earliest finish makes it; or, for some date, the work due by then overloads a resource,
 * so that one of these activities ends at the overload's end at the earliest: at least the smallest weight times that delay.
 */
function latenessBound(level: LatenessLevel, earliestFinish: Int32Array, energy: EnergyClock): number {
  const alone = level.terms.reduce(
    (sum, term) => sum + term.weight * Math.max(0, earliestFinish[term.activity]! - term.due),
    0,
  );
  const terms = level.terms.filter((term) => term.weight > 0).sort((x, y) => x.due - y.due);
  let together = 0;
  const pending: number[] = [];
  let smallest = Number.POSITIVE_INFINITY;
  const seen = new Set<number>();
  energy.reset();
  terms.forEach((term, i) => {
    smallest = Math.min(smallest, term.weight);
    if (!seen.has(term.activity)) pending.push(term.activity);
    seen.add(term.activity);
    if (terms[i + 1]?.due === term.due) return;
    const finish = Math.max(...energy.add(pending.splice(0)));
    together = Math.max(together, smallest * (finish - term.due));
  });
  return Math.max(alone, together);
}

/** Adds up the least work of activities per resource and reads from the cumulated capacity when it can be done at the earliest. */
class EnergyClock {
  private readonly c: Compiled;
  /** Free capacity of periods 0..t-1 after frozen activities: reach[r * (horizon + 1) + t]. */
  private readonly reach: Float64Array;
  private readonly work: Float64Array;
  private readonly least: Float64Array;

  constructor(c: Compiled) {
    this.c = c;
    const table = new Timetable(withoutStock(c));
    for (let a = 0; a < c.activities; a++) {
      if (c.frozenStart[a]! >= 0) table.place(c.modeFirst[a]! + c.frozenMode[a]!, c.frozenStart[a]!);
    }
    this.reach = new Float64Array(c.resources * (c.horizon + 1));
    for (let r = 0; r < c.resources; r++) {
      const base = r * (c.horizon + 1);
      for (let t = 0; t < c.horizon; t++)
        this.reach[base + t + 1] = this.reach[base + t]! + table.free[r * c.horizon + t]!;
    }
    this.work = new Float64Array(c.resources);
    this.least = leastWork(c);
  }

  reset(): void {
    this.work.fill(0);
  }

  finishOf(activities: readonly number[]): number[] {
    this.reset();
    return this.add(activities);
  }

  /** Adds activities and returns per resource the earliest period by which all the work added so far can be done. */
  add(activities: readonly number[]): number[] {
    const { c } = this;
    for (const a of activities) {
      if (c.frozenStart[a]! >= 0) continue;
      for (let r = 0; r < c.resources; r++) this.work[r]! += this.least[a * c.resources + r]!;
    }
    return [0, ...Array.from(this.work, (work, r) => this.firstReaching(r, work))];
  }

  private firstReaching(r: number, work: number): number {
    const base = r * (this.c.horizon + 1);
    let low = 0;
    let high = this.c.horizon;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.reach[base + middle]! >= work) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}

/** Least work of each activity on each resource over its modes: least[activity * resources + resource]. */
function leastWork(c: Compiled): Float64Array {
  const least = new Float64Array(c.activities * c.resources).fill(Number.POSITIVE_INFINITY);
  const inMode = new Float64Array(c.resources);
  for (let a = 0; a < c.activities; a++) {
    for (let slot = c.modeFirst[a]!; slot < c.modeFirst[a + 1]!; slot++) {
      inMode.fill(0);
      for (let k = c.demandFirst[slot]!; k < c.demandFirst[slot + 1]!; k++)
        inMode[c.demandResource[k]!] = demandWork(c, k, slot);
      for (let r = 0; r < c.resources; r++) {
        least[a * c.resources + r] = Math.min(least[a * c.resources + r]!, inMode[r]!);
      }
    }
  }
  return least;
}

function demandWork(c: Compiled, k: number, slot: number): number {
  const duration = c.duration[slot]!;
  if (c.demandProfile[k]! < 0) return duration * c.demandAmount[k]!;
  let sum = 0;
  for (let t = 0; t < duration; t++) sum += c.profile[c.demandProfile[k]! + t]!;
  return sum;
}
