import type { SearchOptions } from '../plan-agenda.ts';
import type { Translation } from '../translation/translate.ts';
import type { KeptSearch } from './kept.ts';
import { type ProofEffort, proofConflicts } from './kept-proof.ts';

/** How an answer may search. */
export interface QuestionOptions {
  seed: number;
  /** Search steps of one search for a kept plan; an answer makes some dozens of them. */
  iterations?: number;
  /** Whether to settle every date by a complete search with proof: some seconds more, so not for an answer while one types. */
  prove?: boolean;
  /** Called before each part; `done` of `total` parts are finished. */
  onProgress?: (done: number, total: number) => void;
  /** True ends the run: the parts computed so far are returned, marked as incomplete. */
  cancelled?: () => boolean;
}

/** Steps after which one search for a kept plan of the example rarely gets better. */
const DEFAULT_ITERATIONS = 2000;

/** Share of the steps after the last better plan that are enough for a comparison. */
const IDLE_SHARE = 0.64;

/** Parts of an answer, for the progress bar: balances, kept, displacing, five for the reasons, seven measures, four trade-offs. */
const PARTS = 19;

/** Proofs of an answer: kept, displacing, seven measures, two sets that are dropped, least extra capacity. */
const PROOFS = 12;

/** All proofs of an answer together may take as many dead ends as this many that stay open; the example needs less than two. */
const ANSWER_PROOFS = 3;

/** Counts parts and steps of one answer, and stops it between parts when the caller asks for it. */
export class Run {
  iterations = 0;
  stopped = false;
  readonly #options: QuestionOptions;
  #done = 0;
  #conflicts = 0;

  constructor(options: QuestionOptions) {
    this.#options = options;
  }

  /** Options of one search with a share of the steps. */
  search(share: number): SearchOptions {
    const iterations = Math.max(50, Math.round((this.#options.iterations ?? DEFAULT_ITERATIONS) * share));
    const { seed, cancelled } = this.#options;
    return { seed, limit: { iterations }, ...(cancelled ? { cancelled } : {}) };
  }

  /** Options of a search whose result is only compared with the headline: it ends when nothing better turns up for a while. */
  comparison(share: number): KeptSearch {
    return { ...this.search(share), idle: this.search(IDLE_SHARE).limit.iterations ?? 0 };
  }

  /** Whether the caller asks for an end. */
  readonly cancelled = (): boolean => this.#options.cancelled?.() === true;

  get proves(): boolean {
    return this.#options.prove === true;
  }

  /** How long to look for the proof of one date: what one proof may take, as far as the whole answer still has it. */
  effort(translation: Translation): ProofEffort {
    const { cancelled } = this.#options;
    const most = proofConflicts(translation);
    const conflicts = Math.max(0, Math.min(most, ANSWER_PROOFS * most - this.#conflicts));
    const spent = (more: number): void => {
      this.#conflicts += more;
    };
    return { conflicts, spent, ...(cancelled ? { cancelled } : {}) };
  }

  /** Computes one part, or null once the caller has stopped the run. */
  part<T>(compute: () => T): T | null {
    if (this.#options.cancelled?.()) {
      this.stopped = true;
      return null;
    }
    const parts = this.proves ? PARTS + PROOFS : PARTS;
    this.#options.onProgress?.(Math.min(this.#done++, parts - 1), parts);
    const result = compute();
    if (this.#options.cancelled?.()) this.stopped = true;
    return result;
  }
}
