import { z } from 'zod';
import { commitmentClassSchema, idSchema, isoDateSchema, scenarioChangeSchema } from '../agenda/index.ts';

/**
 * What the planner says about a candidate project: dates in three nested senses, what they cost, and how sure each
 * is. Plain data with ids of the agenda; sentences are made elsewhere. Effort in tenths of a person-day, money in
 * cents, dates as ISO strings (starts are Mondays, finishes Fridays).
 */

/**
 * How a figure is known: `proven` (a bound says that nothing better exists), `bestFound` (search found nothing
 * better; something better may exist), `exact` (computed without search).
 */
export const qualitySchema = z.enum(['exact', 'proven', 'bestFound']);
export type Quality = z.infer<typeof qualitySchema>;

export const placementSchema = z.strictObject({
  start: isoDateSchema,
  finish: isoDateSchema,
  weeks: z.int(),
  mode: idSchema,
  quality: qualitySchema,
  /** Proven: no earlier start than this Monday is possible in this sense. */
  notBefore: isoDateSchema,
});
export type Placement = z.infer<typeof placementSchema>;

/** A project that has to move, and what it then misses. */
export const displacedProjectSchema = z.strictObject({
  project: idSchema,
  commitmentClass: commitmentClassSchema,
  /** Weeks later (positive) than in the plan it is compared with. */
  movedWeeks: z.int(),
  finish: isoDateSchema,
  previousFinish: isoDateSchema,
  deadline: isoDateSchema.nullable(),
  /** Whole weeks after its deadline; 0 = met or none. */
  lateWeeks: z.int(),
  statutoryMissed: z.boolean(),
});
export type DisplacedProject = z.infer<typeof displacedProjectSchema>;

/** One way to start earlier: something slips, or something is dropped. */
export const tradeOffSchema = z.strictObject({
  kind: z.enum(['keepAll', 'drop', 'protectDuties', 'protectDecided']),
  start: isoDateSchema,
  finish: isoDateSchema,
  dropped: z.array(idSchema),
  displaced: z.array(displacedProjectSchema),
  /** Sum of weeks after deadlines over all projects. */
  lateWeeks: z.int(),
  /** Proven: at least so many weeks late in sum. */
  lateWeeksAtLeast: z.int(),
  dutiesMissed: z.array(idSchema),
  quality: qualitySchema,
});
export type TradeOff = z.infer<typeof tradeOffSchema>;

/**
 * Capacity that makes the candidate fit on top of the approved plan, which stays as it is. What is `atLeast` is missing in every plan that keeps
 * all promises and finishes the candidate as early, whatever else moves and whatever else is added; a certificate was checked. It is
 * absent where nobody looked for it, as in an answer while one types. `avoidable`: a plan is known that keeps all promises and finishes the
 * candidate as early without anything in addition, so that the least is certainly 0.
 */
export const extraCapacitySchema = z.strictObject({
  /** Start for which it is computed. */
  start: isoDateSchema,
  finish: isoDateSchema,
  teams: z.array(
    z.strictObject({
      team: idSchema,
      tenths: z.int(),
      atLeastTenths: z.int().optional(),
      months: z.array(z.strictObject({ month: z.string(), tenths: z.int() })),
    }),
  ),
  money: z.array(
    z.strictObject({
      budgetLine: idSchema,
      cents: z.int(),
      atLeastCents: z.int().optional(),
      years: z.array(z.strictObject({ year: z.int(), cents: z.int() })),
    }),
  ),
  /** Money of later years that must be allowed to be bound in addition, by the year in which it is bound; absent where nothing is missing. */
  authorisations: z
    .array(
      z.strictObject({
        budgetLine: idSchema,
        cents: z.int(),
        years: z.array(z.strictObject({ year: z.int(), cents: z.int() })),
      }),
    )
    .optional(),
  /** Of all teams together; at least the sum of what single teams lack. */
  atLeastTenths: z.int().optional(),
  avoidable: z.boolean().optional(),
});
export type ExtraCapacity = z.infer<typeof extraCapacitySchema>;

