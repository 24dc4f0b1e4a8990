import { Problem } from './problems.ts';

/** How many failures one address has, and how fast they come back. */
const ATTEMPTS = 20;
const REFILL_MS = 6_000;
const MAX_ADDRESSES = 10_000;

/**
 * Slows down guessing: each address has {@link ATTEMPTS} failures and gets one back every {@link REFILL_MS}. Held in
 * this process only; a token has 256 bits, so that the limit protects the database from load, not the token.
 */
export class RateLimit {
  readonly #failures = new Map<string, { left: number; at: number }>();
  readonly #now: () => number;

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** Throws {@link Problem} with `Retry-After` when the address has failed too often. */
  check(address: string): void {
    const left = this.#left(address);
    if (left >= 1) return;
    const seconds = Math.ceil(((1 - left) * REFILL_MS) / 1000);
    throw new Problem('too-many-requests', { headers: { 'Retry-After': String(seconds) } });
  }

  /** Counts a failure. */
  failed(address: string): void {
    const left = this.#left(address) - 1;
    this.#failures.delete(address);
    // The oldest address makes room: a flood of addresses must not fill the memory.
    const oldest = this.#failures.keys().next().value;
    if (this.#failures.size >= MAX_ADDRESSES && oldest !== undefined) this.#failures.delete(oldest);
    this.#failures.set(address, { left, at: this.#now() });
  }

  #left(address: string): number {
    const known = this.#failures.get(address);
    return known ? Math.min(ATTEMPTS, known.left + (this.#now() - known.at) / REFILL_MS) : ATTEMPTS;
  }
}
