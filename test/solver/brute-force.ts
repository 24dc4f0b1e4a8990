import type { Activity, Cost, Mode, Problem } from '../../src/solver/index.ts';

/**
 * All plans of a tiny problem, tried one after the other: which values the best one has, or that there is none. Written from the
 * definitions in problem.ts alone; it uses neither the engine nor its validator, so that it can judge both.
 */
export function bruteForce(problem: Problem): readonly number[] | null {
  let best: readonly number[] | null = null;
  for (const carriedOut of selections(problem)) {
    const search = new Enumeration(problem, carriedOut, (values) => {
      if (best === null || comparesBetter(problem, values, best)) best = values;
    });
    search.visit(0);
  }
  return best;
}

/** Whether a vector of values comes before another one: level by level, in steps of the level's tolerance. */
export function comparesBetter(problem: Problem, a: readonly number[], b: readonly number[]): boolean {
  for (const [k, { tolerance }] of problem.levels.entries()) {
    const difference = Math.floor((a[k] ?? 0) / (tolerance + 1)) - Math.floor((b[k] ?? 0) / (tolerance + 1));
    if (difference !== 0) return difference < 0;
  }
  return false;
}

/** All sets of groups that keep alternatives and requirements. */
function selections({ activities, optional, alternatives, requirements }: Problem): Set<number>[] {
  const groups = new Set(activities.map(({ group }) => group));
  const sets = optional.reduce<Set<number>[]>(
    (found, group) => found.flatMap((set) => [set, new Set([...set].filter((other) => other !== group))]),
    [groups],
  );
  return sets.filter(
    (set) =>
      alternatives.every(({ groups: members, exactlyOne }) => {
        const count = members.filter((group) => set.has(group)).length;
        return count === 1 || (count === 0 && !exactlyOne);
      }) && requirements.every(({ group, needs }) => !set.has(group) || set.has(needs)),
  );
}

interface Placed {
  readonly start: number;
  readonly finish: number;
  readonly mode: Mode;
  readonly modeIndex: number;
}

/** Depth first over activities, modes and starts; cuts off what can never become a plan. */
class Enumeration {
  private readonly problem: Problem;
  private readonly carriedOut: ReadonlySet<number>;
  private readonly found: (values: readonly number[]) => void;
  private readonly placed: (Placed | null)[] = [];
  private readonly load: number[][];
  private readonly paid: number[][];

  constructor(problem: Problem, carriedOut: ReadonlySet<number>, found: (values: readonly number[]) => void) {
    this.problem = problem;
    this.carriedOut = carriedOut;
    this.found = found;
    this.load = problem.resources.map(() => new Array<number>(problem.horizon).fill(0));
    this.paid = problem.budgets.map(() => new Array<number>(problem.horizon).fill(0));
  }

  visit(a: number): void {
    const { activities, horizon } = this.problem;
    const activity = activities[a];
    if (!activity) {
      if (this.levelsHold()) this.found(this.values());
    } else if (!this.carriedOut.has(activity.group)) this.descend(a, null);
    else {
      for (const [modeIndex, mode] of activity.modes.entries()) {
        for (let start = 0; start + mode.duration <= horizon; start++) {
          const candidate = { start, finish: start + mode.duration, mode, modeIndex };
          if (isOpen(activity, candidate) && this.agrees(a, candidate)) this.place(a, candidate);
        }
      }
    }
  }

  private place(a: number, candidate: Placed): void {
    this.book(candidate, 1);
    if (this.fits(candidate)) this.descend(a, candidate);
    this.book(candidate, -1);
  }

  private descend(a: number, candidate: Placed | null): void {
    this.placed.push(candidate);
    this.visit(a + 1);
    this.placed.pop();
  }

  /** Mode groups and links with what is placed already. */
  private agrees(a: number, candidate: Placed): boolean {
    const { activities, links } = this.problem;
    const at = (other: number) => (other === a ? candidate : this.placed[other]);
    const { modeGroup } = activities[a] ?? { modeGroup: null };
    const sameMode = this.placed.every(
      (other, b) =>
        !other ||
        modeGroup === null ||
        activities[b]?.modeGroup !== modeGroup ||
        other.modeIndex === candidate.modeIndex,
    );
    return (
      sameMode &&
      links.every(({ from, to, type, lag, maxLag }) => {
        if (from !== a && to !== a) return true;
        const [x, y] = [at(from), at(to)];
        if (!x || !y) return true;
        const gap = (type.endsWith('S') ? y.start : y.finish) - (type.startsWith('S') ? x.start : x.finish);
        return gap >= lag && (maxLag === null || gap <= maxLag);
      })
    );
  }

