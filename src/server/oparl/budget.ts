import type { Text } from '../../agenda/index.ts';
import type { Fetched, Fetcher, FetchLimits } from '../fetch/fetcher.ts';
import { FetchRefusal } from '../fetch/refusal.ts';

/** How far one run may go; whoever has more gets it in the next run. */
export interface RunLimits {
  requests: number;
  bytes: number;
  milliseconds: number;
  /** Pages of one list, and objects that are fetched one by one because no list has them. */
  pages: number;
  single: number;
  answer: FetchLimits;
}

export const RUN_LIMITS: RunLimits = {
  requests: 3_000,
  bytes: 300 * 1024 * 1024,
  milliseconds: 15 * 60_000,
  pages: 1_000,
  single: 500,
  answer: { bytes: 10 * 1024 * 1024, milliseconds: 30_000 },
};

/** The run has used up what it may; what it has by now stays. */
export class BudgetSpent extends Error {
  readonly text: Text = {
    de: 'Der Abruf hat seine Grenze erreicht (Anfragen, Datenmenge oder Zeit); der Rest folgt beim nächsten Mal.',
    en: 'The run has reached its limit (requests, amount of data or time); the rest follows the next time.',
  };
}

/** Fetches within the limits of a run, and counts what it takes. */
export class Budget {
  readonly #fetcher: Fetcher;
  readonly #limits: RunLimits;
  readonly #signal: AbortSignal;
  readonly #end: number;
  requests = 0;
  bytes = 0;

  constructor(fetcher: Fetcher, limits: RunLimits, signal: AbortSignal) {
    this.#fetcher = fetcher;
    this.#limits = limits;
    this.#signal = signal;
    this.#end = performance.now() + limits.milliseconds;
  }

  async fetch(url: string): Promise<Fetched> {
    this.#signal.throwIfAborted();
    const { requests, bytes, answer } = this.#limits;
    if (this.requests >= requests || this.bytes >= bytes || performance.now() >= this.#end) throw new BudgetSpent();
    this.requests++;
    const fetched = await this.#fetcher(url, answer, this.#signal);
    this.bytes += fetched.bytes.length;
    return fetched;
  }

  /** Servers do not agree whether an address ends with a slash; when one writing is unknown, the other is tried. */
  async fetchEither(url: string): Promise<Fetched> {
    try {
      return await this.fetch(url);
    } catch (error) {
      if (!(error instanceof FetchRefusal) || error.status !== 404) throw error;
      const other = new URL(url);
      other.pathname = other.pathname.endsWith('/') ? other.pathname.slice(0, -1) : `${other.pathname}/`;
      return this.fetch(other.href);
    }
  }
}
