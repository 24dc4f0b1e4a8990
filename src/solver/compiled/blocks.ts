import type { Arcs, Blocks } from './arcs.ts';

/** Strongly connected components in topological order: Tarjan 1972, with an explicit stack because chains can be long. */
export function findBlocks(count: number, arcs: Pick<Arcs, 'to' | 'outFirst' | 'outArc'>): Blocks {
  const index = new Int32Array(count).fill(-1);
  const low = new Int32Array(count);
  const component = new Int32Array(count).fill(-1);
  const cursor = Int32Array.from(arcs.outFirst.subarray(0, count));
  const open: number[] = [];
  const path: number[] = [];
  let visited = 0;
  let components = 0;
  for (let root = 0; root < count; root++) {
    if (index[root] !== -1) continue;
    path.push(root);
    while (path.length > 0) {
      const node = path[path.length - 1]!;
      if (index[node] === -1) {
        index[node] = low[node] = visited++;
        open.push(node);
      }
      if (cursor[node]! < arcs.outFirst[node + 1]!) {
        const next = arcs.to[arcs.outArc[cursor[node]!++]!]!;
        if (index[next] === -1) path.push(next);
        else if (component[next] === -1) low[node] = Math.min(low[node]!, index[next]!);
        continue;
      }
      path.pop();
      const parent = path[path.length - 1];
      if (parent !== undefined) low[parent] = Math.min(low[parent]!, low[node]!);
      if (low[node] !== index[node]) continue;
      let member = -1;
      while (member !== node) {
        member = open.pop()!;
        component[member] = components;
      }
      components++;
    }
  }
  return numberBlocks(component, components);
}

/** Tarjan finishes sinks first, so reversing its numbers gives a topological order. */
function numberBlocks(component: Int32Array, count: number): Blocks {
  const of = component.map((c) => count - 1 - c);
  const first = new Int32Array(count + 1);
  for (const block of of) first[block + 1]!++;
  for (let block = 0; block < count; block++) first[block + 1]! += first[block]!;
  const next = first.slice();
  const member = new Int32Array(of.length);
  of.forEach((block, activity) => {
    member[next[block]!++] = activity;
  });
  return { count, of, first, member };
}
