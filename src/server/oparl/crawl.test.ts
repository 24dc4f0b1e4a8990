import { expect, test } from 'vitest';
import type { Text } from '../../agenda/index.ts';
import type { Imported } from '../../formats/index.ts';
import type { Fetcher } from '../fetch/fetcher.ts';
import { FetchRefusal } from '../fetch/refusal.ts';
import { Budget, RUN_LIMITS, type RunLimits } from './budget.ts';
import { crawl } from './crawl.ts';

const HOST = 'https://ratsinfo.example';
const SCHEMA = 'https://schema.oparl.org/1.1/';

type Pages = Record<string, unknown>;

/** A server that exists only here: JSON by address, or a text that is none; what is missing is not found. */
function serverOf(pages: Pages, asked: string[] = []): Fetcher {
  return async (url) => {
    asked.push(url);
    const answer = pages[url.replace(HOST, '')];
    if (answer === undefined) throw new FetchRefusal('status', url, { status: 404 });
    if (answer instanceof Error) throw answer;
    const bytes = Buffer.from(typeof answer === 'string' ? answer : JSON.stringify(answer));
    return { url, bytes, mediaType: 'application/json' };
  };
}

const paper = (number: number, more: object = {}): object => ({
  id: `${HOST}/paper/${number}`,
  type: `${SCHEMA}Paper`,
  name: `Papier ${number}`,
  ...more,
});

const system = (lists: object): Pages => ({
  '/oparl': { id: `${HOST}/oparl`, type: `${SCHEMA}System`, body: `${HOST}/body` },
  '/body': { data: [{ id: `${HOST}/body/1`, type: `${SCHEMA}Body`, name: 'Stadt', ...lists }], links: {} },
});

interface Outcome {
  objects: Imported[];
  deleted: string[];
  faults: string;
  finished: string[];
  asked: string[];
}

async function crawled(pages: Pages, limits: Partial<RunLimits> = {}, since?: string): Promise<Outcome> {
  const asked: string[] = [];
  const all: RunLimits = { ...RUN_LIMITS, ...limits };
  const budget = new Budget(serverOf(pages, asked), all, new AbortController().signal);
  const outcome: Outcome = { objects: [], deleted: [], faults: '', finished: [], asked };
  const faults: Text[] = [];
  const options = { address: `${HOST}/oparl`, since: () => since, known: async () => new Set<string>(), limits: all };
  for await (const batch of crawl(budget, options)) {
    outcome.objects.push(...batch.objects);
    outcome.deleted.push(...batch.deleted);
    faults.push(...batch.faults);
    if (batch.finished) outcome.finished.push(batch.finished);
  }
  return { ...outcome, faults: faults.map((one) => one.de).join('\n') };
}

test('lists are read page by page, with only the changes where that is asked for', async () => {
  const pages = {
    ...system({ paper: `${HOST}/papers` }),
    '/papers?modified_since=2020-01-01T00%3A00%3A00Z': { data: [paper(1)], links: { next: '/papers?page=2' } },
    '/papers?page=2': { data: [paper(2), paper(3, { deleted: true })], links: {} },
  };
  const { objects, deleted, finished, faults } = await crawled(pages, {}, '2020-01-01T00:00:00Z');
  expect(objects.map((one) => one.address)).toEqual([`${HOST}/paper/1`, `${HOST}/paper/2`]);
  expect([deleted, finished, faults]).toEqual([[`${HOST}/paper/3`], [`${HOST}/papers`], '']);
});

test('a server that refuses the filter is read as a whole, and says so', async () => {
  const pages = { ...system({ paper: `${HOST}/papers` }), '/papers': { data: [paper(1)] } };
  const { objects, finished, faults } = await crawled(pages, {}, '2020-01-01T00:00:00Z');
  expect(objects).toHaveLength(1);
  expect(finished).toEqual([`${HOST}/papers`]);
  expect(faults).toContain('HTTP 404');
});

test('a loop is named and left, whether the pages return or only what stands on them', async () => {
  const round = {
    ...system({ paper: `${HOST}/papers` }),
    '/papers': { data: [paper(1)], links: { next: `${HOST}/papers?page=2` } },
    '/papers?page=2': { data: [paper(2)], links: { next: `${HOST}/papers` } },
  };
  const first = await crawled(round);
  expect(first.faults).toContain('Schleife');
  expect(first.finished).toEqual([]);
  const forever = (page: number) => ({ data: [paper(1)], links: { next: `${HOST}/papers?page=${page + 1}` } });
  const endless = { ...system({ paper: `${HOST}/papers` }), '/papers': forever(1), '/papers?page=2': forever(2) };
  const second = await crawled(endless);
  expect(second.faults).toContain('Schleife');
  expect(second.objects).toHaveLength(2);
});

