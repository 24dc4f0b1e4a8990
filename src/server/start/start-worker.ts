import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import { createFetcher } from '../fetch/fetcher.ts';
import { JobEvents } from '../jobs/job-events.ts';
import { runWorker } from '../jobs/worker.ts';
import { openConfiguredStore } from './open-store.ts';

/** Starts a process that only computes (`fahrplan worker`): for houses that run several beside their servers. */
export async function startWorker(config: Config, log: Logger): Promise<{ stop(): Promise<void> }> {
  const stopping = new AbortController();
  const undo: (() => Promise<void>)[] = [];
  const stop = async (): Promise<void> => {
    stopping.abort(new Error('the worker stops'));
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    const store = await openConfiguredStore(config, log, stopping.signal);
    undo.push(() => store.close());
    const events = await JobEvents.start(store);
    undo.push(() => events.close());
    const worker = await runWorker(
      { store, log, events, fetcher: createFetcher(), planThreads: config.planThreads, stopping: stopping.signal },
      Math.max(1, config.workers),
    );
    undo.push(() => worker.stop());
    return { stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
