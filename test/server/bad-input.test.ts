import { connect } from 'node:net';
import { beforeAll, expect, test } from 'vitest';
import { type Client, serverForFile, signIn } from './harness.ts';

// No worker runs here: without a plan no page of a project can be shown, but a paper can be read and written.
const app = serverForFile({ workers: 0 }, false);
let client: Client;
let project: { project: Record<string, unknown>; version: number };
let paper: { paper: Record<string, unknown>; version: number };

beforeAll(async () => {
  client = await signIn(app(), 'administrator');
  paper = await client.get('/api/papers/ba-090-2020');
  const agenda = await client.get<{ projects: Record<string, unknown>[] }>('/api/agenda.json');
  project = { project: agenda.projects.find((one) => one.id === 'Q4') ?? {}, version: 1 };
});

const json = { 'content-type': 'application/json' };
type Body = { type: string; title: string; detail?: string; errors?: { pointer: string; detail: string }[] };

/** Sends a body to the paper as it is, with the right version, and returns status and problem. */
async function put(
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = {},
): Promise<Body & { status: number }> {
  const version = { 'if-match': `"${paper.version}"` };
  const answer = await client.send('PUT', '/api/papers/ba-090-2020', {
    body,
    headers: { ...json, ...version, ...headers },
  });
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  return { ...((await answer.json()) as Body), status: answer.status };
}

