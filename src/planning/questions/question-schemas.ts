import { z } from 'zod';
import { idSchema, isoDateSchema, scenarioChangeSchema } from '../../agenda/index.ts';
import { displacedProjectSchema, extraCapacitySchema, placementSchema } from '../answer.ts';

/** Answers to questions about a plan that is there; each is computed by one pure function of this folder. */

/** What it takes to be finished by a date while the approved plan stays as it is. */
export const curvePointSchema = extraCapacitySchema.extend({
  mode: z.string(),
  /** Sums over teams and budget lines. */
  tenths: z.int(),
  cents: z.int(),
});
export type CurvePoint = z.infer<typeof curvePointSchema>;

export const curveSchema = z.strictObject({
  candidate: idSchema,
  askedStart: isoDateSchema,
  /** Without any extra capacity. */
  untouched: placementSchema.nullable(),
  /** Earliest finish first; every point needs less than the ones before it. */
  points: z.array(curvePointSchema),
});
export type Curve = z.infer<typeof curveSchema>;

/** What one more post in a team, or 100,000 euros more a year, does to the plan. Best found, not proven. */
export const worthRowSchema = z.strictObject({
  kind: z.enum(['post', 'money']),
  team: idSchema.nullable(),
  budgetLine: idSchema.nullable(),
  changes: z.array(scenarioChangeSchema),
  /** Null where the reader may not see what a post costs. */
  costCentsPerYear: z.int().nullable(),
  /** Project weeks late less than without it. */
  statutoryWeeksGained: z.int(),
  promisedWeeksGained: z.int(),
  /** Weeks earlier in sum over all projects, duties and prerequisites counted eight times, decided three times, optional once. */
  valueGained: z.int(),
  /** Value in permille of what the plan has now. */
  valuePermille: z.int(),
  projects: z.array(z.strictObject({ project: idSchema, weeksEarlier: z.int(), finish: isoDateSchema })),
});
export type WorthRow = z.infer<typeof worthRowSchema>;

export const worthSchema = z.strictObject({
  seed: z.int(),
  iterations: z.int(),
  statutoryLateWeeks: z.int(),
  promisedLateWeeks: z.int(),
  value: z.int(),
  quality: z.literal('bestFound'),
  /** Best gain first: statutory weeks, then promised ones, then value. */
  rows: z.array(worthRowSchema),
});
export type Worth = z.infer<typeof worthSchema>;

/** Shortest and longest duration in percent of the planned one, which is the likeliest. */
export const spreadSchema = z.strictObject({
  shortestPercent: z.int().min(10).max(100),
  longestPercent: z.int().min(100).max(500),
});
export type Spread = z.infer<typeof spreadSchema>;

const permilleSchema = z.int().min(0).max(1000);

/** When a project ends: as planned, and in half and in nine of ten simulated courses at the latest. */
export const riskRowSchema = z.strictObject({
  project: idSchema,
  plannedFinish: isoDateSchema,
  finish10: isoDateSchema,
  finish50: isoDateSchema,
  finish90: isoDateSchema,
  deadlines: z.array(z.strictObject({ on: isoDateSchema, statutory: z.boolean(), metPermille: permilleSchema })),
});
export type RiskRow = z.infer<typeof riskRowSchema>;

export const riskSchema = z.strictObject({
  plan: idSchema,
  runs: z.int(),
  seed: z.int(),
  spread: spreadSchema,
  /** Share of the courses in which every statutory deadline is met. */
  allStatutoryMetPermille: permilleSchema,
  projects: z.array(riskRowSchema),
});
export type Risk = z.infer<typeof riskSchema>;

/**
 * Which promises of the plan are still kept: all; all but those of the delayed projects and of what waits for them; those
 * of duties and prerequisites; statutory deadlines; none was asked for.
 */
export const repairKeptSchema = z.enum(['all', 'allOfOthers', 'duties', 'statutory', 'none']);
export type RepairKept = z.infer<typeof repairKeptSchema>;

/** A project with other dates than before; new in the plan where `previousFinish` is null. Late against its own deadlines. */
export const movedProjectSchema = displacedProjectSchema.extend({ previousFinish: isoDateSchema.nullable() });
export type MovedProject = z.infer<typeof movedProjectSchema>;

