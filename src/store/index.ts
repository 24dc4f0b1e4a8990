export * from './access.ts';
export * from './agenda.ts';
export { backup } from './archive/backup.ts';
export type { ArchiveSummary } from './archive/format.ts';
export { restore } from './archive/restore.ts';
export * from './audit.ts';
export * from './audit-verify.ts';
export * from './calendar-feeds.ts';
export { type Acting, type CityTransaction, enterCity, isUnavailable, listCities, withCity } from './city.ts';
export * from './comments.ts';
export * from './confirmations.ts';
export type { Database } from './connection.ts';
export * from './credentials.ts';
export * from './history.ts';
export * from './idempotency.ts';
export * from './import-mappings.ts';
export * from './jobs.ts';
export { type RecordBody, type RecordKind, recordSchema } from './kinds.ts';
export * from './letterheads.ts';
export * from './links.ts';
export * from './notifications.ts';
export * from './oparl-objects.ts';
export * from './oparl-runs.ts';
export * from './open.ts';
export * from './people.ts';
export * from './plan-runs.ts';
export * from './preferences.ts';
export * from './progress.ts';
export * from './publications.ts';
export * from './queries/agenda-revision.ts';
export * from './queries/dead-workers.ts';
export * from './queries/job-state.ts';
export * from './queries/latest-plan-run.ts';
export * from './queries/record-times.ts';
export * from './queries/runs-of-kind.ts';
export * from './records.ts';
export * from './refusal.ts';
export * from './saved-views.ts';
export { type Suggestion, suggestRelated } from './search.ts';
export {
  createSignInToken,
  deleteExpired,
  endSession,
  endSessions,
  type FoundSession,
  findSession,
  listSessions,
  markSecondFactor,
  type OpenSession,
  openSession,
  redeemSignInToken,
  type Session,
} from './sessions.ts';
export * from './sign-in-guard.ts';
export * from './status-rounds.ts';
export { type ChangedRecord, type VisitNews, visit } from './visits.ts';
