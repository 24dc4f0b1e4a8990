import { Problem } from './problems.ts';

/** How many attempts one address has, and how fast they come back. */
const ATTEMPTS = 20;
const REFILL_MS = 6_000;
const MAX_ADDRESSES = 10_000;

/**
 * Slows down guessing: each address has {@link ATTEMPTS} attempts and gets one back every {@link REFILL_MS}. Held in
 * this process only; a token has 256 bits, so that the limit protects the database from load, not the token.
 */
export class RateLimit {
  readonly #buckets = new Map<string, { left: number; at: number }>();
  readonly #now: () => number;

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** Takes one attempt of `address`; throws {@link Problem} with `Retry-After` when none is left. */
  take(address: string): void {
    const now = this.#now();
    const bucket = this.#buckets.get(address) ?? { left: ATTEMPTS, at: now };
    const left = Math.min(ATTEMPTS, bucket.left + (now - bucket.at) / REFILL_MS);
    if (left < 1) {
      const seconds = Math.ceil(((1 - left) * REFILL_MS) / 1000);
      throw new Problem('too-many-requests', { headers: { 'Retry-After': String(seconds) } });
    }
    // The oldest address makes room: a flood of addresses must not fill the memory.
    this.#buckets.delete(address);
    if (this.#buckets.size >= MAX_ADDRESSES) {
      const oldest = this.#buckets.keys().next().value;
      if (oldest !== undefined) this.#buckets.delete(oldest);
    }
    this.#buckets.set(address, { left: left - 1, at: now });
  }
}
