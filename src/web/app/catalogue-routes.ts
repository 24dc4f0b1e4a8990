import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { bundleQuery, catalogueQuery, serviceSearchQuery } from '../api/catalogue.ts';
import { choicesQuery } from '../api/queries.ts';
import { before, root } from './root.tsx';
import { catalogueSearch } from './search.ts';

/** Catalogue of administrative services. */
export const catalogueRoutes = [
  createRoute({
    getParentRoute: () => root,
    path: '/pflichten/leistungen',
    validateSearch: catalogueSearch,
    loader: ({ location }) => {
      const { suche } = catalogueSearch(location.search);
      return before(catalogueQuery, ...(suche ? [serviceSearchQuery(suche)] : []));
    },
    component: lazyRouteComponent(() => import('../pages/catalogue/catalogue-page.tsx'), 'CataloguePage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/pflichten/leistungen/$key',
    loader: ({ params }) => before(bundleQuery(params.key), choicesQuery),
    component: lazyRouteComponent(() => import('../pages/catalogue/bundle-page.tsx'), 'BundlePage'),
  }),
];
