import { beforeAll, expect, test } from 'vitest';
import { asAdmin } from '../setup/database.ts';
import { Authenticator } from './authenticator.ts';
import { Client, serverForFile, signIn } from './harness.ts';

const app = serverForFile({ workers: 0 });
const PASSWORD = 'Drei Bäume am Fluss';
const json = { 'content-type': 'application/json' };
/** Passkeys are bound to a name: here the server is visited under this one. */
let home: string;
let admin: Client;
let person: Client;
let key: Authenticator;

type Options = { challenge: string; excludeCredentials?: { id: string }[] };

async function post(client: Client, path: string, content: unknown = {}): Promise<Response> {
  return client.send('POST', path, { body: JSON.stringify(content), headers: json });
}
const options = async (client: Client, path: string, content?: unknown): Promise<Options> =>
  (await (await post(client, path, content)).json()) as Options;
const sessionOf = (answer: Response): Client =>
  new Client(home, answer.headers.getSetCookie().at(-1)?.split(';')[0] ?? '');

/** Has somebody invited, who chooses a password. */
async function member(name: string, roles: string[]): Promise<{ id: string; client: Client }> {
  const values = { name, mail: `${name.toLowerCase()}@musterstadt.de`, roles, ownUnits: [] };
  const { id, link } = (await (await post(admin, '/api/people', values)).json()) as { id: string; link: string };
  return { id, client: await enter(link) };
}
const enter = async (link: string): Promise<Client> =>
  sessionOf(
    await post(new Client(home, ''), '/api/invitation/accept', { token: link.split('#')[1], password: PASSWORD }),
  );

beforeAll(async () => {
  home = `http://localhost:${app().server.port}`;
  admin = (await signIn(app(), 'administrator')).at(home);
  person = (await member('Rosa', ['approver'])).client;
  key = new Authenticator(home);
});

test('a passkey is added with the password, listed by its name, and not offered a second time', async () => {
  expect((await post(person, '/api/account/passkeys/options', { password: 'falsch' })).status).toBe(403);
  const response = key.make(await options(person, '/api/account/passkeys/options', { password: PASSWORD }));
  expect((await post(person, '/api/account/passkeys', { name: 'Dienstlaptop', response })).status).toBe(200);
  expect((await post(person, '/api/account/passkeys', { name: 'Noch einmal', response })).status).toBe(401);
  expect(await person.get('/api/account')).toMatchObject({ passkeys: [{ name: 'Dienstlaptop', lastUsedAt: null }] });
  const again = await options(person, '/api/account/passkeys/options', { password: PASSWORD });
  expect(again.excludeCredentials?.map(({ id }) => id)).toEqual([key.id]);
});

test('it signs in without a password and counts as both factors; what it signed works once', async () => {
  const nobody = new Client(home, '');
  const response = key.show(await options(nobody, '/api/sign-in/passkey-options'));
  const answer = await post(nobody, '/api/sign-in/passkey', { response });
  expect(answer.status).toBe(200);
  expect((await post(nobody, '/api/sign-in/passkey', { response })).status).toBe(401);
  const client = sessionOf(answer);
  expect(await client.get('/api/me')).toMatchObject({ user: { name: 'Rosa', account: true } });
});

test('it confirms a step of the own session, and only of the own', async () => {
  const shown = key.show(await options(person, '/api/session/passkey-options'));
  expect((await post(person, '/api/session/passkey', { response: shown })).status).toBe(200);
  const forSignIn = key.show(await options(new Client(home, ''), '/api/sign-in/passkey-options'));
  expect((await post(person, '/api/session/passkey', { response: forSignIn })).status).toBe(401);
});

test('another key, another origin and a copied key are refused', async () => {
  const nobody = new Client(home, '');
  const attempt = async (authenticator: Authenticator): Promise<number> => {
    const response = authenticator.show(await options(nobody, '/api/sign-in/passkey-options'));
    return (await post(nobody, '/api/sign-in/passkey', { response })).status;
  };
  expect(await attempt(new Authenticator(home))).toBe(401);
  const phishing = new Authenticator('http://boese.example');
  Object.defineProperty(phishing, 'id', { value: key.id });
  expect(await attempt(phishing)).toBe(401);
  // The counter that was stored is ahead of the one that is shown: somebody else uses a copy.
  await asAdmin(app().database.name, 'UPDATE passkey SET counter = 1000');
  expect(await attempt(key)).toBe(401);
  await asAdmin(app().database.name, 'UPDATE passkey SET counter = 0');
  expect(await attempt(key)).toBe(200);
});

test('under an address of numbers the server says where passkeys work', async () => {
  const answer = await post(new Client(app().server.address, ''), '/api/sign-in/passkey-options');
  expect(await answer.json()).toMatchObject({ status: 400, detail: expect.stringContaining('http://localhost') });
});

test('removed, it opens nothing any more', async () => {
  const gone = { password: PASSWORD, id: key.id };
  expect((await post(person, '/api/account/passkeys/remove', gone)).status).toBe(200);
  expect((await post(person, '/api/account/passkeys/remove', gone)).status).toBe(404);
  const nobody = new Client(home, '');
  const response = key.show(await options(nobody, '/api/sign-in/passkey-options'));
  expect((await post(nobody, '/api/sign-in/passkey', { response })).status).toBe(401);
});

test('an account that an administrator opens anew signs nothing until somebody independent has confirmed it', async () => {
  const opener = await member('Olga', ['administrator']);
  const { id } = await member('Berta', ['approver']);
  const opened = await post(opener.client, `/api/people/${id}/link`, { clearSecondFactor: false });
  const reopened = await enter(((await opened.json()) as { link: string }).link);
  const approve = async (): Promise<number> => {
    const headers = { ...json, 'if-match': '"1"' };
    return (await reopened.send('POST', '/api/plans/gibt-es-nicht/approve', { body: '{}', headers })).status;
  };
  expect(await approve()).toBe(403);
  const confirm = async (by: Client): Promise<number> => (await post(by, `/api/people/${id}/confirm-access`)).status;
  expect(await confirm(opener.client)).toBe(403);
  type Rows = { people: { person: { id: string }; openedBy: string[]; mayConfirm: boolean }[] };
  const row = async (): Promise<Rows['people'][number] | undefined> =>
    (await opener.client.get<Rows>('/api/people')).people.find((one) => one.person.id === id);
  expect(await row()).toMatchObject({ openedBy: ['Olga'], mayConfirm: false });
  expect(await confirm(admin)).toBe(200);
  expect(await row()).toMatchObject({ openedBy: [] });
  expect(await approve()).toBe(404);
});
