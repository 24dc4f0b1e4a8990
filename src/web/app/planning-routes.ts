import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { askedQuery, choicesQuery, plansQuery, scenarioQuery, scenariosQuery } from '../api/queries.ts';
import { ahead, before, root } from './root.tsx';
import { comparisonSearch } from './search.ts';

/** Plans, what more capacity would be worth, how safe the dates are, scenarios. */
export const planningRoutes = [
  createRoute({
    getParentRoute: () => root,
    path: '/plaene',
    loader: () => before(plansQuery),
    component: lazyRouteComponent(() => import('../pages/plans/plans-page.tsx'), 'PlansPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/plaene/vergleich',
    validateSearch: comparisonSearch,
    loader: () => before(plansQuery),
    component: lazyRouteComponent(() => import('../pages/comparison/comparison-page.tsx'), 'ComparisonPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/plaene/mehr-kapazitaet',
    loader: () => ahead(askedQuery('/plans/worth'), choicesQuery),
    component: lazyRouteComponent(() => import('../pages/worth/worth-page.tsx'), 'WorthPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/plaene/sicherheit',
    loader: () => ahead(askedQuery('/plans/risk'), choicesQuery),
    component: lazyRouteComponent(() => import('../pages/risk/risk-page.tsx'), 'RiskPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/szenarien',
    loader: () => before(scenariosQuery),
    component: lazyRouteComponent(() => import('../pages/scenarios/scenarios-page.tsx'), 'ScenariosPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/szenarien/neu',
    component: lazyRouteComponent(() => import('../pages/scenario-form/form-page.tsx'), 'NewScenarioPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/szenarien/$id',
    loader: ({ params }) => before(scenarioQuery(params.id)),
    component: lazyRouteComponent(() => import('../pages/scenario/scenario-page.tsx'), 'ScenarioPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/szenarien/$id/bearbeiten',
    loader: ({ params }) => before(scenarioQuery(params.id)),
    component: lazyRouteComponent(() => import('../pages/scenario-form/form-page.tsx'), 'EditScenarioPage'),
  }),
];
