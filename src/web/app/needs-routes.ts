import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { guidesQuery, needsQuery, talksQuery } from '../api/needs.ts';
import { choicesQuery, discussionQuery, historyQuery } from '../api/queries.ts';
import { before, root } from './root.tsx';
import { needsSearch } from './search.ts';

/** Pages of needs: wishes, talks, offices, guides. */
export const needsRoutes = [
  createRoute({
    getParentRoute: () => root,
    path: '/bedarfe',
    validateSearch: needsSearch,
    loader: () => before(needsQuery),
    component: lazyRouteComponent(() => import('../pages/needs/needs-page.tsx'), 'NeedsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/bedarfe/$id',
    loader: ({ params: { id } }) => before(needsQuery, discussionQuery('need', id), historyQuery('need', id)),
    component: lazyRouteComponent(() => import('../pages/needs/need-page.tsx'), 'NeedPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/bedarfe/$id/bearbeiten',
    loader: () => before(needsQuery, choicesQuery),
    component: lazyRouteComponent(() => import('../pages/needs/edit-page.tsx'), 'NeedEditPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/bedarfe/aemter',
    loader: () => before(needsQuery),
    component: lazyRouteComponent(() => import('../pages/needs/offices-page.tsx'), 'OfficesPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/bedarfe/aemter/$id',
    loader: () => before(needsQuery),
    component: lazyRouteComponent(() => import('../pages/needs/offices-page.tsx'), 'OfficePage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/bedarfe/gespraeche',
    loader: () => before(talksQuery, needsQuery),
    component: lazyRouteComponent(() => import('../pages/talks/talks-page.tsx'), 'TalksPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/bedarfe/gespraeche/$id',
    loader: () => before(talksQuery, guidesQuery, choicesQuery),
    component: lazyRouteComponent(() => import('../pages/talks/talk-page.tsx'), 'TalkPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/bedarfe/leitfaeden',
    loader: () => before(guidesQuery, choicesQuery),
    component: lazyRouteComponent(() => import('../pages/talks/guides-page.tsx'), 'GuidesPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/bedarfe/leitfaeden/$id',
    loader: () => before(guidesQuery, choicesQuery),
    component: lazyRouteComponent(() => import('../pages/talks/guide-page.tsx'), 'GuidePage'),
  }),
];
