import { z } from 'zod';
import {
  alternativeSchema,
  commitmentClassSchema,
  deadlineSchema,
  forceSchema,
  idSchema,
  isoDateSchema,
  milestoneSchema,
  projectStatusSchema,
  textSchema,
} from '../../agenda/index.ts';
import { qualitySchema, reasonSchema } from '../answer.ts';

/**
 * What the pages show of an agenda and its plan. Each view is computed by one pure function of this folder and sent
 * as it is; pages add words and pictures, never arithmetic on the plan.
 */

/** `overdue` the deadline lay before the plan's start or today · `missed` the plan ends after it · `tight` less than 45 days left · `onPlan`. */
export const lightSchema = z.enum(['onPlan', 'tight', 'missed', 'overdue', 'running', 'waiting', 'open', 'done']);
export type Light = z.infer<typeof lightSchema>;

export const planInfoSchema = z.strictObject({
  id: z.string(),
  status: z.enum(['working', 'approved']),
  on: isoDateSchema,
  quality: qualitySchema,
  engineVersion: z.string(),
  seed: z.int(),
});
export type PlanInfo = z.infer<typeof planInfoSchema>;

export const barSchema = z.strictObject({
  phase: idSchema,
  name: z.string(),
  mode: idSchema,
  start: isoDateSchema,
  finish: isoDateSchema,
});
export type Bar = z.infer<typeof barSchema>;

export const roadmapProjectSchema = z.strictObject({
  id: idSchema,
  name: z.string(),
  shortName: z.string(),
  commitmentClass: commitmentClassSchema,
  leadName: z.string().nullable(),
  /** The partner through whom the plan carries it out, or else the first one of its record. */
  partnerName: z.string().nullable(),
  status: projectStatusSchema,
  light: lightSchema,
  /** Null for ended projects and for projects without phases. */
  start: isoDateSchema.nullable(),
  finish: isoDateSchema.nullable(),
  approvedStart: isoDateSchema.nullable(),
  approvedFinish: isoDateSchema.nullable(),
  bars: z.array(barSchema),
  /** Held by a person in the working plan. */
  pin: z.strictObject({ start: isoDateSchema, reason: z.string().nullable() }).nullable(),
  /** Its start is fixed by its own record: begun, or decided. */
  fixed: z.boolean(),
  deadlines: z.array(deadlineSchema),
  milestones: z.array(milestoneSchema),
  predecessors: z.array(idSchema),
  /** Days between the finish and the nearest deadline; negative = late. */
  marginDays: z.int().nullable(),
  illustrative: z.boolean(),
  /** Whether the plan may leave it out by its own record. */
  droppable: z.boolean(),
  /** Name of the alternative to which it belongs. */
  alternative: z.string().nullable(),
  /** Why the plan leaves it out; null = it does not. */
  leftOut: textSchema.nullable(),
});
export type RoadmapProject = z.infer<typeof roadmapProjectSchema>;

export const roadmapViewSchema = z.strictObject({
  plan: planInfoSchema,
  today: isoDateSchema,
  from: isoDateSchema,
  until: isoDateSchema,
  areas: z.array(z.strictObject({ id: idSchema, name: z.string(), projects: z.array(roadmapProjectSchema) })),
  /** Deadlines that several projects share, drawn across all rows. */
  sharedDeadlines: z.array(z.strictObject({ on: isoDateSchema, label: z.string(), projects: z.int() })),
  movedSinceApproval: z.array(idSchema),
  /** Projects that exclude each other, and which of them the plan carries out. */
  alternatives: z.array(
    z.strictObject({
      id: idSchema,
      name: z.string(),
      choice: alternativeSchema.shape.choice,
      projects: z.array(z.strictObject({ id: idSchema, name: z.string(), planned: z.boolean() })),
    }),
  ),
  /** What the plan leaves out, with the reason. */
  dropped: z.array(
    z.strictObject({ id: idSchema, name: z.string(), commitmentClass: commitmentClassSchema, why: textSchema }),
  ),
  /** First Monday of planning: nothing can be moved before it. */
  planStart: isoDateSchema,
  /** What starts before this day does not move. */
  frozenUntil: isoDateSchema.nullable(),
  /** Projects that determine when the last one ends, first to last. */
  criticalChain: z.array(idSchema),
});
export type RoadmapView = z.infer<typeof roadmapViewSchema>;

export const loadCellSchema = z.strictObject({
  month: z.string(),
  availableTenths: z.int(),
  plannedTenths: z.int(),
  percent: z.int(),
});
export type LoadCell = z.infer<typeof loadCellSchema>;

export const loadRowSchema = z.strictObject({
  team: idSchema,
  name: z.string(),
  shortName: z.string(),
  unitName: z.string(),
  fte: z.number().nullable(),
  linePercent: z.number().nullable(),
  yearTenths: z.int(),
  cells: z.array(loadCellSchema),
  /** Over the next twelve months. */
  freeTenths: z.int(),
  /** Over all months shown. */
  percent: z.int(),
  illustrative: z.boolean(),
});
export type LoadRow = z.infer<typeof loadRowSchema>;

