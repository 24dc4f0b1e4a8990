export * from './answer.ts';
export { answerQuestion, DEFAULT_ITERATIONS, type QuestionOptions } from './answer-question.ts';
export { CandidateError } from './candidate.ts';
export { applyChanges } from './changes.ts';
export { ENGINE_VERSION } from './engine.ts';
export { basePlan, type PlanResult, planAgenda, type SearchOptions } from './plan-agenda.ts';
export * from './views.ts';
