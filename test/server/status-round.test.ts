import { createServer, type Server } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asAdmin } from '../setup/database.ts';
import { type Client, serverForFile, signIn } from './harness.ts';

/** A mail server that takes everything: what the product sends goes over a real connection. */
const mails: string[] = [];
const smtp: Server = createServer((socket) => {
  let data = false;
  let text = '';
  socket.setEncoding('utf8').write('220 test\r\n');
  socket.on('error', () => {});
  socket.on('data', (chunk: string) => {
    for (const line of chunk.split('\r\n')) {
      if (data) {
        if (line === '.') {
          data = false;
          mails.push(text);
          socket.write('250 ok\r\n');
        } else text += `${line}\n`;
      } else if (/^DATA/i.test(line)) {
        data = true;
        text = '';
        socket.write('354 go on\r\n');
      } else if (/^QUIT/i.test(line)) socket.end('221 bye\r\n');
      else if (line !== '') socket.write('250 ok\r\n');
    }
  });
});
const mailPort = 20_000 + (process.pid % 20_000);
beforeAll(() => new Promise<void>((resolve) => smtp.listen(mailPort, '127.0.0.1', resolve)));
afterAll(() => new Promise((resolve) => smtp.close(resolve)));

const app = serverForFile({
  workers: 0,
  mail: { url: `smtp://127.0.0.1:${mailPort}`, from: 'fahrplan@musterstadt.de' },
});
let programme: Client;
beforeAll(async () => {
  programme = await signIn(app(), 'programme');
});

type Link = { request: string; name: string; mail: string | null; projects: number; link: string; mailed: boolean };
type Item = { project: string; state: string; flags: string[] };
type Round = {
  rows: { project: string; contact: { name: string } | null }[];
  requests: { id: string; recipient: { name: string }; projects: string[]; answeredOn: string | null; items: Item[] }[];
};
type Answer = { project: { status: string; reports: { status: string; reason?: string; by?: string }[] } };

async function post<T>(path: string, content?: unknown): Promise<T> {
  const init =
    content === undefined ? {} : { body: JSON.stringify(content), headers: { 'content-type': 'application/json' } };
  const answer = await programme.send('POST', path, init);
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as T;
}
const start = async (): Promise<Link[]> =>
  (await post<{ links: Link[] }>('/api/status-round', { dueInDays: 14 })).links;

/** Sends the page's form as a browser without JavaScript would. */
const submit = (link: string, fields: Record<string, string>): Promise<Response> =>
  fetch(`${app().server.address}/status`, {
    method: 'POST',
    headers: { origin: app().server.address, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ token: link.split('token=')[1] ?? '', ...fields }),
  });

/** The same answer for all projects of a link. */
const same = (count: number, values: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) =>
      Object.entries(values).map(([name, value]) => [`${name}.${index}`, value] as const),
    ).flat(),
  );

describe('a round', () => {
  test('asks everybody once, for all projects: by mail where a person is known, else by a link to copy', async () => {
    await post('/api/status-contacts', {
      id: 'unit/it-amt',
      contact: { name: 'Anna Amt', mail: 'anna@musterstadt.de' },
    });
    await post('/api/status-contacts', {
      id: 'project/O2',
      contact: { name: 'Anna Amt', mail: 'anna@musterstadt.de' },
    });
    const links = await start();
    const anna = links.find((one) => one.name === 'Anna Amt');
    expect(anna).toMatchObject({ mailed: true, mail: 'anna@musterstadt.de' });
    expect(links.filter((one) => one.mail === null).every((one) => !one.mailed)).toBe(true);
    expect(mails).toHaveLength(1);
    const mail = (mails[0] ?? '').replaceAll('=\n', '').replaceAll('=3D', '=');
    expect(mail).toContain(anna?.link);
    expect(mail).toContain('To: anna@musterstadt.de');
    const { rows, requests } = await programme.get<Round>('/api/status-round');
    expect(rows.find((one) => one.project === 'O2')?.contact?.name).toBe('Anna Amt');
    expect(requests).toHaveLength(links.length);
    const asked = requests.flatMap((one) => one.projects);
    expect(new Set(asked).size).toBe(asked.length);
    expect(requests.find((one) => one.recipient.name === 'Anna Amt')?.projects).toContain('O2');
  });

  test('of what does not exist there is no contact, and a reader starts nothing', async () => {
    const contact = { name: 'X', mail: 'x@musterstadt.de' };
    await expect(post('/api/status-contacts', { id: 'unit/amt-99', contact })).rejects.toThrow('404');
    const reader = await signIn(app(), 'reader');
    expect((await reader.send('GET', '/api/status-round')).status).toBe(403);
  });
});

