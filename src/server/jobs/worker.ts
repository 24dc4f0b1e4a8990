import { EventEmitter } from 'node:events';
import { parseCronItems, Logger as QueueLogger, type Runner, run, type WorkerEvents } from 'graphile-worker';
import { showAlive } from '../../store/index.ts';
import { compute } from './compute.ts';
import { keepHouse } from './housekeeping.ts';
import { IMPORT_TASK, NIGHTLY_TASK, nightlyImports, runImport } from './import-job.ts';
import { COMPUTE_TASK } from './job.ts';
import { takeOverDeadWorkers } from './take-over.ts';
import type { WorkerContext } from './worker-context.ts';

/** How often an idle worker looks for jobs by itself; normally the database tells it at once. */
const POLL_MS = 1_000;

/** At night, when councils sleep: minute and hour in UTC. One of all workers starts it. */
const NIGHTLY = '17 2 * * *';
/** A night that the program slept through is made up for in the morning. */
const HALF_A_DAY_MS = 12 * 3_600_000;

export interface RunningWorker {
  /** Takes no more jobs; running ones end and go back to the queue. */
  stop(): Promise<void>;
}

/** Works off the queue until it is stopped, beside any number of others on the same database. */
export async function runWorker(context: WorkerContext, concurrency: number): Promise<RunningWorker> {
  const events = new EventEmitter() as WorkerEvents;
  const named = new Promise<string>((resolve) => {
    events.once('pool:create', ({ workerPool }) => resolve(workerPool.id));
  });
  const runner: Runner = await run({
    pgPool: context.store.ownerPool,
    concurrency,
    pollInterval: POLL_MS,
    noHandleSignals: true, // stopping is decided in one place, for the whole process
    parsedCronItems: parseCronItems([
      { task: NIGHTLY_TASK, match: NIGHTLY, options: { backfillPeriod: HALF_A_DAY_MS } },
    ]),
    events,
    logger: queueLogger(context),
    taskList: {
      [COMPUTE_TASK]: (payload) => compute(context, payload),
      [IMPORT_TASK]: (payload) => runImport(context, payload),
      [NIGHTLY_TASK]: () => nightlyImports(context),
    },
  });
  // Losing the runner without being stopped means that nobody works any more: that must be seen.
  runner.promise.catch((error: unknown) => context.log.error({ err: error }, 'the queue has stopped'));
  const lifeSign = await showAlive(context.store, await named);
  const stopTakingOver = takeOverDeadWorkers(context);
  const stopHousekeeping = keepHouse(context.store, context.log);
  return {
    async stop() {
      stopTakingOver();
      stopHousekeeping();
      await runner.stop();
      await lifeSign();
    },
  };
}

/** The queue's own messages, in our log. That jobs end when we stop is what we want, and no warning. */
function queueLogger({ log, stopping }: WorkerContext): QueueLogger {
  return new QueueLogger(() => (level, message) => {
    const serious = (level === 'error' || level === 'warning') && !stopping.aborted;
    if (serious) log.warn({ queue: message }, 'queue');
    else log.debug({ queue: message }, 'queue');
  });
}
