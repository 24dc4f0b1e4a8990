import { Secret, TOTP } from 'otpauth';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Role } from '../../src/agenda/index.ts';
import { readAudit, readCredential, withCity } from '../../src/store/index.ts';
import { asAdmin } from '../setup/database.ts';
import { Client, serverForFile, signIn } from './harness.ts';

const app = serverForFile({ workers: 0 });
let admin: Client;
const PASSWORD = 'Drei Bäume am Fluss';

beforeAll(async () => {
  admin = await signIn(app(), 'administrator');
});

type Invited = { id: string; link: string; days: number; mailed: boolean };
const nobody = (): Client => new Client(app().server.address, '');
const body = <T>(answer: Response): Promise<T> => answer.json() as Promise<T>;

async function post(client: Client, path: string, content: unknown = {}): Promise<Response> {
  const init = { body: JSON.stringify(content), headers: { 'content-type': 'application/json' } };
  return client.send('POST', path, init);
}

/** Refusals are told apart by their type. */
async function refusal(answer: Response): Promise<string> {
  const { type } = await body<{ type: string }>(answer);
  return `${answer.status} ${type.replace('urn:fahrplan:problem:', '')}`;
}

async function invite(name: string, roles: Role[] = ['reader'], ownUnits: string[] = []): Promise<Invited> {
  const answer = await post(admin, '/api/people', { name, mail: `${name}@musterstadt.de`, roles, ownUnits });
  expect(answer.status).toBe(200);
  return body<Invited>(answer);
}

const tokenOf = ({ link }: Invited): string => link.split('#')[1] ?? '';
const cookieOf = (answer: Response): string => answer.headers.getSetCookie().at(-1)?.split(';')[0] ?? '';
const sessionOf = (answer: Response): Client => new Client(app().server.address, cookieOf(answer));

/** A person who has chosen a password, with the session that this opens. */
async function member(name: string, roles?: Role[]): Promise<{ id: string; mail: string; client: Client }> {
  const invited = await invite(name, roles);
  const answer = await post(nobody(), '/api/invitation/accept', { token: tokenOf(invited), password: PASSWORD });
  expect(answer.status).toBe(200);
  return { id: invited.id, mail: `${name}@musterstadt.de`, client: sessionOf(answer) };
}

const password = (mail: string, more: object = {}): Promise<Response> =>
  post(nobody(), '/api/sign-in', { mail, password: PASSWORD, ...more });
/** A code of the app. Each must be later than the one before, and half a minute off is accepted: now, then the next. */
const codeOf = (secret: string, offset: 0 | 1): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + offset * 30_000 });

/** Sets up an authenticator app and returns its secret and the recovery codes. */
async function authenticator(client: Client): Promise<{ secret: string; recoveryCodes: string[] }> {
  const begun = await body<{ secret: string; uri: string }>(
    await post(client, '/api/account/authenticator', { password: PASSWORD }),
  );
  expect(begun.uri).toMatch(/^otpauth:\/\/totp\/Fahrplan/);
  const code = codeOf(begun.secret, 0);
  const confirmed = await post(client, '/api/account/authenticator/confirm', { code });
  expect(confirmed.status).toBe(200);
  return { secret: begun.secret, ...(await body<{ recoveryCodes: string[] }>(confirmed)) };
}

