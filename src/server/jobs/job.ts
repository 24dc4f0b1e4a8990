import { randomUUID } from 'node:crypto';
import { z } from '@hono/zod-openapi';
import { isoDateSchema, planPinSchema, type Text } from '../../agenda/index.ts';
import { type CityTransaction, enqueue, type JobProgress, openJobs, reportProgress } from '../../store/index.ts';
import { askSchemas } from './plan-asks.ts';

/** The one task of the queue; its payload says what is to be computed. */
export const COMPUTE_TASK = 'compute';

/** Tries before a job is given up whose worker died each time. A computation that fails by itself is not repeated. */
const MAX_ATTEMPTS = 5;

/**
 * What is asked: answer a council paper; have the working plan follow the agenda, moving as little as possible; propose
 * a plan made anew; hold projects or months in the working plan; compute a scenario; answer a question about the plan.
 */
export const questionSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('assess'), paper: z.string() }),
  z.strictObject({ kind: z.literal('plan') }),
  z.strictObject({ kind: z.literal('propose') }),
  z.strictObject({
    kind: z.literal('hold'),
    pins: z.array(planPinSchema),
    frozenUntil: isoDateSchema.optional(),
  }),
  z.strictObject({ kind: z.literal('scenario'), scenario: z.string() }),
  ...askSchemas,
]);
export type Question = z.infer<typeof questionSchema>;

/** What a worker finds in the queue; the database adds city and actor of the transaction that asked. */
export const payloadSchema = z.strictObject({
  job: z.string(),
  question: questionSchema,
  city: z.string(),
  actor: z.string(),
});
export type Payload = z.infer<typeof payloadSchema>;

/** A job as the API shows it. */
export const jobSchema = z
  .strictObject({
    id: z.string(),
    kind: z.enum([
      'assess',
      'plan',
      'propose',
      'hold',
      'scenario',
      'help',
      'worth',
      'risk',
      'curve',
      'alternatives',
      'repair',
      'whyNot',
      'import',
    ]),
    state: z.enum(['queued', 'running', 'done', 'failed', 'cancelled']),
    progress: z.number().min(0).max(1),
    message: z.strictObject({ de: z.string(), en: z.string() }).nullable(),
    result: z.strictObject({ planRun: z.string().optional() }).nullable(),
  })
  .openapi('Job');
export type Job = z.infer<typeof jobSchema>;

/** What a job's progress holds besides its state. */
export interface JobDetails {
  kind: Question['kind'] | 'import';
  paper?: string;
  scenario?: string;
  project?: string;
  message?: Text;
  planRun?: string;
}

/** Jobs that nobody waits for run one after the other, so that they never keep all workers from those who do. */
const BACKGROUND = 'background';

/** Puts a question into the queue within the transaction and returns the job's id. */
export async function startJob(
  tx: CityTransaction,
  question: Question,
  options: { background?: boolean } = {},
): Promise<string> {
  const id = randomUUID();
  const details = { ...question, message: { de: 'In der Warteschlange', en: 'Waiting in the queue' } };
  await reportProgress(tx, { id, state: 'waiting', share: 0, details });
  const queue = options.background ? { queue: BACKGROUND } : {};
  await enqueue(tx, { task: COMPUTE_TASK, payload: { job: id, question }, maxAttempts: MAX_ATTEMPTS, ...queue });
  return id;
}

/**
 * Has the agenda planned anew after a change. A job that still waits will see the change; one that runs already may
 * not have, and asks again by itself when it finds so.
 */
export async function planSoon(tx: CityTransaction): Promise<void> {
  const waiting = await openJobs(tx, { kind: 'plan' }, ['waiting']);
  if (waiting.length === 0) await startJob(tx, { kind: 'plan' });
}

export const hasEnded = (job: Job): boolean => job.state !== 'queued' && job.state !== 'running';

/** The job of the API for what the database holds. */
export function jobOf({ id, state, share, details }: JobProgress): Job {
  const { kind, message, planRun } = details as unknown as JobDetails;
  return {
    id,
    kind,
    state: state === 'waiting' ? 'queued' : state,
    progress: share,
    message: message ?? null,
    result: state === 'done' ? (planRun ? { planRun } : {}) : null,
  };
}
