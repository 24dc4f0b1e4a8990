import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { partnerRowsQuery, prerequisitesQuery, stagesQuery } from '../api/groundwork.ts';
import { choicesQuery, roadmapQuery } from '../api/queries.ts';
import { before, root } from './root.tsx';

const forms = () => import('../pages/groundwork/edit-page.tsx');

/** What the roadmap stands on: stages with action fields and goals, prerequisites, partners. */
export const groundworkRoutes = [
  createRoute({
    getParentRoute: () => root,
    path: '/fahrplan/stufen',
    loader: () => before(stagesQuery),
    component: lazyRouteComponent(() => import('../pages/groundwork/stages-page.tsx'), 'StagesPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/fahrplan/stufen/$id',
    loader: () => before(choicesQuery),
    component: lazyRouteComponent(forms, 'StageEditPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/fahrplan/handlungsfelder/$id',
    loader: () => before(choicesQuery),
    component: lazyRouteComponent(forms, 'ActionFieldEditPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/fahrplan/ziele/$id',
    loader: () => before(choicesQuery),
    component: lazyRouteComponent(forms, 'GoalEditPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/fahrplan/voraussetzungen',
    loader: () => before(prerequisitesQuery),
    component: lazyRouteComponent(() => import('../pages/groundwork/prerequisites-page.tsx'), 'PrerequisitesPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/fahrplan/voraussetzungen/$id',
    loader: () => before(choicesQuery, prerequisitesQuery),
    component: lazyRouteComponent(forms, 'PrerequisiteEditPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/fahrplan/alternativen',
    loader: () => before(roadmapQuery),
    component: lazyRouteComponent(() => import('../pages/groundwork/alternatives-page.tsx'), 'AlternativesPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/fahrplan/alternativen/$id',
    loader: () => before(choicesQuery),
    component: lazyRouteComponent(forms, 'AlternativeEditPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/fahrplan/partner',
    loader: () => before(partnerRowsQuery),
    component: lazyRouteComponent(() => import('../pages/groundwork/partners-page.tsx'), 'PartnersPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/fahrplan/partner/$id',
    loader: () => before(choicesQuery, partnerRowsQuery),
    component: lazyRouteComponent(forms, 'PartnerEditPage'),
  }),
];
