import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { createFetcher } from '../../src/server/index.ts';
import { insertPerson, withCity } from '../../src/store/index.ts';
import { type Client, serverForFile, signIn } from './harness.ts';
import { oparlOutTests } from './oparl-out.ts';
import { approvedAgendaTests, sha256, withdrawalTests } from './published-statement.ts';
import { assess } from './requests.ts';
import { withoutMissing as blocksDone, type StatementDesk as Desk, statementTextTests } from './statement-text.ts';

/** Our own OParl is read by our own import; nothing else is reached. */
const app = serverForFile({}, true, createFetcher({ allows: (address) => address === '127.0.0.1' }));
const PAPER = 'ba-036-2020';
const path = (more = ''): string => `/api/papers/${PAPER}/statement-work${more}`;

let council: Client;
let programme: Client;
let approver: Client;
let office: Client;
let desk: Desk;

/** One step in the version that was seen last; a refusal leaves the desk as it is. */
async function step(client: Client, more: string, body: unknown, method = 'POST'): Promise<Response> {
  const headers = { 'content-type': 'application/json', 'if-match': `"${desk.version}"` };
  const answer = await client.send(method, path(more), { body: JSON.stringify(body), headers });
  if (answer.ok) desk = (await answer.clone().json()) as Desk;
  return answer;
}

async function done(client: Client, more: string, body: unknown, method = 'POST'): Promise<void> {
  const answer = await step(client, more, body, method);
  expect(answer.status, `${more}: ${await answer.text()}`).toBe(200);
}

async function refused(client: Client, more: string, body: unknown, words: string): Promise<void> {
  const answer = await step(client, more, body);
  expect(await answer.text()).toContain(words);
  expect(answer.status).toBeGreaterThanOrEqual(400);
}

async function publicAnswer(more: string): Promise<Response> {
  const answer = await fetch(`${app().server.address}/oeffentlich/chemnitz${more}`);
  expect(answer.status, more).toBe(200);
  return answer;
}

const publicText = async (more: string): Promise<string> => (await publicAnswer(more)).text();

const withoutMissing = () => blocksDone(desk);

