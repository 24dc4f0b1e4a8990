import type { Mode, Problem } from '../model/problem.ts';

/** Reservoirs and, per slot, what it adds to a level while it runs and from its finish on. */
export interface CompiledStock {
  readonly count: number;
  readonly initial: Int32Array;
  /** Highest level; the largest 32-bit integer where there is none. */
  readonly maximum: Int32Array;
  /** Steps of a slot: stepFirst[slot] .. stepFirst[slot + 1], one per reservoir it touches. */
  readonly stepFirst: Int32Array;
  readonly stepReservoir: Int32Array;
  /** Added to the level from the start until before the finish. */
  readonly running: Int32Array;
  /** Added to the level from the finish on. */
  readonly after: Int32Array;
}

const NO_MAXIMUM = 2 ** 31 - 1;

/** Gathers the changes of each mode by reservoir. */
export function compileStock({ reservoirs, activities }: Problem): CompiledStock {
  const slots = activities.flatMap((activity) => activity.modes.map(stepsOf));
  const stepFirst = new Int32Array(slots.length + 1);
  slots.forEach((steps, slot) => {
    stepFirst[slot + 1] = stepFirst[slot]! + steps.length;
  });
  const steps = slots.flat();
  return {
    count: reservoirs.length,
    initial: Int32Array.from(reservoirs, (reservoir) => reservoir.initial),
    maximum: Int32Array.from(reservoirs, (reservoir) => reservoir.maximum ?? NO_MAXIMUM),
    stepFirst,
    stepReservoir: Int32Array.from(steps, (step) => step.reservoir),
    running: Int32Array.from(steps, (step) => step.running),
    after: Int32Array.from(steps, (step) => step.after),
  };
}

interface Step {
  reservoir: number;
  running: number;
  after: number;
}

function stepsOf(mode: Mode): Step[] {
  if (mode.changes.length === 0) return [];
  const steps = new Map<number, Step>();
  for (const { reservoir, at, amount } of mode.changes) {
    const step = steps.get(reservoir) ?? { reservoir, running: 0, after: 0 };
    if (at === 'start') step.running += amount;
    step.after += amount;
    steps.set(reservoir, step);
  }
  return [...steps.values()].filter((step) => step.running !== 0 || step.after !== 0);
}

/** The same problem with reservoirs that bind nothing: a relaxation. */
export function withoutStock<T extends { readonly stock: CompiledStock }>(c: T): T {
  return c.stock.count === 0 ? c : { ...c, stock: { ...c.stock, count: 0 } };
}
