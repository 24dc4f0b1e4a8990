import { advanceJob, type CityTransaction, readProgress, requestCancel } from '../../store/index.ts';
import { type Operation, operation } from '../http/operation.ts';
import { Problem } from '../http/problems.ts';
import { idParams } from '../http/schemas.ts';
import { type Job, jobOf, jobSchema } from '../jobs/job.ts';

/** The job as it stands now. Throws {@link Problem} if this city has none with the id. */
export async function readJob(tx: CityTransaction, id: string): Promise<Job> {
  const progress = await readProgress(tx, id);
  if (progress === undefined) throw new Problem('not-found');
  return jobOf(progress);
}

export const jobRoutes: Operation[] = [
  operation({
    method: 'get',
    path: '/api/jobs/{id}',
    summary: 'How far a computation is',
    permission: 'read',
    params: idParams,
    answer: jobSchema,
    async handle({ tx, params }) {
      return { body: await readJob(tx, params.id) };
    },
  }),
  operation({
    method: 'post',
    path: '/api/jobs/{id}/cancel',
    summary: 'Ask a computation to stop; one that has ended stays as it is',
    permission: 'assess',
    params: idParams,
    answer: jobSchema,
    async handle({ tx, params }) {
      await requestCancel(tx, params.id);
      const job = await readJob(tx, params.id);
      // Nobody works on it yet, so nobody would end it; whoever takes it up later finds it ended.
      if (job.state === 'queued') {
        const message = { de: 'Abgebrochen', en: 'Cancelled' };
        await advanceJob(tx, params.id, { state: 'cancelled', share: 0, details: { message } });
      }
      return { body: await readJob(tx, params.id) };
    },
  }),
];
