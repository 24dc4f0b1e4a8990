import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { createSignInLink } from '../../src/server/index.ts';
import { discussions } from './discussions.ts';
import { Client, sendJson as send, serverForFile, signIn } from './harness.ts';

const app = serverForFile();
let administrator: Client;

beforeAll(async () => {
  administrator = await signIn(app(), 'administrator');
});

const EXAMPLE = join(import.meta.dirname, '..', '..', 'examples', 'chemnitz', 'agenda.json');
/** Follows a sign-in link of an answer and returns where it leads, and the session there. */
async function follow(path: string): Promise<{ client: Client; to: string }> {
  const { address } = app().server;
  const answer = await fetch(`${address}${path}`, { redirect: 'manual' });
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  return { client: new Client(address, cookie), to: answer.headers.get('location') ?? '' };
}

describe('search', () => {
  const found = async (words: string): Promise<string[]> => {
    const { hits } = await administrator.get<{ hits: { kind: string; id: string }[] }>(
      `/api/search?q=${encodeURIComponent(words)}`,
    );
    return hits.map((one) => `${one.kind} ${one.id}`);
  };

  test('finds records of every kind, half a word, another form of it, and a word with typing errors', async () => {
    expect((await found('v3'))[0]).toBe('project V3');
    expect(await found('Projektleitung')).toContain('team PM');
    expect(await found('Projektleiutng')).toContain('team PM'); // two letters in the wrong order
    expect(await found('Oline-Termine')).toContain('project O9'); // an error at the beginning
    expect(await found('Archi')).toContain('project K1'); // half a word
    expect(await found('Stadtarchivs')).toEqual(await found('Stadtarchiv'));
    expect((await found('Leipzig'))[0]).toBe('peerCity leipzig');
    expect(await found('Dienstleister')).toEqual(expect.arrayContaining([expect.stringMatching(/^partner /)]));
    expect(await found('Quantencomputer')).toEqual([]);
    // Records of talks are confidential: not even their existence is told.
    expect((await found('Gespräch Amtsleitung')).filter((one) => one.startsWith('interview'))).toEqual([]);
  });
});

describe('comments, following, notifications', () => discussions(app));

describe('since the last visit', () => {
  type Visit = {
    since: string;
    records: { kind: string; id: string; title: string; changes: number; by: string }[];
  } | null;
  const visit = async (client: Client): Promise<Visit> => (await (await client.post('/api/visit')).json()) as Visit;
  const change = async (client: Client, purpose: string): Promise<void> => {
    const { project, version } = await client.get<{ project: object; version: number }>('/api/projects/O9');
    const saved = await client.put('/api/projects/O9', { ...project, purpose }, { 'if-match': `"${version}"` });
    expect(saved.status).toBe(200);
  };

  test('nothing is new at the first visit; later what others did since, until the next visit', async () => {
    const visitor = () => signIn(app(), 'programme', 'chemnitz', [], 'besucherin');
    const first = await visitor();
    expect(await visit(first)).toBeNull();
    await change(administrator, 'Neuer Zweck');
    await change(administrator, 'Noch ein Zweck');
    await change(first, 'Eigener Zweck'); // one's own doing is no news
    expect((await visit(first))?.records).toMatchObject([
      { kind: 'project', id: 'O9', changes: 2, by: 'test-administrator' },
    ]);
    const second = await visitor();
    await change(administrator, 'Dritter Zweck');
    const news = await visit(second);
    expect(news?.records.map((one) => `${one.kind} ${one.id} ${one.changes}`)).toEqual(['project O9 1']);
    expect(await visit(second)).toEqual(news);
    expect((await visit(await visitor()))?.records).toEqual([]);
  });
});

