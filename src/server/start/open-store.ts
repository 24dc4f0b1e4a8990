import type { Logger } from 'pino';
import { openStore, prepareJobs, type Store } from '../../store/index.ts';
import type { Config } from '../config.ts';
import { refusedFolder } from './system-refusals.ts';

/**
 * Opens the database that the configuration names: the operator's own, or the embedded one.
 *
 * @param stopping connections that break after it are what stopping is about, and no news
 */
export async function openConfiguredStore(config: Config, log: Logger, stopping?: AbortSignal): Promise<Store> {
  const onError = (error: Error): void => {
    if (!stopping?.aborted) log.warn({ err: error }, 'a database connection broke');
  };
  const store = await openStore(
    config.databaseUrl === null
      ? { dataFolder: config.dataFolder, onError }
      : { databaseUrl: config.databaseUrl, ...(config.appUrl ? { appUrl: config.appUrl } : {}), onError },
  ).catch((error: unknown) => {
    throw refusedFolder(error, config);
  });
  try {
    await prepareJobs(store);
    return store;
  } catch (error) {
    await store.close();
    throw error;
  }
}
