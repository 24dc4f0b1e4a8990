import { createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { stagesQuery } from '../api/groundwork.ts';
import {
  choicesQuery,
  coverageQuery,
  discussionQuery,
  firstStepsQuery,
  loadQuery,
  notificationsQuery,
  obligationsQuery,
  overviewQuery,
  papersQuery,
  projectQuery,
  projectsQuery,
  recordQuery,
  roadmapQuery,
  strategiesQuery,
  visitQuery,
} from '../api/queries.ts';
import { markNavigation } from '../ui/heading.tsx';
import { capacityRoutes } from './capacity-routes.ts';
import { catalogueRoutes } from './catalogue-routes.ts';
import { councilRoutes } from './council-routes.ts';
import { CrashPage } from './crash-page.tsx';
import { groundworkRoutes } from './groundwork-routes.ts';
import { needsRoutes } from './needs-routes.ts';
import { PendingPage } from './pending-page.tsx';
import { planningRoutes } from './planning-routes.ts';
import { priorityRoutes } from './priority-routes.ts';
import { before, root } from './root.tsx';
import {
  coverageSearch,
  newProjectSearch,
  obligationsSearch,
  projectsSearch,
  roadmapSearch,
  signInSearch,
  wordsSearch,
} from './search.ts';

const routes = [
  createRoute({
    getParentRoute: () => root,
    path: '/',
    loader: () => before(overviewQuery, papersQuery, stagesQuery, firstStepsQuery, visitQuery),
    component: lazyRouteComponent(() => import('../pages/overview/overview-page.tsx'), 'OverviewPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/fahrplan',
    validateSearch: roadmapSearch,
    loader: ({ location }) => {
      const { projekt } = roadmapSearch(location.search);
      return before(roadmapQuery, ...(projekt ? [projectQuery(projekt)] : []));
    },
    component: lazyRouteComponent(() => import('../pages/roadmap/roadmap-page.tsx'), 'RoadmapPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/projekte',
    validateSearch: projectsSearch,
    loader: () => before(projectsQuery),
    component: lazyRouteComponent(() => import('../pages/projects/projects-page.tsx'), 'ProjectsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/projekte/$id',
    loader: ({ params: { id } }) =>
      before(projectQuery(id), roadmapQuery, loadQuery, choicesQuery, discussionQuery('project', id)),
    component: lazyRouteComponent(() => import('../pages/project/project-page.tsx'), 'ProjectPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/projekte/$id/bearbeiten',
    loader: ({ params }) => before(projectQuery(params.id), choicesQuery),
    component: lazyRouteComponent(() => import('../pages/project-edit/project-edit-page.tsx'), 'ProjectEditPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/liste-uebernehmen',
    loader: () => before(choicesQuery),
    component: lazyRouteComponent(() => import('../pages/import/import-page.tsx'), 'ImportPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/projekt-anlegen',
    validateSearch: newProjectSearch,
    loader: () => before(choicesQuery),
    component: lazyRouteComponent(() => import('../pages/project-edit/project-edit-page.tsx'), 'NewProjectPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/pflichten',
    validateSearch: obligationsSearch,
    loader: () => before(obligationsQuery),
    component: lazyRouteComponent(() => import('../pages/obligations/obligations-page.tsx'), 'ObligationsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/pflichten/strategien',
    loader: () => before(strategiesQuery),
    component: lazyRouteComponent(() => import('../pages/register/strategies-page.tsx'), 'StrategiesPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/pflichten/strategien/$id',
    component: lazyRouteComponent(() => import('../pages/register/edit-page.tsx'), 'StrategyEditPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/pflichten/vorschriften/$id',
    component: lazyRouteComponent(() => import('../pages/register/edit-page.tsx'), 'ObligationEditPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/pflichten/abdeckung',
    validateSearch: coverageSearch,
    loader: () => before(coverageQuery),
    component: lazyRouteComponent(() => import('../pages/coverage/coverage-page.tsx'), 'CoveragePage'),
  }),
  ...capacityRoutes,
  ...planningRoutes,
  ...councilRoutes,
  ...needsRoutes,
  ...priorityRoutes,
  ...catalogueRoutes,
  ...groundworkRoutes,
  createRoute({
    getParentRoute: () => root,
    path: '/belege/$kind/$id',
    loader: ({ params }) => before(recordQuery(params.kind, params.id), choicesQuery),
    component: lazyRouteComponent(() => import('../pages/record/record-page.tsx'), 'RecordPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/suche',
    validateSearch: wordsSearch,
    component: lazyRouteComponent(() => import('../pages/search/search-page.tsx'), 'SearchPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/stadt-anlegen',
    component: lazyRouteComponent(() => import('../pages/own-city/own-city-page.tsx'), 'OwnCityPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/begriffe',
    component: lazyRouteComponent(() => import('../pages/glossary/glossary-page.tsx'), 'GlossaryPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/mitteilungen',
    loader: () => before(notificationsQuery),
    component: lazyRouteComponent(() => import('../pages/notifications/notifications-page.tsx'), 'NotificationsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/konto',
    component: lazyRouteComponent(() => import('../pages/account/account-page.tsx'), 'AccountPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/personen',
    component: lazyRouteComponent(() => import('../pages/people/people-page.tsx'), 'PeoplePage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/statusrunde',
    component: lazyRouteComponent(() => import('../pages/status-round/status-round-page.tsx'), 'StatusRoundPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/bestaetigungen',
    component: lazyRouteComponent(() => import('../pages/confirmations/confirmations-page.tsx'), 'ConfirmationsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/einladung',
    component: lazyRouteComponent(() => import('../pages/invitation/invitation-page.tsx'), 'InvitationPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/anmeldung',
    validateSearch: signInSearch,
    component: lazyRouteComponent(() => import('../pages/sign-in/sign-in-page.tsx'), 'SignInPage'),
  }),
];

export const router = createRouter({
  routeTree: root.addChildren(routes),
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  defaultErrorComponent: CrashPage,
  // Most answers are there sooner, and a flash helps nobody.
  defaultPendingMs: 250,
  defaultPendingMinMs: 0,
  defaultPendingComponent: PendingPage,
  scrollRestoration: true,
  // What a page does not know does not get past its own reading of the address.
  search: { strict: true },
});

router.subscribe('onBeforeNavigate', ({ fromLocation, pathChanged }) => {
  if (fromLocation && pathChanged) markNavigation();
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
