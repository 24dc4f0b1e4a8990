import type { CompiledChoice } from './compile-choice.ts';

/** Not decided yet. */
export const FREE = 0;
/** Carried out in every plan. */
export const CERTAIN = 1;
/** Dropped in every plan. */
export const RULED_OUT = 2;

/** What is certain about each group, or the group that would have to be carried out and dropped at once. */
export type Settled = { readonly state: Uint8Array } | { readonly contradiction: number };

/**
 * Draws all simple conclusions from what holds between groups (unit propagation): groups that are not optional are carried out, groups in
 * `impossible` are not, and so on along requirements and alternatives.
 */
export function settle(choice: CompiledChoice, impossible: Uint8Array): Settled {
  const conclusions = new Conclusions(choice, new Uint8Array(choice.groups));
  for (let g = 0; g < choice.groups; g++) {
    if (!choice.optional[g]) conclusions.assign(g, CERTAIN);
    if (impossible[g]) conclusions.assign(g, RULED_OUT);
  }
  return conclusions.run();
}

/** Most tries of `findSelection`; agendas have a few alternatives, but a crafted puzzle must not hang. */
const MOST_TRIES = 20_000;

/**
 * One consistent choice (1 = carried out) with as little as possible beyond what is certain: depth-first over the alternatives that need
 * exactly one member. `none`: there is no such choice. `unknown`: not found within the limit.
 */
export function findSelection(choice: CompiledChoice, state: Uint8Array): Uint8Array | 'none' | 'unknown' {
  const open: Uint8Array[] = [state];
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const present = open.pop();
    if (present === undefined) return 'none';
    const set = choice.sets.findIndex((_, s) => choice.exactlyOne[s] && isOpen(choice, present, s));
    if (set < 0) return present.map((value) => (value === CERTAIN ? 1 : 0));
    for (const g of choice.sets[set]!.toReversed()) {
      if (present[g] !== FREE) continue;
      const conclusions = new Conclusions(choice, present.slice());
      conclusions.assign(g, CERTAIN);
      const next = conclusions.run();
      if ('state' in next) open.push(next.state);
    }
  }
  return 'unknown';
}

function isOpen(choice: CompiledChoice, state: Uint8Array, set: number): boolean {
  return choice.sets[set]!.every((g) => state[g] !== CERTAIN);
}

class Conclusions {
  private readonly choice: CompiledChoice;
  private readonly state: Uint8Array;
  private readonly queue: number[] = [];
  private contradiction = -1;

  constructor(choice: CompiledChoice, state: Uint8Array) {
    this.choice = choice;
    this.state = state;
  }

  assign(g: number, value: number): void {
    if (this.state[g] === value) return;
    if (this.state[g] !== FREE) {
      this.contradiction = g;
      return;
    }
    this.state[g] = value;
    this.queue.push(g);
  }

  run(): Settled {
    for (let g = this.queue.pop(); g !== undefined && this.contradiction < 0; g = this.queue.pop()) this.follow(g);
    return this.contradiction < 0 ? { state: this.state } : { contradiction: this.contradiction };
  }

  private follow(g: number): void {
    const { choice, state } = this;
    const chosen = state[g] === CERTAIN;
    for (const other of chosen ? choice.needs[g]! : choice.neededBy[g]!)
      this.assign(other, chosen ? CERTAIN : RULED_OUT);
    for (const s of choice.setsOf[g]!) {
      const set = choice.sets[s]!;
      if (chosen) {
        for (const other of set) if (other !== g) this.assign(other, RULED_OUT);
      } else if (choice.exactlyOne[s]) {
        const left = set.filter((other) => state[other] !== RULED_OUT);
        if (left.length === 0) this.contradiction = g;
        if (left.length === 1) this.assign(left[0]!, CERTAIN);
      }
    }
  }
}
