import type { Domains } from './domains.ts';
import type { Nogood } from './nogood.ts';

/** Learned nogoods, two literals of each watched that are not yet true (Moskewicz et al. 2001), so that most events touch few of them. */
export class Learned {
  private readonly domains: Domains;
  private readonly watching: Nogood[][];
  count = 0;

  constructor(domains: Domains) {
    this.domains = domains;
    this.watching = Array.from(domains.bound, () => []);
  }

  /** Adds a nogood whose first literal is the only one that is not true. */
  add(nogood: Nogood): void {
    this.count++;
    if (nogood.literals.length < 4) return;
    this.watching[nogood.literals[0]!]!.push(nogood);
    this.watching[nogood.literals[2]!]!.push(nogood);
  }

  /** Uses the nogoods that watch side x after its bound rose; returns one that holds entirely, or null. */
  visit(x: number): Nogood | null {
    const { domains } = this;
    const list = this.watching[x]!;
    if (list.length === 0) return null;
    let kept = 0;
    for (let i = 0; i < list.length; i++) {
      const nogood = list[i]!;
      const literals = nogood.literals;
      const here = literals[0] === x && this.isTrue(literals, 0) ? 0 : 2;
      if (literals[here] !== x || !this.isTrue(literals, here)) {
        list[kept++] = nogood;
        continue;
      }
      const other = 2 - here;
      if (this.isFalse(literals, other) || !this.moveWatch(nogood, here)) {
        list[kept++] = nogood;
        if (this.isFalse(literals, other)) continue;
        if (domains.raise(literals[other]! ^ 1, 1 - literals[other + 1]!, nogood)) continue;
        while (++i < list.length) list[kept++] = list[i]!;
        shorten(list, kept);
        return nogood;
      }
    }
    shorten(list, kept);
    return null;
  }

  private isTrue(literals: readonly number[], at: number): boolean {
    return this.domains.bound[literals[at]!]! >= literals[at + 1]!;
  }

  private isFalse(literals: readonly number[], at: number): boolean {
    return this.domains.bound[literals[at]! ^ 1]! >= 1 - literals[at + 1]!;
  }

  /** Watches another literal that is not true instead of the one at `here`. */
  private moveWatch(nogood: Nogood, here: number): boolean {
    const { literals } = nogood;
    for (let k = 4; k < literals.length; k += 2) {
      if (this.isTrue(literals, k)) continue;
      const x = literals[k]!;
      const v = literals[k + 1]!;
      literals[k] = literals[here]!;
      literals[k + 1] = literals[here + 1]!;
      literals[here] = x;
      literals[here + 1] = v;
      this.watching[x]!.push(nogood);
      return true;
    }
    return false;
  }
}

/** Setting the length of an array is a slow call, even where nothing changes. */
function shorten(list: Nogood[], length: number): void {
  while (list.length > length) list.pop();
}