describe('the page behind a link', () => {
  test('is complete without JavaScript, tells its address to nobody, and is not used up by looking', async () => {
    const [link] = await start();
    for (const method of ['HEAD', 'GET', 'GET']) {
      const answer = await fetch(link?.link ?? '', { method });
      expect(answer.status).toBe(200);
      const page = await answer.text();
      if (method === 'HEAD') continue;
      expect(page).toContain('Wie steht es?');
      expect(page).not.toContain('<script');
      expect(answer.headers.get('referrer-policy')).toBe('same-origin');
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    }
  });

  test('what is missing is named at its field, and nothing that was typed is lost', async () => {
    const [link] = await start();
    const typed = { ...same(link?.projects ?? 0, { status: 'inProgress', date: 'no', finish: '31.2.2021' }) };
    const answer = await submit(link?.link ?? '', {
      ...typed,
      'problem.0': '<b>Kein Personal & kein Geld</b>',
      'status.0': '',
    });
    expect(answer.status).toBe(400);
    const page = await answer.text();
    expect(page).toContain('Bitte wählen Sie aus, wie es steht.');
    expect(page).toContain('Bitte als Tag.Monat.Jahr schreiben');
    expect(page).toContain('value="31.2.2021"');
    expect(page).toContain('&lt;b&gt;Kein Personal &amp; kein Geld&lt;/b&gt;');
    expect((await fetch(link?.link ?? '')).status).toBe(200);
  });

  test('plain answers stand in the project at once, the rest waits; a link works once, also for two at a time', async () => {
    const links = await start();
    const { requests } = await programme.get<Round>('/api/status-round');
    const request = requests.find((one) => one.projects.length > 1);
    const link = links.find((one) => one.request === request?.id);
    const count = request?.projects.length ?? 0;
    const fields = {
      ...same(count, { status: 'waiting', date: 'yes' }),
      'status.1': 'succeeded',
      'problem.1': 'Fertig geworden.',
    };
    const answers = await Promise.all([submit(link?.link ?? '', fields), submit(link?.link ?? '', fields)]);
    expect(answers.map((one) => String(one.status)).sort()).toEqual(['200', '410']);
    const after = (await programme.get<Round>('/api/status-round')).requests.find((one) => one.id === request?.id);
    const [plain, finished] = after?.items ?? [];
    expect(plain).toMatchObject({ state: 'taken', flags: [] });
    expect(finished).toMatchObject({ state: 'open', flags: expect.arrayContaining(['finishedTooEarly']) });
    const first = await programme.get<Answer>(`/api/projects/${plain?.project}`);
    expect(first.project.status).toBe('waiting');
    const second = await programme.get<Answer>(`/api/projects/${finished?.project}`);
    expect(second.project.status).not.toBe('succeeded');
    expect(second.project.reports.at(-1)).toMatchObject({ status: 'succeeded', reason: 'Fertig geworden.' });
    expect(await (await fetch(link?.link ?? '')).text()).toContain('Dieser Link ist schon benutzt');

    const decide = (take: boolean): Promise<{ items: Item[] }> =>
      post(`/api/status-requests/${request?.id}/decision`, { project: finished?.project, take });
    expect((await decide(true)).items[1]?.state).toBe('taken');
    expect((await programme.get<Answer>(`/api/projects/${finished?.project}`)).project.status).toBe('succeeded');
    expect((await decide(false)).items[1]?.state).toBe('taken');
  });

  test('an invented, a replaced and an expired link say what to do', async () => {
    const [link] = await start();
    expect((await fetch(`${app().server.address}/status?token=${'x'.repeat(43)}`)).status).toBe(404);
    const fresh = await post<Link>(`/api/status-requests/${link?.request}/link`);
    expect((await fetch(link?.link ?? '')).status).toBe(404);
    await asAdmin(app().database.name, `UPDATE link SET expires_at = now() WHERE target = '${link?.request}'`);
    const expired = await fetch(fresh.link, { headers: { 'accept-language': 'en' } });
    expect(expired.status).toBe(410);
    expect(await expired.text()).toContain('This link has expired');
    const foreign = await fetch(`${app().server.address}/status`, {
      method: 'POST',
      headers: { origin: 'https://boese.example', 'content-type': 'application/x-www-form-urlencoded' },
      body: 'token=x',
    });
    expect(foreign.status).toBe(403);
  });
});
