import type { Rng } from './rng.ts';

/** A kind of move. The numbers are positions in the arrays of `Operators`. */
export const PULL = 0;
export const BEFORE = 1;
export const RANDOM = 2;
export const GROUP = 3;
export const CHAIN = 4;

/**
 * How often each kind is drawn before anything is known, in relation to the others; set on tightly loaded portfolios of 40 activities. Pulls
 * take part only while annealing: four in five moves.
 */
const SHARES = [4, 0.6, 0.27, 0.07, 0.06];

/** What became of a move. */
export const REJECTED = 0;
export const SAME = 1;
const WORSE = 2;
const BETTER = 3;
export const BEST = 4;

/** Of a move that was accepted and changed the energy by so much. */
export function outcomeOf(change: number): number {
  return change < 0 ? BETTER : change > 0 ? WORSE : SAME;
}

/** Score per outcome: sigma 1 to 3 of Ropke and Pisinger (2006, section 3.4.2), who found that moves to somewhere new deserve more than small gains. */
const SCORES = [0, 0, 13, 9, 33];
/** Moves between two looks at the scores, and how much of a weight is then replaced (ibid., section 3.4.3). */
const SEGMENT = 100;
const REACTION = 0.1;
/** No kind becomes rarer than this part of its share: what is no use now may be later. */
const LEAST = 0.2;

/**
 * Draws the kinds of moves, those more often that were worth more of late (adaptive large-neighbourhood search, Ropke and Pisinger 2006). A
 * weight says how much a move of its kind scored in relation to all moves; it multiplies the kind's share.
 */
export class Operators {
  private readonly rng: Rng;
  private readonly weight = new Float64Array(SHARES.length).fill(1);
  private readonly score = new Float64Array(SHARES.length);
  private readonly uses = new Float64Array(SHARES.length);
  private last = PULL;
  private moves = 0;

  constructor(rng: Rng) {
    this.rng = rng;
  }

  /** How often this kind is drawn at present, in relation to the others. */
  share(operator: number): number {
    return SHARES[operator]! * Math.max(LEAST, this.weight[operator]!);
  }

  /** The kind of the next move, from the given one on. */
  draw(first: typeof PULL | typeof BEFORE): number {
    let sum = 0;
    for (let k = first; k < SHARES.length; k++) sum += this.share(k);
    let rest = this.rng.unit() * sum;
    let operator: number = first;
    while (operator < CHAIN && rest >= this.share(operator)) rest -= this.share(operator++);
    this.last = operator;
    return operator;
  }

  /** Notes what became of the move that was drawn last. */
  note(outcome: number): void {
    this.score[this.last]! += SCORES[outcome]!;
    this.uses[this.last]!++;
    if (++this.moves % SEGMENT === 0) this.adapt();
  }

  private adapt(): void {
    const { weight, score, uses } = this;
    let total = 0;
    for (let k = 0; k < score.length; k++) total += score[k]!;
    const mean = total / SEGMENT;
    for (let k = 0; k < weight.length && mean > 0; k++) {
      if (uses[k]! > 0) weight[k] = (1 - REACTION) * weight[k]! + (REACTION * score[k]!) / uses[k]! / mean;
    }
    score.fill(0);
    uses.fill(0);
  }
}
