import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { operations, type RunningServer, startServer } from '../../src/server/index.ts';
import { readAudit, withCity } from '../../src/store/index.ts';
import { newMeeting, newResolution } from './council-requests.ts';
import { Client, serverForFile, signIn, testConfig } from './harness.ts';

// Two servers on one database, as a city runs them for the sake of safety. No worker: nothing changes by itself.
const app = serverForFile({ workers: 0 });
let second: RunningServer;
let clients: Client[];

beforeAll(async () => {
  second = await startServer(testConfig(app().database, { workers: 0 }), pino({ level: 'silent' }));
  const client = await signIn(app(), 'administrator');
  clients = [client, client.at(second.address)];
});
afterAll(() => second?.stop());

/** An address for each route whose answers are kept. */
const addresses: Record<string, string> = {
  '/api/me': '/api/me',
  '/api/overview': '/api/overview',
  '/api/roadmap': '/api/roadmap',
  '/api/load': '/api/load',
  '/api/load/{team}/{month}': '/api/load/PM/2021-03',
  '/api/obligations': '/api/obligations',
  '/api/obligations/{id}': '/api/obligations/ozg-2017-1-1',
  '/api/coverage': '/api/coverage',
  '/api/projects': '/api/projects',
  '/api/projects/{id}': '/api/projects/V2',
  '/api/projects/{id}/why': '/api/projects/V2/why',
  '/api/projects/{id}/help': '/api/projects/V2/help',
  '/api/projects/{id}/why-not': '/api/projects/V2/why-not',
  '/api/choices': '/api/choices',
  '/api/records/{kind}': '/api/records/team',
  '/api/records/{kind}/{id}': '/api/records/team/PM',
  '/api/plans': '/api/plans',
  '/api/plans/compare': '/api/plans/compare?before=genehmigt-2020&after=genehmigt-2020',
  '/api/plans/worth': '/api/plans/worth',
  '/api/plans/risk': '/api/plans/risk',
  '/api/papers/{id}/curve': '/api/papers/ba-090-2020/curve',
  '/api/scenarios/{id}/repair': '/api/scenarios/ohne-e-akte/repair',
  '/api/needs': '/api/needs',
  '/api/interview-guides': '/api/interview-guides',
  '/api/priorities': '/api/priorities',
  '/api/catalogue': '/api/catalogue',
  '/api/scenarios': '/api/scenarios',
  '/api/scenarios/{id}': '/api/scenarios/ohne-e-akte',
  '/api/commitments': '/api/commitments',
  '/api/papers': '/api/papers',
  '/api/papers/{id}': '/api/papers/ba-090-2020',
  '/api/council-desk': '/api/council-desk',
  '/api/council-settings': '/api/council-settings',
  '/api/meetings': '/api/meetings',
  '/api/meetings/{id}': '/api/meetings/probe',
  '/api/organizations': '/api/organizations',
  '/api/resolutions': '/api/resolutions',
  '/api/resolutions/{id}': '/api/resolutions/probe',
  '/api/partners': '/api/partners',
  '/api/prerequisites': '/api/prerequisites',
  '/api/stages': '/api/stages',
  '/api/actuals': '/api/actuals',
  '/api/papers/{id}/alternatives': '/api/papers/ba-090-2020/alternatives',
  '/api/papers/{id}/answer-difference': '/api/papers/ba-090-2020/answer-difference',
  '/api/papers/{id}/examination': '/api/papers/ba-036-2020/examination',
  '/api/preferences': '/api/preferences',
  '/api/colleagues': '/api/colleagues',
  '/api/notifications': '/api/notifications',
  '/api/notifications/unread': '/api/notifications/unread',
  '/api/status-round': '/api/status-round',
  '/api/confirmations': '/api/confirmations',
  '/api/delegations': '/api/delegations',
  '/api/records/{kind}/{id}/history': '/api/records/project/V2/history',
  '/api/reports': '/api/reports',
  '/api/resolutions.csv': '/api/resolutions.csv',
  '/api/reports/{kind}/csv': '/api/reports/openMotions/csv',
  '/api/reports/{kind}/html': '/api/reports/openMotions/html',
  '/api/council-desk/month': '/api/council-desk/month?month=2020-09',
  '/api/council-desk/calendar.ics': '/api/council-desk/calendar.ics',
  '/api/agenda.json': '/api/agenda.json',
  '/api/people': '/api/people',
  '/api/first-steps': '/api/first-steps',
  '/api/catalogue/{key}': '/api/catalogue/10001',
  '/api/council-import': '/api/council-import',
  '/api/council-import/papers': '/api/council-import/papers',
  '/api/council-import/papers/{key}': `/api/council-import/papers/${'0'.repeat(32)}`,
  '/api/council-import/meetings': '/api/council-import/meetings',
};

