import { expect, test } from 'vitest';
import { loadCatalogue } from './catalogue.ts';

test('the catalogue holds what its notice says', async () => {
  const { bundles, servicesOf } = await loadCatalogue();
  expect(bundles).toHaveLength(557);
  expect(new Set(bundles.map(({ key }) => key)).size).toBe(557);
  const services = [...bundles.map(({ key }) => key), ''].flatMap((key) => servicesOf(key));
  expect(services).toHaveLength(5_249);
  expect(servicesOf('')).toHaveLength(26);
  expect(services.filter(({ key }) => key === '')).toHaveLength(436);
  expect(services.some(({ name }) => name.startsWith('Test '))).toBe(false);
  expect(bundles.filter(({ municipal }) => municipal)).toHaveLength(460);
  expect(bundles.every(({ key, name }) => /^\d{5}$/.test(key) && name !== '')).toBe(true);
  expect(bundles.find(({ key }) => key === '10513')).toMatchObject({ name: 'Abbruchgenehmigung', municipal: true });
});

test('services are found by inflected words, by beginnings, with typing errors, and by key', async () => {
  const { search } = await loadCatalogue();
  const names = (words: string): string[] => search(words).map(({ name }) => name);
  expect(names('Abbruchgenehmigungen')[0]).toBe('Abbruchgenehmigung');
  expect(names('Abruchgenehmigung')).toContain('Abbruchgenehmigung');
  expect(names('Wohngel')).toContain('Wohngeld');
  expect(search('10513')[0]).toMatchObject({ bundle: '10513' });
  expect(names('Xyzzyqwertz')).toEqual([]);
});
