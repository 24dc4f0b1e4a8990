import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { type ServerType, serve } from '@hono/node-server';
import type { Logger } from 'pino';
import { listCities, openJobs, recordEvents, type Store, withCity } from '../../store/index.ts';
import { AgendaCache } from '../agenda-cache.ts';
import { createApp } from '../app.ts';
import type { Config } from '../config.ts';
import { keepSendingDigests, sendDigests } from '../digest.ts';
import { createFetcher, type Fetcher } from '../fetch/fetcher.ts';
import { AnswerCache } from '../http/answer-cache.ts';
import { RateLimit } from '../http/rate-limit.ts';
import { SharedEvents } from '../http/shared-events.ts';
import { Turns } from '../http/turns.ts';
import { createMailer } from '../identity/mailer.ts';
import { JobEvents } from '../jobs/job-events.ts';
import { type RunningWorker, runWorker } from '../jobs/worker.ts';
import { SearchIndexes } from '../search/search-indexes.ts';
import { loadExample, PROGRAM } from './example.ts';
import { openConfiguredStore } from './open-store.ts';
import { readSecretKey } from './secret-key.ts';
import { refusedPort } from './system-refusals.ts';

/** Requests that are being answered may take so long to end when the server stops. */
const GRACE_MS = 1_500;
/**
 * How long a connection may be idle. Longer than proxies and browsers keep theirs (a minute): whoever closes first must
 * not be the server, or a request that is just under way on that connection is lost.
 */
const IDLE_MS = 75_000;
/** The page also works without a plan; it then says that one is being computed. */
const FIRST_PLAN_MS = 15_000;

export interface RunningServer {
  store: Store;
  /** Address under which people reach it: the public one if there is one. */
  address: string;
  /** Port on which it listens here. */
  port: number;
  /** Accepts nothing more, ends what runs, and closes the database. */
  stop(): Promise<void>;
}

/** Less than half of the connections to the database: those who read never wait for those who write. */
const WRITES_AT_ONCE = 4;

/**
 * Starts everything: database, example on the first start, job worker, HTTP. What was begun is undone if it fails.
 *
 * @param fetcher the way to servers outside; tests give one that reaches their own
 */
export async function startServer(
  config: Config,
  log: Logger,
  fetcher: Fetcher = createFetcher(),
): Promise<RunningServer> {
  const stopping = new AbortController();
  const undo: (() => Promise<void>)[] = [];
  const stop = async (): Promise<void> => {
    stopping.abort(new Error('the server stops'));
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    await tryPort(config);
    const store = await openConfiguredStore(config, log, stopping.signal);
    undo.push(() => store.close());
    const secretKey = await readSecretKey(config);
    const first = await loadExample(store);
    const jobEvents = await JobEvents.start(store);
    undo.push(() => jobEvents.close());
    if (config.workers > 0) {
      const worker: RunningWorker = await runWorker(
        { store, log, events: jobEvents, fetcher, planThreads: config.planThreads, stopping: stopping.signal },
        config.workers,
      );
      undo.push(() => worker.stop());
      if (first) await firstPlan(store);
    }
    const mailer = config.mail && (await createMailer(config.mail, log));
    undo.push(async () => mailer?.close());
    if (mailer) {
      const send = () => sendDigests(store, mailer, config.publicUrl?.origin ?? null);
      const stopDigests = keepSendingDigests(send, (error) => log.warn({ err: error }, 'daily mails were not sent'));
      undo.push(async () => stopDigests());
    }
    const app = createApp({
      store,
      log,
      agendas: new AgendaCache(),
      answers: new AnswerCache(),
      searches: new SearchIndexes(),
      events: new SharedEvents((city, action, actors) =>
        withCity(store.db, { city, actor: PROGRAM }, (tx) =>
          recordEvents(tx, actors, { action, kind: 'city', recordId: city }),
        ),
      ),
      writes: new Turns(WRITES_AT_ONCE),
      jobEvents,
      fetcher,
      signInLimit: new RateLimit(),
      mailer,
      secretKey,
      publicUrl: config.publicUrl,
      https: config.publicUrl?.protocol === 'https:',
      stopping: stopping.signal,
    });
    const http = await listen(app.fetch, config);
    undo.push(() => closeHttp(http));
    const { port } = http.address() as AddressInfo;
    const host = config.host.includes(':') ? `[${config.host}]` : config.host;
    return { store, port, address: config.publicUrl?.origin ?? `http://${host}:${port}`, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Waits for the plan of a city that was just loaded, so that the first page has something to show. */
async function firstPlan(store: Store): Promise<void> {
  const [city] = await listCities(store.db);
  if (city === undefined) return;
  for (const end = performance.now() + FIRST_PLAN_MS; performance.now() < end; await sleep(25)) {
    const acting = { city: city.id, actor: PROGRAM };
    if ((await withCity(store.db, acting, (tx) => openJobs(tx, { kind: 'plan' }))).length === 0) return;
  }
}

/** Looks whether the port can be had before anything else is started; it is taken for good at the end. */
async function tryPort(config: Config): Promise<void> {
  const probe = createServer().listen(config.port, config.host);
  try {
    await once(probe, 'listening');
  } catch (error) {
    throw refusedPort(error, config);
  }
  probe.close();
  await once(probe, 'close');
}

async function listen(fetch: (request: Request) => Response | Promise<Response>, config: Config): Promise<ServerType> {
  const http = serve({ fetch, hostname: config.host, port: config.port });
  if ('keepAliveTimeout' in http) http.keepAliveTimeout = IDLE_MS;
  try {
    await once(http, 'listening');
    return http;
  } catch (error) {
    throw refusedPort(error, config);
  }
}

/** Stops taking connections, and gives those that are open a moment to finish. */
async function closeHttp(http: ServerType): Promise<void> {
  const closed = new Promise<void>((resolve) => void http.close(() => resolve()));
  if ('closeIdleConnections' in http) http.closeIdleConnections();
  const timer = setTimeout(() => 'closeAllConnections' in http && http.closeAllConnections(), GRACE_MS);
  await closed;
  clearTimeout(timer);
}
