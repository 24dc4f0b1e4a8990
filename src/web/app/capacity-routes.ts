import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { actualsQuery, bookingsQuery } from '../api/actuals.ts';
import { choicesQuery, loadQuery } from '../api/queries.ts';
import { before, root } from './root.tsx';
import { bookingsSearch, loadSearch } from './search.ts';

/** Staff and money: load, teams, offices, budgets, bookings. */
export const capacityRoutes = [
  createRoute({
    getParentRoute: () => root,
    path: '/auslastung',
    validateSearch: loadSearch,
    loader: () => before(loadQuery, actualsQuery),
    component: lazyRouteComponent(() => import('../pages/load/load-page.tsx'), 'LoadPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/auslastung/amt/$id',
    component: lazyRouteComponent(() => import('../pages/capacity/capacity-edit-page.tsx'), 'UnitEditPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/auslastung/team/$id',
    component: lazyRouteComponent(() => import('../pages/capacity/capacity-edit-page.tsx'), 'TeamEditPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/auslastung/buchungen',
    validateSearch: bookingsSearch,
    loader: () => before(bookingsQuery, choicesQuery),
    component: lazyRouteComponent(() => import('../pages/bookings/bookings-page.tsx'), 'BookingsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/auslastung/buchungen/$id',
    component: lazyRouteComponent(() => import('../pages/capacity/capacity-edit-page.tsx'), 'BookingEditPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/auslastung/buchungen-uebernehmen',
    loader: () => before(choicesQuery),
    component: lazyRouteComponent(() => import('../pages/import/import-page.tsx'), 'BookingListPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/auslastung/budget/$id',
    component: lazyRouteComponent(() => import('../pages/capacity/capacity-edit-page.tsx'), 'BudgetEditPage'),
  }),
];
