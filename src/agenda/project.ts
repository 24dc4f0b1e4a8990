import { z } from 'zod';
import { droppableSchema } from './choice.ts';
import {
  centsSchema,
  idSchema,
  isoDateSchema,
  lineSchema,
  percentSchema,
  proseSchema,
  tenthsSchema,
  weeksSchema,
} from './primitives.ts';
import { provenanceMapSchema } from './provenance.ts';

/**
 * Why a project is on the agenda. `mandatory` needs a linked obligation whose force is `must`; `prerequisite` others
 * build on; `decided` by council, mayor or grant; `optional`. Letters M, P, C, O on screen.
 */
export const commitmentClassSchema = z.enum(['mandatory', 'prerequisite', 'decided', 'optional']);
export type CommitmentClass = z.infer<typeof commitmentClassSchema>;

export const projectStatusSchema = z.enum([
  'suggested',
  'planned',
  'waiting',
  'inProgress',
  'succeeded',
  'failed',
  'rejected',
  'stopped',
]);
export type ProjectStatus = z.infer<typeof projectStatusSchema>;

/** Money spent by a phase from one budget line. */
export const costSchema = z.strictObject({
  budgetLine: idSchema,
  cents: centsSchema,
  spread: z.enum(['even', 'start', 'end']).default('even'),
});
export type Cost = z.infer<typeof costSchema>;

/** What a phase takes when it is done in one delivery mode. */
export const workSchema = z.strictObject({
  weeks: weeksSchema,
  /** Team id → tenths of a person-day over the whole phase, spread evenly over its weeks. */
  effortTenths: z.record(idSchema, tenthsSchema).default({}),
  costs: z.array(costSchema).default([]),
});
export type Work = z.infer<typeof workSchema>;

export const phaseSchema = z.strictObject({
  id: idSchema,
  name: lineSchema,
  /** Delivery mode id → work. A mode that is missing here skips the phase, which is then tied to its neighbour. */
  work: z.record(idSchema, workSchema),
  /**
   * Weeks after the project's start at which this phase starts, exactly. Phases without an offset follow one another
   * in list order, with waiting allowed; a project uses offsets for all of its phases or for none.
   */
  offsetWeeks: z.int().min(0).max(1040).optional(),
  /** How exactly the dates are known. */
  precision: z.enum(['week', 'month', 'quarter']).default('week'),
});
export type Phase = z.infer<typeof phaseSchema>;

/** One way to deliver: own staff, the shared municipal IT provider, or a vendor. */
export const deliveryModeSchema = z.strictObject({
  id: idSchema,
  name: lineSchema,
  kind: z.enum(['own', 'shared', 'vendor']),
  partner: idSchema.optional(),
  offer: idSchema.optional(),
});
export type DeliveryMode = z.infer<typeof deliveryModeSchema>;

/** A link that moves dates: this project waits for `predecessor`. */
export const dependencySchema = z.strictObject({
  predecessor: idSchema,
  type: z.enum(['finishStart', 'startStart', 'finishFinish', 'startFinish']).default('finishStart'),
  /** Weeks between the two events; negative values overlap. */
  lagWeeks: z.int().min(-520).max(520).default(0),
  note: lineSchema.optional(),
});
export type Dependency = z.infer<typeof dependencySchema>;

/** A day by which the project must be finished, and who holds us to it. */
export const deadlineSchema = z.strictObject({
  on: isoDateSchema,
  kind: z.enum(['statutory', 'promised']),
  obligation: idSchema.optional(),
  paper: lineSchema.optional(),
  note: lineSchema.optional(),
});
export type Deadline = z.infer<typeof deadlineSchema>;

export const gateSchema = z.strictObject({
  id: idSchema,
  name: lineSchema,
  obligation: idSchema.optional(),
  state: z.enum(['open', 'met', 'notNeeded']).default('open'),
  on: isoDateSchema.optional(),
});

export const riskSchema = z.strictObject({
  id: idSchema,
  name: lineSchema,
  likelihood: z.int().min(1).max(5),
  impact: z.int().min(1).max(5),
  response: proseSchema.optional(),
});

/** Maturity is never a bare number: schemes and versions differ. */
export const maturitySchema = z.strictObject({
  scheme: lineSchema,
  version: lineSchema,
  level: z.int().min(0).max(10),
  criteria: z.array(lineSchema).default([]),
  assessedOn: isoDateSchema,
});

