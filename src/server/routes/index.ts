import type { Operation } from '../http/operation.ts';
import { accountRoutes } from './account.ts';
import { agendaRoutes } from './agenda.ts';
import { bookingRoutes } from './bookings.ts';
import { catalogueRoutes } from './catalogue.ts';
import { commentRoutes } from './comments.ts';
import { commitmentRoutes } from './commitments.ts';
import { confirmationRoutes } from './confirmations.ts';
import { councilCalendarRoutes } from './council-calendar.ts';
import { councilDeskRoutes } from './council-desk.ts';
import { councilImportRoutes } from './council-import.ts';
import { delegationRoutes } from './delegations.ts';
import { editRoutes } from './edits.ts';
import { examinationRoutes } from './examination.ts';
import { groundworkRoutes } from './groundwork.ts';
import { historyRoutes } from './history.ts';
import { importListRoutes } from './import-list.ts';
import { jobRoutes } from './jobs.ts';
import { letterheadRoutes } from './letterhead.ts';
import { meetingRoutes } from './meetings.ts';
import { needRoutes } from './needs.ts';
import { notificationRoutes } from './notifications.ts';
import { obligationRoutes } from './obligations.ts';
import { ownCityRoutes } from './own-city.ts';
import { paperIntakeRoutes } from './paper-intake.ts';
import { paperListRoutes } from './paper-list.ts';
import { paperRoutes } from './papers.ts';
import { peopleRoutes } from './people.ts';
import { planAskRoutes } from './plan-asks.ts';
import { planRunRoutes } from './plan-runs.ts';
import { planRoutes } from './plans.ts';
import { preferenceRoutes } from './preferences.ts';
import { priorityRoutes } from './priorities.ts';
import { projectRoutes } from './projects.ts';
import { projectsBulkRoutes } from './projects-bulk.ts';
import { recordRoutes } from './records.ts';
import { reportRoutes } from './reports.ts';
import { resolutionRoutes } from './resolutions.ts';
import { savedViewRoutes } from './saved-views.ts';
import { scenarioRoutes } from './scenarios.ts';
import { sessionRoutes } from './session.ts';
import { sheetRoutes } from './sheets.ts';
import { statementWorkRoutes } from './statement-work.ts';
import { statementRoutes } from './statements.ts';
import { statusRoundRoutes } from './status-rounds.ts';
import { stepUpRoutes } from './step-up.ts';
import { viewRoutes } from './views.ts';
import { visitRoutes } from './visits.ts';

/** Every route that needs a session and works in one transaction; the others are mounted in `app.ts` by name. */
export const operations: readonly Operation[] = [
  ...sessionRoutes,
  ...accountRoutes,
  ...preferenceRoutes,
  ...commentRoutes,
  ...notificationRoutes,
  ...visitRoutes,
  ...stepUpRoutes,
  ...statusRoundRoutes,
  ...confirmationRoutes,
  ...peopleRoutes,
  ...ownCityRoutes,
  ...viewRoutes,
  ...projectRoutes,
  ...priorityRoutes,
  ...catalogueRoutes,
  ...planAskRoutes,
  ...projectsBulkRoutes,
  ...savedViewRoutes,
  ...sheetRoutes,
  ...importListRoutes,
  ...needRoutes,
  ...groundworkRoutes,
  ...bookingRoutes,
  ...obligationRoutes,
  ...paperIntakeRoutes,
  ...paperListRoutes,
  ...paperRoutes,
  ...examinationRoutes,
  ...councilDeskRoutes,
  ...councilCalendarRoutes,
  ...letterheadRoutes,
  ...reportRoutes,
  ...meetingRoutes,
  ...resolutionRoutes,
  ...councilImportRoutes,
  ...commitmentRoutes,
  ...statementRoutes,
  ...statementWorkRoutes,
  ...delegationRoutes,
  ...jobRoutes,
  ...planRunRoutes,
  ...planRoutes,
  ...scenarioRoutes,
  ...recordRoutes,
  ...editRoutes,
  ...historyRoutes,
  ...agendaRoutes,
];
