import type { Logger } from 'pino';
import type { Store } from '../../store/index.ts';
import type { Fetcher } from '../fetch/fetcher.ts';
import type { JobEvents } from './job-events.ts';

/** What a worker needs besides the job. */
export interface WorkerContext {
  store: Store;
  log: Logger;
  events: JobEvents;
  /** The way to servers outside of the house. */
  fetcher: Fetcher;
  /** Threads that look for one plan of the whole agenda: 1 or 2. */
  planThreads: number;
  /** Ends when the process stops: running computations end and their jobs go back to the queue. */
  stopping: AbortSignal;
}
