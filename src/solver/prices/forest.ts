import type { Compiled } from '../compiled/compile.ts';

/** A link seen from the activity nearer to the root: what the partner's moment must keep to. */
export interface Branch {
  readonly child: number;
  /** Whether the child comes first, so that its moment is at most the parent's. */
  readonly before: boolean;
  readonly lag: number;
  readonly parentFinish: boolean;
  readonly childFinish: boolean;
  /** Whether both share their mode. */
  readonly sameMode: boolean;
}

/** Activities in trees: every child lies behind its parent in `order`. */
export interface Forest {
  readonly order: Int32Array;
  readonly parent: Int32Array;
  readonly branches: readonly (readonly Branch[])[];
  /** Numbers of the links that are kept. */
  readonly links: readonly number[];
}

/**
 * Keeps as many links as leave no circle (Kruskal 1956): those within a mode group first, then in their order. What is left out counts only
 * through the windows of the starts. Trees in which nothing matters cost nothing at any prices and are left out.
 */
export function makeForest(
  c: Compiled,
  linkOfArc: readonly number[],
  takesPart: (activity: number) => boolean,
  matters: (activity: number) => boolean,
): Forest {
  const { arcs } = c;
  const root = Int32Array.from({ length: c.activities }, (_, a) => a);
  const find = (a: number): number => {
    let top = a;
    while (root[top] !== top) top = root[top] = root[root[top]!]!;
    return top;
  };
  const shares = (k: number) => sameMode(c, arcs.from[k]!, arcs.to[k]!);
  const all = Array.from(arcs.from.keys()).filter(
    (k) => linkOfArc[k]! >= 0 && takesPart(arcs.from[k]!) && takesPart(arcs.to[k]!),
  );
  const kept: number[] = [];
  for (const k of [...all.filter(shares), ...all.filter((arc) => !shares(arc))]) {
    const [one, other] = [find(arcs.from[k]!), find(arcs.to[k]!)];
    if (one === other) continue;
    root[one] = other;
    kept.push(k);
  }
  const alive = new Set(
    Array.from(root.keys())
      .filter((a) => takesPart(a) && matters(a))
      .map(find),
  );
  return { ...hang(c, kept, (a) => takesPart(a) && alive.has(find(a))), links: kept.map((k) => linkOfArc[k]!) };
}

function sameMode(c: Compiled, one: number, other: number): boolean {
  return c.modeGroup[one]! >= 0 && c.modeGroup[one] === c.modeGroup[other];
}

/** Hangs each tree at its lowest activity. */
function hang(c: Compiled, kept: readonly number[], takesPart: (activity: number) => boolean): Omit<Forest, 'links'> {
  const touching: number[][] = Array.from({ length: c.activities }, () => []);
  for (const k of kept) {
    touching[c.arcs.from[k]!]!.push(k);
    touching[c.arcs.to[k]!]!.push(k);
  }
  const branches: Branch[][] = Array.from({ length: c.activities }, () => []);
  const seen = new Uint8Array(c.activities);
  const parent = new Int32Array(c.activities).fill(-1);
  const order: number[] = [];
  for (let top = 0; top < c.activities; top++) {
    if (seen[top] || !takesPart(top)) continue;
    seen[top] = 1;
    const stack = [top];
    for (let a = stack.pop(); a !== undefined; a = stack.pop()) {
      order.push(a);
      for (const k of touching[a]!) {
        const before = c.arcs.to[k] === a;
        const child = before ? c.arcs.from[k]! : c.arcs.to[k]!;
        if (seen[child]) continue;
        seen[child] = 1;
        parent[child] = a;
        stack.push(child);
        const [from, to] = [c.arcs.fromFinish[k] === 1, c.arcs.toFinish[k] === 1];
        branches[a]!.push({
          child,
          before,
          lag: c.arcs.lag[k]!,
          parentFinish: before ? to : from,
          childFinish: before ? from : to,
          sameMode: sameMode(c, a, child),
        });
      }
    }
  }
  return { order: Int32Array.from(order), parent, branches };
}
