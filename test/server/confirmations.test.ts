import { beforeAll, expect, test } from 'vitest';
import { type Client, serverForFile, signIn } from './harness.ts';

const app = serverForFile({ workers: 0 });
let programme: Client;
type Subject = { subject: string; target: string; confirmedOn: string | null; on: string | null };
type Open = { id: string; target: string; newDate?: string; text?: string; effects: { project: string }[] };
type All = { subjects: Subject[]; open: Open[] };

beforeAll(async () => {
  programme = await signIn(app(), 'programme');
});

const all = (): Promise<All> => programme.get<All>('/api/confirmations');
const post = (path: string, body: unknown): Promise<Response> =>
  programme.send('POST', path, { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });
async function linkFor({ subject, target }: Subject): Promise<string> {
  return ((await (await post('/api/confirmations', { subject, target })).json()) as { link: string }).link;
}
const submit = (link: string, fields: Record<string, string>): Promise<Response> =>
  fetch(`${app().server.address}/bestaetigung`, {
    method: 'POST',
    headers: { origin: app().server.address, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ token: link.split('token=')[1] ?? '', ...fields }),
  });
async function find(subject: string, which: (one: Subject) => boolean = () => true): Promise<Subject> {
  const found = (await all()).subjects.find((one) => one.subject === subject && which(one));
  if (found === undefined) throw new Error(`the example has no ${subject}`);
  return found;
}

test('a head of office sees the record of the talk and confirms it, once', async () => {
  const talk = await find('interview', ({ target }) => target === 'gespraech-buergeramt');
  const link = await linkFor(talk);
  const page = await (await fetch(link)).text();
  expect(page).toContain('Lange Wartezeiten am Schalter');
  expect(page).not.toContain('<script');
  const answers = await Promise.all([submit(link, { verdict: 'confirmed' }), submit(link, { verdict: 'confirmed' })]);
  expect(answers.map((one) => String(one.status)).sort()).toEqual(['200', '410']);
  const { confirmedOn } = await find('interview', ({ target }) => target === talk.target);
  expect(confirmedOn).not.toBe(talk.confirmedOn);
});

test('a correction needs words, waits for the programme team and confirms nothing', async () => {
  const talk = await find('interview');
  const link = await linkFor(talk);
  const refused = await submit(link, { verdict: 'changed' });
  expect(refused.status).toBe(400);
  expect(await refused.text()).toContain('Bitte schreiben Sie, was anders stehen soll.');
  expect((await submit(link, { verdict: 'changed', text: 'Es ging um die Kasse.' })).status).toBe(200);
  const open = (await all()).open.find((one) => one.target === talk.target);
  expect(open?.text).toBe('Es ging um die Kasse.');
  expect((await find('interview', ({ target }) => target === talk.target)).confirmedOn).toBe(talk.confirmedOn);
  expect((await post(`/api/confirmations/${open?.id}/decision`, { take: true })).status).toBe(200);
  expect((await all()).open.some((one) => one.id === open?.id)).toBe(false);
});

test('a partner confirms a date, or moves it: then the effect is shown, and taking it over changes the offer', async () => {
  const offer = await find('offer');
  expect((await submit(await linkFor(offer), { verdict: 'confirmed' })).status).toBe(200);
  expect((await find('offer', ({ target }) => target === offer.target)).confirmedOn).not.toBe(offer.confirmedOn);
  const link = await linkFor(offer);
  expect((await submit(link, { verdict: 'changed', date: 'bald' })).status).toBe(400);
  expect((await submit(link, { verdict: 'changed', date: '1.3.2029' })).status).toBe(200);
  const open = (await all()).open.find((one) => one.target === offer.target);
  expect(open?.newDate).toBe('2029-03-01');
  expect((await find('offer', ({ target }) => target === offer.target)).on).toBe(offer.on);
  expect((await post(`/api/confirmations/${open?.id}/decision`, { take: true })).status).toBe(200);
  expect((await find('offer', ({ target }) => target === offer.target)).on).toBe('2029-03-01');
});

test('an offer that a planned project uses names that project', async () => {
  const effects: number[] = [];
  for (const offer of (await all()).subjects.filter((one) => one.subject === 'offer')) {
    await submit(await linkFor(offer), { verdict: 'changed', date: '31.12.2030' });
    effects.push((await all()).open.find((one) => one.target === offer.target)?.effects.length ?? 0);
  }
  expect(Math.max(...effects)).toBeGreaterThan(0);
});

test('for what does not exist there is no link, and an office makes none', async () => {
  expect((await post('/api/confirmations', { subject: 'offer', target: 'x/y' })).status).toBe(404);
  const office = await signIn(app(), 'office', 'chemnitz', ['it-amt']);
  expect((await office.send('GET', '/api/confirmations')).status).toBe(403);
});
