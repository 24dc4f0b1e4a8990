import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { type ServerType, serve } from '@hono/node-server';
import type { Logger } from 'pino';
import { listCities, openJobs, openStore, prepareJobs, type Store, withCity } from '../../store/index.ts';
import { AgendaCache } from '../agenda-cache.ts';
import { createApp } from '../app.ts';
import type { Config } from '../config.ts';
import { RateLimit } from '../http/rate-limit.ts';
import { JobEvents } from '../jobs/job-events.ts';
import { type RunningWorker, runWorker } from '../jobs/worker.ts';
import { Refusal } from '../refusal.ts';
import { loadExample, PROGRAM } from './example.ts';

/** Requests that are being answered may take so long to end when the server stops. */
const GRACE_MS = 1_500;
/** The page also works without a plan; it then says that one is being computed. */
const FIRST_PLAN_MS = 15_000;

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

/** A sentence for what the operating system says about the data folder. */
function refusedFolder(error: unknown, { dataFolder }: Config): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (!/^(ENOTDIR|EEXIST|EACCES|EPERM|EROFS|ENAMETOOLONG|ELOOP)$/.test(code)) return error;
  return new Refusal({
    de: `Der Datenordner ${dataFolder} lässt sich nicht anlegen oder nicht beschreiben (${code}). Bitte mit FAHRPLAN_DATA einen anderen Ordner angeben.`,
    en: `The data folder ${dataFolder} cannot be made or written (${code}). Please name another folder with FAHRPLAN_DATA.`,
  });
}

export interface RunningServer {
  store: Store;
  /** Address under which people reach it: the public one if there is one. */
  address: string;
  /** Port on which it listens here. */
  port: number;
  /** Accepts nothing more, ends what runs, and closes the database. */
  stop(): Promise<void>;
}

/** Starts everything: database, example on the first start, job worker, HTTP. What was begun is undone if it fails. */
export async function startServer(config: Config, log: Logger): Promise<RunningServer> {
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
    const first = await loadExample(store);
    const jobEvents = await JobEvents.start(store);
    undo.push(() => jobEvents.close());
    if (config.workers > 0) {
      const worker: RunningWorker = await runWorker(
        { store, log, events: jobEvents, stopping: stopping.signal },
        config.workers,
      );
      undo.push(() => worker.stop());
      if (first) await firstPlan(store);
    }
    const app = createApp({
      store,
      log,
      agendas: new AgendaCache(),
      jobEvents,
      signInLimit: new RateLimit(),
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

/** A sentence for what the operating system says about a port. */
function refusedPort(error: unknown, { host, port }: Config): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') {
    return new Refusal({
      de: `Der Port ${port} auf ${host} ist schon belegt. Bitte das andere Programm beenden oder einen anderen Port angeben, zum Beispiel: PORT=8081 npm start`,
      en: `Port ${port} on ${host} is already taken. Please stop the other program or name another port, for example: PORT=8081 npm start`,
    });
  }
  if (code === 'EACCES') {
    return new Refusal({
      de: `Der Port ${port} auf ${host} darf von diesem Benutzer nicht geöffnet werden. Bitte einen Port ab 1024 angeben, zum Beispiel: PORT=8080 npm start`,
      en: `This user may not open port ${port} on ${host}. Please name a port from 1024, for example: PORT=8080 npm start`,
    });
  }
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return new Refusal({
      de: `Die Adresse HOST=${host} gibt es auf diesem Rechner nicht.`,
      en: `The address HOST=${host} does not exist on this machine.`,
    });
  }
  return error;
}
