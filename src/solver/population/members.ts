import type { Rng } from '../search/rng.ts';
import type { Member } from './member.ts';

/** Rivals among which the worst one makes room. */
const TOURNAMENT = 4;
/** Two schedules are nearly the same if their starts differ by less than this share of the makespan on average. */
const NEAR = 0.02;

/**
 * The members of a population, kept apart from one another. A child that is nearly the same as a member may take the place of that member
 * only; every other one takes the place of the worst of a few (crowding, De Jong 1975; niches, Mahfoud 1995). Else, as schedules
 * of one length have countless variants, variants of a few good ones would soon be all there is.
 */
export class Members {
  readonly all: Member[] = [];
  private readonly rng: Rng;

  constructor(rng: Rng) {
    this.rng = rng;
  }

  /** Takes a child in if it is no worse than what it replaces; true if it is better. */
  take(child: Member): boolean {
    const near = this.nearest(child);
    if (near >= 0 && same(this.all[near]!, child)) return false;
    const place = near >= 0 ? near : this.worstOfSome();
    const difference = this.all[place]!.value - child.value;
    if (difference >= 0) this.all[place] = child;
    return difference > 0;
  }

  /** The member most like the child among those that are nearly the same, or -1. */
  private nearest(child: Member): number {
    let near = -1;
    let least = Math.max(1, Math.round(NEAR * child.makespan * child.start.length));
    for (let m = 0; m < this.all.length; m++) {
      const distance = distanceBelow(least, this.all[m]!.start, child.start);
      if (distance >= least) continue;
      near = m;
      least = distance;
    }
    return near;
  }

  private worstOfSome(): number {
    const { all, rng } = this;
    let worst = rng.below(all.length);
    for (let i = 1; i < TOURNAMENT; i++) {
      const rival = rng.below(all.length);
      if (all[rival]!.value > all[worst]!.value) worst = rival;
    }
    return worst;
  }
}

/** Sum of the differences of starts; only known to be too much as soon as it reaches `enough`. */
function distanceBelow(enough: number, one: Int32Array, other: Int32Array): number {
  let distance = 0;
  for (let a = 0; a < one.length && distance < enough; a++) distance += Math.abs(one[a]! - other[a]!);
  return distance;
}

function same(one: Member, other: Member): boolean {
  for (let a = 0; a < one.start.length; a++)
    if (one.start[a] !== other.start[a] || one.mode[a] !== other.mode[a]) return false;
  return true;
}