export const statusReportSchema = z.strictObject({
  on: isoDateSchema,
  status: projectStatusSchema,
  reason: proseSchema.optional(),
  by: lineSchema.optional(),
});

export const milestoneSchema = z.strictObject({
  id: idSchema,
  name: lineSchema,
  on: isoDateSchema,
  precision: z.enum(['day', 'week', 'month', 'quarter']).default('day'),
});

export const projectSchema = z.strictObject({
  id: idSchema,
  name: lineSchema,
  shortName: lineSchema.optional(),
  actionField: idSchema,
  goals: z.array(idSchema).default([]),
  commitmentClass: commitmentClassSchema,
  status: projectStatusSchema,
  purpose: proseSchema.optional(),
  benefit: proseSchema.optional(),
  caseNumberPerYear: z.int().min(0).optional(),
  leadUnit: idSchema.optional(),
  participants: z.array(idSchema).default([]),
  partners: z.array(idSchema).default([]),
  modes: z.array(deliveryModeSchema).min(1),
  phases: z.array(phaseSchema).default([]),
  dependencies: z.array(dependencySchema).default([]),
  prerequisites: z.array(idSchema).default([]),
  /** Nothing of the project may start before this day. */
  earliestStart: isoDateSchema.optional(),
  /** Started or pinned: the project starts on this Monday and nothing may move it. */
  fixedStart: isoDateSchema.optional(),
  fixedMode: idSchema.optional(),
  finishedOn: isoDateSchema.optional(),
  deadlines: z.array(deadlineSchema).default([]),
  obligations: z.array(idSchema).default([]),
  strategies: z.array(idSchema).default([]),
  needs: z.array(idSchema).default([]),
  papers: z.array(lineSchema).default([]),
  serviceBundles: z.array(z.string().regex(/^\d{5}$/, 'Schlüssel des OZG-Katalogs mit 5 Ziffern')).default([]),
  gates: z.array(gateSchema).default([]),
  milestones: z.array(milestoneSchema).default([]),
  risks: z.array(riskSchema).default([]),
  maturity: z.array(maturitySchema).default([]),
  reports: z.array(statusReportSchema).default([]),
  rollout: z
    .array(z.strictObject({ unit: idSchema, percent: percentSchema, on: isoDateSchema.optional() }))
    .default([]),
  followUpCostCentsPerYear: centsSchema.optional(),
  /** Missing = carried out in every plan, unless alternatives leave it out. */
  droppable: droppableSchema.optional(),
  /** Criterion → points, for an open prioritisation. */
  priority: z.record(lineSchema, z.number().min(0).max(100)).optional(),
  provenance: provenanceMapSchema.optional(),
});
export type Project = z.infer<typeof projectSchema>;

/** Effort and length for a kind of project, so that what a motion asks can be estimated on the spot. */
export const projectTemplateSchema = z.strictObject({
  id: idSchema,
  name: lineSchema,
  description: proseSchema.optional(),
  keywords: z.array(lineSchema).default([]),
  modes: z.array(deliveryModeSchema).min(1),
  phases: z.array(phaseSchema).min(1),
  provenance: provenanceMapSchema.optional(),
});
export type ProjectTemplate = z.infer<typeof projectTemplateSchema>;

/** Something that must hold before a project starts and is no project: a decision, a post, a law, a release. */
export const prerequisiteSchema = z.strictObject({
  id: idSchema,
  name: lineSchema,
  kind: z.enum(['councilDecision', 'postFilled', 'lawInForce', 'partnerRelease', 'grant', 'other']),
  /** Expected day; without it the waiting projects cannot be dated and are named. */
  expectedOn: isoDateSchema.optional(),
  metOn: isoDateSchema.optional(),
  partner: idSchema.optional(),
  paper: lineSchema.optional(),
  provenance: provenanceMapSchema.optional(),
});
export type Prerequisite = z.infer<typeof prerequisiteSchema>;

/** True when it has begun or its start is fixed: no plan leaves it out any more. */
export function isHeld(project: Pick<Project, 'status' | 'fixedStart'>): boolean {
  return project.status === 'inProgress' || project.fixedStart !== undefined;
}

/** True when nothing is left to plan. */
export function isEnded(project: Project): boolean {
  return ['succeeded', 'failed', 'rejected', 'stopped'].includes(project.status);
}
