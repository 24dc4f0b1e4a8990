export * from './assess.ts';
export * from './assessment.ts';
export { ILLUSTRATIVE_MARK } from './assumptions.ts';
export { clocksOf, SAXON_CLOCKS } from './clocks.ts';
export { candidatesOf } from './context.ts';
export { type Desk, deadlinesOf, type PaperDeadline, type PaperProgress, type Task, tasksOf } from './deadlines.ts';
export { textOf } from './evidence.ts';
export { candidateFrom, type Examination, examinationSchema, examined } from './examination.ts';
export * from './figures.ts';
export { type Meeting, meetingSchema } from './meeting.ts';
export * from './paper.ts';
export { type FollowUp, followUps, type PromiseSuggestion, suggestPromises } from './promises.ts';
export { type PaperSuggestions, suggestPaper, type TextLine } from './read-paper.ts';
export { paperByReference } from './records.ts';
export { nextReference, paperIdOf } from './reference.ts';
export {
  openStatement,
  STATEMENT_REFUSALS,
  type StatementCommand,
  stepStatement,
} from './release.ts';
export { type CouncilSettings, councilSettingsSchema, defaultCouncilSettings } from './settings.ts';
export { refreshed, type StaleFigure, staleFigures, unknownFigures } from './stale.ts';
export { draftStatement } from './statement/draft.ts';
export {
  type Cosigner,
  type Publication,
  publicationSchema,
  type Release,
  type StatementFile,
  statementFileSchema,
} from './statement-file.ts';
