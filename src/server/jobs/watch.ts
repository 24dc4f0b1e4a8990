import type { Text } from '../../agenda/index.ts';
import { type Acting, advanceJob, readProgress, withCity } from '../../store/index.ts';
import type { SolveProgress } from './solve-in-thread.ts';
import type { WorkerContext } from './worker-context.ts';

/** Progress is written at most this often: each time every server hears of it. */
const REPORT_MS = 150;

/** Somebody has asked for the job to be cancelled. */
export class Cancelled extends Error {}

interface CancelWatch {
  /** Aborts with {@link Cancelled}. */
  signal: AbortSignal;
  cancel: () => void;
  stop: () => void;
}

/** Hears when somebody, on whichever server, asks for this job to be cancelled. */
export function watchCancel({ store, events, log }: WorkerContext, acting: Acting, job: string): CancelWatch {
  const controller = new AbortController();
  const cancel = (): void => controller.abort(new Cancelled());
  const look = (): void => {
    withCity(store.db, acting, (tx) => readProgress(tx, job)).then(
      (progress) => progress?.cancelRequested && cancel(),
      (error: unknown) => log.warn({ job, err: error }, 'could not look whether a job is cancelled'),
    );
  };
  return { signal: controller.signal, cancel, stop: events.subscribe(acting.city, job, look) };
}

interface Reporter {
  progress: (progress: SolveProgress) => void;
  /** Writes nothing from now on, and resolves when nothing is being written any more. */
  close: () => Promise<void>;
}

/** Writes how far the computation is, one write at a time and not more often than {@link REPORT_MS}. */
export function reportProgress(
  { store, log }: WorkerContext,
  acting: Acting,
  job: string,
  cancel: () => void,
): Reporter {
  let writing: Promise<void> | undefined;
  let last = Number.NEGATIVE_INFINITY;
  let closed = false;
  const write = async ({ done, total }: SolveProgress): Promise<void> => {
    const message: Text = { de: `Schritt ${done} von ${total}`, en: `Step ${done} of ${total}` };
    const to = { state: 'running', share: Math.min(done / total, 1), details: { message } } as const;
    const progress = await withCity(store.db, acting, (tx) => advanceJob(tx, job, to));
    if (progress === undefined || progress.cancelRequested) cancel();
  };
  return {
    progress(progress) {
      if (closed || writing || performance.now() - last < REPORT_MS) return;
      last = performance.now();
      writing = write(progress)
        .catch((error: unknown) => log.warn({ job, err: error }, 'could not write the progress of a job'))
        .finally(() => {
          writing = undefined;
        });
    },
    async close() {
      closed = true;
      await writing;
    },
  };
}
