import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Text } from '../../agenda/index.ts';
import {
  advanceJob,
  type CityTransaction,
  enqueue,
  listCities,
  openJobs,
  type RunReport,
  reportProgress,
  withCity,
} from '../../store/index.ts';
import { councilSettings } from '../council/desk.ts';
import { importOparl, textOf } from '../oparl/import-run.ts';
import { Cancelled, watchCancel } from './watch.ts';
import type { WorkerContext } from './worker-context.ts';

/** Task of the queue that reads the council information system of one city. */
export const IMPORT_TASK = 'import';
/** Task that starts the nightly runs of all cities. */
export const NIGHTLY_TASK = 'nightly-imports';
/** In whose name nobody but the clock reads. */
const CLOCK = 'uhr';

const payloadSchema = z.strictObject({ job: z.string(), city: z.string(), actor: z.string() });

const WAITING: Text = { de: 'In der Warteschlange', en: 'Waiting in the queue' };
const CANCELLED: Text = { de: 'Abgebrochen', en: 'Cancelled' };
const NO_SOURCE: Text = {
  de: 'Es ist keine Adresse eingetragen; bitte in den Einstellungen die Ratsinformation eintragen.',
  en: 'No address is set; please enter the council information system in the settings.',
};

/** Puts a run into the queue within the transaction; one that waits or runs already is enough. Returns the job's id. */
export async function startImport(tx: CityTransaction): Promise<string> {
  const [open] = await openJobs(tx, { kind: 'import' });
  if (open !== undefined) return open;
  const job = randomUUID();
  await reportProgress(tx, { id: job, state: 'waiting', share: 0, details: { kind: 'import', message: WAITING } });
  await enqueue(tx, { task: IMPORT_TASK, payload: { job }, maxAttempts: 3 });
  return job;
}

/** Starts a run for every city that wants one each night. */
export async function nightlyImports({ store }: WorkerContext): Promise<void> {
  for (const { id: city } of await listCities(store.db)) {
    await withCity(store.db, { city, actor: CLOCK }, async (tx) => {
      const { settings } = await councilSettings(tx);
      if (settings.oparlSource?.daily) await startImport(tx);
    });
  }
}

/** Does one run. What it has read by the time that it is cancelled or fails stays. */
export async function runImport(context: WorkerContext, untrusted: unknown): Promise<void> {
  const { job, ...acting } = payloadSchema.parse(untrusted);
  const inCity = <T>(work: Parameters<typeof withCity<T>>[2]): Promise<T> => withCity(context.store.db, acting, work);
  const move = (state: 'running' | 'done' | 'failed' | 'cancelled', share: number, message: Text) =>
    inCity((tx) => advanceJob(tx, job, { state, share, details: { message } }));
  const source = await inCity(async (tx) => (await councilSettings(tx)).settings.oparlSource);
  if (source === undefined) return void (await move('failed', 0, NO_SOURCE));
  const watch = watchCancel(context, acting, job);
  try {
    const begun = await move('running', 0, { de: 'Der Abruf hat begonnen', en: 'Reading has started' });
    if (begun === undefined) return;
    if (begun.cancelRequested) watch.cancel();
    const report = await importOparl({
      store: context.store,
      acting,
      run: job,
      source,
      fetcher: context.fetcher,
      signal: AbortSignal.any([context.stopping, watch.signal]),
      onProgress: async (so) => void (await move('running', shareOf(so), soFar(so))),
    });
    await move('done', 1, soFar(report));
  } catch (error) {
    if (context.stopping.aborted) throw error; // the queue starts the run again, which goes on where this one ended
    if (watch.signal.reason instanceof Cancelled) await move('cancelled', 0, CANCELLED);
    else {
      if (!(error instanceof Error && 'text' in error)) context.log.error({ job, err: error }, 'an import failed');
      await move('failed', 0, textOf(error));
    }
  } finally {
    watch.stop();
  }
}

/** Nobody knows beforehand how much there is: the share creeps towards the end without reaching it. */
const shareOf = ({ requests }: RunReport): number => 1 - 1 / (1 + requests / 20);

function soFar({ counts, faultCount, requests }: RunReport): Text {
  const { new: fresh, changed, unchanged, gone } = counts;
  return {
    de: `${fresh} neu, ${changed} geändert, ${unchanged} unverändert, ${gone} gelöscht, ${faultCount} Hinweise; ${requests} Abrufe`,
    en: `${fresh} new, ${changed} changed, ${unchanged} unchanged, ${gone} deleted, ${faultCount} remarks; ${requests} requests`,
  };
}
