import { listenProgress, type Store } from '../../store/index.ts';

const keyOf = (city: string, id: string): string => JSON.stringify([city, id]);

/**
 * Tells whoever waits in this process that a job has moved, on whichever server or worker it did: the database
 * announces it to all. What has changed is then read from the database, under the rights of the one who asks.
 */
export class JobEvents {
  readonly #listeners = new Map<string, Set<() => void>>();
  #stop: () => Promise<void> = async () => {};

  static async start(store: Store): Promise<JobEvents> {
    const events = new JobEvents();
    events.#stop = await listenProgress(store, (notice) => {
      if (notice) events.#tell(keyOf(notice.city, notice.id));
      else for (const key of events.#listeners.keys()) events.#tell(key); // notices were lost: all look again
    });
    return events;
  }

  /** Calls `hear` whenever the job moves, until the returned function is called. */
  subscribe(city: string, id: string, hear: () => void): () => void {
    const key = keyOf(city, id);
    const listeners = this.#listeners.get(key) ?? new Set();
    this.#listeners.set(key, listeners);
    listeners.add(hear);
    return () => {
      listeners.delete(hear);
      if (listeners.size === 0) this.#listeners.delete(key);
    };
  }

  async close(): Promise<void> {
    this.#listeners.clear();
    await this.#stop();
  }

  #tell(key: string): void {
    for (const hear of this.#listeners.get(key) ?? []) hear();
  }
}
