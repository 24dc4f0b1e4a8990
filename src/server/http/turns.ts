import { Problem } from './problems.ts';

/** Longer nobody waits in front of a page that says nothing. */
const PATIENCE = 30_000;

/** Lets only so many work at once; the others wait in the order in which they came. */
export class Turns {
  readonly #waiting: (() => void)[] = [];
  readonly #patience: number;
  #free: number;

  constructor(atOnce: number, patience: number = PATIENCE) {
    this.#free = atOnce;
    this.#patience = patience;
  }

  /** Throws {@link Problem} `database-away` to whoever would have to wait too long. */
  async take<T>(work: () => Promise<T>): Promise<T> {
    if (this.#free > 0) this.#free--;
    else await this.#wait();
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) this.#free++;
      else next();
    }
  }

  #wait(): Promise<void> {
    return new Promise((go, giveUp) => {
      const mine = (): void => {
        clearTimeout(timer);
        go();
      };
      const timer = setTimeout(() => {
        this.#waiting.splice(this.#waiting.indexOf(mine), 1);
        giveUp(new Problem('database-away', { headers: { 'Retry-After': '5' } }));
      }, this.#patience);
      this.#waiting.push(mine);
    });
  }
}
