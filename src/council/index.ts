export * from './assess.ts';
export * from './assessment.ts';
export { ILLUSTRATIVE_MARK } from './assumptions.ts';
export { clocksOf, SAXON_CLOCKS } from './clocks.ts';
export * from './deadlines.ts';
export { textOf } from './evidence.ts';
export * from './figures.ts';
export * from './meeting.ts';
export * from './paper.ts';
export * from './read-paper.ts';
export { paperByReference } from './records.ts';
export {
  findReferences,
  formatReference,
  type NumberForm,
  nextReference,
  numberFormSchema,
  paperIdOf,
} from './reference.ts';
export * from './settings.ts';
export { draftStatement } from './statement/draft.ts';
