export { type AnswerDifference, answerDifference, answerDifferenceSchema } from './answer-difference.ts';
export * from './assess.ts';
export * from './assessment.ts';
export { ILLUSTRATIVE_MARK } from './assumptions.ts';
export { basisFault, candidatesOf } from './basis.ts';
export { clocksOf, SAXON_CLOCKS } from './clocks.ts';
export { tellingWords, wordsOf } from './compounds.ts';
export {
  type Desk,
  deadlinesOf,
  isOpenOn,
  type PaperDeadline,
  type PaperProgress,
  ROLE_NAMES,
  type Task,
  tasksOf,
} from './deadlines.ts';
export { type Delegation, delegationFault, delegationSchema, giversOf } from './delegation.ts';
export { correctedBy, type ReleasedEdition, releasedEditions } from './editions.ts';
export { textOf } from './evidence.ts';
export { candidateFrom, type Examination, examinationSchema, examined, templatesFor } from './examination.ts';
export { excludable, exclusionsOf, withExclusions } from './exclusions.ts';
export * from './figures.ts';
export {
  type Events,
  type FollowUp,
  followUps,
  type Reminder,
  remindersOf,
} from './follow-up.ts';
export { withPublishedAnswer } from './inquiry-answer.ts';
export { type AgendaItem, type ItemResult, type Meeting, meetingFaults, meetingSchema } from './meeting.ts';
export { mergedSuggestions } from './merge-suggestions.ts';
export { type CalendarSource, type DayEntry, datedReminders, monthEntries } from './month.ts';
export { type Organization, organizationByName, organizationSchema } from './organization.ts';
export * from './paper.ts';
export { blockText, findPassage, type Passage, type Place, passageSchema, placeSchema } from './passage.ts';
export { bodyOfPaper, type PromiseSuggestion, suggestPromises } from './promises.ts';
export { type PaperSuggestions, suggestPaper, type TextLine } from './read-paper.ts';
export { paperByReference, titleOf } from './records.ts';
export { findReferences, type NumberForm, nextReference, paperIdOf } from './reference.ts';
export { openStatement, STATEMENT_REFUSALS, type StatementCommand, stepStatement } from './release.ts';
export { type Resolution, resolutionSchema, untracked } from './resolution.ts';
export {
  type ProjectFinish,
  type ResolutionLight,
  type ResolutionProgress,
  resolutionProgress,
} from './resolution-light.ts';
export { withResults } from './results.ts';
export { type CouncilSettings, councilSettingsSchema, defaultCouncilSettings, type OparlSource } from './settings.ts';
export { type SimilarNeeds, similarNeeds } from './similar-needs.ts';
export { refreshed, type StaleFigure, staleFigures, unknownFigures } from './stale.ts';
export { draftStatement, STATEMENT_BLOCKS } from './statement/draft.ts';
export { arranged, type BlockTemplate } from './statement/template.ts';
export {
  type Cosigner,
  type Publication,
  publicationSchema,
  type Release,
  type StatementFile,
  statementFileSchema,
} from './statement-file.ts';
export { folded, stem, stemFromStart } from './stemmer.ts';
export { MOST_WRITTEN, writtenBlockSchema } from './written-text.ts';
