import type { Text } from '../../agenda/index.ts';
import { advanceJob, findDeadWorkers, releaseJobsOf, takeSpentJobs, withCity } from '../../store/index.ts';
import type { WorkerContext } from './worker-context.ts';

const LOOK_MS = 1_000;

const GIVEN_UP: Text = {
  de: 'Die Berechnung wurde mehrmals begonnen und kam nie zum Ende; sie wird nicht noch einmal versucht.',
  en: 'The computation was begun several times and never came to its end; it will not be tried again.',
};

/**
 * Looks every second for jobs of workers that were killed and gives them back to the queue, and ends jobs that were
 * tried too often. A worker counts as dead when it was found so twice: in the moment of its birth it holds a job
 * before it shows that it lives.
 */
export function takeOverDeadWorkers(context: WorkerContext): () => void {
  const { store, log } = context;
  let suspects = new Set<string>();
  let looking = false;
  const look = async (): Promise<void> => {
    const dead = await findDeadWorkers(store);
    const certain = dead.filter((worker) => suspects.has(worker));
    suspects = new Set(dead);
    if (certain.length > 0) {
      await releaseJobsOf(store, certain);
      log.warn({ workers: certain }, 'jobs of dead workers were given back to the queue');
    }
    for (const { city, actor, job } of await takeSpentJobs(store)) {
      await withCity(store.db, { city, actor }, (tx) =>
        advanceJob(tx, job, { state: 'failed', share: 0, details: { message: GIVEN_UP } }),
      );
    }
  };
  const timer = setInterval(() => {
    if (looking || context.stopping.aborted) return;
    looking = true;
    look()
      .catch((error: unknown) => log.warn({ err: error }, 'could not look for dead workers'))
      .finally(() => {
        looking = false;
      });
  }, LOOK_MS);
  timer.unref();
  return () => clearInterval(timer);
}
