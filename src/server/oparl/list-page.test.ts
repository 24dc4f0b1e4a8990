import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { OparlObject } from '../../formats/index.ts';
import { listPage } from './list-page.ts';

const ADDRESS = 'https://x.example/paper';
const object = (number: number): OparlObject => {
  const day = `2020-01-${String(1 + (number % 28)).padStart(2, '0')}T00:00:00.000Z`;
  return { id: `${ADDRESS}/${number}`, type: 'https://schema.oparl.org/1.1/Paper', created: day, modified: day };
};

/** Follows the links as a client does. */
function walk(all: readonly OparlObject[], query: Record<string, string>): string[] {
  const seen: string[] = [];
  for (let at: Record<string, string> | undefined = query; at; ) {
    const page = listPage(all, ADDRESS, at);
    seen.push(...page.data.map((one) => one.id));
    at = page.links.next === undefined ? undefined : Object.fromEntries(new URL(page.links.next).searchParams);
  }
  return seen;
}

test('whoever follows the links sees every object of the filter once, in order', () => {
  fc.assert(
    fc.property(fc.nat(60), fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 28 }), (count, size, from) => {
      const all = Array.from({ length: count }, (_, number) => object(number));
      const since = `2020-01-${String(from).padStart(2, '0')}T00:00:00Z`;
      const expected = all.filter((one) => one.modified >= since.replace('Z', '.000Z')).map((one) => one.id);
      expect(walk(all, { modified_since: since, elementsPerPage: String(size) })).toEqual(expected);
    }),
  );
});

test('moments of another zone, and a plus that was not encoded, are understood', () => {
  const all = [object(0), object(1)];
  for (const moment of ['2020-01-02T01:00:00+01:00', '2020-01-02T01:00:00 01:00'])
    expect(walk(all, { created_since: moment })).toEqual([`${ADDRESS}/1`]);
  expect(walk(all, { created_until: '2020-01-01T12:00:00Z' })).toEqual([`${ADDRESS}/0`]);
});

test('a page beyond the end is empty and leads back; an empty list is one page', () => {
  expect(listPage([object(0)], ADDRESS, { page: '7' })).toMatchObject({ data: [], links: { prev: ADDRESS } });
  expect(listPage([], ADDRESS, {}).pagination).toMatchObject({ totalElements: 0, totalPages: 1 });
});

test.each([
  ['modified_since', '2020-01-01'],
  ['created_until', 'gestern'],
  ['modified_until', '2020-99-01T00:00:00Z'],
  ['page', '0'],
  ['elementsPerPage', 'viele'],
])('%s=%s is refused by name', (name, value) => {
  expect(() => listPage([], ADDRESS, { [name]: value })).toThrow(name);
});