/** What a partner's quota serves in one month. */
export const offerCellSchema = z.strictObject({
  month: z.string(),
  /** Projects served at the same time, in the fullest week. */
  served: z.int(),
  /** Projects that the partner can serve at the same time; none before the offer can be used. */
  quota: z.int(),
  percent: z.int(),
  projects: z.array(z.strictObject({ id: idSchema, name: z.string() })),
});
export type OfferCell = z.infer<typeof offerCellSchema>;

/** A partner's offer with a quota, month by month. */
export const offerRowSchema = z.strictObject({
  offer: idSchema,
  name: z.string(),
  partnerName: z.string(),
  quota: z.int(),
  cells: z.array(offerCellSchema),
  illustrative: z.boolean(),
});
export type OfferRow = z.infer<typeof offerRowSchema>;

export const budgetRowSchema = z.strictObject({
  year: z.int(),
  status: z.enum(['adopted', 'draft', 'forecast']),
  amountCents: z.int(),
  carriedInCents: z.int(),
  runningCents: z.int(),
  plannedCents: z.int(),
  freeCents: z.int(),
  /** Money of later years that may be bound in this year, and that the plan binds in it; absent where it is not limited. */
  commitments: z.strictObject({ authorisedCents: z.int(), boundCents: z.int() }).optional(),
  illustrative: z.boolean(),
});
export type BudgetRow = z.infer<typeof budgetRowSchema>;

/** What remains to be paid each year after projects have ended. */
export const followUpYearSchema = z.strictObject({ year: z.int(), cents: z.int(), projects: z.array(idSchema) });
export type FollowUpYear = z.infer<typeof followUpYearSchema>;

export const loadViewSchema = z.strictObject({
  plan: planInfoSchema,
  /** Fullest team over the months shown. */
  bottleneck: idSchema.nullable(),
  months: z.array(z.string()),
  rows: z.array(loadRowSchema),
  /** Offers of partners that serve only so many projects at the same time. */
  offers: z.array(offerRowSchema),
  budgetLines: z.array(z.strictObject({ id: idSchema, name: z.string(), years: z.array(budgetRowSchema) })),
  followUp: z.array(followUpYearSchema),
});
export type LoadView = z.infer<typeof loadViewSchema>;

/** What lies behind one cell of the heat map. */
export const loadDetailSchema = z.strictObject({
  team: idSchema,
  name: z.string(),
  month: z.string(),
  firstWeek: z.int(),
  lastWeek: z.int(),
  availableTenths: z.int(),
  plannedTenths: z.int(),
  projects: z.array(
    z.strictObject({ project: idSchema, name: z.string(), commitmentClass: commitmentClassSchema, tenths: z.int() }),
  ),
});
export type LoadDetail = z.infer<typeof loadDetailSchema>;

export const obligationRowSchema = z.strictObject({
  id: idSchema,
  name: z.string(),
  law: z.string(),
  paragraph: z.string(),
  force: forceSchema,
  /** A norm that is only drafted, or no longer in force, binds nobody, whatever its force. */
  status: z.enum(['draft', 'inForce', 'changed', 'expired']),
  /** In force on the day of the view: neither draft nor expired, and its day of trigger has come. */
  inForce: z.boolean(),
  addressee: z.string(),
  deadline: isoDateSchema.nullable(),
  trigger: z.string(),
  /** Projects that cover the duty, each with its planned finish. */
  projects: z.array(z.strictObject({ id: idSchema, name: z.string(), finish: isoDateSchema.nullable() })),
  /** Finish of the last covering project. */
  finish: isoDateSchema.nullable(),
  marginDays: z.int().nullable(),
  light: lightSchema,
  /** A must-duty that no project covers. */
  uncovered: z.boolean(),
  illustrative: z.boolean(),
});
export type ObligationRow = z.infer<typeof obligationRowSchema>;

export const areaProgressSchema = z.strictObject({
  id: idSchema,
  name: z.string(),
  done: z.int(),
  running: z.int(),
  planned: z.int(),
  finish: isoDateSchema.nullable(),
  light: lightSchema,
});

export const overviewSchema = z.strictObject({
  plan: planInfoSchema,
  agendaName: z.string(),
  cityName: z.string(),
  asOf: isoDateSchema,
  obligationsWithDeadline: z.int(),
  obligationsKept: z.int(),
  obligationsOverdue: z.int(),
  bottleneck: z
    .strictObject({
      team: idSchema,
      name: z.string(),
      plannedTenths: z.int(),
      availableTenths: z.int(),
      until: isoDateSchema,
    })
    .nullable(),
  obligationsAtRisk: z.array(obligationRowSchema),
  areas: z.array(areaProgressSchema),
  /** The fullest teams over the next twelve months. */
  load: z.array(loadRowSchema),
  milestones: z.array(
    z.strictObject({
      project: idSchema,
      name: z.string(),
      on: isoDateSchema,
      precision: z.enum(['day', 'week', 'month', 'quarter']),
      kind: z.enum(['milestone', 'finish', 'deadline']),
    }),
  ),
});
export type Overview = z.infer<typeof overviewSchema>;

/** "Warum dieses Datum?" for one project of the working plan. */
export const whyDateSchema = z.strictObject({
  project: idSchema,
  start: isoDateSchema,
  finish: isoDateSchema,
  /** At most five, each relaxed alone: the start moves by `gainWeeks`. */
  reasons: z.array(reasonSchema),
  notBinding: z.array(reasonSchema),
});
export type WhyDate = z.infer<typeof whyDateSchema>;
