import { pino } from 'pino';
import { expect, test } from 'vitest';
import { startWorker } from '../../src/server/index.ts';
import { asAdmin } from '../setup/database.ts';
import { serverForFile, signIn, testConfig } from './harness.ts';
import { waitForJob } from './requests.ts';

// This server computes nothing itself, so that the jobs can be brought into the state that a killed worker leaves.
const app = serverForFile({ workers: 0 });

test('jobs of a dead worker: one is taken over, one that was tried five times is given up and says so', async () => {
  const client = await signIn(app(), 'administrator');
  const start = async (paper: string): Promise<string> =>
    ((await (await client.post(`/api/papers/${paper}/assess`)).json()) as { job: string }).job;
  const [orphan, poison] = [await start('ra-043-2020'), await start('ra-327-2020')];
  const lock = (job: string, attempts: number): string =>
    `UPDATE graphile_worker._private_jobs
     SET locked_by = 'killed', locked_at = now(), attempts = ${attempts} WHERE payload ->> 'job' = '${job}'`;
  await asAdmin(app().database.name, lock(orphan, 1), lock(poison, 5));

  const worker = await startWorker(testConfig(app().database), pino({ level: 'silent' }));
  try {
    expect(await waitForJob(client, orphan)).toMatchObject({ state: 'done' });
    const given = await waitForJob(client, poison);
    expect(given).toMatchObject({ state: 'failed', message: { de: expect.stringContaining('nicht noch einmal') } });
  } finally {
    await worker.stop();
  }
});