describe('the page in the house', () => {
  const page = () => fetch(`${app().server.address}/intranet/chemnitz`);

  test('is not there until it is switched on; then it shows the approved plan to everybody, and nothing confidential', async () => {
    expect((await page()).status).toBe(404);
    const { settings, version } = await administrator.get<{ settings: object; version: number }>(
      '/api/council-settings',
    );
    const body = { settings: { ...settings, intranetPage: true }, version };
    const saved = await administrator.put('/api/council-settings', body);
    expect(saved.status, await saved.clone().text()).toBe(200);
    const answer = await page();
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    const text = await answer.text();
    expect(text).toContain('Online-Terminvergabe');
    expect(text).toContain('genehmigter Plan vom 31.08.2020');
    expect(text).toContain('Gesetzliche Pflichten mit Frist');
    expect(text).not.toMatch(/<script|T€|Personentag|Noch ein Zweck|Risiko/);
    expect((await fetch(`${app().server.address}/intranet/gibtesnicht`)).status).toBe(404);
  });

  test('what is not there is a page with the way out for a browser, and a problem for programs', async () => {
    const browser = { accept: 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.8' };
    for (const [path, advice] of [
      ['/intranet/gibtesnicht', 'eingeschaltet'],
      ['/oeffentlich/gibtesnicht', 'eingeschaltet'],
      ['/assets/gibtesnicht.js', 'Bitte die Adresse prüfen.'],
    ] as const) {
      const page = await fetch(`${app().server.address}${path}`, { headers: browser });
      expect([page.status, page.headers.get('content-type')]).toEqual([404, 'text/html; charset=UTF-8']);
      const text = await page.text();
      expect(text).toContain('Das gibt es hier nicht.');
      expect(text).toContain(advice);
      expect(text).toContain('<a href="/">Zur Startseite</a>');
    }
    for (const path of ['/intranet/gibtesnicht', '/oeffentlich/gibtesnicht']) {
      const answer = await fetch(`${app().server.address}${path}`);
      expect([answer.status, answer.headers.get('content-type')]).toEqual([404, 'application/problem+json']);
    }
    const oparl = await fetch(`${app().server.address}/oparl/v1.1/gibtesnicht`, { headers: browser });
    expect(oparl.headers.get('content-type')).toMatch(/^application\/json/);
  });
});

// Last in the file: from then on the installation has a second city.
describe('the own city', () => {
  const city = { name: 'Stadt Musterstadt', agsKey: '14612000', firstYear: 2027, budgetRhythm: 'biennial' };

  test('what is wrong with a city or a file is said place by place, and nothing is stored', async () => {
    const refused = await send(administrator, '/api/own-city', {
      kind: 'empty',
      city: { ...city, name: ' ', agsKey: '99000000', firstYear: 'bald' },
    });
    const { errors } = (await refused.json()) as { errors: { pointer: string; detail: string }[] };
    expect(refused.status).toBe(400);
    expect(errors.map((one) => one.pointer)).toEqual(['/city/name', '/city/agsKey', '/city/firstYear']);
    expect(errors[1]?.detail).toContain('8 Ziffern');

    const file = JSON.parse(readFileSync(EXAMPLE, 'utf8')) as { projects: { name: string; leadUnit: string }[] };
    const sound = (await (await send(administrator, '/api/own-city/check', file)).json()) as object;
    expect(sound).toMatchObject({ city: { id: 'chemnitz' }, counts: { projects: 37 }, faults: [], more: 0 });
    for (const project of file.projects) project.leadUnit = 'gibtesnicht';
    const faulty = (await (await send(administrator, '/api/own-city/check', file)).json()) as {
      city: null;
      faults: { place: string; message: { de: string } }[];
    };
    expect(faulty.city).toBeNull();
    expect(faulty.faults.map((one) => one.place)).toContain('projects[36].leadUnit');
    // A file of the example itself cannot stand beside the example.
    const same = await send(administrator, '/api/own-city', {
      kind: 'file',
      agenda: JSON.parse(readFileSync(EXAMPLE, 'utf8')),
    });
    expect(same.status).toBe(409);
    expect(((await same.json()) as { detail: string }).detail).toContain('city.id');
    expect(await administrator.get('/api/first-steps')).toMatchObject({ mayBegin: true });
  });

  test('begins empty beside the example, leads to the first plan, and is begun once', async () => {
    const begun = await send(administrator, '/api/own-city', { kind: 'empty', city });
    expect(begun.status).toBe(201);
    const { signIn: link } = (await begun.json()) as { signIn: string };
    const { client, to } = await follow(`${link}&weiter=liste-uebernehmen`);
    expect(to).toBe('/liste-uebernehmen');
    expect(await client.get('/api/me')).toMatchObject({ city: { id: '14612000', name: 'Stadt Musterstadt' } });
    expect(await client.get('/api/agenda.json')).toMatchObject({
      planStart: '2027-01-04',
      city: { state: 'Sachsen', firstBiennialYear: 2027 },
    });
    const steps = async (): Promise<boolean[]> =>
      (await client.get<{ steps: { done: boolean }[] }>('/api/first-steps')).steps.map((one) => one.done);
    expect(await steps()).toEqual([false, false, false, false, false]);

    const put = async (kind: string, body: object): Promise<void> => {
      const answer = await send(client, `/api/records/${kind}`, body);
      expect(answer.status, await answer.clone().text()).toBe(201);
    };
    await put('unit', { id: 'amt-18', kind: 'office', names: [{ name: 'Amt für Informationsverarbeitung' }] });
    await put('team', { id: 'PM', name: 'Projektleitung', unit: 'amt-18', capacity: [{ from: '2027-01-04', fte: 2 }] });
    await put('budgetLine', {
      id: 'digital',
      name: 'Digitalisierung',
      carryOverPercent: 0,
      years: [{ year: 2027, amountCents: 10_000_000 }],
    });
    expect(await steps()).toEqual([true, true, false, false, false]);
    const list = Buffer.from('Nr;Projekt;Bereich;Dauer;Zuständig\nX1;Fundbüro;Bürger;8;Fundamt\n').toString('base64');
    expect((await send(client, '/api/project-list', { file: list })).status).toBe(200);
    await expect.poll(steps).toEqual([true, true, true, false, true]);

    // The register that is brought along: nothing of it is there yet, and the law of the own Land is known as such.
    type Norm = { id: string; law: string; level: 'eu' | 'federation' | 'state'; own: boolean };
    const offered = () => client.get<{ state: string; norms: Norm[] }>('/api/shipped-register');
    const { state, norms } = await offered();
    const levels = Object.groupBy(norms, (one) => one.level);
    expect([state, levels.eu?.length, levels.federation?.length, levels.state?.length]).toEqual(['Sachsen', 5, 6, 32]);
    expect(norms.every((one) => one.own)).toBe(true);
    expect(levels.state?.find((one) => one.law === 'BfWebG')).toBeDefined();
    expect((await send(client, '/api/shipped-register', { ids: ['ozg-2017-1-1', 'erfunden'] })).status).toBe(400);
    await put('source', { id: 'Ges', title: 'Gesetzessammlung der Stadt' });
    const taken = await send(client, '/api/shipped-register', { ids: levels.federation?.map((one) => one.id) });
    expect(taken.status, await taken.clone().text()).toBe(200);
    expect((await offered()).norms).toHaveLength(37);
    type Register = { obligations: { id: string }[]; sources: { id: string }[]; projects: { obligations: string[] }[] };
    const agenda = await client.get<Register>('/api/agenda.json');
    expect(agenda.obligations.find((one) => one.id === 'ozg-2017-1-1')).toMatchObject({
      force: 'must',
      deadline: '2022-12-31',
      asOf: '2021-12-31',
      provenance: { '*': { kind: 'sourced', source: 'Ges-2' } },
    });
    expect(agenda.sources.map((one) => one.id)).toEqual(['Ges', 'Ges-2', 'Awv', 'Dbb']);
    // Once more it changes nothing; taken back, all of it is gone at once.
    const again = await send(client, '/api/shipped-register', { ids: ['ozg-2017-1-1'] });
    expect(await again.json()).toEqual({ written: [] });
    const { written } = (await taken.json()) as { written: { entry: number }[] };
    expect((await send(client, '/api/undo', { entries: written.map((one) => one.entry) })).status).toBe(200);
    expect((await offered()).norms).toHaveLength(43);
    expect(await client.get('/api/agenda.json')).toMatchObject({ sources: [{ id: 'Ges' }] });

    // The example stays, knows that it is no longer alone, and the console's link leads to the own city.
    expect(await administrator.get('/api/first-steps')).toMatchObject({ mayBegin: false });
    const second = await send(administrator, '/api/own-city', { kind: 'empty', city: { ...city, agsKey: '14713000' } });
    expect(second.status).toBe(409);
    expect(await administrator.get('/api/me')).toMatchObject({ city: { id: 'chemnitz' } });
    const { server } = app();
    const console = await follow((await createSignInLink(server.store, '')).replace(server.address, ''));
    expect(await console.client.get('/api/me')).toMatchObject({ city: { id: '14612000' } });
    // A link leads to pages of this server alone.
    const elsewhere = await follow(`${await createSignInLink(server.store, '')}&weiter=//boese.example`);
    expect(elsewhere.to).toBe('/');
  });
});
