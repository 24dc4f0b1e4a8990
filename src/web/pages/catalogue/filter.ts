import type { BundleRow } from '../../../planning/index.ts';
import type { CatalogueSearch } from '../../app/search.ts';

/** Bundles that the filter lets through; the words of the search lead to services, which have a list of their own. */
export function filterBundles(
  bundles: readonly BundleRow[],
  { nur = 'concerning', feld }: CatalogueSearch,
): BundleRow[] {
  return bundles.filter((row) => {
    if (feld !== undefined && row.subject !== feld) return false;
    if (nur === 'concerning') return row.concern === 'yes';
    if (nur === 'gaps') return row.concern === 'yes' && row.projects.length === 0;
    return nur === 'all' || (row.concern === 'open' && row.municipal);
  });
}