  private book({ start, mode }: Placed, sign: number): void {
    for (const demand of mode.demands) {
      for (let k = 0; k < mode.duration; k++) {
        const amount = 'profile' in demand ? demand.profile[k] : demand.amount;
        add(this.load[demand.resource], start + k, sign * (amount ?? 0));
      }
    }
    const last = this.problem.horizon - 1;
    for (const cost of mode.costs) {
      const budget = this.problem.budgets[cost.budget];
      const bound = Math.min(last, start + (('profile' in cost && cost.boundAt) || 0));
      const later = budget?.bucketEnds.find((end) => bound < end) ?? 0;
      payments(cost, mode.duration).forEach((amount, k) => {
        const period = Math.min(start + k, last);
        if (budget?.counts === 'payments') add(this.paid[cost.budget], period, sign * amount);
        else if (period >= later) add(this.paid[cost.budget], bound, sign * amount);
      });
    }
  }

  /** More activities only need more, so that what is too much now stays too much. */
  private fits({ start, finish }: Placed): boolean {
    const { resources, budgets } = this.problem;
    const inCapacity = resources.every(({ capacity }, r) => {
      for (let t = start; t < finish; t++) if ((this.load[r]?.[t] ?? 0) > (capacity[t] ?? 0)) return false;
      return true;
    });
    return (
      inCapacity &&
      budgets.every(({ bucketEnds, inflow, carryOverPermille }, b) => {
        let left = 0;
        return bucketEnds.every((end, bucket) => {
          let spent = 0;
          for (let t = bucketEnds[bucket - 1] ?? 0; t < end; t++) spent += this.paid[b]?.[t] ?? 0;
          left = (inflow[bucket] ?? 0) + Math.floor((left * carryOverPermille) / 1000) - spent;
          return left >= 0;
        });
      })
    );
  }

  /** Levels of the reservoirs at every moment. */
  private levelsHold(): boolean {
    const { reservoirs, horizon } = this.problem;
    return reservoirs.every(({ initial, maximum }, r) => {
      const change = new Array<number>(horizon + 1).fill(0);
      for (const one of this.placed) {
        for (const { reservoir, at, amount } of one?.mode.changes ?? []) {
          if (one && reservoir === r) add(change, at === 'start' ? one.start : one.finish, amount);
        }
      }
      let level = initial;
      return change.every((amount) => {
        level += amount;
        return level >= 0 && level <= (maximum ?? Number.POSITIVE_INFINITY);
      });
    });
  }

  private values(): number[] {
    return this.problem.levels.map((level) => {
      if (level.kind === 'makespan') return Math.max(0, ...this.placed.map((one) => one?.finish ?? 0));
      let sum = 0;
      for (const term of level.terms) {
        const one = this.placed[term.activity];
        if ('due' in term) sum += one ? term.weight * Math.max(0, one.finish - term.due) : 0;
        else if ('start' in term) sum += one ? term.weight * Math.abs(one.start - term.start) : 0;
        else if (level.kind === 'dropped') sum += one ? 0 : term.weight;
        else sum += one ? term.weight * one.finish : 0;
      }
      return sum;
    });
  }
}

function isOpen({ release, deadline, frozen }: Activity, { start, finish, modeIndex }: Placed): boolean {
  if (frozen && (frozen.start !== start || frozen.mode !== modeIndex)) return false;
  return start >= release && finish <= deadline;
}

/** Money by elapsed period; a milestone pays at once. */
function payments(cost: Cost, duration: number): readonly number[] {
  if ('profile' in cost) return cost.profile;
  const periods = Math.max(1, duration);
  const paidAfter = (k: number) => Math.floor((cost.amount * k) / periods);
  return Array.from({ length: periods }, (_, k) => {
    if (cost.spread === 'start') return k === 0 ? cost.amount : 0;
    if (cost.spread === 'end') return k === periods - 1 ? cost.amount : 0;
    return paidAfter(k + 1) - paidAfter(k);
  });
}

function add(series: number[] | undefined, at: number, amount: number): void {
  if (series) series[at] = (series[at] ?? 0) + amount;
}
