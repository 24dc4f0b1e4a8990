import type { Domains } from './domains.ts';
import type { Nogood } from './nogood.ts';

/** Learned nogoods, two literals of each watched that are not yet true (Moskewicz et al. 2001), so that most events touch few of them. */
export class Learned {
  private readonly domains: Domains;
  /** By side; null where nothing is watched, as on most sides for long. */
  private readonly watching: (Nogood[] | null)[];
  count = 0;

  constructor(domains: Domains) {
    this.domains = domains;
    this.watching = new Array<Nogood[] | null>(domains.bound.length).fill(null);
  }

  /** Adds a nogood whose first literal is the only one that is not true. */
  add(nogood: Nogood): void {
    this.count++;
    if (nogood.literals.length < 4) return;
    this.watch(nogood.literals[0]!, nogood);
    this.watch(nogood.literals[2]!, nogood);
  }

  private watch(x: number, nogood: Nogood): void {
    const list = this.watching[x]!;
    if (list === null) this.watching[x] = [nogood];
    else list.push(nogood);
  }

  /** Uses the nogoods that watch side x after its bound rose; returns one that holds entirely, or null. */
  visit(x: number): Nogood | null {
    const { domains } = this;
    const list = this.watching[x]!;
    if (list === null) return null;
    // Called for every bound that moves: looked up here and not behind methods, which would be slow until they are compiled.
    const { bound } = domains;
    let kept = 0;
    let broken: Nogood | null = null;
    for (let i = 0; i < list.length; i++) {
      const nogood = list[i]!;
      list[kept++] = nogood;
      if (broken !== null) continue;
      const { literals } = nogood;
      const here = literals[0] === x && bound[x]! >= literals[1]! ? 0 : 2;
      if (literals[here] !== x || bound[x]! < literals[here + 1]!) continue;
      const other = literals[2 - here]!;
      const opposite = 1 - literals[3 - here]!;
      if (bound[other ^ 1]! >= opposite) continue;
      if (this.moveWatch(nogood, here)) kept--;
      else if (!domains.raise(other ^ 1, opposite, nogood)) broken = nogood;
    }
    while (list.length > kept) list.pop();
    return broken;
  }

  /** Watches another literal that is not true instead of the one at `here`. */
  private moveWatch(nogood: Nogood, here: number): boolean {
    const { literals } = nogood;
    const { bound } = this.domains;
    for (let k = 4; k < literals.length; k += 2) {
      const x = literals[k]!;
      const v = literals[k + 1]!;
      if (bound[x]! >= v) continue;
      literals[k] = literals[here]!;
      literals[k + 1] = literals[here + 1]!;
      literals[here] = x;
      literals[here + 1] = v;
      this.watch(x, nogood);
      return true;
    }
    return false;
  }
}
