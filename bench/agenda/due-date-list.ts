import type { Activity, Cost, Link, Mode, Plan, Problem } from '../../src/solver/index.ts';

/**
 * Plans the way a spreadsheet would: the undertaking with the earliest due date first, each phase as early as capacity, money and links
 * allow, in the delivery mode that ends first, never looking back. The yardstick that every search must beat. Null when something finds
 * no place within the horizon and may not be left out; of alternatives it takes the one that is due first. The caller checks the plan, as
 * links that bind backwards are not looked at.
 */
export function dueDateList(problem: Problem): Plan | null {
  const state = new State(problem);
  const optional = new Set(problem.optional);
  const gone = new Set<number>();
  for (const group of orderedGroups(problem)) {
    const number = activityOf(problem, group[0] ?? 0).group;
    const leaveOut = optional.has(number);
    if (
      leaveOut &&
      (gone.has(number) || problem.requirements.some((one) => one.group === number && gone.has(one.needs)))
    ) {
      gone.add(number);
      continue;
    }
    const modes = Math.max(...group.map((a) => activityOf(problem, a).modes.length));
    let best: { end: number; mode: number } | undefined;
    for (let mode = 0; mode < modes; mode++) {
      const end = state.place(group, mode);
      if (end !== null && (!best || end < best.end)) best = { end, mode };
      state.takeBack(group);
    }
    if (!best && leaveOut) {
      gone.add(number);
      continue;
    }
    if (!best) return null;
    state.place(group, best.mode);
    for (const { groups } of problem.alternatives) {
      if (groups.includes(number)) for (const other of groups) if (other !== number) gone.add(other);
    }
  }
  return { start: state.start, mode: state.mode };
}

const activityOf = (problem: Problem, a: number): Activity => problem.activities[a] as Activity;

/** Groups of activities by due date, none before a group that it waits for. */
function orderedGroups(problem: Problem): number[][] {
  const members = Map.groupBy(problem.activities.keys(), (a) => activityOf(problem, a).group);
  const due = new Map<number, number>();
  const terms = problem.levels.flatMap((level) => (level.kind === 'lateness' ? level.terms : []));
  for (const term of terms) {
    const group = activityOf(problem, term.activity).group;
    due.set(group, Math.min(due.get(group) ?? Number.POSITIVE_INFINITY, term.due));
  }
  // What is fixed takes its place before anything else can.
  for (const { frozen, group } of problem.activities) if (frozen) due.set(group, Number.NEGATIVE_INFINITY);
  const waitsFor = new Map<number, Set<number>>();
  for (const { from, to } of problem.links) {
    const [before, after] = [activityOf(problem, from).group, activityOf(problem, to).group];
    if (before !== after) waitsFor.set(after, (waitsFor.get(after) ?? new Set()).add(before));
  }
  const left = [...members.keys()].sort((a, b) => (due.get(a) ?? 1e9) - (due.get(b) ?? 1e9) || a - b);
  const placed = new Set<number>();
  const order: number[][] = [];
  while (left.length > 0) {
    const ready = left.findIndex(
      (group) =>
        due.get(group) === Number.NEGATIVE_INFINITY ||
        [...(waitsFor.get(group) ?? [])].every((before) => placed.has(before)),
    );
    const [group = 0] = left.splice(Math.max(0, ready), 1);
    placed.add(group);
    order.push(members.get(group) ?? []);
  }
  return order;
}

/** What is placed so far, with what is left of capacity and money. */
class State {
  readonly start: Int32Array;
  readonly mode: Int32Array;
  readonly #problem: Problem;
  readonly #free: Int32Array[];
  readonly #spent: number[][];
  readonly #linksTo: ReadonlyMap<number, readonly Link[]>;

  constructor(problem: Problem) {
    this.#problem = problem;
    this.start = new Int32Array(problem.activities.length).fill(-1);
    this.mode = new Int32Array(problem.activities.length);
    this.#free = problem.resources.map(({ capacity }) => capacity.slice());
    this.#spent = problem.budgets.map(({ bucketEnds }) => bucketEnds.map(() => 0));
    this.#linksTo = Map.groupBy(problem.links, ({ to }) => to);
  }

