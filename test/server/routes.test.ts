import { beforeAll, describe, expect, test } from 'vitest';
import { can, roles } from '../../src/agenda/index.ts';
import { openApiDocument, operations } from '../../src/server/index.ts';
import { saveAgenda, withCity } from '../../src/store/index.ts';
import { sampleAgenda } from '../setup/sample.ts';
import { Client, eventsOf, type Role, serverForFile, signIn } from './harness.ts';
import { type Sample, sampleRequests, sendSample } from './requests.ts';

const app = serverForFile();
const clients = {} as Record<Role, Client>;
let samples: Sample[];

beforeAll(async () => {
  for (const role of [...roles, 'nobody'] as const) clients[role] = await signIn(app(), role);
  samples = await sampleRequests(clients.administrator);
});

/** Whoever may make the request: the administrator, or the approver for what is kept from the administrator. */
const roleFor = ({ permission }: Sample): 'administrator' | 'approver' =>
  can({ city: '', roles: ['administrator'] }, permission, { city: '' }) ? 'administrator' : 'approver';

/** What it answers is a Word, PDF or Excel file, made anew for each role: most of the work of all routes together. */
const makesFile = ({ key }: Sample): boolean =>
  operations.some((one) => `${one.method} ${one.path}` === key && one.file !== undefined);

type Contract = { paths: Record<string, Record<string, { security?: unknown[] }>> };

test('every route of the contract has a sample, and every sample a route', () => {
  const { paths } = openApiDocument() as Contract;
  // Routes for everybody have tests of their own (sign-in, identity).
  const routes = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([one, { security }]) => (security?.length === 0 ? [] : [`${one} ${path}`])),
  );
  expect(samples.map((sample) => sample.key).sort()).toEqual(routes.sort());
});

test('each route answers its sample with the status and the body of the contract', async () => {
  for (const sample of samples.filter((one) => !one.key.includes('/session/end'))) {
    const answer = await sendSample(clients[roleFor(sample)], sample);
    const text = await answer.clone().text();
    expect(answer.status, `${sample.key}: ${text.slice(0, 500)}`).toBe(sample.status);
    expect(answer.headers.get('cache-control'), sample.key).toBe('no-store');
    const operation = operations.find((one) => `${one.method} ${one.path}` === sample.key);
    if (operation === undefined || operation.file || sample.refused) continue;
    const parsed = operation.answer.safeParse(JSON.parse(text));
    expect(parsed.error?.issues ?? [], sample.key).toEqual([]);
    expect(answer.headers.has('etag'), `${sample.key}: ETag`).toBe(
      operation.tagged === true || operation.keptFor !== undefined,
    );
  }
});

test('the files are what they say: a Word document, a PDF, and the agenda in its canonical form', async () => {
  const word = await clients.reader.send('GET', '/api/papers/ra-043-2020/statement.docx');
  expect(word.headers.get('content-disposition')).toBe('attachment; filename="stellungnahme-ra-043-2020.docx"');
  expect(
    Buffer.from(await word.arrayBuffer())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK');
  const pdf = await clients.reader.send('GET', '/api/papers/ra-043-2020/statement.pdf');
  expect((await pdf.text()).slice(0, 5)).toBe('%PDF-');
  const agenda = await clients.reader.send('GET', '/api/agenda.json');
  expect(agenda.headers.get('content-type')).toBe('application/json');
  expect(await agenda.text()).toMatch(/^\{\n {2}"format": "fahrplan-agenda",/);
});

test('a job stream that is opened after the end still gives the last word, and ends', async () => {
  const path = samples.find((sample) => sample.key === 'get /api/jobs/{id}')?.path ?? '';
  const events = await eventsOf(clients.reader, path.split('/').at(-1) ?? '');
  expect(events).toMatchObject([{ state: 'done', progress: 1 }]);
});

describe('who may do what', () => {
  test('without a session, with an invented one and after signing out: 401 on every route', async () => {
    const leaving = await signIn(app(), 'administrator');
    expect((await leaving.post('/api/session/end')).status).toBe(204);
    const strangers = [
      new Client(app().server.address, ''),
      new Client(app().server.address, `fahrplan=${'A'.repeat(43)}`),
      leaving,
    ];
    for (const stranger of strangers) {
      for (const sample of samples) {
        const answer = await sendSample(stranger, sample);
        expect(answer.status, sample.key).toBe(401);
        expect(await answer.json()).toMatchObject({ type: 'urn:fahrplan:problem:not-signed-in', status: 401 });
      }
      expect((await stranger.send('GET', '/api/openapi.json')).status).toBe(401);
      expect((await stranger.send('GET', '/api/no-such-thing')).status).toBe(401);
    }
  });

  test.each([...roles, 'nobody'] as const)('%s is refused what the role does not allow', async (role) => {
    for (const sample of samples.filter((one) => !one.key.includes('/session/end'))) {
      const allowed = can({ city: 'chemnitz', roles: [role] }, sample.permission, { city: 'chemnitz' });
      if (allowed && sample.permission !== 'read') continue; // done once above, as administrator
      if (allowed && role !== 'reader' && makesFile(sample)) continue; // whoever may read may what the reader may
      const answer = await sendSample(clients[role], sample);
      expect(answer.status, `${role}: ${sample.key}`).toBe(allowed ? sample.status : 403);
      await answer.body?.cancel();
    }
  });

  test('no session and a foreign page at once: the page is refused first', async () => {
    for (const sample of samples.filter((one) => !one.key.startsWith('get '))) {
      for (const origin of ['https://boese.example', 'null', '']) {
        const answer = await sendSample(clients.administrator, sample, { origin });
        expect(answer.status, `${sample.key} from "${origin}"`).toBe(403);
        expect(await answer.json()).toMatchObject({ type: 'urn:fahrplan:problem:foreign-origin' });
      }
    }
  });

  test('what belongs to another city is not there: same answer as for what nobody has', async () => {
    const agenda = sampleAgenda('musterstadt');
    const acting = { city: 'musterstadt', actor: 'test' };
    await withCity(app().server.store.db, acting, (tx) => saveAgenda(tx, agenda));
    const strangers = {
      administrator: await signIn(app(), 'administrator', 'musterstadt'),
      approver: await signIn(app(), 'approver', 'musterstadt'),
    };
    const withoutInstance = async (answer: Response): Promise<unknown> => {
      const { instance: _, ...body } = (await answer.json()) as Record<string, unknown>;
      return { status: answer.status, body };
    };
    const foreign = samples.filter((one) => /\{id\}/.test(one.key) && !one.key.includes('/load/'));
    expect(foreign.length).toBeGreaterThan(12);
    for (const sample of foreign) {
      const stranger = strangers[roleFor(sample)];
      const pattern =
        /(Q4|ohne-e-akte|plan-\d{4}-\d\d-\d\d-\d|ra-\d+-2020|ba-\d+-2020|rat-[\d-]{10}|\/team\/PM|[0-9a-f-]{32,36}|probe-\d|\/(?:delegations|obligations|organizations|resolutions)\/[^/]+)/;
      const unknown = {
        ...sample,
        path: sample.path.replace(pattern, (id) => (id.length >= 32 ? id.replace(/[0-9]/g, '1') : `${id}x`)),
      };
      expect(unknown.path, sample.key).not.toBe(sample.path);
      const found = await withoutInstance(await sendSample(stranger, sample));
      expect(found, sample.key).toMatchObject({ status: 404 });
      if (!/^(put|delete) /.test(sample.key))
        expect(await withoutInstance(await sendSample(stranger, unknown))).toEqual(found);
    }
  });
});