/** Files that tell when they were made: each server makes its own. */
const madeThen: Record<string, string> = {
  '/api/reports/{kind}/docx': '/api/reports/openMotions/docx',
  '/api/reports/{kind}/pdf': '/api/reports/openMotions/pdf',
  '/api/reports/{kind}/xlsx': '/api/reports/openMotions/xlsx',
  '/api/projects/{id}/fact-sheet/docx': '/api/projects/V2/fact-sheet/docx',
  '/api/projects/{id}/fact-sheet/pdf': '/api/projects/V2/fact-sheet/pdf',
  '/api/roadmap/pdf': '/api/roadmap/pdf',
};

const keptRoutes = operations.filter((one) => one.keptFor !== undefined).map(({ path }) => path);
const kept = Object.keys(addresses);

type Stored = { version: number; body: Record<string, unknown> };

/** Replaces one field of a record of the agenda at the given server. */
const rename =
  (kind: string, id: string, values: object) =>
  async (client: Client): Promise<Response> => {
    const { version, body } = await client.get<Stored>(`/api/records/${kind}/${id}`);
    return client.put(`/api/records/${kind}/${id}`, { ...body, ...values }, { 'if-match': `"${version}"` });
  };

const post =
  (path: string, body: object) =>
  (client: Client): Promise<Response> =>
    client.send('POST', path, { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });

/** Changes of everything that pages are made of, each with words that some page then shows. */
const changes: [words: string, make: (client: Client) => Promise<Response>][] = [
  ['Projektleute', rename('team', 'PM', { name: 'Projektleute' })],
  ['Umbenanntes Vorhaben', rename('project', 'V2', { name: 'Umbenanntes Vorhaben' })],
  ['"asOf":"2020-09-15"', (client) => client.put('/api/status-date', { statusDate: '2020-09-15' })],
  [
    'Umbenannter Antrag',
    async (client) => {
      const { paper, version } = await client.get<{ paper: object; version: number }>('/api/papers/ba-090-2020');
      const body = { ...paper, name: 'Umbenannter Antrag' };
      return client.put('/api/papers/ba-090-2020', body, { 'if-match': `"${version}"` });
    },
  ],
  ['Sondersitzung', post('/api/meetings', { ...newMeeting, id: 'probe', body: 'Sondersitzung' })],
  ['Probebeschluss', post('/api/resolutions', { ...newResolution, id: 'probe', name: 'Probebeschluss' })],
  // No records, but shown: what a person prefers, and a link that is open.
  [
    '"linkUntil":"20',
    async (client) => {
      await client.put('/api/preferences', { shortcuts: false, digest: false });
      const { subjects } = await client.get<{ subjects: { subject: string; target: string }[] }>('/api/confirmations');
      const { subject, target } = subjects[0] as (typeof subjects)[number];
      return post('/api/confirmations', { subject, target })(client);
    },
  ],
  [
    'Neue Kollegin',
    post('/api/people', { name: 'Neue Kollegin', mail: 'neu@stadt.example', roles: ['reader'], ownUnits: [] }),
  ],
  ['Onlinezugang', rename('obligation', 'ozg-2017-1-1', { name: 'Onlinezugang' })],
];

test('each route whose answers are kept has an address here', () => {
  expect([...kept, ...Object.keys(madeThen)].sort()).toEqual(keptRoutes.toSorted());
});

test('a change through either of two servers is seen by the next reader on both, on every page', async () => {
  // A refusal names the request it belongs to, which is never the same.
  const text = async (client: Client, path: string): Promise<string> => {
    const answer = await client.send('GET', path);
    return answer.ok ? answer.text() : `refused with ${answer.status}`;
  };
  for (const client of clients) for (const path of kept) await text(client, addresses[path] ?? '');
  for (const [number, [words, change]] of changes.entries()) {
    const written = await change(clients[number % 2] as Client);
    expect(written.status, await written.text()).toBeLessThan(300);
    // For a session with rights of its own nothing has been kept yet: what it gets is computed now.
    const fresh = (await signIn(app(), 'administrator', 'chemnitz', [`unit-${number}`])).at(second.address);
    const shown: string[] = [];
    for (const path of kept) {
      const address = addresses[path] ?? '';
      const computed = (await text(fresh, address)).replace(`["unit-${number}"]`, '[]');
      for (const client of clients) expect(await text(client, address), `${words}: ${path}`).toBe(computed);
      shown.push(computed);
    }
    expect(shown.join('\n')).toContain(words);
  }
});

