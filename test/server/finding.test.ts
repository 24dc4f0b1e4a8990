import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { sendDigests } from '../../src/server/digest.ts';
import { createSignInLink } from '../../src/server/index.ts';
import { insertPerson, openSession, withCity } from '../../src/store/index.ts';
import { Client, serverForFile, signIn } from './harness.ts';

const app = serverForFile();
let administrator: Client;

beforeAll(async () => {
  administrator = await signIn(app(), 'administrator');
});

const EXAMPLE = join(import.meta.dirname, '..', '..', 'examples', 'chemnitz', 'agenda.json');
const json = { 'content-type': 'application/json' };
const send = (client: Client, path: string, body: unknown): Promise<Response> =>
  client.send('POST', path, { body: JSON.stringify(body), headers: json });

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

describe('comments, following, notifications', () => {
  type Discussion = {
    comments: { id: string; text: string; authorName: string }[];
    watching: boolean;
    watchers: number;
  };
  type News = {
    unread: number;
    notifications: { id: string; reason: string; record: string; by: string; title: string }[];
  };

  /** Somebody with an account, signed in. */
  async function colleague(id: string, name: string, role: 'office' | 'programme'): Promise<Client> {
    const { server } = app();
    const person = { id, name, mail: `${id}@musterstadt.de`, roles: [role], ownUnits: ['amt-10'], active: true };
    const token = await withCity(server.store.db, { city: 'chemnitz', actor: 'test' }, async (tx) => {
      await insertPerson(tx, person);
      return openSession(tx, { person: id, hours: 1, device: '', secondFactor: false });
    });
    return new Client(server.address, `fahrplan=${token}`);
  }
  const news = (client: Client): Promise<News> => client.get<News>('/api/notifications');
  const told = async (client: Client): Promise<string[]> =>
    (await news(client)).notifications.map((one) => `${one.reason} ${one.record} ${one.by}`);

  test('who is mentioned or follows is told, nobody of their own doing, and each only their own news', async () => {
    const erika = await colleague('erika', 'Erika Muster', 'programme');
    const otto = await colleague('otto', 'Otto Beispiel', 'office');
    expect(await erika.get('/api/colleagues')).toEqual({
      people: [
        { id: 'erika', name: 'Erika Muster' },
        { id: 'otto', name: 'Otto Beispiel' },
      ],
    });
    const watched = await otto.put('/api/discussions/project/V3/watch', { watching: true });
    expect(await watched.json()).toMatchObject({ watching: true, watchers: 1 });

    const answer = await send(erika, '/api/discussions/project/V3', {
      text: '@Otto Beispiel, wann kommt der Scanner?',
      mentions: ['otto'],
    });
    expect(answer.status).toBe(201);
    const { comments, watching } = (await answer.json()) as Discussion;
    expect(comments).toMatchObject([{ authorName: 'Erika Muster', text: '@Otto Beispiel, wann kommt der Scanner?' }]);
    expect(watching).toBe(true); // who writes follows from then on
    expect(await told(otto)).toEqual(['mention V3 Erika Muster']); // once, although he follows too
    expect(await told(erika)).toEqual([]);
    expect((await send(otto, '/api/discussions/project/V3', { text: 'Im Mai.', mentions: [] })).status).toBe(201);
    expect(await told(erika)).toEqual(['comment V3 Otto Beispiel']);

    // Changes of others, however many, are one piece of news until it is read.
    for (const purpose of ['Erster Zweck', 'Zweiter Zweck']) {
      const { project, version } = await erika.get<{ project: object; version: number }>('/api/projects/V3');
      const saved = await erika.put('/api/projects/V3', { ...project, purpose }, { 'if-match': `"${version}"` });
      expect(saved.status).toBe(200);
    }
    expect(await told(otto)).toEqual(['change V3 Erika Muster', 'mention V3 Erika Muster']);
    expect(await told(erika)).toEqual(['comment V3 Otto Beispiel']);
    const { notifications } = await news(otto);
    await send(erika, '/api/notifications/read', { ids: notifications.map((one) => one.id) }); // not hers
    expect(await otto.get('/api/notifications/unread')).toEqual({ unread: 2 });
    const read = await send(otto, '/api/notifications/read', { ids: [notifications[0]?.id] });
    expect(await read.json()).toEqual({ unread: 1 });
  });

  test('a daily mail tells who wants it what is unread, once, and again when the mail server refused it', async () => {
    const { server } = app();
    const login = await withCity(server.store.db, { city: 'chemnitz', actor: 'test' }, (tx) =>
      openSession(tx, { person: 'otto', hours: 1, device: '', secondFactor: false }),
    );
    const otto = new Client(server.address, `fahrplan=${login}`);
    const sent: { to: string; text: string }[] = [];
    let takes = false;
    const mailer = {
      send: async (mail: { to: string; subject: string; text: string }) => {
        if (takes) sent.push(mail);
        return takes;
      },
      close: () => undefined,
    };
    const run = () => sendDigests(server.store, mailer, 'https://fahrplan.musterstadt.de');
    takes = true;
    await run(); // he has not asked for it
    expect(sent).toEqual([]);
    await otto.put('/api/preferences', { shortcuts: true, digest: true });
    takes = false;
    await run();
    takes = true;
    await Promise.all([run(), run()]);
    expect(sent).toHaveLength(1);
    expect(sent[0]?.to).toBe('otto@musterstadt.de');
    expect(sent[0]?.text).toContain('- E-Akte-Pilot in zwei Ämtern: Erika Muster hat Sie erwähnt');
    expect(sent[0]?.text).toContain('https://fahrplan.musterstadt.de/mitteilungen');
    expect(sent[0]?.text).not.toContain('Scanner'); // what was said stays behind the sign-in
    await run();
    expect(sent).toHaveLength(1);
  });

  test("what is not there, not known, too long or not one's own is refused", async () => {
    const reader = await signIn(app(), 'reader');
    const to = '/api/discussions/project/V3';
    expect((await send(reader, to, { text: 'Darf ich nicht', mentions: [] })).status).toBe(403);
    expect((await reader.send('GET', '/api/colleagues')).status).toBe(403);
    expect((await send(administrator, '/api/discussions/project/X', { text: 'Wo?', mentions: [] })).status).toBe(404);
    expect((await reader.send('GET', '/api/discussions/need/gibtesnicht')).status).toBe(404);
    const { comments } = await reader.get<Discussion>(to);
    expect(comments).toHaveLength(2);
    const stranger = await send(administrator, to, { text: 'Hallo', mentions: ['niemand'] });
    expect(stranger.status).toBe(400);
    expect(((await stranger.json()) as { errors: { pointer: string }[] }).errors[0]?.pointer).toBe('/mentions/0');
    for (const text of ['', '  ', 'x'.repeat(4_001)])
      expect((await send(administrator, to, { text, mentions: [] })).status).toBe(400);
    const other = await signIn(app(), 'council');
    expect((await other.send('DELETE', `/api/comments/${comments[0]?.id}`)).status).toBe(403);
    expect(await (await administrator.send('DELETE', `/api/comments/${comments[0]?.id}`)).json()).toEqual({
      deleted: true,
    });
    expect((await reader.get<Discussion>(to)).comments).toHaveLength(1);
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
    await expect.poll(steps, { timeout: 10_000 }).toEqual([true, true, true, false, true]);

    // The example stays, knows that it is no longer alone, and the console's link leads to the own city.
    expect(await administrator.get('/api/first-steps')).toMatchObject({ mayBegin: false });
    const again = await send(administrator, '/api/own-city', { kind: 'empty', city: { ...city, agsKey: '14713000' } });
    expect(again.status).toBe(409);
    expect(await administrator.get('/api/me')).toMatchObject({ city: { id: 'chemnitz' } });
    const { server } = app();
    const console = await follow((await createSignInLink(server.store, '')).replace(server.address, ''));
    expect(await console.client.get('/api/me')).toMatchObject({ city: { id: '14612000' } });
    // A link leads to pages of this server alone.
    const elsewhere = await follow(`${await createSignInLink(server.store, '')}&weiter=//boese.example`);
    expect(elsewhere.to).toBe('/');
  });
});
