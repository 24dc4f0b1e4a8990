import type { Text } from '../../agenda/index.ts';
import type { OparlSource } from '../../council/index.ts';
import {
  type Acting,
  externalAt,
  keepRun,
  listRuns,
  type RunReport,
  type Store,
  saveExternal,
  withCity,
} from '../../store/index.ts';
import type { Fetcher } from '../fetch/fetcher.ts';
import { Budget, RUN_LIMITS, type RunLimits } from './budget.ts';
import { type Batch, crawl } from './crawl.ts';

/** Faults that a run keeps; the rest is counted. */
const MOST_FAULTS = 100;
/** Changes are asked for from a day before the last run: clocks differ, and what is the same costs nothing. */
const OVERLAP_MS = 24 * 3_600_000;

export interface ImportOptions {
  store: Store;
  acting: Acting;
  /** Key of the run; the same key goes on with the same run. */
  run: string;
  source: OparlSource;
  fetcher: Fetcher;
  signal: AbortSignal;
  /** Called after every batch with what has come by now. */
  onProgress: (report: RunReport) => Promise<void>;
  limits?: RunLimits;
}

/**
 * Reads a server and keeps what it gives, batch by batch, so that a run that ends early loses nothing. Reading the
 * same again changes nothing. Throws what {@link crawl} throws, after the run was written down as failed.
 */
export async function importOparl(options: ImportOptions): Promise<RunReport> {
  const { store, acting, run, source, fetcher, signal, onProgress, limits = RUN_LIMITS } = options;
  const inCity = <T>(work: Parameters<typeof withCity<T>>[2]): Promise<T> => withCity(store.db, acting, work);
  const marks = source.changesOnly ? await watermarks(options) : {};
  const report: RunReport = { ...EMPTY, counts: { ...EMPTY.counts }, faults: [], watermarks: { ...marks } };
  const startedAt = new Date(Date.now() - OVERLAP_MS).toISOString();
  const budget = new Budget(fetcher, limits, signal);
  const batches = crawl(budget, {
    address: source.address,
    since: (list) => (source.changesOnly ? (marks[list] ?? beginning(source)) : undefined),
    known: (keys) => inCity(async (tx) => new Set((await externalAt(tx, keys)).map((one) => one.body.address))),
    limits,
  });
  try {
    await inCity((tx) => keepRun(tx, run, source.address, report));
    for await (const batch of batches) {
      await inCity(async (tx) => {
        add(report, batch, await saveExternal(tx, batch.objects, batch.deleted));
        if (batch.finished) report.watermarks[batch.finished] = startedAt;
        Object.assign(report, { requests: budget.requests, bytes: budget.bytes });
        await keepRun(tx, run, source.address, report);
      });
      await onProgress(report);
    }
    report.state = 'done';
  } catch (error) {
    report.state = signal.aborted ? 'cancelled' : 'failed';
    if (!signal.aborted) addFaults(report, [textOf(error)]);
    throw error;
  } finally {
    await inCity((tx) => keepRun(tx, run, source.address, report));
  }
  return report;
}

const EMPTY: RunReport = {
  state: 'running',
  counts: { new: 0, changed: 0, unchanged: 0, gone: 0 },
  requests: 0,
  bytes: 0,
  faults: [],
  faultCount: 0,
  watermarks: {},
};

const beginning = ({ since }: OparlSource): string | undefined => (since ? `${since}T00:00:00Z` : undefined);

/** Up to when each list of this server is known: runs write it down, the newest has the last word. */
async function watermarks({ store, acting, source }: ImportOptions): Promise<Record<string, string>> {
  const runs = await withCity(store.db, acting, (tx) => listRuns(tx, 20));
  const own = runs.filter((one) => one.address === source.address).reverse();
  return Object.assign({}, ...own.map((one) => one.watermarks)) as Record<string, string>;
}

function add(report: RunReport, batch: Batch, counts: RunReport['counts']): void {
  for (const name of ['new', 'changed', 'unchanged', 'gone'] as const) report.counts[name] += counts[name];
  addFaults(report, batch.faults);
}

function addFaults(report: RunReport, faults: readonly Text[]): void {
  report.faultCount += faults.length;
  report.faults.push(...faults.slice(0, Math.max(0, MOST_FAULTS - report.faults.length)));
}

/** A sentence for what a run ended with; faults of ours have their report number in the job's message. */
export function textOf(error: unknown): Text {
  if (error instanceof Error && 'text' in error) return error.text as Text;
  return { de: 'Der Abruf ist an einem Fehler gescheitert.', en: 'The run failed because of a fault.' };
}
