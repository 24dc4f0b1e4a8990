export * from './assess.ts';
export * from './assessment.ts';
export { ILLUSTRATIVE_MARK } from './assumptions.ts';
export { clocksOf, SAXON_CLOCKS } from './clocks.ts';
export { textOf } from './evidence.ts';
export * from './figures.ts';
export * from './paper.ts';
export { draftStatement } from './statement/draft.ts';
