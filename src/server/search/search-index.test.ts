import { expect, test } from 'vitest';
import { SearchIndex } from './search-index.ts';
import type { SearchedRecord } from './searched.ts';

const record = (id: string, title: string, text = ''): SearchedRecord => ({ kind: 'project', id, title, text });
const index = new SearchIndex([
  record('geo', 'Geodatenportal', 'Karten für alle Ämter'),
  record('akte', 'Elektronische Akte', 'Akten werden digital geführt'),
  record('termin', 'Online-Terminvergabe', 'Termine in den Bürgerbüros'),
  record('karte', 'Kartenleser', ''),
  record('v1', 'Akte', 'so heißt auch ein Vorhaben'),
]);
const found = (text: string): string[] => index.search(text, 10).map(({ id }) => id);

test.each<[text: string, ids: string[], how: string]>([
  ['Geodaten', ['geo'], 'part of a compound'],
  ['elektronischer Akten', ['akte', 'v1'], 'inflected'],
  ['Terminvergbe', ['termin'], 'a letter missing'],
  ['Buergerbüro', ['termin'], 'an umlaut in two letters'],
  ['Onlin', ['termin'], 'half a word'],
  ['KARTEN', ['karte', 'geo'], 'in a title before elsewhere'],
  ['Quantencomputer', [], 'nothing like it'],
  ['und die der', [], 'words that say nothing'],
  [' ', [], 'nothing typed'],
])('%s finds %j: %s', (text, ids) => {
  expect(found(text)).toEqual(ids);
});

test('what is no word is neither kept nor looked for, and the words beside it are found', () => {
  const endless = 'x'.repeat(20_000);
  const strange = new SearchIndex([record('lang', 'Wortschlange', `${endless} Bebauungsplan`)]);
  expect(strange.search('Bebauungsplan', 10).map(({ id }) => id)).toEqual(['lang']);
  expect(strange.search(endless.slice(0, 200), 10)).toEqual([]);
});

test('what is called exactly so comes first, by its id and by its title', () => {
  expect(found('akte')).toEqual(['akte', 'v1']);
  expect(found('V1')[0]).toBe('v1');
  expect(index.search('Akten', 1)).toHaveLength(1);
});