describe('from draft to release', () => {
  beforeAll(async () => {
    [council, programme, approver] = await Promise.all([
      signIn(app(), 'council'),
      signIn(app(), 'programme'),
      signIn(app(), 'approver'),
    ]);
    office = await signIn(app(), 'office', 'chemnitz', ['hauptamt']);
    await assess(programme, PAPER);
    desk = (await (await council.post(path())).json()) as Desk;
  });

  test('the text is edited; a figure that nobody computed is refused at its place', async () => {
    const [first] = desk.file.content.blocks;
    const run = { kind: 'figure', text: '4711', evidence: 'e1', illustrative: false };
    const forged = { ...first, paragraphs: [{ kind: 'text', runs: [run] }] };
    const answer = await step(council, '/text', { blocks: [forged] }, 'PUT');
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('/blocks/0/paragraphs/0');
    await done(council, '/text', withoutMissing(), 'PUT');
    const own = { kind: 'text', runs: [{ kind: 'words', text: 'Die Verwaltung dankt für den Antrag.' }] };
    const [head, ...rest] = desk.file.content.blocks;
    await done(
      council,
      '/text',
      { blocks: [{ ...head, paragraphs: [...(head?.paragraphs ?? []), own] }, ...rest] },
      'PUT',
    );
    expect(JSON.stringify(desk.file.content)).toContain('dankt für den Antrag');
  });

  test('a text may be set off, within what Word and PDF can hold; a mark of a figure cannot be taken off', async () => {
    const [head, ...rest] = desk.file.content.blocks;
    const send = (paragraph: object): object => ({
      blocks: [{ ...head, paragraphs: [...(head?.paragraphs ?? []), paragraph] }, ...rest],
    });
    const words = { kind: 'words', text: 'Wichtig', bold: true, italic: true };
    await done(council, '/text', send({ kind: 'numbered', runs: [words] }), 'PUT');
    expect(desk.file.content.blocks[0]?.paragraphs.at(-1)).toEqual({ kind: 'numbered', runs: [words] });
    const marked = desk.file.content.evidence.find((one) => one.illustrative);
    const bare = { kind: 'figure', text: marked?.value.de, evidence: marked?.id, illustrative: false };
    for (const [sent, why] of [
      [{ kind: 'text', runs: [{ kind: 'words', text: 'a\u000bb' }] }, 'Steuerzeichen'],
      [{ kind: 'text', runs: [{ kind: 'words', text: 'x', html: '<b>x</b>' }] }, 'html'],
      [{ kind: 'text', runs: [bare] }, 'gebundene Feld'],
    ] as const) {
      const answer = await step(council, '/text', send(sent), 'PUT');
      expect(answer.status).toBe(400);
      expect(await answer.text()).toContain(why);
    }
  });

  test('co-signing: only the own unit, a returned text is a draft again, a change takes the signatures away', async () => {
    await done(council, '/arrange', { units: ['hauptamt', 'it-amt'], inOrder: true });
    await done(council, '/submit', {});
    await refused(office, '/sign', { unit: 'it-amt', decision: 'sign' }, 'Ihr Amt kann nur');
    await refused(programme, '/sign', { unit: 'it-amt', decision: 'sign' }, 'Vorher zeichnet noch');
    await done(office, '/sign', { unit: 'hauptamt', decision: 'return', comment: 'Bitte den Termin nennen.' });
    expect(desk.file.stage).toBe('draft');
    await done(council, '/submit', {});
    await done(office, '/sign', { unit: 'hauptamt', decision: 'sign' });
    await done(programme, '/sign', { unit: 'it-amt', decision: 'sign' });
    await done(council, '/text', withoutMissing(), 'PUT');
    expect(desk.file).toMatchObject({ stage: 'draft', cosigners: [{ state: 'open' }, { state: 'open' }] });
  });

  test('a deputy acts in the right of who is away, for the period, and never beyond it', async () => {
    const administrator = await signIn(app(), 'administrator');
    const deputy = await signIn(app(), 'reader', 'chemnitz', [], 'vertretung');
    const person = { mail: 'v@stadt.example', ownUnits: [], active: true };
    await withCity(app().server.store.db, { city: 'chemnitz', actor: 'test' }, async (tx) => {
      await insertPerson(tx, { ...person, id: 'vertretung', name: 'Vertretung', roles: ['reader'] });
      await insertPerson(tx, { ...person, id: 'ob', name: 'OB', mail: 'ob@stadt.example', roles: ['approver'] });
    });
    await done(council, '/submit', {});
    expect((await step(deputy, '/release', {})).status).toBe(403);
    const days = { from: '2020-01-01', until: '2099-12-31' };
    const post = (client: Client, body: object): Promise<Response> =>
      client.send('POST', '/api/delegations', {
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json' },
      });
    const given = { id: 'v-1', giver: 'ob', deputy: 'vertretung', ...days };
    expect((await post(deputy, given)).status).toBe(403);
    expect((await post(administrator, { ...given, deputy: 'ob' })).status).toBe(400);
    expect((await post(administrator, { ...given, deputy: 'niemand' })).status).toBe(400);
    expect((await post(administrator, { ...given, until: '2019-12-31' })).status).toBe(400);
    expect((await post(administrator, given)).status).toBe(200);
    const { work } = await deputy.get<{ work: Desk & { deputy: { release: boolean } } }>(path());
    expect(work.deputy.release).toBe(true);
    // The right is there; what still stands in the way is the text itself.
    await refused(deputy, '/release', {}, 'Mitzeichnung');
    const list = await deputy.get<{ delegations: { version: number }[] }>('/api/delegations');
    expect(list.delegations).toHaveLength(1);
    const headers = { 'if-match': '"1"' };
    expect((await deputy.send('DELETE', '/api/delegations/v-1', { headers })).status).toBe(403);
    expect((await administrator.send('DELETE', '/api/delegations/v-1', { headers })).status).toBe(200);
    expect((await step(deputy, '/release', {})).status).toBe(403);
    await done(council, '/text', withoutMissing(), 'PUT');
  });

  statementTextTests({
    desk: () => desk,
    people: () => ({ council, office, programme }),
    done,
    refused,
    path,
  });

  test('nobody releases who has written, nothing is released unsigned, and a comment holds it up', async () => {
    await done(council, '/submit', {});
    await refused(approver, '/release', {}, 'fehlt noch eine Mitzeichnung');
    await done(office, '/sign', { unit: 'hauptamt', decision: 'sign' });
    await done(programme, '/sign', { unit: 'it-amt', decision: 'sign' });
    await done(office, '/comment', { block: 'verdict', text: 'Tippfehler in Zeile 2.' });
    await refused(approver, '/release', {}, 'offene Anmerkungen');
    await done(council, '/settle', { comment: 1 });
    const both = await signIn(app(), 'approver', 'chemnitz', [], 'test-council');
    await refused(both, '/release', {}, 'Wer am Text geschrieben hat');
    await refused(council, '/release', {}, 'Berechtigung');
  });

  test('released: frozen with its hash; whoever saw an older version releases nothing', async () => {
    const old = { ...desk, version: desk.version - 1 };
    const now = desk;
    desk = old;
    expect((await step(approver, '/release', {})).status).toBe(412);
    desk = now;
    await done(approver, '/release', {});
    const [{ publication } = { publication: undefined }] = desk.publications;
    expect(publication).toMatchObject({ id: `${PAPER}.1`, releasedBy: 'test-approver', authors: ['test-council'] });
    const late = await step(council, '/text', withoutMissing(), 'PUT');
    expect(await late.text()).toContain('freigegeben');
  });

  test('the public page is there when the city has switched it on, without sign-in and without scripts', async () => {
    expect((await fetch(`${app().server.address}/oeffentlich/chemnitz`)).status).toBe(404);
    const { settings } = await council.get<{ settings: object }>('/api/council-settings');
    await council.put('/api/council-settings', { settings: { ...settings, publicPage: true }, version: 0 });
    expect(await publicText('')).toContain(`/oeffentlich/chemnitz/${PAPER}.1`);
    const page = await publicText(`/${PAPER}.1`);
    expect(page).toContain('dankt für den Antrag');
    expect(page).not.toContain('<script');
    expect(page).not.toContain('test-council');
    expect(await publicText('/feed.atom')).toContain(`<id>urn:fahrplan:chemnitz:statement:${PAPER}.1</id>`);
    const items = [
      { number: '1', title: 'Digitale Agenda', public: true },
      { number: '2', title: 'Grundstücke', public: false },
    ];
    const sitting = { id: 'rat-2021-06-23', body: 'Stadtrat', on: '2021-06-23', time: '16:00', items };
    await council.send('POST', '/api/meetings', {
      body: JSON.stringify(sitting),
      headers: { 'content-type': 'application/json' },
    });
    const calendar = await publicText('/sitzungen.ics');
    expect(calendar).toContain('DTSTART:20210623T160000');
    expect(calendar).toContain('1 Digitale Agenda');
    expect(calendar).not.toContain('Grundstücke');
    const { figures } = JSON.parse(await publicText(`/${PAPER}.1.json`)) as { figures: { key: string }[] };
    expect(figures.length).toBeGreaterThan(3);
    expect((await fetch(`${app().server.address}/oeffentlich/gibtesnicht`)).status).toBe(404);
  });

  approvedAgendaTests({ address: () => app().server.address, publicText, paper: PAPER });

  oparlOutTests({ server: () => app().server.address, council: () => council, paper: PAPER });

  test('the files that the page links are those whose check sums the release names', async () => {
    const [{ publication } = { publication: undefined }] = desk.publications;
    if (publication?.kind !== 'release') throw new Error('no release');
    const page = await publicText(`/${PAPER}.1`);
    for (const format of ['pdf', 'docx'] as const) {
      expect(page).toContain(`href="/oeffentlich/chemnitz/${PAPER}.1.${format}"`);
      expect(await sha256(await publicAnswer(`/${PAPER}.1.${format}`))).toBe(publication.files?.[format]);
      const own = await council.send('GET', `/api/papers/${PAPER}/statement.${format}`);
      expect(await sha256(own)).toBe(publication.files?.[format]);
    }
    expect((await publicAnswer(`/${PAPER}.1.pdf`)).headers.get('content-type')).toBe('application/pdf');
  });

  test('100 later edits leave the released text, its page and its files as they were, byte for byte', async () => {
    const frozen = JSON.stringify(desk.publications[0]);
    const addresses = ['', '.pdf', '.docx', '/agenda.json'].map((ending) => `/${PAPER}.1${ending}`);
    const contents = (): Promise<string[]> =>
      Promise.all(addresses.map(async (address) => sha256(await publicAnswer(address))));
    const before = await contents();
    await done(council, '/correct', {});
    for (let number = 0; number < (process.env.LONG ? 100 : 10); number++)
      await done(council, '/text', withoutMissing(), 'PUT');
    expect(JSON.stringify(desk.publications[0])).toBe(frozen);
    expect(desk.file.edition).toBe(2);
    expect(await contents()).toEqual(before);
  });

  test('the database itself refuses to change a release, and one by its own author', async () => {
    const { db } = app().server.store;
    const acting = { city: 'chemnitz', actor: 'test' };
    const change = (): Promise<unknown> =>
      withCity(db, acting, (tx) => sql`UPDATE statement_release SET body = body || '{"hash": "x"}'`.execute(tx));
    await expect(change()).rejects.toThrow();
    const swap = (): Promise<unknown> =>
      withCity(db, acting, (tx) => sql`UPDATE release_file SET content = 'x', sha256 = 'x'`.execute(tx));
    await expect(swap()).rejects.toThrow();
    const forged = { id: 'x.1', kind: 'release', paper: 'x', authors: ['anna'], releasedBy: 'anna' };
    const insert = (): Promise<unknown> =>
      withCity(db, acting, (tx) =>
        sql`INSERT INTO statement_release (city_id, id, body) VALUES ('chemnitz', 'x.1', ${JSON.stringify(forged)}::jsonb)`.execute(
          tx,
        ),
      );
    await expect(insert()).rejects.toThrow(/check constraint/);
  });

  withdrawalTests({
    address: () => app().server.address,
    desk: () => desk,
    people: () => ({ council, approver }),
    done,
    refused,
    publicText,
    paper: PAPER,
  });
});
