import { expect, test } from 'vitest';
import { de } from '../language/de.ts';
import { paperAbove, trailOf } from './crumbs.ts';
import { mainPages, morePages } from './pages.ts';

const above = (path: string): string[] => trailOf(path, de).map((page) => page.to);

test('every page but those of the navigation says what stands above it', () => {
  for (const page of mainPages(de)) expect(above(page.to)).toEqual([]);
  for (const page of morePages(de)) expect(above(page.to), page.to).not.toEqual([]);
  expect(above('/projekte/V3')).toEqual(['/projekte']);
  expect(above('/projekte/V3/bearbeiten')).toEqual(['/projekte', '/projekte/V3']);
  expect(above('/projekt-anlegen')).toEqual(['/projekte']);
  expect(above('/ratspost/ba-090-2020/stellungnahme')).toEqual(['/ratspost', '/ratspost/ba-090-2020']);
  expect(above('/pflichten/strategien/neu')).toEqual(['/pflichten', '/pflichten/strategien']);
  expect(above('/auslastung/team/PM')).toEqual(['/auslastung']);
  expect(above('/belege/team/PM')).toEqual(['/']);
  expect(above('/konto')).toEqual(['/']);
});

test('before the sign-in nothing stands above a page', () => {
  expect(above('/anmeldung')).toEqual([]);
  expect(above('/einladung')).toEqual([]);
});

test('a paper is called by its reference, a record by its key', () => {
  expect(paperAbove('/ratspost/ba-090-2020/pruefung', de)).toBe('ba-090-2020');
  expect(paperAbove('/ratspost/ba-090-2020', de)).toBeNull();
  expect(paperAbove('/projekte/V3/bearbeiten', de)).toBeNull();
  for (const page of morePages(de)) expect(paperAbove(`${page.to}/x`, de), page.to).toBeNull();
  expect(trailOf('/ratspost/ba-090-2020/pruefung', de, 'BA-090/2020').at(-1)?.label).toBe('BA-090/2020');
  expect(trailOf('/ratspost/ba-090-2020/pruefung', de).at(-1)?.label).toBe('BA-090-2020');
  expect(trailOf('/projekte/O%201/bearbeiten', de).at(-1)?.label).toBe('O 1');
});
