import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const compress = promisify(gzip);

/** An answer as it goes over the wire. */
export interface Answer {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The same compressed; null where it would not be worth it. */
  readonly gzip: Uint8Array<ArrayBuffer> | null;
  readonly headers: Readonly<Record<string, string>>;
}

interface Kept extends Answer {
  /** What the answer was computed from: the state of the city, and the day. */
  readonly state: string;
}

/** All answers together, in bytes; one city with 300 projects needs about one megabyte per set of roles. */
const MAX_BYTES = 64 * 1024 * 1024;

/** What fits into one packet is sent as it is. */
const WORTH_COMPRESSING = 1400;

/** Compressed once and sent many times: 6 percent shorter than zlib's default for twice its work; more gains nothing. */
const KEPT_LEVEL = 8;

/** Pictures and packed files hardly become shorter: these are not held twice. */
const WORTH_SENDING = 0.9;

/**
 * Answers of read routes, each kept until its city changes or the day ends. The state is asked from the database with
 * every request, so an answer is never older than the last change that was committed before the request came, on
 * whatever server it was made. The answers that were not asked for the longest time go first.
 */
export class AnswerCache {
  readonly #kept = new Map<string, Kept>();
  readonly #underway = new Map<string, Promise<Answer>>();
  readonly #limit: number;
  #bytes = 0;

  constructor(limit: number = MAX_BYTES) {
    this.#limit = limit;
  }

  /**
   * The answer to `key` in this state: the kept one, or `compute`, which many who ask at the same time wait for
   * together. What could not be computed is asked again by each, so that nobody gets somebody else's refusal.
   *
   * @param key names city, person's rights, address: whatever the answer depends on beside the state
   */
  async get(key: string, state: string, compute: () => Promise<Answer>): Promise<Answer> {
    const kept = this.#kept.get(key);
    if (kept?.state === state) {
      this.#kept.delete(key); // to the end: asked for last
      this.#kept.set(key, kept);
      return kept;
    }
    const name = `${state}\n${key}`;
    const underway = this.#underway.get(name);
    if (underway !== undefined) return underway.catch(compute);
    const computing = compute();
    this.#underway.set(name, computing);
    try {
      const answer = await computing;
      this.#keep(key, { ...answer, state });
      return answer;
    } finally {
      this.#underway.delete(name);
    }
  }

  #keep(key: string, answer: Kept): void {
    this.#drop(key);
    this.#kept.set(key, answer);
    this.#bytes += sizeOf(answer);
    for (const oldest of this.#kept.keys()) {
      if (this.#bytes <= this.#limit) break;
      this.#drop(oldest);
    }
  }

  #drop(key: string): void {
    const dropped = this.#kept.get(key);
    if (dropped === undefined) return;
    this.#bytes -= sizeOf(dropped);
    this.#kept.delete(key);
  }
}

const sizeOf = ({ bytes, gzip }: Answer): number => bytes.length + (gzip?.length ?? 0);

/** An answer as JSON. */
export function jsonAnswer(body: unknown, headers: Readonly<Record<string, string>>): Promise<Answer> {
  const bytes = new TextEncoder().encode(JSON.stringify(body));
  return answerOf(bytes, { 'Content-Type': 'application/json', ...headers });
}

/**
 * An answer with an ETag of its content unless it has one of its own. The tag is a weak one, as it stands for the
 * compressed answer too.
 */
export async function answerOf(
  bytes: Uint8Array<ArrayBuffer>,
  headers: Readonly<Record<string, string>>,
): Promise<Answer> {
  const tag = createHash('sha256').update(bytes).digest('base64url').slice(0, 22);
  const shorter = bytes.length < WORTH_COMPRESSING ? bytes : await compress(bytes, { level: KEPT_LEVEL });
  return {
    bytes,
    gzip: shorter.length < WORTH_SENDING * bytes.length ? shorter : null,
    headers: { ETag: `W/"${tag}"`, Vary: 'Accept-Encoding', ...headers },
  };
}
