import type { Domains, Explainer } from './domains.ts';
import { type Fact, NOTHING, type Nogood } from './nogood.ts';
import type { Tasks } from './tasks.ts';

/** Carries the bounds of starts along the arcs between activities. */
export class ArcRule {
  private readonly tasks: Tasks;
  private readonly domains: Domains;
  /** By arc: explains its steps where its ends are the same distance apart in all modes, else null. */
  private readonly even: (EvenArc | null)[];

  constructor(tasks: Tasks, domains: Domains) {
    this.tasks = tasks;
    this.domains = domains;
    const { from } = tasks.c.arcs;
    this.even = new Array<EvenArc | null>(from.length).fill(null);
    for (let arc = 0; arc < from.length; arc++) {
      if (isEven(tasks, arc)) this.even[arc] = new EvenArc(domains, tasks, arc, gapOf(tasks, domains, arc));
    }
  }

  /** The arcs from and to an activity whose start was narrowed. */
  apply(activity: number): Nogood | null {
    const { arcs } = this.tasks.c;
    for (let i = arcs.outFirst[activity]!; i < arcs.outFirst[activity + 1]!; i++) {
      const conflict = this.applyArc(arcs.outArc[i]!);
      if (conflict) return conflict;
    }
    for (let i = arcs.inFirst[activity]!; i < arcs.inFirst[activity + 1]!; i++) {
      const conflict = this.applyArc(arcs.inArc[i]!);
      if (conflict) return conflict;
    }
    return null;
  }

  private applyArc(arc: number): Nogood | null {
    const { tasks, domains } = this;
    const { bound } = domains;
    const even = this.even[arc]!;
    const from = tasks.c.arcs.from[arc]!;
    const to = tasks.c.arcs.to[arc]!;
    if (tasks.isLeftOut[from] || tasks.isLeftOut[to]) return null;
    const gap = even === null ? gapOf(tasks, domains, arc) : even.gap;
    const earliest = bound[2 * from]! + gap;
    if (earliest > bound[2 * to]!) {
      const broken = this.force(arc, even, 2 * to, earliest, 2 * from);
      if (broken) return broken;
    }
    const latest = bound[2 * to + 1]! + gap;
    return latest > bound[2 * from + 1]! ? this.force(arc, even, 2 * from + 1, latest, 2 * to + 1) : null;
  }

  /** Raises side x to v because of the bound of the premise; returns the nogood if that cannot be. */
  private force(arc: number, even: EvenArc | null, x: number, v: number, premise: number): Nogood | null {
    const { domains } = this;
    if (even !== null) return domains.raiseFor(x, v, even) ? null : even.because(x, v);
    const reason = this.because(arc, x, v, premise);
    return domains.raise(x, v, reason) ? null : reason;
  }

  private because(arc: number, x: number, v: number, premise: number): Nogood {
    const { tasks, domains } = this;
    const { arcs } = tasks.c;
    const literals = [x ^ 1, 1 - v, premise, domains.bound[premise]!];
    if (arcs.fromFinish[arc]) tasks.modePremises(arcs.from[arc]!, domains, literals);
    if (arcs.toFinish[arc]) tasks.modePremises(arcs.to[arc]!, domains, literals);
    return { literals, fact: { kind: 'arc', arc }, from: NOTHING };
  }
}

/** An arc whose ends are the same distance apart in all modes: what it forces lies that far from what forced it. */
class EvenArc implements Explainer {
  /** Least difference of the two starts. */
  readonly gap: number;
  private readonly domains: Domains;
  private readonly from: number;
  private readonly to: number;
  private readonly fact: Fact;

  constructor(domains: Domains, { c: { arcs } }: Tasks, arc: number, gap: number) {
    this.gap = gap;
    this.domains = domains;
    this.from = arcs.from[arc]!;
    this.to = arcs.to[arc]!;
    this.fact = { kind: 'arc', arc };
  }

  explain(event: number): Nogood {
    return this.because(this.domains.side[event]!, this.domains.value[event]!);
  }

  because(x: number, v: number): Nogood {
    const premise = (x & 1) === 0 ? 2 * this.from : 2 * this.to + 1;
    return { literals: [x ^ 1, 1 - v, premise, v - this.gap], fact: this.fact, from: NOTHING };
  }
}

function isEven({ c: { arcs }, modeVariable }: Tasks, arc: number): boolean {
  const depends = (end: number, isFinish: number) => isFinish === 1 && modeVariable[end]! >= 0;
  return !depends(arcs.from[arc]!, arcs.fromFinish[arc]!) && !depends(arcs.to[arc]!, arcs.toFinish[arc]!);
}

/** Least difference of the two starts in the modes that are left. */
function gapOf(tasks: Tasks, domains: Domains, arc: number): number {
  const { arcs } = tasks.c;
  return (
    arcs.lag[arc]! +
    (arcs.fromFinish[arc] ? tasks.shortest(arcs.from[arc]!, domains) : 0) -
    (arcs.toFinish[arc] ? tasks.longest(arcs.to[arc]!, domains) : 0)
  );
}
