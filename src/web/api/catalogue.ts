import { queryOptions } from '@tanstack/react-query';
import type { ServiceBundle } from '../../agenda/index.ts';
import type { BundleRow, CatalogueView } from '../../planning/index.ts';
import { getJson } from './client.ts';

export interface ServiceHit {
  key: string;
  name: string;
  type: string;
  bundle: string;
  bundleName: string;
}

export interface BundleAnswer {
  bundle: BundleRow;
  services: { key: string; name: string; type: string; laws: string; sdg: string }[];
  /** Null as long as the city has said nothing of it. */
  record: { version: number; body: ServiceBundle } | null;
}

function resource<T>(path: string) {
  return queryOptions({ queryKey: [path], queryFn: ({ signal }) => getJson<T>(path, signal) });
}

export const catalogueQuery = resource<CatalogueView>('/catalogue');
export const bundleQuery = (key: string) => resource<BundleAnswer>(`/catalogue/${encodeURIComponent(key)}`);
export const serviceSearchQuery = (words: string) =>
  resource<{ hits: ServiceHit[] }>(`/catalogue/search?q=${encodeURIComponent(words)}`);
