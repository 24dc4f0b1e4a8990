import type { Link, Mode, Problem } from '../model/problem.ts';
import type { Span } from './open-starts.ts';

/** A link from the activity nearer to the root to the one behind it. */
interface Branch {
  readonly child: number;
  readonly link: Link;
}

/** Writes what each start of a span costs in a mode into the row, which has a place per period. */
export type CostOfStarts = (activity: number, mode: Mode, row: Float64Array, span: Span) => void;

/** Activities joined by links without a circle, so that the cheapest choice can be put together from the leaves. */
export class Trees {
  private readonly problem: Problem;
  /** Every activity that counts, each behind its parent. */
  private readonly order: readonly number[];
  private readonly branches: ReadonlyMap<number, readonly Branch[]>;
  private readonly children: ReadonlySet<number>;

  private constructor(problem: Problem, order: number[], branches: Map<number, Branch[]>) {
    this.problem = problem;
    this.order = order;
    this.branches = branches;
    this.children = new Set([...branches.values()].flat().map(({ child }) => child));
  }

  /** Null if a link does not exist, touches what may be dropped, or closes a circle. */
  static of(problem: Problem, certain: readonly boolean[], links: readonly number[]): Trees | null {
    const touching = new Map<number, Link[]>();
    for (const index of links) {
      const link = problem.links[index];
      if (!link || !certain[link.from] || !certain[link.to]) return null;
      for (const a of [link.from, link.to]) touching.set(a, [...(touching.get(a) ?? []), link]);
    }
    const order: number[] = [];
    const branches = new Map<number, Branch[]>();
    const seen = new Set<number>();
    for (let root = 0; root < problem.activities.length; root++) {
      if (!certain[root] || seen.has(root)) continue;
      seen.add(root);
      const first = order.length;
      order.push(root);
      for (let i = first; i < order.length; i++) {
        const a = order[i] ?? root;
        for (const link of touching.get(a) ?? []) {
          const child = link.from === a ? link.to : link.from;
          if (seen.has(child)) continue;
          seen.add(child);
          order.push(child);
          branches.set(a, [...(branches.get(a) ?? []), { child, link }]);
        }
      }
    }
    const kept = [...branches.values()].reduce((sum, list) => sum + list.length, 0);
    return kept === links.length ? new Trees(problem, order, branches) : null;
  }

  /** Least sum of costs over all choices of modes and starts that keep the links of the trees; infinite if there is none; NaN if it was cancelled. */
  cheapest(spans: readonly (readonly Span[])[], cost: CostOfStarts, cancelled?: () => boolean): number {
    const { activities, horizon } = this.problem;
    const tables = new Map<number, Float64Array[]>();
    let total = 0;
    for (const a of this.order.toReversed()) {
      if (cancelled?.()) return Number.NaN;
      const table = (activities[a]?.modes ?? []).map((mode, m) => {
        const row = new Float64Array(horizon + 1).fill(Number.POSITIVE_INFINITY);
        const span = spans[a]?.[m];
        if (span && span.from <= span.to) cost(a, mode, row, span);
        return row;
      });
      for (const branch of this.branches.get(a) ?? []) this.addBranch(a, table, branch, tables.get(branch.child) ?? []);
      if (this.children.has(a)) tables.set(a, table);
      else total += Math.min(...table.map(leastOf));
    }
    return total;
  }

  /** Adds the least cost of the child's tree to each mode and start of the parent. */
  private addBranch(a: number, table: readonly Float64Array[], { child, link }: Branch, below: Float64Array[]): void {
    const { activities, horizon } = this.problem;
    const [parent, other] = [activities[a], activities[child]];
    if (!parent || !other) return;
    const childFirst = link.from === child;
    const [end, childEnd] = childFirst ? [link.type[1], link.type[0]] : [link.type[0], link.type[1]];
    const byMoment = below.map((row, m) => {
      const shift = childEnd === 'F' ? (other.modes[m]?.duration ?? 0) : 0;
      return runningLeast(row, shift, horizon, childFirst);
    });
    const shared = parent.modeGroup !== null && parent.modeGroup === other.modeGroup;
    table.forEach((row, m) => {
      const shift = end === 'F' ? (parent.modes[m]?.duration ?? 0) : 0;
      const choices = shared ? byMoment.slice(m, m + 1) : byMoment;
      for (let start = 0; start <= horizon; start++) {
        if (row[start] === Number.POSITIVE_INFINITY) continue;
        const moment = start + shift + (childFirst ? -link.lag : link.lag);
        let least = Number.POSITIVE_INFINITY;
        for (const choice of choices) least = Math.min(least, atMoment(choice, moment, childFirst));
        row[start] = (row[start] ?? 0) + least;
      }
    });
  }
}

function leastOf(row: Float64Array): number {
  let least = Number.POSITIVE_INFINITY;
  for (const value of row) if (value < least) least = value;
  return least;
}

/** Least cost of a row over all moments (start plus shift) up to each moment, or from each moment on. */
function runningLeast(row: Float64Array, shift: number, horizon: number, upTo: boolean): Float64Array {
  const least = new Float64Array(horizon + 1);
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i <= horizon; i++) {
    const moment = upTo ? i : horizon - i;
    best = Math.min(best, row[moment - shift] ?? Number.POSITIVE_INFINITY);
    least[moment] = best;
  }
  return least;
}

/** Moments lie within 0..horizon: a limit outside either excludes nothing or everything. */
function atMoment(least: Float64Array, moment: number, upTo: boolean): number {
  const inside = Math.min(least.length - 1, Math.max(0, moment));
  const nothing = upTo ? moment < 0 : moment >= least.length;
  return nothing ? Number.POSITIVE_INFINITY : (least[inside] ?? Number.POSITIVE_INFINITY);
}
