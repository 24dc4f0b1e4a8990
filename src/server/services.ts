import type { Logger } from 'pino';
import type { Store } from '../store/index.ts';
import type { AgendaCache } from './agenda-cache.ts';
import type { Fetcher } from './fetch/fetcher.ts';
import type { AnswerCache } from './http/answer-cache.ts';
import type { RateLimit } from './http/rate-limit.ts';
import type { SharedEvents } from './http/shared-events.ts';
import type { Turns } from './http/turns.ts';
import type { Mailer } from './identity/mailer.ts';
import type { JobEvents } from './jobs/job-events.ts';
import type { SearchIndexes } from './search/search-indexes.ts';

/** What the routes of one process share. Nothing here outlives the process: servers are stateless. */
export interface Services {
  store: Store;
  log: Logger;
  agendas: AgendaCache;
  answers: AnswerCache;
  searches: SearchIndexes;
  events: SharedEvents;
  /** Who writes waits here, and not with a connection in hand: changes of a city come one after the other anyway. */
  writes: Turns;
  jobEvents: JobEvents;
  /** The way to servers outside of the house. */
  fetcher: Fetcher;
  signInLimit: RateLimit;
  /** The city's mail server; null = links are copied by hand. */
  mailer: Mailer | null;
  /** What secrets of authenticator apps are sealed with; null = none can be set up here. */
  secretKey: Buffer | null;
  /** Address that people see; null = only this machine. */
  publicUrl: URL | null;
  https: boolean;
  /** Ends when the server stops: open streams close. */
  stopping: AbortSignal;
}
