import { beforeAll, expect, test } from 'vitest';
import { sendDigests } from '../../src/server/digest.ts';
import { insertPerson, openSession, withCity } from '../../src/store/index.ts';
import { Client, sendJson as send, signIn, type TestServer } from './harness.ts';

/** Tests of comments and of what comes of them, on a server that they share with others. */
export function discussions(app: () => TestServer): void {
  let administrator: Client;
  beforeAll(async () => {
    administrator = await signIn(app(), 'administrator');
  });

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
}
