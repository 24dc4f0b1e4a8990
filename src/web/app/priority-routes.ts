import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { prioritiesQuery } from '../api/priorities.ts';
import { choicesQuery } from '../api/queries.ts';
import { before, root } from './root.tsx';
import { prioritiesSearch, USUAL_MOVE } from './search.ts';

/** Ranks of the projects by declared criteria. */
export const priorityRoutes = [
  createRoute({
    getParentRoute: () => root,
    path: '/projekte/prioritaeten',
    validateSearch: prioritiesSearch,
    loaderDeps: ({ search }) => search,
    loader: ({ deps: { gewichtung, um = USUAL_MOVE } }) => before(prioritiesQuery(gewichtung, um)),
    component: lazyRouteComponent(() => import('../pages/priorities/priorities-page.tsx'), 'PrioritiesPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/projekte/prioritaeten/$id',
    loader: () => before(choicesQuery),
    component: lazyRouteComponent(() => import('../pages/priorities/weighting-page.tsx'), 'WeightingPage'),
  }),
];
