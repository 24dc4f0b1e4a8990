import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStore, readAudit, type Store, withCity } from '../../src/store/index.ts';
import { createTestDatabase, type TestDatabase } from '../setup/database.ts';
import { Client, eventsOf, loadCity } from './harness.ts';
import { type Program, startMain, startProgram } from './process.ts';

/** Two servers and two workers, each a process of its own, on one database: what a larger house runs. */
let database: TestDatabase;
let store: Store;

beforeAll(async () => {
  database = await createTestDatabase();
  await loadCity(database);
  store = await openStore({ databaseUrl: database.ownerUrl, appUrl: database.appUrl });
});
afterAll(async () => {
  await store?.close();
  await database?.drop();
});

/** Quickly answered; BA-090/2020 takes longer, long enough to kill its worker in the midst. */
const PAPERS = ['b-077-2020', 'ba-036-2020', 'ba-113-2020', 'ra-043-2020', 'ra-327-2020'];
const LONG = 'ba-090-2020';

/** How often a worker has begun with a job, by what it says in its log. */
const begun = (worker: Program, job: string): number =>
  worker.errors.split('\n').filter((line) => line.includes('"job begun"') && line.includes(job)).length;

/** Plan runs that were ever stored, from the audit chain, in which nothing is missing or changed. */
const storedRuns = (): Promise<string[]> =>
  withCity(store.db, { city: 'chemnitz', actor: 'test' }, async (tx) =>
    (await readAudit(tx, { kind: 'plan_run', limit: 1000 })).map((entry) => entry.recordId),
  );

async function signInBy(link: string): Promise<Client> {
  const answer = await fetch(link, { redirect: 'manual' });
  expect(answer.status).toBe(303);
  return new Client(new URL(link).origin, answer.headers.getSetCookie()[0]?.split(';')[0] ?? '');
}

async function start(client: Client, paper: string): Promise<string> {
  const answer = await client.post(`/api/papers/${paper}/assess`);
  expect(answer.status).toBe(202);
  return ((await answer.json()) as { job: string }).job;
}

test('each job is done once, its progress is seen on either server, and the loss of one of each is survived', async () => {
  const environment = {
    DATABASE_URL: database.ownerUrl,
    FAHRPLAN_APP_DATABASE_URL: database.appUrl,
    FAHRPLAN_LOG: 'info',
  };
  const worker = (): Program => startProgram('src/cli/main.ts', { ...environment, FAHRPLAN_WORKERS: '1' }, ['worker']);
  const workers = [worker(), worker()];
  const server = (): ReturnType<typeof startMain> => startMain({ ...environment, FAHRPLAN_WORKERS: '0' });
  const [first, second] = await Promise.all([server(), server()]);
  // A session belongs to the database, not to a server.
  const atFirst = await signInBy(first.link);
  const atSecond = atFirst.at(second.address);

  const jobs = await Promise.all(PAPERS.map((paper) => start(atFirst, paper)));
  const seen = await Promise.all(jobs.map((job, index) => eventsOf(index % 2 === 0 ? atSecond : atFirst, job)));
  for (const [index, events] of seen.entries()) expect(events.at(-1), PAPERS[index]).toMatchObject({ state: 'done' });
  for (const job of jobs) expect(begun(workers[0] as Program, job) + begun(workers[1] as Program, job)).toBe(1);
  expect(new Set(await storedRuns()).size).toBe(PAPERS.length);
  expect(await storedRuns()).toHaveLength(PAPERS.length);

  // The logs of all this hold neither the link's secret nor the session's.
  const secrets = [new URL(first.link).searchParams.get('token') ?? '', atFirst.secret];
  for (const program of [...workers, first.program, second.program])
    for (const secret of secrets) expect(program.errors).not.toContain(secret);

  // Now one worker is killed in the midst of a job, and with it the server that took the job.
  const job = await start(atFirst, LONG);
  const stream = eventsOf(atSecond, job);
  await expect.poll(() => workers.some((one) => begun(one, job) > 0), { interval: 5 }).toBe(true);
  const victim = workers.find((one) => begun(one, job) > 0) as Program;
  const survivor = workers.find((one) => one !== victim) as Program;
  await Promise.all([victim.end('SIGKILL'), first.program.end('SIGKILL')]);
  const events = await stream;
  expect(events.at(-1)).toMatchObject({ state: 'done', progress: 1 });
  expect(events.some((event) => event.state === 'running')).toBe(true);
  expect(begun(survivor, job)).toBe(1);
  expect(await storedRuns()).toHaveLength(PAPERS.length + 1);

  // What is left stops in order.
  for (const program of [second.program, survivor]) expect(await program.end('SIGTERM')).toBe(0);
});
