import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CatalogueBundle } from '../../agenda/index.ts';
import { createServiceSearch, type ServiceHit } from './search.ts';
import type { CatalogueService } from './service.ts';

export interface Catalogue {
  bundles: CatalogueBundle[];
  servicesOf: (bundle: string) => CatalogueService[];
  search: (words: string, most?: number) => ServiceHit[];
}

/** Types of services that a municipality can execute. */
const MUNICIPAL = /(^|;)(2\/3|4|5)($|;)/;

/** Reads the catalogue from the text of `services-2019.tsv`. */
export function parseCatalogue(text: string): Catalogue {
  const lines = text.split('\n').map((line) => line.split('\t'));
  const services = lines
    .filter(([kind]) => kind === 'S')
    .map(([, key = '', name = '', type = '', bundle = '', laws = '', sdg = '']): CatalogueService => {
      return { key, name, type, bundle, laws, sdg };
    });
  const byBundle = Map.groupBy(services, ({ bundle }) => bundle);
  const bundles = lines
    .filter(([kind]) => kind === 'B')
    .map(([, key = '', name = '', situation = '', subject = '']): CatalogueBundle => {
      const own = byBundle.get(key) ?? [];
      const municipal = own.some(({ type }) => MUNICIPAL.test(type));
      return { key, name, situation, subject, services: own.length, municipal };
    });
  let find: ReturnType<typeof createServiceSearch> | undefined;
  return {
    bundles,
    servicesOf: (bundle) => byBundle.get(bundle) ?? [],
    search: (words, most) => {
      find ??= createServiceSearch(bundles, services);
      return find(words, most);
    },
  };
}

let loaded: Promise<Catalogue> | undefined;

/** The catalogue that comes with the product; read once, when it is first asked for. */
export function loadCatalogue(): Promise<Catalogue> {
  loaded ??= readFile(join(import.meta.dirname, 'services-2019.tsv'), 'utf8').then(parseCatalogue);
  return loaded;
}
