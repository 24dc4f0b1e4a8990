import { beforeAll, expect, test } from 'vitest';
import { type Client, serverForFile, signIn } from './harness.ts';

// No worker: what is asked here is what is stored, not what is planned from it.
const app = serverForFile({ workers: 0 });
let client: Client;

beforeAll(async () => {
  client = await signIn(app(), 'programme');
});

type Written = { id: string; version: number | null; body: Record<string, unknown>; entry: number };
type Body = Written & { type: string; detail?: string; errors?: { pointer: string; detail: string }[] };

const json = { 'content-type': 'application/json' };

async function send(
  method: string,
  path: string,
  body?: unknown,
  version?: number,
): Promise<Body & { status: number }> {
  const headers: Record<string, string> = { ...json, ...(version === undefined ? {} : { 'if-match': `"${version}"` }) };
  const answer = await client.send(method, path, {
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { ...((await answer.json()) as Body), status: answer.status };
}

const team = (id: string): object => ({
  id,
  name: 'Testteam',
  unit: 'amt18',
  capacity: [{ from: '2020-01-01', fte: 2 }],
});

async function read(kind: string, id: string): Promise<{ body: Record<string, unknown>; version: number }> {
  return client.get(`/api/records/${kind}/${id}`);
}

test('a record is added, changed and deleted; each step has its version and its number', async () => {
  const units = await client.get<{ records: { id: string }[] }>('/api/records/unit');
  const unit = units.records[0]?.id;
  const added = await send('POST', '/api/records/team', { ...team('neu'), unit });
  expect(added).toMatchObject({ status: 201, id: 'neu', version: 1 });
  const changed = await send('PUT', '/api/records/team/neu', { ...added.body, name: 'Umbenannt' }, 1);
  expect(changed).toMatchObject({ status: 200, version: 2 });
  expect(changed.entry).toBeGreaterThan(added.entry);
  expect(await send('DELETE', '/api/records/team/neu', undefined, 1)).toMatchObject({ status: 412 });
  expect(await send('DELETE', '/api/records/team/neu', undefined, 2)).toMatchObject({ status: 200, version: null });
  expect((await client.send('GET', '/api/records/team/neu')).status).toBe(404);
});

test('a taken id is a conflict, an unknown record is not found, an id stays', async () => {
  const source = { id: 'doppelt', title: 'Quelle' };
  expect((await send('POST', '/api/records/source', source)).status).toBe(201);
  expect((await send('POST', '/api/records/source', source)).status).toBe(409);
  expect((await send('PUT', '/api/records/source/fehlt', { ...source, id: 'fehlt' }, 1)).status).toBe(404);
  expect((await send('PUT', '/api/records/source/doppelt', { ...source, id: 'anders' }, 1)).errors).toMatchObject([
    { pointer: '/id' },
  ]);
});

test('a wrong value is named with its place, like a rule that is broken', async () => {
  const { body, version } = await read('project', 'Q4');
  const put = (change: object) => send('PUT', '/api/records/project/Q4', { ...body, ...change }, version);
  expect((await put({ status: 'vielleicht', purpose: 'x'.repeat(20_001) })).errors?.map((one) => one.pointer)).toEqual([
    '/status',
    '/purpose',
  ]);
  expect((await put({ dependencies: [{ predecessor: 'Q4' }] })).errors?.[0]).toMatchObject({
    pointer: '/dependencies/0/predecessor',
    detail: expect.stringContaining('wartet auf sich selbst'),
  });
  expect((await put({ earliestStart: '2099-01-05' })).errors?.[0]).toMatchObject({
    pointer: '/earliestStart',
    detail: expect.stringContaining('30 Jahre'),
  });
});

test('a circle that shows itself in another project is named at the dependencies of the one that closed it', async () => {
  const agenda = await client.get<{ projects: { id: string; dependencies?: { predecessor: string }[] }[] }>(
    '/api/agenda.json',
  );
  const waiting = agenda.projects.findLast((one) => one.dependencies !== undefined);
  const before = waiting?.dependencies?.[0]?.predecessor ?? '';
  const { body, version } = await read('project', before);
  const links = body.dependencies as object[];
  const closed = { ...body, dependencies: [...links, { predecessor: waiting?.id }] };
  const refused = await send('PUT', `/api/records/project/${before}`, closed, version);
  expect(refused.status).toBe(400);
  expect(refused.errors?.[0]?.pointer).toMatch(/^\/dependencies/);
  expect(refused.errors?.[0]?.detail).toContain('im Kreis');
});

test('a team without capacity is named where the effort stands', async () => {
  const { body, version } = await read('project', 'Q4');
  const { body: pm } = await read('team', 'PM');
  await send('POST', '/api/records/team', {
    ...pm,
    id: 'leer',
    name: 'Ohne Stellen',
    capacity: [{ from: '2020-01-01', fte: 0 }],
  });
  const [phase] = body.phases as { work: Record<string, object> }[];
  const mode = Object.keys(phase?.work ?? {})[0] ?? '';
  const work = { ...phase?.work, [mode]: { ...phase?.work[mode], effortTenths: { leer: 50 } } };
  const phases = [{ ...phase, work }, ...(body.phases as object[]).slice(1)];
  const refused = await send('PUT', '/api/records/project/Q4', { ...body, phases }, version);
  expect(refused.errors).toMatchObject([
    { pointer: `/phases/0/work/${mode}/effortTenths/leer`, detail: expect.stringContaining('keine Kapazität') },
  ]);
});

test('what others name is not deleted, and who they are is said', async () => {
  const { version } = await read('team', 'PM');
  const refused = await send('DELETE', '/api/records/team/PM', undefined, version);
  expect(refused).toMatchObject({ status: 409, type: 'urn:fahrplan:problem:conflict' });
  expect(refused.errors?.[0]?.detail).toMatch(/darauf verweist Projekt „/);
  const planned = await read('project', 'Q4');
  const project = await send('DELETE', '/api/records/project/Q4', undefined, planned.version);
  expect(project.errors?.map((one) => one.detail).join()).toContain('gestoppt');
});

test('several changes are all made or none, and each fault names its change', async () => {
  const source = (id: string, title: string): object => ({ kind: 'source', id, version: null, body: { id, title } });
  const refused = await send('POST', '/api/changes', { changes: [source('m1', 'gut'), source('m2', '')] });
  expect(refused.errors?.map((one) => one.pointer)).toEqual(['/changes/1/body/title']);
  expect((await client.send('GET', '/api/records/source/m1')).status).toBe(404);
  const answer = await client.send('POST', '/api/changes', {
    headers: json,
    body: JSON.stringify({ changes: [source('m1', 'gut'), source('m2', 'auch')] }),
  });
  const { written } = (await answer.json()) as { written: Written[] };
  expect(written.map((one) => [one.id, one.version])).toEqual([
    ['m1', 1],
    ['m2', 1],
  ]);
  const undone = await send('POST', '/api/undo', { entries: written.map((one) => one.entry) });
  expect(undone.status).toBe(200);
  expect((await client.send('GET', '/api/records/source/m2')).status).toBe(404);
});

test('the history names who changed which field; an earlier version comes back as a new one', async () => {
  await send('POST', '/api/records/source', { id: 'alt', title: 'Erster Titel' });
  await send('PUT', '/api/records/source/alt', { id: 'alt', title: 'Zweiter Titel', note: 'Notiz' }, 1);
  type Changed = { field: string; before: unknown; after: unknown };
  type History = { entries: { entry: number; action: string; actor: string; changed: Changed[]; version: number }[] };
  const { entries } = await client.get<History>('/api/records/source/alt/history');
  const fields = (changed: readonly Changed[]) => changed.map(({ field }) => field);
  expect(entries.map((one) => [one.action, one.version, fields(one.changed), one.actor])).toEqual([
    ['update', 2, ['note', 'title'], 'test-programme'],
    ['insert', 1, ['id', 'title'], 'test-programme'],
  ]);
  expect(entries[0]?.changed).toEqual([
    { field: 'note', before: null, after: 'Notiz' },
    { field: 'title', before: 'Erster Titel', after: 'Zweiter Titel' },
  ]);
  const first = entries[1]?.entry ?? 0;
  expect(await client.get(`/api/changes/${first}`)).toMatchObject({ kind: 'source', body: { title: 'Erster Titel' } });
  expect((await send('POST', `/api/changes/${first}/restore`, { version: 1 })).status).toBe(412);
  expect(await send('POST', `/api/changes/${first}/restore`, { version: 2 })).toMatchObject({
    version: 3,
    body: { title: 'Erster Titel' },
  });
});

test('saving without a change answers with the present version: nothing is written, and nothing stands in the history', async () => {
  const title = { id: 'gleich', title: 'Bleibt so', note: 'Notiz' };
  await send('POST', '/api/records/source', title);
  const again = { note: 'Notiz', title: 'Bleibt so', id: 'gleich' };
  expect(await send('PUT', '/api/records/source/gleich', again, 1)).toMatchObject({ version: 1, entry: null });
  const { entries } = await client.get<{ entries: unknown[] }>('/api/records/source/gleich/history');
  expect(entries).toHaveLength(1);
  expect((await send('PUT', '/api/records/source/gleich', again, 2)).status).toBe(412);
});

test('a deleted record comes back by undo, with a version that no old editor can overwrite', async () => {
  await send('POST', '/api/records/source', { id: 'weg', title: 'Bleibt' });
  const gone = await send('DELETE', '/api/records/source/weg', undefined, 1);
  expect(await send('POST', '/api/undo', { entries: [gone.entry] })).toMatchObject({ status: 200 });
  expect(await read('source', 'weg')).toMatchObject({ version: 2, body: { title: 'Bleibt' } });
  expect((await send('PUT', '/api/records/source/weg', { id: 'weg', title: 'Alt' }, 1)).status).toBe(412);
});

test('undo is refused when somebody else has changed the record since', async () => {
  const added = await send('POST', '/api/records/source', { id: 'rest', title: 'A' });
  const mine = await send('PUT', '/api/records/source/rest', { ...added.body, title: 'B' }, 1);
  await send('PUT', '/api/records/source/rest', { ...added.body, title: 'C' }, 2);
  expect((await send('POST', '/api/undo', { entries: [mine.entry] })).status).toBe(412);
  expect(await read('source', 'rest')).toMatchObject({ body: { title: 'C' } });
});

test('plans are not edited as records', async () => {
  expect((await client.send('GET', '/api/records/planVersion')).status).toBe(400);
  const head = await client.get<{ plans: { id: string }[] }>('/api/agenda.json');
  const plan = head.plans[0];
  expect((await send('PUT', `/api/records/planVersion/${plan?.id}`, plan, 1)).status).toBe(400);
});

test('nobody changes what is not theirs, nor looks into its history', async () => {
  const office = await signIn(app(), 'office', 'chemnitz', ['it-amt']);
  const source = { body: JSON.stringify({ id: 'fremd', title: 'Fremd' }), headers: json };
  expect((await office.send('POST', '/api/records/source', source)).status).toBe(403);
  expect((await office.send('GET', '/api/records/team/PM/history')).status).toBe(403);
  const shown = await office.get<{ records: { body: object }[] }>('/api/records/team');
  expect(JSON.stringify(shown)).not.toContain('costPerFteCents');
  const reader = await signIn(app(), 'reader');
  expect((await reader.send('POST', '/api/records/source', source)).status).toBe(403);
});

test('many projects get one value: all or none, and undo takes it back from all', async () => {
  const list = await client.get<{ projects: { id: string; status: string }[]; versions: Record<string, number> }>(
    '/api/projects',
  );
  const some = ['Q6', 'Q7', 'Q8'].map((id) => ({ id, version: list.versions[id] ?? 0 }));
  const late = await send('POST', '/api/projects/bulk', {
    projects: [...some.slice(1), { id: 'Q6', version: 99 }],
    values: { status: 'waiting' },
  });
  expect(late.status).toBe(412);
  const partner = (await client.get<Record<string, { id: string }[]>>('/api/choices')).partner?.[0]?.id;
  const answer = await client.send('POST', '/api/projects/bulk', {
    headers: json,
    body: JSON.stringify({ projects: some, values: { status: 'waiting', addPartner: partner } }),
  });
  const { written } = (await answer.json()) as { written: Written[] };
  expect(written.map((one) => [one.body.status, (one.body.partners as string[]).includes(partner ?? '')])).toEqual(
    some.map(() => ['waiting', true]),
  );
  await send('POST', '/api/undo', { entries: written.map((one) => one.entry) });
  const after = await client.get<typeof list>('/api/projects');
  expect(after.projects).toEqual(list.projects);
});

test('views are kept for oneself or for all, and only the owner deletes them', async () => {
  const keep = (name: string, shared: boolean) =>
    send('POST', '/api/saved-views/projekte', { name, shared, search: { gruppe: 'amt' } });
  await keep('Meine', false);
  const shared = await keep('Unsere', true);
  const other = await signIn(app(), 'reader');
  const seen = await other.get<{ views: { name: string; own: boolean }[] }>('/api/saved-views/projekte');
  expect(seen.views.map((one) => [one.name, one.own])).toEqual([['Unsere', false]]);
  const forget = async (one: Client) =>
    (await one.send('DELETE', `/api/saved-views/projekte/${shared.id}`)).json() as Promise<object>;
  expect(await forget(other)).toEqual({ deleted: false });
  expect(await forget(client)).toEqual({ deleted: true });
});

test('stages are put into another order, as long as they stand as the editor saw them', async () => {
  const ids = async (): Promise<string[]> => {
    const { stages } = await client.get<{ stages: { id: string }[] }>('/api/stages');
    return stages.map(({ id }) => id);
  };
  const before = await ids();
  const after = [...before].reverse();
  expect((await send('PUT', '/api/stages/order', { before, after })).status).toBe(200);
  expect(await ids()).toEqual(after);
  expect((await send('PUT', '/api/stages/order', { before, after })).status).toBe(412);
  const other = await send('PUT', '/api/stages/order', { before: after, after: [...after.slice(1), 'andere'] });
  expect(other).toMatchObject({ status: 400, errors: [{ pointer: '/after' }] });
  expect((await send('PUT', '/api/stages/order', { before: after, after: before })).status).toBe(200);
  expect(await ids()).toEqual(before);
});
