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
});

const start = async (paper: string): Promise<string> =>
  ((await (await client.post(`/api/papers/${paper}/assess`)).json()) as { job: string }).job;
const planRunOf = async (paper: string): Promise<string | undefined> =>
  (await client.get<{ planRun: { id: string } | null }>(`/api/papers/${paper}`)).planRun?.id;

test('a computation is followed as it goes: progress never falls, and the end is done', async () => {
  const events = await eventsOf(client, await start('ba-090-2020'));
  expect(events.length).toBeGreaterThan(2);
  expect(events.map((event) => event.progress)).toEqual(events.map((event) => event.progress).sort((a, b) => a - b));
  expect(events.at(-1)).toMatchObject({ state: 'done', progress: 1 });
  expect(await planRunOf('ba-090-2020')).toMatch(/^[0-9a-f]{32}$/);
});

test('the server answers others while it computes', async () => {
  const job = await start('ba-090-2020');
  const times: number[] = [];
  for (let request = 0; request < 20; request++) {
    const begin = performance.now();
    await client.get('/api/overview');
    times.push(performance.now() - begin);
  }
  expect((await client.get<{ state: string }>(`/api/jobs/${job}`)).state).toMatch(/queued|running/);
  expect(times.sort((a, b) => a - b)[10]).toBeLessThan(200);
  await waitForJob(client, job);
});

test('cancelling ends what runs at once, and what waits before it begins; neither leaves an answer', async () => {
  const before = await planRunOf('ba-113-2020');
  const [running, waiting] = [await start('ba-090-2020'), await start('ba-113-2020')];
  const stream = eventsOf(client, running);
  await expect.poll(async () => (await client.get<{ state: string }>(`/api/jobs/${running}`)).state).toBe('running');
  expect(await (await client.post(`/api/jobs/${waiting}/cancel`)).json()).toMatchObject({
    state: 'cancelled',
    result: null,
  });
  const asked = performance.now();
  expect((await client.post(`/api/jobs/${running}/cancel`)).status).toBe(200);
  expect((await stream).at(-1)).toMatchObject({ state: 'cancelled' });
  expect(performance.now() - asked).toBeLessThan(1_000);
  expect(await planRunOf('ba-113-2020')).toBe(before);
  // What has ended stays as it is, also when somebody asks again.
  expect(await (await client.post(`/api/jobs/${running}/cancel`)).json()).toMatchObject({ state: 'cancelled' });
});

test('a question that has no answer as it is put ends with a sentence that says why', async () => {
  type Stored = { paper: Record<string, unknown> & { candidates: { phases: object[] }[] }; version: number };
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