  /** Places the activities in a mode, each as early as it fits; returns the last end, or null where one fits nowhere. */
  place(group: readonly number[], wanted: number): number | null {
    let end = 0;
    for (const a of group) {
      const { modes, frozen, deadline } = activityOf(this.#problem, a);
      const index = frozen?.mode ?? Math.min(wanted, modes.length - 1);
      const mode = modes[index] as Mode;
      let at = frozen?.start ?? this.#earliest(a, mode.duration);
      while (!frozen && at + mode.duration <= deadline && !this.#fits(mode, at)) at++;
      if (at + mode.duration > deadline) return null;
      this.start[a] = at;
      this.mode[a] = index;
      this.#book(mode, at, 1);
      end = Math.max(end, at + mode.duration);
    }
    return end;
  }

  takeBack(group: readonly number[]): void {
    for (const a of group) {
      const at = this.start[a] as number;
      if (at >= 0) this.#book(activityOf(this.#problem, a).modes[this.mode[a] as number] as Mode, at, -1);
      this.start[a] = -1;
    }
  }

  /** First start that the release and the links from placed activities allow. */
  #earliest(a: number, duration: number): number {
    let at = activityOf(this.#problem, a).release;
    for (const { from, type, lag } of this.#linksTo.get(a) ?? []) {
      const begun = this.start[from] as number;
      if (begun < 0) continue;
      const length = activityOf(this.#problem, from).modes[this.mode[from] as number]?.duration ?? 0;
      const left = type === 'FS' || type === 'FF' ? begun + length : begun;
      at = Math.max(at, left + lag - (type === 'FF' || type === 'SF' ? duration : 0));
    }
    return at;
  }

  #fits(mode: Mode, at: number): boolean {
    const enough = mode.demands.every((demand) => {
      const free = this.#free[demand.resource] as Int32Array;
      for (let i = 0; i < mode.duration; i++) {
        if ((free[at + i] ?? 0) < ('profile' in demand ? (demand.profile[i] ?? 0) : demand.amount)) return false;
      }
      return true;
    });
    if (!enough) return false;
    this.#book(mode, at, 1);
    const paid = mode.costs.every(({ budget }) => this.#solvent(budget));
    this.#book(mode, at, -1);
    return paid;
  }

  #solvent(index: number): boolean {
    const budget = this.#problem.budgets[index] as Problem['budgets'][number];
    let unspent = 0;
    return budget.inflow.every((inflow, bucket) => {
      const available = inflow + Math.floor((unspent * budget.carryOverPermille) / 1000);
      unspent = available - (this.#spent[index]?.[bucket] ?? 0);
      return unspent >= 0;
    });
  }

  #book(mode: Mode, at: number, sign: 1 | -1): void {
    for (const demand of mode.demands) {
      const free = this.#free[demand.resource] as Int32Array;
      for (let i = 0; i < mode.duration; i++) {
        free[at + i] = (free[at + i] ?? 0) - sign * ('profile' in demand ? (demand.profile[i] ?? 0) : demand.amount);
      }
    }
    for (const cost of mode.costs) {
      const spent = this.#spent[cost.budget] as number[];
      const ends = this.#problem.budgets[cost.budget]?.bucketEnds ?? [];
      payments(cost, mode.duration).forEach((amount, i) => {
        const bucket = ends.findIndex((end) => at + i < end);
        if (bucket >= 0) spent[bucket] = (spent[bucket] ?? 0) + sign * amount;
      });
    }
  }
}

/** Money that falls due in each period of the activity. */
export function payments(cost: Cost, duration: number): readonly number[] {
  if ('profile' in cost) return cost.profile;
  const periods = Math.max(1, duration);
  const upTo = (i: number): number => Math.floor((cost.amount * i) / periods);
  if (cost.spread === 'even') return Array.from({ length: periods }, (_, i) => upTo(i + 1) - upTo(i));
  return Array.from({ length: periods }, (_, i) =>
    i === (cost.spread === 'start' ? 0 : periods - 1) ? cost.amount : 0,
  );
}
