import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { bundleQuery, catalogueQuery } from '../api/catalogue.ts';
import { choicesQuery } from '../api/queries.ts';
import { ahead, root } from './root.tsx';
import { catalogueSearch } from './search.ts';

/** Catalogue of administrative services. */
export const catalogueRoutes = [
  createRoute({
    getParentRoute: () => root,
    path: '/pflichten/leistungen',
    validateSearch: catalogueSearch,
    loader: () => ahead(catalogueQuery),
    component: lazyRouteComponent(() => import('../pages/catalogue/catalogue-page.tsx'), 'CataloguePage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/pflichten/leistungen/$key',
    loader: ({ params }) => ahead(bundleQuery(params.key), choicesQuery),
    component: lazyRouteComponent(() => import('../pages/catalogue/bundle-page.tsx'), 'BundlePage'),
  }),
];
