import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { commitmentsQuery, councilSettingsQuery, deskQuery, monthQuery } from '../api/council.ts';
import { councilImportQuery, incomingMeetingsQuery, incomingPapersQuery } from '../api/council-import.ts';
import { meetingQuery, meetingsQuery, organizationsQuery, resolutionQuery, resolutionsQuery } from '../api/meetings.ts';
import { choicesQuery, overviewQuery, paperQuery, papersQuery, statementQuery } from '../api/queries.ts';
import { reportsQuery } from '../api/reports.ts';
import {
  calendarSearch,
  councilImportSearch,
  newPaperSearch,
  papersSearch,
  resolutionsSearch,
} from './council-search.ts';
import { before, root } from './root.tsx';

/** Pages of the council desk: papers, statements, meetings, resolutions, promises. */
export const councilRoutes = [
  createRoute({
    getParentRoute: () => root,
    path: '/ratspost',
    validateSearch: papersSearch,
    loader: () => before(papersQuery, deskQuery, overviewQuery),
    component: lazyRouteComponent(() => import('../pages/papers/papers-page.tsx'), 'PapersPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/ratspost/kalender',
    validateSearch: calendarSearch,
    loaderDeps: ({ search: { monat } }) => ({ monat }),
    loader: ({ deps: { monat } }) => before(monthQuery(monat)),
    component: lazyRouteComponent(() => import('../pages/calendar/calendar-page.tsx'), 'CalendarPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/ratspost/neu',
    validateSearch: newPaperSearch,
    loader: () => before(deskQuery),
    component: lazyRouteComponent(() => import('../pages/paper-form/paper-form-page.tsx'), 'NewPaperPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/ratspost/liste-uebernehmen',
    component: lazyRouteComponent(() => import('../pages/import/import-page.tsx'), 'PaperListPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/ratspost/ratsinformation',
    validateSearch: councilImportSearch,
    loader: () => before(councilSettingsQuery, councilImportQuery, incomingPapersQuery, incomingMeetingsQuery),
    component: lazyRouteComponent(() => import('../pages/council-import/import-page.tsx'), 'CouncilImportPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/ratspost/zusagen',
    loader: () => before(commitmentsQuery, organizationsQuery, papersQuery, choicesQuery),
    component: lazyRouteComponent(() => import('../pages/commitments/commitments-page.tsx'), 'CommitmentsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/ratspost/sitzungen',
    loader: () => before(meetingsQuery, organizationsQuery, deskQuery),
    component: lazyRouteComponent(() => import('../pages/meetings/meetings-page.tsx'), 'MeetingsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/ratspost/sitzungen/$id',
    loader: ({ params }) => before(meetingQuery(params.id), papersQuery),
    component: lazyRouteComponent(() => import('../pages/meetings/meeting-page.tsx'), 'MeetingPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/ratspost/beschluesse',
    validateSearch: resolutionsSearch,
    loader: () => before(resolutionsQuery),
    component: lazyRouteComponent(() => import('../pages/resolutions/resolutions-page.tsx'), 'ResolutionsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/ratspost/beschluesse/$id',
    loader: ({ params }) => before(resolutionQuery(params.id), choicesQuery),
    component: lazyRouteComponent(() => import('../pages/resolutions/resolution-page.tsx'), 'ResolutionPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/ratspost/berichte',
    loader: () => before(reportsQuery),
    component: lazyRouteComponent(() => import('../pages/reports/reports-page.tsx'), 'ReportsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/ratspost/einstellungen',
    loader: () => before(councilSettingsQuery, deskQuery),
    component: lazyRouteComponent(() => import('../pages/council-settings/settings-page.tsx'), 'SettingsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/ratspost/$id/pruefung',
    loader: () => before(deskQuery),
    component: lazyRouteComponent(() => import('../pages/examination/examination-page.tsx'), 'ExaminationPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/ratspost/$id/bearbeiten',
    loader: () => before(deskQuery),
    component: lazyRouteComponent(() => import('../pages/paper-form/paper-form-page.tsx'), 'EditPaperPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/ratspost/$id',
    loader: ({ params }) => before(paperQuery(params.id)),
    component: lazyRouteComponent(() => import('../pages/paper/paper-page.tsx'), 'PaperPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/ratspost/$id/stellungnahme',
    loader: ({ params }) => before(statementQuery(params.id)),
    component: lazyRouteComponent(() => import('../pages/statement/statement-page.tsx'), 'StatementPage'),
  }),
];
