export * from './answer.ts';
export { DEFAULT_SEED, ENGINE_VERSION } from './engine.ts';
export { type Meeting, newMeetings } from './meeting.ts';
export {
  basePlan,
  type PlanOptions,
  type PlanResult,
  planAgenda,
  planProblem,
  type SearchOptions,
} from './plan-agenda.ts';
export { type AimView, aimView, aimViewSchema } from './plans/aim-view.ts';
export { checkPlan, infeasibleText } from './plans/check-plan.ts';
export { comparePlans, planRef } from './plans/compare-plans.ts';
export { contradictionIn } from './plans/contradiction.ts';
export * from './plans/difference.ts';
export { droppedText } from './plans/dropped-text.ts';
export * from './plans/scenario.ts';
export * from './priority/view.ts';
export * from './questions/alternative-schemas.ts';
export { alternativesFor, inMode, smallerProject } from './questions/alternatives.ts';
export { answerQuestion } from './questions/answer-question.ts';
export { CandidateError } from './questions/candidate.ts';
export { applyChanges } from './questions/changes.ts';
export { capacityCurve, prepareCurve } from './questions/curve.ts';
export * from './questions/question-schemas.ts';
export { prepareRepair, repairPlan } from './questions/repair.ts';
export type { Repair, RepairOptions } from './questions/repair-result.ts';
export { type RiskOptions, simulateRisk } from './questions/risk.ts';
export type { QuestionOptions } from './questions/run.ts';
export { whyDate } from './questions/why-date.ts';
export { whyNot } from './questions/why-not.ts';
export { capacityWorth } from './questions/worth.ts';
export * from './status/confirmation.ts';
export * from './status/flags.ts';
export * from './status/recipients.ts';
export * from './status/request.ts';
export { datesByProject } from './translation/schedule.ts';
export * from './views/actuals-schema.ts';
export { actualsView } from './views/actuals-view.ts';
export * from './views/catalogue-view.ts';
export * from './views/coverage-schema.ts';
export { coverageView } from './views/coverage-view.ts';
export * from './views/first-steps.ts';
export { partnerRows, prerequisiteRows } from './views/groundwork-view.ts';
export { loadDetail, loadView } from './views/load-view.ts';
export * from './views/needs-schema.ts';
export { needsView } from './views/needs-view.ts';
export { obligationRow, obligationRows } from './views/obligation-view.ts';
export { overview } from './views/overview.ts';
export { type PlanContext, planContext } from './views/plan-context.ts';
export { roadmapProject, roadmapView } from './views/roadmap-view.ts';
export * from './views/schemas.ts';
export * from './views/stages-schema.ts';
export { stagesView } from './views/stages-view.ts';