test('files are made anew after a change through either server, and only then', async () => {
  const tagsOf = (client: Client): Promise<string[]> =>
    Promise.all(
      Object.values(madeThen).map(async (path) => {
        const answer = await client.send('GET', path);
        return `${path} ${answer.status} ${answer.headers.get('etag')}`;
      }),
    );
  const before = await Promise.all(clients.map(tagsOf));
  expect(await Promise.all(clients.map(tagsOf))).toEqual(before);
  const [first] = clients as [Client, Client];
  await rename('project', 'V2', { name: 'Ein Vorhaben in Akten' })(first);
  const { paper, version } = await first.get<{ paper: object; version: number }>('/api/papers/ba-090-2020');
  const renamed = { ...paper, name: 'Ein Antrag in Akten' };
  await first.put('/api/papers/ba-090-2020', renamed, { 'if-match': `"${version}"` });
  const after = await Promise.all(clients.map(tagsOf));
  for (const [server, tags] of after.entries())
    for (const [index, tag] of tags.entries()) {
      expect(tag).toContain(' 200 W/');
      expect(tag).not.toBe(before[server]?.[index]);
    }
});

test('every export goes on record, also of many at once; who has the file already exports nothing', async () => {
  const [client, other] = clients as [Client, Client];
  const exports = async (): Promise<number> => {
    const { store } = app().server;
    const acting = { city: 'chemnitz', actor: 'test' };
    const entries = await withCity(store.db, acting, (tx) => readAudit(tx, { kind: 'city', limit: 1000 }));
    return entries.filter(({ action, actor }) => action === 'export' && actor === 'test-administrator').length;
  };
  const before = await exports();
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, at) => (at % 2 ? client : other).send('GET', '/api/agenda.json')),
  );
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  const known = { headers: { 'if-none-match': answers[0]?.headers.get('etag') ?? '' } };
  expect((await client.send('GET', '/api/agenda.json', known)).status).toBe(304);
  expect(await exports()).toBe(before + 20);
});

test('whoever names the tag of an answer learns that it is the same, until it is not', async () => {
  const [first, other] = clients as [Client, Client];
  const answer = await first.send('GET', '/api/roadmap');
  const tag = answer.headers.get('etag') ?? '';
  expect(tag).toMatch(/^W\/"[\w-]{22}"$/);
  expect(answer.headers.get('content-type')).toBe('application/json');
  const asked = async (known: string): Promise<[number, string]> => {
    const again = await other.send('GET', '/api/roadmap', { headers: { 'if-none-match': known } });
    return [again.status, await again.text()];
  };
  expect(await asked(`"else", ${tag}`)).toEqual([304, '']);
  expect((await asked('"else"'))[0]).toBe(200);
  await rename('project', 'V3', { name: 'Noch ein Vorhaben' })(first);
  expect((await asked(tag))[0]).toBe(200);
});

test('compressed for who takes that, as it is for who does not', async () => {
  const [client] = clients as [Client, Client];
  const ask = async (encoding: string): Promise<[string | null, unknown]> => {
    const answer = await client.send('GET', '/api/projects', { headers: { 'accept-encoding': encoding } });
    expect(answer.headers.get('vary')).toBe('Accept-Encoding');
    return [answer.headers.get('content-encoding'), await answer.json()];
  };
  const [, plain] = await ask('identity');
  expect(await ask('br, gzip')).toEqual(['gzip', plain]);
  for (const refused of ['gzip;q=0', 'gzip;q=0.0, br', 'xgzip', 'gzipped'])
    expect(await ask(refused)).toEqual([null, plain]);
  expect((await ask('gzip;q=0.5'))[0]).toBe('gzip');
});

test('a read answer needs its session: it is kept for nobody', async () => {
  const nobody = new Client(app().server.address, 'fahrplan=x');
  expect((await nobody.send('GET', '/api/roadmap')).status).toBe(401);
});
