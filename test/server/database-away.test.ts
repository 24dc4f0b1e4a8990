import { beforeAll, expect, test } from 'vitest';
import { asAdmin } from '../setup/database.ts';
import { type Client, eventsOf, serverForFile, signIn } from './harness.ts';

const app = serverForFile({ workers: 1 });
let client: Client;

beforeAll(async () => {
  client = await signIn(app(), 'administrator');
});

const cutConnections = (): Promise<void> =>
  asAdmin(
    'postgres',
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${app().database.name}'`,
  );
/** 0 keeps everybody out who is no superuser, as an operator does for maintenance. */
const limitConnections = (limit: number): Promise<void> =>
  asAdmin('postgres', `ALTER DATABASE ${app().database.name} CONNECTION LIMIT ${limit}`);

test('while the database is away the server says so and when to ask again; then it goes on by itself', async () => {
  await limitConnections(0);
  await cutConnections();
  const away = await client.send('GET', '/api/overview');
  expect(away.status).toBe(503);
  expect(away.headers.get('retry-after')).toBe('2');
  expect(await away.json()).toMatchObject({ type: 'urn:fahrplan:problem:database-away' });
  expect((await fetch(`${app().server.address}/health`)).status).toBe(200);

  await limitConnections(-1);
  await expect.poll(async () => (await client.send('GET', '/api/overview')).status).toBe(200);
  // Queue and progress have come back too.
  const started = (await (await client.post('/api/papers/ra-043-2020/assess')).json()) as { job: string };
  expect((await eventsOf(client, started.job)).at(-1)).toMatchObject({ state: 'done' });
});

test('cut connections in the midst of many requests: each is answered or refused with 503, none with a fault', async () => {
  const requests = Array.from({ length: 60 }, () => client.send('GET', '/api/papers'));
  await cutConnections();
  const statuses = (await Promise.all(requests)).map((answer) => answer.status);
  expect(new Set([...statuses, 200, 503])).toEqual(new Set([200, 503]));
  await expect.poll(async () => (await client.send('GET', '/api/papers')).status).toBe(200);
});