describe('invitation', () => {
  test('a link lets its person choose a password, once, and signs in with the roles that were given', async () => {
    const invited = await invite('anna', ['office'], ['it-amt']);
    expect(invited).toMatchObject({ days: 7, mailed: false, link: expect.stringMatching(/\/einladung#[\w-]{43}$/) });
    const about = await post(nobody(), '/api/invitation', { token: tokenOf(invited) });
    expect(await about.json()).toEqual({
      purpose: 'invitation',
      name: 'anna',
      mail: 'anna@musterstadt.de',
      city: 'Stadt Chemnitz',
    });
    const accept = (): Promise<Response> =>
      post(nobody(), '/api/invitation/accept', { token: tokenOf(invited), password: PASSWORD });
    const answers = await Promise.all([accept(), accept(), accept()]);
    expect(answers.map((one) => String(one.status)).sort()).toEqual(['200', '410', '410']);
    const client = sessionOf(answers.find((one) => one.status === 200) as Response);
    expect(await client.get('/api/me')).toMatchObject({
      user: { name: 'anna', role: 'office', account: true },
      ownUnits: ['it-amt'],
      ownPermissions: ['readTalks', 'writeProjects', 'writeNeeds', 'signStatement'],
    });
    expect(await refusal(await accept())).toBe('410 link-used');
  });

  test.each([
    ['berta', 'kurz'],
    ['bertram', 'aaaaaaaaaaaaaaaa'],
    ['bettina', 'Passwort123456'],
    ['bianca', 'bianca-bianca-2026'],
  ])('%s cannot take the password %s: refused at its field, and the link still works', async (name, weak) => {
    const invited = await invite(name);
    const answer = await post(nobody(), '/api/invitation/accept', { token: tokenOf(invited), password: weak });
    expect(await answer.json()).toMatchObject({ status: 400, errors: [{ pointer: '/password' }] });
    expect((await post(nobody(), '/api/invitation', { token: tokenOf(invited) })).status).toBe(200);
  });

  test('an invented link, an expired one and one that was replaced do not work', async () => {
    expect(await refusal(await post(nobody(), '/api/invitation', { token: 'x'.repeat(43) }))).toBe('401 link-invalid');
    const first = await invite('carl');
    const second = await body<Invited>(await post(admin, `/api/people/${first.id}/link`, { clearSecondFactor: false }));
    expect(await refusal(await post(nobody(), '/api/invitation', { token: tokenOf(first) }))).toBe('401 link-invalid');
    await asAdmin(app().database.name, `UPDATE link SET expires_at = now() WHERE target = '${first.id}'`);
    expect(await refusal(await post(nobody(), '/api/invitation', { token: tokenOf(second) }))).toBe('410 link-expired');
  });

  test('two people cannot share an address, and an office needs a unit that exists', async () => {
    await invite('doro');
    const send = (values: object): Promise<Response> =>
      post(admin, '/api/people', { name: 'x', mail: 'x@musterstadt.de', roles: [], ownUnits: [], ...values });
    expect(await refusal(await send({ mail: 'Doro@Musterstadt.de' }))).toBe('409 conflict');
    for (const ownUnits of [[], ['amt-99']]) {
      const answer = await send({ roles: ['office'], ownUnits });
      expect(await answer.json()).toMatchObject({ errors: [{ pointer: '/ownUnits' }] });
    }
    expect(await refusal(await send({ roles: ['editor'] }))).toBe('400 invalid-request');
  });
});

describe('password', () => {
  test('a wrong password and an unknown address get the same answer', async () => {
    const { mail } = await member('emil');
    const answers = [await password(mail, { password: 'falsch' }), await password('wer@musterstadt.de')];
    const [wrong, unknown] = await Promise.all(answers.map((one) => body<Record<string, unknown>>(one)));
    expect({ ...wrong, instance: '' }).toEqual({ ...unknown, instance: '' });
    expect(wrong).toMatchObject({ type: 'urn:fahrplan:problem:sign-in-failed', status: 401 });
    expect((await password(mail.toUpperCase())).status).toBe(200);
  });

  test('changing it asks for the old one and ends all other sessions', async () => {
    const { mail, client } = await member('gerd');
    const other = sessionOf(await password(mail));
    const change = (values: object): Promise<Response> => post(client, '/api/account/password', values);
    expect(await refusal(await change({ password: 'falsch', next: 'Vier Boote im Hafen' }))).toBe('403 password-wrong');
    expect((await change({ password: PASSWORD, next: 'Vier Boote im Hafen' })).status).toBe(200);
    expect((await client.send('GET', '/api/me')).status).toBe(200);
    expect((await other.send('GET', '/api/me')).status).toBe(401);
    expect((await password(mail)).status).toBe(401);
    expect((await password(mail, { password: 'Vier Boote im Hafen' })).status).toBe(200);
  });
});

describe('second factor', () => {
  test('with an authenticator app a password alone is not enough, and a code works once', async () => {
    const { mail, client } = await member('hanna');
    const { secret } = await authenticator(client);
    expect(await refusal(await password(mail))).toBe('401 code-needed');
    expect(await refusal(await password(mail, { code: '000000' }))).toBe('403 code-wrong');
    const code = codeOf(secret, 1);
    const uses = await Promise.all([password(mail, { code }), password(mail, { code })]);
    expect(uses.map((one) => String(one.status)).sort()).toEqual(['200', '403']);
  });

  test('the database holds its secret sealed; where the key is gone, the sign-in says so and a recovery code helps', async () => {
    const { id, mail, client } = await member('gerda');
    const { secret, recoveryCodes } = await authenticator(client);
    const stored = (): Promise<string | null> =>
      withCity(app().server.store.db, { city: 'chemnitz', actor: 'test' }, async (tx) => {
        const { totpSecret } = await readCredential(tx, id);
        return totpSecret;
      });
    expect(await stored()).toMatch(/^gcm1:[\w-]{64,}$/);
    expect(await stored()).not.toContain(secret);
    // Sealed for somebody else, as with another key: it cannot be opened.
    await asAdmin(app().database.name, `UPDATE credential SET totp_secret = totp_secret || 'AAAA' WHERE id = '${id}'`);
    expect(await refusal(await password(mail, { code: codeOf(secret, 1) }))).toBe('403 second-factor-lost');
    expect((await password(mail, { code: recoveryCodes[0] })).status).toBe(200);
    // What an earlier version stored in the open counts, and is sealed when it is used.
    await asAdmin(app().database.name, `UPDATE credential SET totp_secret = '${secret}' WHERE id = '${id}'`);
    expect((await password(mail, { code: codeOf(secret, 1) })).status).toBe(200);
    expect(await stored()).toMatch(/^gcm1:/);
  });

  test('a recovery code opens the account once, however it is typed', async () => {
    const { mail, client } = await member('ida');
    const { recoveryCodes } = await authenticator(client);
    expect(new Set(recoveryCodes).size).toBe(10);
    const typed = recoveryCodes[0]?.toLowerCase().replaceAll('-', ' ') ?? '';
    expect((await password(mail, { code: typed })).status).toBe(200);
    expect(await refusal(await password(mail, { code: typed }))).toBe('403 code-wrong');
    expect(await client.get('/api/account')).toMatchObject({ authenticator: true, recoveryCodes: 9 });
  });

  test('steps that need it ask again after five minutes', async () => {
    const { id, mail, client } = await member('jan');
    const { secret } = await authenticator(client);
    const renew = (): Promise<Response> => post(client, '/api/account/recovery-codes', { password: PASSWORD });
    expect((await renew()).status).toBe(200);
    await asAdmin(
      app().database.name,
      `UPDATE session SET second_factor_at = now() - interval '301 seconds' WHERE person = '${id}'`,
    );
    expect(await refusal(await renew())).toBe('403 second-factor-needed');
    expect((await post(client, '/api/session/second-factor', { code: codeOf(secret, 1) })).status).toBe(200);
    expect((await renew()).status).toBe(200);
    expect((await post(client, '/api/account/authenticator/remove', { password: PASSWORD })).status).toBe(200);
    expect((await password(mail)).status).toBe(200);
    expect(await refusal(await post(client, '/api/session/second-factor', { code: '123456' }))).toBe(
      '403 second-factor-missing',
    );
  });

  test('whoever has lost it gets a new link from the administration, and everything else ends', async () => {
    const { id, mail, client } = await member('karla');
    await authenticator(client);
    const reset = await body<Invited>(await post(admin, `/api/people/${id}/link`, { clearSecondFactor: true }));
    expect((await client.send('GET', '/api/me')).status).toBe(401);
    const answer = await post(nobody(), '/api/invitation/accept', {
      token: tokenOf(reset),
      password: 'Fünf Wolken ziehen',
    });
    expect(await answer.json()).toEqual({ signedIn: true });
    expect((await password(mail, { password: 'Fünf Wolken ziehen' })).status).toBe(200);
  });
});

describe('people and sessions', () => {
  test('roles hold from the next request on, and withdrawn access ends sessions at once', async () => {
    const { id, mail, client } = await member('lena', ['programme']);
    expect(await client.get('/api/me')).toMatchObject({ permissions: expect.arrayContaining(['plan']) });
    const values = { name: 'Lena Neu', mail, roles: ['reader'], ownUnits: [] };
    expect((await admin.put(`/api/people/${id}`, values, { 'if-match': '"1"' })).status).toBe(200);
    expect(await client.get('/api/me')).toMatchObject({ user: { name: 'Lena Neu' }, permissions: ['read'] });
    expect((await admin.put(`/api/people/${id}`, values, { 'if-match': '"1"' })).status).toBe(412);
    const access = (active: boolean, version: number): Promise<Response> =>
      admin.send('POST', `/api/people/${id}/access`, {
        body: JSON.stringify({ active }),
        headers: { 'content-type': 'application/json', 'if-match': `"${version}"` },
      });
    expect((await access(false, 2)).status).toBe(200);
    expect((await client.send('GET', '/api/me')).status).toBe(401);
    expect((await password(mail)).status).toBe(401);
    expect((await access(true, 3)).status).toBe(200);
    expect((await password(mail)).status).toBe(200);
  });

  test('the last administrator stays', async () => {
    const { id, mail } = await member('maja', ['administrator']);
    const values = { name: 'maja', mail, roles: ['reader'], ownUnits: [] };
    expect(await refusal(await admin.put(`/api/people/${id}`, values, { 'if-match': '"1"' }))).toBe('409 conflict');
    await member('nils', ['administrator']);
    expect((await admin.put(`/api/people/${id}`, values, { 'if-match': '"1"' })).status).toBe(200);
  });

  test('nobody changes their own roles or units, the administration neither; a second person does', async () => {
    const { id, mail, client } = await member('wilma', ['administrator']);
    const values = { name: 'Wilma Neu', mail, roles: ['administrator'], ownUnits: [] };
    const put = (by: Client, more: object, version: number): Promise<Response> =>
      by.put(`/api/people/${id}`, { ...values, ...more }, { 'if-match': `"${version}"` });
    const own = await put(client, { roles: ['administrator', 'approver'] }, 1);
    expect(own.status).toBe(403);
    expect(await own.json()).toMatchObject({
      errors: [{ pointer: '/roles', detail: expect.stringContaining('laden Sie zuerst eine ein') }],
    });
    expect((await put(client, { ownUnits: ['it-amt'] }, 1)).status).toBe(403);
    expect((await put(client, {}, 1)).status).toBe(200);
    const second = await member('xaver', ['administrator']);
    expect((await put(second.client, { roles: ['administrator', 'approver'] }, 2)).status).toBe(200);
  });

  test('sessions are listed without their secret and can be ended, but only one’s own', async () => {
    const { mail, client } = await member('olga');
    const other = sessionOf(await password(mail));
    const stranger = (await member('paul')).client;
    type Account = { sessions: { id: string; current: boolean }[] };
    const { sessions } = await client.get<Account>('/api/account');
    expect(sessions.map((one) => String(one.current)).sort()).toEqual(['false', 'true']);
    const id = sessions.find((one) => !one.current)?.id;
    expect(await (await post(stranger, '/api/account/sessions/end', { id })).json()).toEqual({ ended: 0 });
    expect(await (await post(client, '/api/account/sessions/end', { id })).json()).toEqual({ ended: 1 });
    expect((await other.send('GET', '/api/me')).status).toBe(401);
  });

  test('each change stands in the audit chain, and no secret stands in the database or in an answer', async () => {
    const { id, client } = await member('quentin');
    const { secret, recoveryCodes } = await authenticator(client);
    const entries = await withCity(app().server.store.db, { city: 'chemnitz', actor: 'test' }, (tx) =>
      readAudit(tx, { recordId: id }),
    );
    expect(entries.map((one) => one.action).reverse()).toEqual([
      'insert',
      'invite',
      'setPassword',
      'signIn',
      'addAuthenticator',
    ]);
    const answers = JSON.stringify([await admin.get('/api/people'), await client.get('/api/account')]);
    for (const word of [secret, recoveryCodes[0] ?? '', client.secret, 'argon2id']) expect(answers).not.toContain(word);
    const audit = JSON.stringify(entries);
    for (const word of [secret, PASSWORD, 'quentin']) expect(audit).not.toContain(word);
  });
});