/** What a change moves in a plan. */
export const repairedSchema = z.strictObject({
  changes: z.array(scenarioChangeSchema),
  kept: repairKeptSchema,
  /** What has other dates than before, the latest first. */
  moved: z.array(movedProjectSchema),
  /** Weeks by which finishes moved, in sum. */
  movedWeeks: z.int(),
  /** Weeks after deadlines of what moved, in sum. */
  lateWeeks: z.int(),
  /** Early finish of everything against the plan before, in permille; positive = later. Null where it had gaps. */
  valuePermille: z.int().nullable(),
  quality: z.literal('bestFound'),
});
export type Repaired = z.infer<typeof repairedSchema>;

/** Facts of one kind that take part in a conflict: ids of teams, of budget lines, or of projects. */
export const whyNotFactSchema = z.strictObject({
  /**
   * `teamCapacity`, `budget`, `commitments` (what may be bound of later years' money): what there is of them; `start` (fixed, or not before a day or a prerequisite), `dependency`: of the project or of
   * what it waits for; `deadlines`: promises of other projects.
   */
  kind: z.enum(['teamCapacity', 'budget', 'commitments', 'start', 'dependency', 'deadlines']),
  ids: z.array(idSchema),
});
export type WhyNotFact = z.infer<typeof whyNotFactSchema>;

/** Work or money that the projects of a conflict need within a time at least, where that is more than there is. */
export const shortagesSchema = z.strictObject({
  teams: z.array(
    z.strictObject({
      team: idSchema,
      from: isoDateSchema,
      until: isoDateSchema,
      neededTenths: z.int(),
      availableTenths: z.int(),
      projects: z.array(idSchema),
    }),
  ),
  money: z.array(
    z.strictObject({
      budgetLine: idSchema,
      until: isoDateSchema,
      neededCents: z.int(),
      availableCents: z.int(),
      projects: z.array(idSchema),
    }),
  ),
});
export type Shortages = z.infer<typeof shortagesSchema>;

/** A way out that is enough while everything else of the plan stays as it is. */
export const whyNotRepairSchema = z.discriminatedUnion('kind', [
  /** The deadline moves to the end that the plan has. */
  z.strictObject({ kind: z.literal('later'), finish: isoDateSchema, weeks: z.int() }),
  z.strictObject({
    kind: z.literal('capacity'),
    teams: extraCapacitySchema.shape.teams,
    money: extraCapacitySchema.shape.money,
    authorisations: extraCapacitySchema.shape.authorisations,
  }),
  /** This other project is withdrawn. */
  z.strictObject({ kind: z.literal('withdraw'), project: idSchema }),
]);
export type WhyNotRepair = z.infer<typeof whyNotRepairSchema>;

/** Why a deadline that the plan misses cannot be met, as far as that is proven. */
export const whyNotSchema = z.strictObject({
  /** The first missed deadline of each project; statutory ones first, then the latest. */
  missed: z.array(
    z.strictObject({
      project: idSchema,
      deadline: isoDateSchema,
      statutory: z.boolean(),
      finish: isoDateSchema,
      lateWeeks: z.int(),
    }),
  ),
  /** Which of them is explained; null if none is missed. */
  project: idSchema.nullable(),
  deadline: isoDateSchema.nullable(),
  /**
   * `impossible`: proven, the conflict says why. `possible`: another plan meets the deadline and all promises. `open`: neither was found in the
   * time allowed. Null if nothing is explained.
   */
  answer: z.enum(['impossible', 'possible', 'open']).nullable(),
  /** When the project ends in the other plan, if it is possible. */
  otherFinish: isoDateSchema.nullable(),
  /** Facts that contradict the deadline together, at most one of each kind; null if it is not proven impossible. */
  conflict: z
    .strictObject({
      facts: z.array(whyNotFactSchema).max(5),
      shortages: shortagesSchema,
      /** What proved it: dates alone, prices for capacity and money, or a complete search; each with a checked certificate. */
      proof: z.enum(['windows', 'prices', 'search']),
      /** Whether each team, line or project was taken away once and what remained had a plan; else one may be dispensable. */
      verified: z.boolean(),
    })
    .nullable(),
  /** How many sets of facts were looked at. */
  proofs: z.int(),
  repairs: z.array(whyNotRepairSchema),
});
export type WhyNot = z.infer<typeof whyNotSchema>;
