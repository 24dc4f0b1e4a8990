import { beforeAll, expect, test } from 'vitest';
import { type Client, serverForFile, signIn } from './harness.ts';

const app = serverForFile({ workers: 0 });
const json = { 'content-type': 'application/json' };
let admin: Client;

beforeAll(async () => {
  admin = await signIn(app(), 'administrator');
});

const guess = (mail: string): Promise<Response> =>
  admin.send('POST', '/api/sign-in', { body: JSON.stringify({ mail, password: 'geraten' }), headers: json });

test('after six failures an address is locked, whether somebody has it or not, and the answer says for how long', async () => {
  const person = { name: 'Frida', mail: 'frida@musterstadt.de', roles: [], ownUnits: [] };
  expect((await admin.send('POST', '/api/people', { body: JSON.stringify(person), headers: json })).status).toBe(200);
  for (const address of [person.mail, 'niemand@musterstadt.de']) {
    const statuses = await Promise.all(Array.from({ length: 9 }, async () => (await guess(address)).status));
    expect(statuses.filter((status) => status === 401)).toHaveLength(6);
    expect(statuses.filter((status) => status === 429)).toHaveLength(3);
    const locked = await guess(address.toUpperCase());
    expect(Number(locked.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await locked.json()).toMatchObject({ status: 429, detail: expect.stringContaining('noch eine Minute') });
  }
});

test('one machine that tries many addresses is slowed down as well', async () => {
  // How many it takes depends on how fast they come: every six seconds one more is allowed.
  let number = 0;
  const next = async (): Promise<number> => (await guess(`a${number++}@musterstadt.de`)).status;
  expect(await next()).toBe(401);
  await expect.poll(next).toBe(429);
});
