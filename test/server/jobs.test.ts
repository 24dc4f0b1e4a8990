import { pino } from 'pino';
import { beforeAll, expect, test } from 'vitest';
import { startWorker } from '../../src/server/index.ts';
import { createSignInToken, withCity } from '../../src/store/index.ts';
import { type Client, eventsOf, serverForFile, signIn, testConfig } from './harness.ts';
import { waitForJob } from './requests.ts';

const app = serverForFile({ workers: 1 });
let client: Client;

beforeAll(async () => {
  client = await signIn(app(), 'administrator');
  await makeLong();
});

interface Stored {
  paper: Record<string, unknown> & {
    versions: { points: object[] }[];
    pointDecisions: object[];
    candidates: Record<string, unknown>[];
  };
  version: number;
}

/** Gives BA-090/2020 twenty more points with a new project each: its answer then takes long on any machine. */
async function makeLong(): Promise<void> {
  const { paper, version } = await client.get<Stored>('/api/papers/ba-090-2020');
  const more = Array.from({ length: 20 }, (_, index) => `mehr-${index}`);
  const [candidate = {}] = paper.candidates;
  const longer = {
    ...paper,
    versions: paper.versions.map((one) => ({
      ...one,
      points: [...one.points, ...more.map((number) => ({ number, text: 'Ein weiteres Vorhaben.' }))],
    })),
    pointDecisions: [
      ...paper.pointDecisions,
      ...more.map((id) => ({ point: id, scope: 'administration', candidate: id, by: 'Test', on: '2020-09-01' })),
    ],
    candidates: [...paper.candidates, ...more.map((id) => ({ ...candidate, id }))],
  };
  const answer = await client.put('/api/papers/ba-090-2020', longer, { 'if-match': `"${version}"` });
  expect(answer.status, await answer.text()).toBe(200);
}

const start = async (paper: string): Promise<string> =>
  ((await (await client.post(`/api/papers/${paper}/assess`)).json()) as { job: string }).job;
const planRunOf = async (paper: string): Promise<string | undefined> =>
  (await client.get<{ planRun: { id: string } | null }>(`/api/papers/${paper}`)).planRun?.id;

interface Job {
  state: string;
  progress: number;
}
const read = (job: string): Promise<Job> => client.get<Job>(`/api/jobs/${job}`);

test('a computation is followed as it goes, others are answered meanwhile, and cancelling ends it on its way', async () => {
  const before = await planRunOf('ba-090-2020');
  const job = await start('ba-090-2020');
  const stream = eventsOf(client, job);
  await expect.poll(async () => (await read(job)).progress, { interval: 5 }).toBeGreaterThan(0);

  for (let request = 0; request < 3; request++) await client.get('/api/overview');
  expect(await read(job)).toMatchObject({ state: 'running' });

  expect((await client.post(`/api/jobs/${job}/cancel`)).status).toBe(200);
  const events = await stream;
  expect(events.length).toBeGreaterThan(2);
  const { progress: _, ...last } = events.at(-1) ?? { progress: 0 };
  expect(last).toMatchObject({ state: 'cancelled', result: null });
  const shares = events.slice(0, -1).map((event) => event.progress);
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  expect(await planRunOf('ba-090-2020')).toBe(before);
  // What has ended stays as it is, also when somebody asks again.
  expect(await (await client.post(`/api/jobs/${job}/cancel`)).json()).toMatchObject({ state: 'cancelled' });
});

test('what waits and is cancelled never begins', async () => {
  const [running, waiting] = [await start('ba-090-2020'), await start('ba-113-2020')];
  await expect.poll(async () => (await read(running)).state).toBe('running');
  expect(await (await client.post(`/api/jobs/${waiting}/cancel`)).json()).toMatchObject({ state: 'cancelled' });
  await client.post(`/api/jobs/${running}/cancel`);
  // The next in the queue is done, so the cancelled one was passed over.
  expect(await waitForJob(client, await start('ra-043-2020'))).toMatchObject({ state: 'done' });
  expect(await read(waiting)).toMatchObject({ state: 'cancelled' });
  expect(await planRunOf('ba-113-2020')).toBeUndefined();
});

test('a question that has no answer as it is put ends with a sentence that says why', async () => {
  const { paper, version } = await client.get<Stored>('/api/papers/ba-090-2020');
  const candidates = paper.candidates.map((candidate) => ({ ...candidate, phases: [] }));
  const answer = await client.put('/api/papers/ba-090-2020', { ...paper, candidates }, { 'if-match': `"${version}"` });
  expect(answer.status, await answer.clone().text()).toBe(200);
  const ended = await waitForJob(client, await start('ba-090-2020'));
  expect(ended).toMatchObject({ state: 'failed', result: null, message: { de: expect.stringContaining('Vorhaben') } });
});

test('what has expired is removed when a worker starts', async () => {
  const { server, database } = app();
  const { store } = server;
  const acting = { city: 'chemnitz', actor: 'test' };
  await withCity(store.db, acting, (tx) => createSignInToken(tx, { actor: 'gone', roles: ['reader'], minutes: -1 }));
  const count = async (): Promise<number> =>
    withCity(store.db, acting, async (tx) => {
      const rows = await tx.selectFrom('sign_in_token').select('actor').where('actor', '=', 'gone').execute();
      return rows.length;
    });
  expect(await count()).toBe(1);
  const log = pino({ level: 'silent' });
  const worker = await startWorker(testConfig(database), log);
  await expect.poll(count).toBe(0);
  await worker.stop();
});
