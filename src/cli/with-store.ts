import { type Config, createLog, openConfiguredStore, readConfig } from '../server/index.ts';
import type { Store } from '../store/index.ts';

/** Opens the database that the environment names, uses it, and closes it whatever happens. */
export async function withStore<T>(use: (store: Store, config: Config) => Promise<T>): Promise<T> {
  const config = readConfig(process.env);
  const stopping = new AbortController();
  const store = await openConfiguredStore(config, createLog(config.logLevel), stopping.signal);
  try {
    return await use(store, config);
  } finally {
    stopping.abort();
    await store.close();
  }
}