test('holes are named and left out: broken pages, things that are no objects, missing lists', async () => {
  const pages = {
    ...system({ paper: `${HOST}/papers`, meeting: `${HOST}/meetings`, organization: `${HOST}/gibtesnicht` }),
    '/papers': { data: [paper(1), null, 'text', 7, [], {}, paper(2, { name: '' }), { id: 7, name: 'x' }] },
    '/meetings': '<html>Wartungsarbeiten</html>',
  };
  const { objects, faults, finished } = await crawled(pages);
  expect(objects.map((one) => one.address)).toEqual([`${HOST}/paper/1`]);
  expect(faults.split('\n')).toHaveLength(9);
  expect(faults).toContain('liefert keine Liste');
  expect(finished).toEqual([`${HOST}/papers`]);
});

test('addresses with and without a slash are tried, and are the same', async () => {
  const pages = {
    ...system({ paper: `${HOST}/papers` }),
    '/papers/': { data: [paper(1, { consultation: [`${HOST}/consultation/1/`] })] },
    '/consultation/1': { id: `${HOST}/consultation/1`, type: `${SCHEMA}Consultation`, role: 'Vorberatung' },
  };
  const { objects, faults } = await crawled(pages);
  expect(faults).toBe('');
  expect(objects).toContainEqual(expect.objectContaining({ consultations: [`${HOST}/consultation/1`] }));
  expect(objects).toContainEqual(expect.objectContaining({ kind: 'consultation', role: 'Vorberatung' }));
});

test('embedded objects, as deep as they may lie, come with their parents; deeper ones are named', async () => {
  const nested = { consultation: [{ agendaItem: { id: `${HOST}/item/1`, name: 'Punkt', meeting: { name: 'x' } } }] };
  const deep = (level: number): object => ({
    id: `${HOST}/paper/d${level}`,
    name: 'x',
    consultation: [{ paper: level > 0 ? deep(level - 1) : null }],
  });
  const pages = { ...system({ paper: [paper(1, nested), deep(40)] }) };
  const { objects, faults } = await crawled(pages);
  const consultation = objects.find((one) => one.kind === 'consultation');
  expect(consultation).toMatchObject({ paper: `${HOST}/paper/1`, agendaItem: `${HOST}/item/1` });
  expect(objects.length).toBeLessThan(20);
  expect(faults).toContain('kein brauchbares Objekt');
});

test('a run ends at its limits with what it has: pages, requests, bytes, single objects', async () => {
  const many = Object.fromEntries(
    Array.from({ length: 50 }, (_, page) => [
      page === 0 ? '/papers' : `/papers?page=${page}`,
      { data: [paper(page, { consultation: [`${HOST}/c/${page}`] })], links: { next: `/papers?page=${page + 1}` } },
    ]),
  );
  const pages = { ...system({ paper: `${HOST}/papers` }), ...many };
  expect((await crawled(pages, { pages: 5, single: 0 })).faults).toContain('mehr Seiten');
  for (const limits of [{ requests: 7 }, { bytes: 1_000 }, { milliseconds: 0 }]) {
    const { faults, asked, finished } = await crawled(pages, limits);
    expect(faults).toContain('Grenze');
    expect(asked.length).toBeLessThan(12);
    expect(finished).toEqual([]);
  }
  const single = await crawled(pages, { single: 3 });
  expect(single.asked.filter((one) => one.includes('/c/')).length).toBeLessThanOrEqual(6);
});

test.each([
  ['a page of the web', '<html></html>'],
  ['something else', { name: 'nichts' }],
  ['a list of nothing', { data: [] }],
  ['null', 'null'],
])('%s is no OParl server', async (_, answer) => {
  await expect(crawled({ '/oparl': answer })).rejects.toMatchObject({ text: { de: expect.stringContaining('OParl') } });
});

test('a server that cannot be reached is a refusal with its reason', async () => {
  const away = new FetchRefusal('unreachable', `${HOST}/oparl`);
  await expect(crawled({ '/oparl': away })).rejects.toMatchObject({ code: 'unreachable' });
});
