import { beforeAll, expect, test } from 'vitest';
import type { Interview, Need } from '../../src/agenda/index.ts';
import { type Client, serverForFile, signIn } from './harness.ts';

const app = serverForFile({ workers: 0 });
let programme: Client;
let office: Client;

beforeAll(async () => {
  programme = await signIn(app(), 'programme');
  office = await signIn(app(), 'office', 'chemnitz', ['buergeramt']);
});

interface All {
  needs: { id: string; state: string; mergedInto: { id: string } | null; units: { id: string }[] }[];
  records: { version: number; body: Need }[];
  similar: { keep: string; other: string }[];
  offices: { id: string; needs: string[]; talks: number }[];
}
const all = (): Promise<All> => programme.get<All>('/api/needs');
const send = (who: Client, method: 'POST' | 'PUT', path: string, body: unknown, version?: number): Promise<Response> =>
  who.send(method, path, {
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...(version ? { 'if-match': `"${version}"` } : {}) },
  });
async function talk(): Promise<{ version: number; body: Interview }> {
  return programme.get('/api/records/interview/gespraech-buergeramt');
}

test('a need from a talk is seen to be alike, is merged by a person, and both origins stay', async () => {
  const wish = {
    id: 'bedarf-neu',
    name: 'Terminvergabe online',
    units: ['umweltamt'],
    interviews: ['gespraech-umweltamt'],
  };
  expect((await send(programme, 'POST', '/api/records/need', wish)).status).toBe(201);
  const before = await all();
  expect(before.similar).toContainEqual(expect.objectContaining({ keep: 'bedarf-termine', other: 'bedarf-neu' }));
  const record = before.records.find(({ body }) => body.id === 'bedarf-neu');
  const change = { kind: 'need', id: 'bedarf-neu', version: record?.version };
  const merged = { ...change, body: { ...record?.body, mergedInto: 'bedarf-termine' } };
  expect((await send(programme, 'POST', '/api/changes', { changes: [merged] })).status).toBe(200);
  const after = await all();
  const [kept, gone] = ['bedarf-termine', 'bedarf-neu'].map((id) => after.needs.find((need) => need.id === id));
  expect(kept?.units.map(({ id }) => id)).toEqual(['buergeramt', 'ordnungsamt', 'umweltamt']);
  expect(gone).toMatchObject({ state: 'inProject', mergedInto: { id: 'bedarf-termine' } });
  expect(after.similar.some(({ other }) => other === 'bedarf-neu')).toBe(false);
  expect(after.offices.find(({ id }) => id === 'umweltamt')?.needs).toContain('bedarf-neu');
  const chain = { ...change, version: 2, body: { ...record?.body, mergedInto: 'bedarf-neu' } };
  const refused = await send(programme, 'POST', '/api/changes', { changes: [chain] });
  expect(refused.status).toBe(400);
  expect(await refused.text()).toContain('der selbst zusammengeführt ist');
});

test('an office keeps its own needs and no others, and reads what was said in its own talk alone', async () => {
  const mine = { id: 'eigener', name: 'Drucker am Schalter', units: ['buergeramt'] };
  expect((await send(office, 'POST', '/api/records/need', mine)).status).toBe(201);
  const theirs = { ...mine, id: 'fremder', units: ['umweltamt'] };
  expect((await send(office, 'POST', '/api/records/need', theirs)).status).toBe(403);
  const read = (id: string) => office.get<{ body: Interview }>(`/api/records/interview/${id}`);
  expect((await read('gespraech-buergeramt')).body.record).toContain('Lange Wartezeiten am Schalter');
  expect((await read('gespraech-umweltamt')).body).toMatchObject({ answers: [] });
  const { records } = await office.get<{ records: { body: Interview }[] }>('/api/records/interview');
  const told = records.filter(({ body }) => body.record !== undefined || body.answers.length > 0);
  expect(told.map(({ body }) => body.id)).toEqual(['gespraech-buergeramt']);
  // Reading is not writing: the record of a talk is kept by the programme team.
  const { body } = await read('gespraech-buergeramt');
  expect((await send(office, 'PUT', `/api/records/interview/${body.id}`, body, 1)).status).toBe(403);
});

test('a talk that is worded anew is no longer confirmed, and an open link to the old words is dead', async () => {
  const { version, body } = await talk();
  expect(body.confirmedOn).toBe('2019-11-26');
  const asked = { subject: 'interview', target: body.id };
  const { link } = (await (await send(programme, 'POST', '/api/confirmations', asked)).json()) as { link: string };
  const answers = [{ question: 'Was fehlt?', text: 'Ein Aufrufsystem.' }];
  const path = `/api/records/interview/${body.id}`;
  expect((await send(programme, 'PUT', path, { ...body, answers }, version)).status).toBe(200);
  expect((await talk()).body.confirmedOn).toBeUndefined();
  expect((await fetch(link)).status).toBe(404);
  const again = (await (await send(programme, 'POST', '/api/confirmations', asked)).json()) as { link: string };
  const page = await (await fetch(again.link)).text();
  expect(page).toContain('Was fehlt?');
  expect(page).toContain('Ein Aufrufsystem.');
});

