import type { Logger } from 'pino';
import { deleteExpired, type Store } from '../../store/index.ts';

const EVERY_MS = 6 * 3_600_000;

/** Removes expired sessions and links, and what repeated requests and ended jobs have left, now and every six hours. */
export function keepHouse(store: Store, log: Logger): () => void {
  const clean = (): void => {
    deleteExpired(store.db).catch((error: unknown) => log.warn({ err: error }, 'could not remove what has expired'));
  };
  clean();
  const timer = setInterval(clean, EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}
