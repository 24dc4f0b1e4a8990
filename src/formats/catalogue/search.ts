import MiniSearch from 'minisearch';
import type { CatalogueBundle } from '../../agenda/index.ts';
import { stem, wordsOf } from '../../council/index.ts';
import type { CatalogueService } from './service.ts';

/** A service that was found, with its bundle; without a service the bundle itself. */
export interface ServiceHit {
  key: string;
  name: string;
  type: string;
  /** Empty where the catalogue puts the service into no bundle. */
  bundle: string;
  bundleName: string;
}

const MOST = 50;
/** Words this long may have one letter wrong in five. */
const FUZZY = 0.2;
const FUZZY_FROM = 5;

/**
 * Finds services and bundles by words: German words by their stem (CISTEM), beginnings of words, and words with typing
 * errors. All words must be found; if none has them all, those with the most of them.
 */
export function createServiceSearch(
  bundles: readonly CatalogueBundle[],
  services: readonly CatalogueService[],
): (words: string, most?: number) => ServiceHit[] {
  const names = new Map(bundles.map(({ key, name }) => [key, name]));
  const hits: ServiceHit[] = [
    ...bundles.map(({ key, name }) => ({ key, name, type: '', bundle: key, bundleName: name })),
    ...services.map(({ key, name, type, bundle }) => ({
      key,
      name,
      type,
      bundle,
      bundleName: names.get(bundle) ?? '',
    })),
  ];
  const laws = services.map((one) => one.laws);
  const index = new MiniSearch<{ id: number; name: string; more: string }>({
    fields: ['name', 'more'],
    tokenize: wordsOf,
    processTerm: stem,
    searchOptions: {
      boost: { name: 3 },
      prefix: (term) => term.length >= 3,
      fuzzy: (term) => (term.length >= FUZZY_FROM ? FUZZY : false),
    },
  });
  index.addAll(
    hits.map(({ key, name, bundle, bundleName }, id) => {
      const law = id < bundles.length ? '' : (laws[id - bundles.length] ?? '');
      return { id, name, more: `${key} ${bundle} ${bundleName} ${law}` };
    }),
  );
  return (words, most = MOST) => {
    const all = index.search(words, { combineWith: 'AND' });
    const found = all.length > 0 ? all : index.search(words, { combineWith: 'OR' });
    return found.slice(0, most).flatMap(({ id }) => hits[Number(id)] ?? []);
  };
}