/** "What would help?": one change on top of the agenda and the kept start it leads to. */
export const measureSchema = z.strictObject({
  kind: z.enum(['posts', 'postsWithoutMoney', 'money', 'otherPosts']),
  changes: z.array(scenarioChangeSchema),
  team: idSchema.nullable(),
  fte: z.number(),
  from: isoDateSchema.nullable(),
  costCentsPerYear: z.int(),
  /** Kept start with this change; null if none was found in the horizon. */
  start: isoDateSchema.nullable(),
  gainWeeks: z.int(),
  quality: qualitySchema,
});
export type Measure = z.infer<typeof measureSchema>;

/**
 * A fact that binds the date. It has been relaxed, and without it the date moves by `gainWeeks`. Facts marked
 * `together` bind only jointly: relaxing one of them alone changes nothing, relaxing all of them moves the date.
 */
export const reasonSchema = z.strictObject({
  kind: z.enum([
    'teamCapacity',
    'budget',
    'commitments',
    'dependency',
    'earliestStart',
    'deadlines',
    'prerequisite',
    'duration',
  ]),
  team: idSchema.nullable(),
  budgetLine: idSchema.nullable(),
  projects: z.array(idSchema),
  /** Busiest window, if the fact is one about a period. */
  from: isoDateSchema.nullable(),
  until: isoDateSchema.nullable(),
  loadPercentMin: z.int().nullable(),
  loadPercentMax: z.int().nullable(),
  gainWeeks: z.int(),
  together: z.boolean(),
});
export type Reason = z.infer<typeof reasonSchema>;

/** Need against what is free, per team, until the day named. */
export const teamBalanceSchema = z.strictObject({
  team: idSchema,
  until: isoDateSchema,
  availableTenths: z.int(),
  plannedTenths: z.int(),
  /** Part of the planned work that is duty or prerequisite. */
  dutyTenths: z.int(),
  /** Part that is decided by council, mayor or grant. */
  decidedTenths: z.int(),
  freeTenths: z.int(),
  neededTenths: z.int(),
});
export type TeamBalance = z.infer<typeof teamBalanceSchema>;

export const moneyBalanceSchema = z.strictObject({
  budgetLine: idSchema,
  until: isoDateSchema,
  availableCents: z.int(),
  runningCents: z.int(),
  plannedCents: z.int(),
  freeCents: z.int(),
  neededCents: z.int(),
});
export type MoneyBalance = z.infer<typeof moneyBalanceSchema>;

export const answerSchema = z.strictObject({
  candidate: idSchema,
  /** Projects of the plan that stand back because the candidate excludes them, and those that wait for them; missing = none. */
  replaced: z.array(idSchema).optional(),
  /** Monday from which the candidate could start if nothing else bound it. */
  askedStart: isoDateSchema,
  untouched: placementSchema.nullable(),
  kept: placementSchema.nullable(),
  displacing: placementSchema.nullable(),
  tradeOffs: z.array(tradeOffSchema),
  extra: extraCapacitySchema.nullable(),
  measures: z.array(measureSchema),
  reasons: z.array(reasonSchema),
  /** Reasons that were tested and do not bind the date. */
  notBinding: z.array(reasonSchema),
  bottleneck: idSchema.nullable(),
  teams: z.array(teamBalanceSchema),
  money: z.array(moneyBalanceSchema),
  engine: z.strictObject({
    version: z.string(),
    seed: z.int(),
    iterations: z.int(),
    /** False when the caller stopped the search: best answer so far. */
    complete: z.boolean(),
    /** SHA-256 of the canonical agenda and candidate is added by the caller, who may hash. */
    inputsHash: z.string().nullable(),
  }),
});
export type Answer = z.infer<typeof answerSchema>;