test('a city without a guide is proposed one, and its own replaces it', async () => {
  const guides = (): Promise<{ guides: { version: number | null; guide: { id: string; name: string } }[] }> =>
    programme.get('/api/interview-guides');
  const [proposed] = (await guides()).guides;
  expect(proposed?.version).toBeNull();
  const own = { ...proposed?.guide, name: 'Unser Leitfaden' };
  expect((await send(office, 'POST', '/api/records/guide', own)).status).toBe(403);
  expect((await send(programme, 'POST', '/api/records/guide', own)).status).toBe(201);
  expect((await guides()).guides).toMatchObject([{ version: 1, guide: { name: 'Unser Leitfaden' } }]);
});

test('projects are ranked by declared criteria, and only who keeps the register declares them', async () => {
  interface Ranks {
    version: number | null;
    weighting: { id: string; criteria: { id: string; weight: number }[] };
    rows: { id: string; rank: number; commitmentClass: string; points: (number | null)[] }[];
    sensitivity: { criterion: string; raised: number }[];
  }
  const proposed = await programme.get<Ranks>('/api/priorities');
  expect(proposed.version).toBeNull();
  const lastDuty = proposed.rows.findLastIndex(({ commitmentClass }) => commitmentClass === 'mandatory');
  expect(proposed.rows.slice(0, lastDuty).every(({ commitmentClass }) => commitmentClass === 'mandatory')).toBe(true);
  const own = { id: 'eigene', name: 'Unsere', criteria: [{ id: 'nutzen', name: 'Nutzen', weight: 7 }] };
  expect((await send(office, 'POST', '/api/records/weighting', own)).status).toBe(403);
  const wrong = { ...own, criteria: [{ id: 'nutzen', name: 'Nutzen', weight: 0 }] };
  expect((await send(programme, 'POST', '/api/records/weighting', wrong)).status).toBe(400);
  expect((await send(programme, 'POST', '/api/records/weighting', own)).status).toBe(201);
  const project = await programme.get<{ version: number; body: object }>('/api/records/project/N1');
  const rated = { ...project.body, priority: { nutzen: 80 } };
  expect((await send(programme, 'PUT', '/api/records/project/N1', rated, project.version)).status).toBe(200);
  const { rows, sensitivity, version } = await programme.get<Ranks>('/api/priorities?weighting=eigene&by=3');
  expect(version).toBe(1);
  const firstOther = rows.find(({ commitmentClass }) => commitmentClass !== 'mandatory');
  expect(firstOther).toMatchObject({ id: 'N1', points: [80] });
  expect(sensitivity).toMatchObject([{ criterion: 'nutzen', raised: 10 }]);
  expect((await programme.send('GET', '/api/priorities?weighting=fehlt')).status).toBe(404);
});

test('the catalogue says what concerns the city and what no project covers; a link stands in the project', async () => {
  interface Bundle {
    key: string;
    concern: string;
    projects: { id: string }[];
    maturity: { version: string; level: number }[];
  }
  type Whole = { bundles: Bundle[]; concerning: number; covered: number };
  const whole = (): Promise<Whole> => programme.get<Whole>('/api/catalogue');
  const before = await whole();
  expect(before.bundles).toHaveLength(557);
  expect(before.concerning).toBe(before.covered);
  const found = await programme.get<{ hits: { bundle: string }[] }>('/api/catalogue/search?q=Abruchgenehmigungen');
  expect(found.hits[0]?.bundle).toBe('10513');
  const maturity = [{ scheme: 'Reifegradmodell', version: '2.0', level: 3, assessedOn: '2026-01-15' }];
  const own = { id: '10513', concernsUs: true, maturity };
  expect((await send(office, 'POST', '/api/records/serviceBundle', own)).status).toBe(403);
  expect((await send(programme, 'POST', '/api/records/serviceBundle', { ...own, id: '1' })).status).toBe(400);
  expect((await send(programme, 'POST', '/api/records/serviceBundle', own)).status).toBe(201);
  const gap = await whole();
  expect([gap.concerning, gap.covered]).toEqual([before.concerning + 1, before.covered]);
  const project = await programme.get<{ version: number; body: { serviceBundles: string[] } }>(
    '/api/records/project/O4',
  );
  const linked = { ...project.body, serviceBundles: [...project.body.serviceBundles, '10513'] };
  expect((await send(programme, 'PUT', '/api/records/project/O4', linked, project.version)).status).toBe(200);
  const one = await programme.get<{ bundle: Bundle; services: unknown[]; record: { version: number } }>(
    '/api/catalogue/10513',
  );
  expect(one.bundle).toMatchObject({
    concern: 'yes',
    projects: [{ id: 'O4' }],
    maturity: [{ version: '2.0', level: 3 }],
  });
  expect(one.services).toHaveLength(2);
  expect(one.record.version).toBe(1);
  expect((await programme.send('GET', '/api/catalogue/99999')).status).toBe(404);
});
