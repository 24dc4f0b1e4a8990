interface Batch {
  readonly actors: string[];
  readonly written: Promise<void>;
}

/**
 * Puts on record what people were given, such as an export. The audit chain takes one writer at a time and each commit
 * waits for the disk: who comes while one is under way is written with all others that wait, in one transaction.
 */
export class SharedEvents {
  readonly #write: (city: string, action: string, actors: readonly string[]) => Promise<void>;
  /** Batches that still take people in, and the end of what is written before them. */
  readonly #open = new Map<string, Batch>();
  readonly #before = new Map<string, Promise<void>>();

  constructor(write: (city: string, action: string, actors: readonly string[]) => Promise<void>) {
    this.#write = write;
  }

  /** Resolves when the event is committed; rejects, with all that were to be written with it, when it cannot be. */
  record(city: string, action: string, actor: string): Promise<void> {
    const key = JSON.stringify([city, action]);
    const batch = this.#open.get(key) ?? this.#begin(key, city, action);
    batch.actors.push(actor);
    return batch.written;
  }

  #begin(key: string, city: string, action: string): Batch {
    const actors: string[] = [];
    const before = this.#before.get(key) ?? Promise.resolve();
    const written = before.then(() => {
      this.#open.delete(key);
      return this.#write(city, action, actors);
    });
    const ended = written
      .catch(() => {}) // those who wait are told
      .then(() => {
        if (this.#before.get(key) === ended) this.#before.delete(key);
      });
    this.#before.set(key, ended);
    const batch = { actors, written };
    this.#open.set(key, batch);
    return batch;
  }
}
