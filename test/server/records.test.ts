import { beforeAll, expect, test } from 'vitest';
import { type Client, serverForFile, signIn } from './harness.ts';
import { waitForJob } from './requests.ts';

const app = serverForFile();
let client: Client;

beforeAll(async () => {
  client = await signIn(app(), 'administrator');
});

type ProjectRecord = { project: Record<string, unknown> & { phases: { work: object }[] }; version: number };
const readQ4 = (): Promise<ProjectRecord> => client.get<ProjectRecord>('/api/projects/Q4');

test('a change needs the version it was made on: 428 without, 412 with an old or odd one', async () => {
  const { project, version } = await readQ4();
  const send = async (headers: Record<string, string>): Promise<number> =>
    (await client.put('/api/projects/Q4', { ...project, purpose: 'Neu' }, headers)).status;
  expect(await send({})).toBe(428);
  for (const match of [`"${version + 1}"`, '"0"', '*', 'W/"1"', '1', '"x"'])
    expect(await send({ 'if-match': match })).toBe(412);
  expect(await readQ4()).toMatchObject({ version, project });
});

test('a change is kept, gets the next version, and a second one on the old version is refused', async () => {
  const { project, version } = await readQ4();
  const first = await client.put('/api/projects/Q4', { ...project, purpose: 'Erste' }, { 'if-match': `"${version}"` });
  expect(first.status).toBe(200);
  expect(first.headers.get('etag')).toBe(`"${version + 1}"`);
  const second = await client.put(
    '/api/projects/Q4',
    { ...project, purpose: 'Zweite' },
    { 'if-match': `"${version}"` },
  );
  expect(second.status).toBe(412);
  expect(await readQ4()).toMatchObject({ version: version + 1, project: { purpose: 'Erste' } });
});

test('twenty editors at once: exactly one is accepted, nobody is overwritten silently', async () => {
  const { project, version } = await readQ4();
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, editor) =>
      client.put('/api/projects/Q4', { ...project, benefit: `Editor ${editor}` }, { 'if-match': `"${version}"` }),
    ),
  );
  const accepted = answers.filter((answer) => answer.status === 200);
  const refused = answers.filter((answer) => answer.status === 412);
  expect([accepted.length, refused.length]).toEqual([1, 19]);
  expect(await readQ4()).toMatchObject({ version: version + 1 });
});

test('pages show a change at once, and the plan follows it', async () => {
  const { project, version } = await readQ4();
  const before = await client.get<{ projects: { id: string; finish: string; effortTenths: number }[] }>(
    '/api/projects',
  );
  const phases = project.phases.map((phase) => ({
    ...phase,
    work: Object.fromEntries(
      Object.entries(phase.work).map(([mode, work]: [string, { weeks: number }]) => [
        mode,
        { ...work, weeks: work.weeks + 8 },
      ]),
    ),
  }));
  const answer = await client.put(
    '/api/projects/Q4',
    { ...project, name: 'Neuer Name', phases },
    { 'if-match': `"${version}"` },
  );
  expect(answer.status, await answer.clone().text()).toBe(200);
  expect(
    (await client.get<{ projects: { name: string }[] }>('/api/projects')).projects.map((one) => one.name),
  ).toContain('Neuer Name');
  const finishOf = (rows: typeof before): string => rows.projects.find((one) => one.id === 'Q4')?.finish ?? '';
  await expect.poll(async () => finishOf(await client.get('/api/projects'))).not.toBe(finishOf(before));
});

test('an answer says when its agenda has changed', async () => {
  type Answer = { planRun: { id: string; agendaChanged: boolean } | null; paper: object; version: number };
  const { job } = (await (await client.post('/api/papers/ra-043-2020/assess')).json()) as { job: string };
  expect(await waitForJob(client, job)).toMatchObject({ state: 'done' });
  const fresh = await client.get<Answer>('/api/papers/ra-043-2020');
  expect(fresh.planRun?.agendaChanged).toBe(false);
  const { project, version } = await readQ4();
  await client.put('/api/projects/Q4', { ...project, purpose: 'Wieder anders' }, { 'if-match': `"${version}"` });
  expect((await client.get<Answer>('/api/papers/ra-043-2020')).planRun?.agendaChanged).toBe(true);
});

test('the same question on the same agenda is the same plan run, to the byte', async () => {
  const run = async (): Promise<string> => {
    const { job } = (await (await client.post('/api/papers/ra-327-2020/assess')).json()) as { job: string };
    return (await waitForJob(client, job)).result.planRun ?? '';
  };
  await expect.poll(async () => (await client.send('GET', '/api/overview')).status).toBe(200);
  expect(await run()).toBe(await run());
});

test('a repeated request with its Idempotency-Key starts one job; the key for something else is refused', async () => {
  const key = { 'idempotency-key': crypto.randomUUID() };
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => client.post('/api/papers/ra-043-2020/assess', key)),
  );
  const jobs = await Promise.all(answers.map(async (answer) => ((await answer.json()) as { job: string }).job));
  expect(new Set(jobs).size).toBe(1);
  const other = await client.post('/api/papers/ra-327-2020/assess', key);
  expect(other.status).toBe(409);
  expect(await other.json()).toMatchObject({ type: 'urn:fahrplan:problem:key-reused' });
  expect((await client.post('/api/papers/ra-043-2020/assess', { 'idempotency-key': 'ü'.repeat(1) })).status).toBe(400);
  const without = await Promise.all([1, 2].map(() => client.post('/api/papers/ra-043-2020/assess')));
  const ids = await Promise.all(without.map(async (answer) => ((await answer.json()) as { job: string }).job));
  expect(new Set(ids).size).toBe(2);
});

test('export, import and export again give the same bytes and leave every version as it was', async () => {
  const file = await (await client.send('GET', '/api/agenda.json')).text();
  const { version } = await readQ4();
  const answer = await client.send('POST', '/api/agenda', {
    body: file,
    headers: { 'content-type': 'application/json' },
  });
  expect(await answer.json()).toEqual({ inserted: 0, changed: 0, deleted: 0 });
  expect(await (await client.send('GET', '/api/agenda.json')).text()).toBe(file);
  expect((await readQ4()).version).toBe(version);
});
