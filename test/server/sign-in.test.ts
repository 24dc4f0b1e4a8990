import { get, type IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { createSignInToken, withCity } from '../../src/store/index.ts';
import { Client, serverForFile, signIn } from './harness.ts';

const plain = serverForFile({ workers: 0 });
const behindProxy = serverForFile({ workers: 0, publicUrl: new URL('https://fahrplan.musterstadt.de') });

type App = typeof plain;
const newLink = (app: App, minutes = 5): Promise<string> =>
  withCity(app().server.store.db, { city: 'chemnitz', actor: 'test' }, (tx) =>
    createSignInToken(tx, { actor: 'test', roles: ['reader'], minutes }),
  );
const open = (app: App, token: string, init: RequestInit = {}): Promise<Response> =>
  fetch(`${app().server.address}/anmelden?token=${token}`, { redirect: 'manual', ...init });

/** A request as a proxy passes it on: by address, with the public name in `Host`. */
function throughProxy(path: string, headers: Record<string, string> = {}): Promise<IncomingMessage> {
  const options = { host: '127.0.0.1', port: behindProxy().server.port, path };
  return new Promise((resolve, reject) => {
    get({ ...options, headers: { host: 'fahrplan.musterstadt.de', ...headers } }, (answer) => {
      answer.resume();
      resolve(answer);
    }).on('error', reject);
  });
}

test('a link signs in once: cookie, then the first page; a second use and an invented one are refused', async () => {
  const token = await newLink(plain);
  const answer = await open(plain, token);
  expect(answer.status).toBe(303);
  expect(answer.headers.get('location')).toBe('/');
  expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
  expect(answer.headers.getSetCookie()).toEqual([
    expect.stringMatching(/^fahrplan=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Strict$/),
  ]);
  for (const used of [token, 'A'.repeat(43), '', '%00']) {
    const refused = await open(plain, used);
    expect(refused.status).toBe(401);
    expect(await refused.json()).toMatchObject({ type: 'urn:fahrplan:problem:link-invalid' });
    const page = await open(plain, used, { headers: { accept: 'text/html,*/*' } });
    expect([page.status, page.headers.get('location')]).toEqual([303, '/anmeldung?link=ungueltig']);
  }
});

test('of ten uses at the same moment one succeeds', async () => {
  const token = await newLink(plain);
  const answers = await Promise.all(Array.from({ length: 10 }, () => open(plain, token)));
  expect(answers.filter((answer) => answer.status === 303)).toHaveLength(1);
});

test('an expired link does not work, and a preview (HEAD) does not use one up', async () => {
  expect((await open(plain, await newLink(plain, 0))).status).toBe(401);
  const token = await newLink(plain);
  expect((await open(plain, token, { method: 'HEAD' })).status).toBe(200);
  expect((await open(plain, token)).status).toBe(303);
});

test('signing in anew ends the old session, and signing out ends it for good', async () => {
  const old = await signIn(plain(), 'reader');
  const cookie = (await old.send('GET', `/anmelden?token=${await newLink(plain)}`)).headers.getSetCookie()[0];
  const fresh = new Client(plain().server.address, cookie?.split(';')[0] ?? '');
  expect((await old.send('GET', '/api/me')).status).toBe(401);
  expect((await fresh.send('GET', '/api/me')).status).toBe(200);
  const end = await fresh.post('/api/session/end');
  expect([end.status, end.headers.getSetCookie()[0]]).toEqual([204, expect.stringContaining('Max-Age=0')]);
  expect((await fresh.send('GET', '/api/me')).status).toBe(401);
});

test('behind https the cookie is bound to host and https, and the browser is told to stay with https', async () => {
  const answer = await throughProxy(`/anmelden?token=${await newLink(behindProxy)}`);
  expect(answer.statusCode).toBe(303);
  expect(answer.headers['strict-transport-security']).toMatch(/^max-age=\d{8}/);
  const [cookie = ''] = answer.headers['set-cookie'] ?? [];
  expect(cookie).toMatch(/^__Host-fahrplan=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; Secure; SameSite=Strict$/);
  const [pair = ''] = cookie.split(';');
  expect((await throughProxy('/api/me', { cookie: pair })).statusCode).toBe(200);
  expect((await throughProxy('/api/me', { cookie: pair.replace('__Host-', '') })).statusCode).toBe(401);
  expect((await throughProxy('/api/me', { cookie: pair, host: 'boese.example' })).statusCode).toBe(421);
});

test('guessing is slowed down, and the answer says for how long', async () => {
  let refused: IncomingMessage | undefined;
  for (let attempt = 0; attempt < 40 && refused === undefined; attempt++) {
    const answer = await throughProxy(`/anmelden?token=${'B'.repeat(43)}`);
    if (answer.statusCode === 429) refused = answer;
  }
  expect(Number(refused?.headers['retry-after'])).toBeGreaterThan(0);
});
