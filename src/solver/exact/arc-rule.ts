import type { Domains } from './domains.ts';
import { implication, type Nogood } from './nogood.ts';
import type { Tasks } from './tasks.ts';

/** Carries the bounds of a start along the arcs from and to its activity. */
export function applyArcs(tasks: Tasks, domains: Domains, activity: number): Nogood | null {
  const { arcs } = tasks.c;
  for (let i = arcs.outFirst[activity]!; i < arcs.outFirst[activity + 1]!; i++) {
    const conflict = applyArc(tasks, domains, arcs.outArc[i]!);
    if (conflict) return conflict;
  }
  for (let i = arcs.inFirst[activity]!; i < arcs.inFirst[activity + 1]!; i++) {
    const conflict = applyArc(tasks, domains, arcs.inArc[i]!);
    if (conflict) return conflict;
  }
  return null;
}

function applyArc(tasks: Tasks, domains: Domains, arc: number): Nogood | null {
  const { arcs } = tasks.c;
  const from = arcs.from[arc]!;
  const to = arcs.to[arc]!;
  if (tasks.isLeftOut[from] || tasks.isLeftOut[to]) return null;
  const gap =
    arcs.lag[arc]! +
    (arcs.fromFinish[arc] ? tasks.shortest(from, domains) : 0) -
    (arcs.toFinish[arc] ? tasks.longest(to, domains) : 0);
  const start = domains.low(from) + gap;
  if (start > domains.low(to)) {
    const reason = because(tasks, domains, arc, 2 * to, start, 2 * from);
    if (!domains.raise(2 * to, start, reason)) return reason;
  }
  const latest = domains.high(to) - gap;
  if (latest < domains.high(from)) {
    const reason = because(tasks, domains, arc, 2 * from + 1, 0 - latest, 2 * to + 1);
    if (!domains.raise(2 * from + 1, 0 - latest, reason)) return reason;
  }
  return null;
}

function because(tasks: Tasks, domains: Domains, arc: number, x: number, v: number, premise: number): Nogood {
  const { arcs } = tasks.c;
  const premises = [premise, domains.bound[premise]!];
  if (arcs.fromFinish[arc]) tasks.modePremises(arcs.from[arc]!, domains, premises);
  if (arcs.toFinish[arc]) tasks.modePremises(arcs.to[arc]!, domains, premises);
  return implication(x, v, premises, { kind: 'arc', arc });
}

/** The modes left leave a start only so late before the deadline. */
export function applyDeadline(tasks: Tasks, domains: Domains, activity: number): Nogood | null {
  const { c } = tasks;
  const latest = Math.min(c.deadline[activity]!, c.horizon) - tasks.shortest(activity, domains);
  if (latest >= domains.high(activity)) return null;
  const premises: number[] = [];
  tasks.modePremises(activity, domains, premises);
  const reason = implication(2 * activity + 1, 0 - latest, premises, { kind: 'window', activity });
  return domains.raise(2 * activity + 1, 0 - latest, reason) ? null : reason;
}