const nested = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`;
const changed = (change: object): string => JSON.stringify({ ...paper.paper, ...change });

test.each([
  ['no JSON', '{"a":', 'invalid-json'],
  ['an empty body', '', 'invalid-json'],
  ['no UTF-8', new Uint8Array([0x7b, 0xff, 0x7d]), 'invalid-json'],
  ['too deep', nested(65), 'invalid-json'],
  ['much too deep', nested(200_000), 'invalid-json'],
  ['a key twice', '{"id":"a","id":"b"}', 'invalid-json'],
  ['U+0000', '{"name":"a\\u0000b"}', 'invalid-json'],
  ['half a character', '{"name":"\\ud800"}', 'invalid-json'],
  ['a key that reaches the prototype', '{"__proto__":{"admin":true}}', 'invalid-json'],
  ['the same deeper down', '{"provenance":{"constructor":{"prototype":{"admin":true}}}}', 'invalid-json'],
  ['no object', '[]', 'invalid-request'],
  ['null', 'null', 'invalid-request'],
])('%s: 400 with a reason', async (_name, body, type) => {
  const problem = await put(body);
  expect(problem).toMatchObject({ status: 400, type: `urn:fahrplan:problem:${type}` });
  expect('admin' in {}).toBe(false);
});

test('an unknown field, a wrong value and a missing one are each named with their place', async () => {
  const { name: _, ...rest } = paper.paper;
  const problem = await put(JSON.stringify({ ...rest, kind: 'poem', admin: true }));
  expect(problem.status).toBe(400);
  expect(problem.errors?.map((one) => one.pointer).sort()).toEqual(['/admin', '/kind', '/name']);
  expect(problem.errors?.find((one) => one.pointer === '/name')?.detail).toBe('Bitte ausfüllen.');
});

test('a refusal is in the language that the reader asks for', async () => {
  const german = await put(changed({ kind: 'poem' }));
  const english = await put(changed({ kind: 'poem' }), { 'accept-language': 'en-GB' });
  expect(german.title).toBe('Die Anfrage hat ungültige Angaben.');
  expect(english.title).toBe('The request has invalid values.');
  expect(english.errors?.[0]?.detail).toBe('Please choose one of the values offered.');
});

test('what contradicts itself is refused by the rules of the paper and of the agenda', async () => {
  const twice = await put(
    changed({
      versions: [
        {
          number: 1,
          points: [
            { number: '1', text: 'a' },
            { number: '1', text: 'b' },
          ],
        },
      ],
    }),
  );
  expect(twice.errors?.map((one) => one.pointer)).toContain('/versions/0/points/1/number');
  const dependencies = [{ predecessor: 'no-such-project' }];
  const unknown = await client.put('/api/projects/Q4', { ...project.project, dependencies }, { 'if-match': '"1"' });
  expect(unknown.status).toBe(400);
  expect(((await unknown.json()) as Body).errors?.[0]?.pointer).toBe('/dependencies/0/predecessor');
});

test('the id of a record cannot be changed', async () => {
  expect((await put(changed({ id: 'other' }))).errors?.[0]?.pointer).toBe('/id');
});

test('a body beyond 1 MB is refused, whether its length is told or not', async () => {
  const big = JSON.stringify({ name: 'x'.repeat(1_000_001) });
  expect((await put(big)).status).toBe(413);
  const stream = new ReadableStream({
    start(controller) {
      for (let part = 0; part < 20; part++) controller.enqueue(new TextEncoder().encode(' '.repeat(100_000)));
      controller.close();
    },
  });
  const headers = { ...json, 'if-match': '"1"' };
  const answer = await client.send('PUT', '/api/papers/ba-090-2020', {
    body: stream,
    headers,
    duplex: 'half',
  } as object);
  expect(answer.status).toBe(413);
});

test('an import may be larger than 1 MB, but not larger than 20', async () => {
  const send = async (bytes: number): Promise<number> => {
    const body = `{"format":"fahrplan-agenda"${' '.repeat(bytes)}}`;
    return (await client.send('POST', '/api/agenda', { body, headers: json })).status;
  };
  expect(await send(2_000_000)).toBe(400);
  expect(await send(21 * 1024 * 1024)).toBe(413);
});

test('an agenda of another city and one that contradicts itself are refused and change nothing', async () => {
  const before = await (await client.send('GET', '/api/agenda.json')).text();
  const agenda = JSON.parse(before) as { city: object; planStart: string };
  const send = async (change: object): Promise<Body> => {
    const body = JSON.stringify({ ...agenda, ...change });
    const answer = await client.send('POST', '/api/agenda', { body, headers: json });
    expect(answer.status).toBe(400);
    return (await answer.json()) as Body;
  };
  expect((await send({ city: { ...agenda.city, id: 'dresden' } })).errors?.[0]?.pointer).toBe('/city/id');
  expect((await send({ planStart: '2020-09-01' })).errors?.[0]?.pointer).toBe('/planStart');
  expect(await (await client.send('GET', '/api/agenda.json')).text()).toBe(before);
});

test('only JSON is read', async () => {
  expect((await put(changed({}), { 'content-type': 'text/plain' })).status).toBe(415);
  expect((await put(changed({}), { 'content-type': '' })).status).toBe(415);
});

test.each([
  ['/api/search', '/q'],
  ['/api/search?q=', '/q'],
  ['/api/search?q=a&q=b', '/q'],
  ['/api/search?q=a&admin=1', '/admin'],
  ['/api/me?debug=1', '/debug'],
  ['/api/load/PM/2021-13', '/month'],
  ['/api/projects/%00', '/id'],
  ['/api/projects/..%2f..%2fetc', '/id'],
])('GET %s: 400 and the place %s', async (path, pointer) => {
  const answer = await client.send('GET', path);
  expect(answer.status).toBe(400);
  expect(((await answer.json()) as Body).errors?.[0]?.pointer).toBe(pointer);
});

test('an unknown address is 404 as problem+json, a method that does not exist 405 with those that do', async () => {
  const unknown = await client.send('GET', '/api/no-such-thing');
  expect(unknown.status).toBe(404);
  expect(await unknown.json()).toMatchObject({ type: 'urn:fahrplan:problem:not-found' });
  const method = await client.send('DELETE', '/api/projects/Q4');
  expect(method.status).toBe(405);
  expect(method.headers.get('allow')?.split(', ').sort()).toEqual(['GET', 'PUT']);
});

test('while no plan is there, pages say so and when to come back', async () => {
  const answer = await client.send('GET', '/api/overview');
  expect(answer.status).toBe(503);
  expect(answer.headers.get('retry-after')).toBe('2');
  expect(await answer.json()).toMatchObject({ type: 'urn:fahrplan:problem:plan-missing' });
});

test('a request that is no HTTP is refused and harms nobody', async () => {
  const port = Number(new URL(app().server.address).port);
  for (const bytes of [
    '\0\0\0\0\r\n\r\n',
    'GET / HTTP/9.9\r\n\r\n',
    `GET / HTTP/1.1\r\n${'x'.repeat(100_000)}\r\n\r\n`,
  ]) {
    await new Promise<void>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
      socket.on('close', () => resolve());
      socket.on('error', () => {});
      socket.on('data', () => {});
    });
  }
  expect((await fetch(`${app().server.address}/health`)).status).toBe(200);
});
