import { randomUUID } from 'node:crypto';
import type { Text } from '../../agenda/index.ts';
import { type Acting, advanceJob, type CityTransaction, type JobProgress, withCity } from '../../store/index.ts';
import type { AnyResult, AssessResult, PlanOutcome, ScenarioResult } from '../solve-worker.ts';
import { type Payload, payloadSchema } from './job.ts';
import { type AskResults, type AskTask, isAsk, keepAsked } from './plan-asks.ts';
import { type Kept, keepPlan } from './plan-questions.ts';
import { keepAnswer, type Prepared, prepare } from './questions.ts';
import { keepScenario } from './scenario-questions.ts';
import { solveInThread, Unanswerable } from './solve-in-thread.ts';
import { Cancelled, reportProgress, watchCancel } from './watch.ts';
import type { WorkerContext } from './worker-context.ts';

/**
 * Does one job of the queue. However often it is called for the same job, on however many workers, the result is kept
 * once: the job is moved to its end and its result stored in one transaction, and what has ended cannot end again.
 * An error that is thrown from here puts the job back into the queue.
 */
export async function compute(context: WorkerContext, untrusted: unknown): Promise<void> {
  const payload = payloadSchema.parse(untrusted);
  const acting: Acting = { city: payload.city, actor: payload.actor };
  const prepared = await begin(context, acting, payload);
  if (prepared === undefined) return;
  context.log.info({ job: payload.job, question: payload.question }, 'job begun');
  const watch = watchCancel(context, acting, payload.job);
  const report = reportProgress(context, acting, payload.job, watch.cancel);
  let result: AnyResult;
  try {
    const signal = AbortSignal.any([context.stopping, watch.signal]);
    result = await solveInThread(prepared.task, {
      signal,
      onProgress: report.progress,
      planThreads: context.planThreads,
    });
  } catch (error) {
    await report.close();
    if (context.stopping.aborted) throw error;
    if (error instanceof Cancelled) return end(context, acting, payload.job, 'cancelled', CANCELLED);
    return fail(context, acting, payload, error);
  } finally {
    watch.stop();
  }
  await report.close();
  await finish(context, acting, payload, prepared, result);
}

const STARTED: Text = { de: 'Die Berechnung hat begonnen', en: 'The computation has started' };
const CANCELLED: Text = { de: 'Abgebrochen', en: 'Cancelled' };
const DONE: Text = { de: 'Fertig', en: 'Done' };
const GONE: Text = {
  de: 'Was berechnet werden sollte, gibt es nicht mehr.',
  en: 'What was to be computed no longer exists.',
};

/** Takes the job over; undefined if there is nothing (more) to do. */
async function begin(context: WorkerContext, acting: Acting, payload: Payload): Promise<Prepared | undefined> {
  return withCity(context.store.db, acting, async (tx) => {
    const job = await advanceJob(tx, payload.job, { state: 'running', share: 0, details: { message: STARTED } });
    if (job === undefined) return undefined;
    const prepared = job.cancelRequested ? undefined : await prepare(tx, payload.question);
    if (prepared) return prepared;
    const [state, message] = job.cancelRequested ? (['cancelled', CANCELLED] as const) : (['failed', GONE] as const);
    await advanceJob(tx, payload.job, { state, share: job.share, details: { message } });
    return undefined;
  });
}

/** Stores the result and ends the job, both or neither. */
async function finish(
  { store }: WorkerContext,
  acting: Acting,
  { job, question }: Payload,
  prepared: Prepared,
  result: AnyResult,
): Promise<void> {
  await withCity(store.db, acting, async (tx) => {
    // Holds the job's row until the end: whoever else finishes or cancels it waits, and then finds it ended.
    const held = await advanceJob(tx, job, { state: 'running', share: 1, details: {} });
    if (held === undefined) return;
    const kept = await keep(tx, question, prepared, result);
    if ('refused' in kept) await advanceJob(tx, job, { state: 'failed', share: 1, details: { message: kept.refused } });
    else {
      const details = { message: DONE, ...(kept.planRun ? { planRun: kept.planRun } : {}) };
      await advanceJob(tx, job, { state: 'done', share: 1, details });
    }
  });
}

async function keep(
  tx: CityTransaction,
  question: Payload['question'],
  prepared: Prepared,
  result: AnyResult,
): Promise<Kept> {
  if (question.kind === 'assess') return { planRun: await keepAnswer(tx, prepared.task, result as AssessResult) };
  if (isAsk(question)) {
    const asked = result as AskResults[typeof question.kind];
    return { planRun: await keepAsked(tx, question, prepared.task as AskTask, asked) };
  }
  if (question.kind === 'scenario') return { planRun: await keepScenario(tx, prepared, result as ScenarioResult) };
  return keepPlan(tx, question, prepared, result as PlanOutcome);
}

async function end(
  { store }: WorkerContext,
  acting: Acting,
  job: string,
  state: JobProgress['state'],
  message: Text,
): Promise<void> {
  await withCity(store.db, acting, (tx) => advanceJob(tx, job, { state, share: 0, details: { message } }));
}

/** A computation that fails would fail again: the job ends, and its report number leads to the log. */
async function fail(context: WorkerContext, acting: Acting, { job }: Payload, error: unknown): Promise<void> {
  if (error instanceof Unanswerable) return end(context, acting, job, 'failed', error.text);
  const report = randomUUID();
  context.log.error({ report, job, err: error }, 'a computation failed');
  await end(context, acting, job, 'failed', {
    de: `Die Berechnung ist an einem Fehler von Fahrplan gescheitert (Bericht ${report}).`,
    en: `The computation failed because of a fault of Fahrplan (report ${report}).`,
  });
}
