import { z } from 'zod';
import { commitmentClassSchema, idSchema, isoDateSchema, planStatusSchema, textSchema } from '../../agenda/index.ts';
import { qualitySchema } from '../answer.ts';

/** What distinguishes two plans, in ids, dates and figures; sentences are made where they are shown. */

export const planRefSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  status: planStatusSchema,
  on: isoDateSchema,
  quality: qualitySchema,
  approvedBy: z.string().nullable(),
});
export type PlanRef = z.infer<typeof planRefSchema>;

const spanSchema = z.strictObject({ start: isoDateSchema, finish: isoDateSchema, mode: z.string() });

/**
 * `new`: only the second plan has it · `removed`: only the first, the project still exists · `deleted`: only the first,
 * and the project itself is gone · `dropped`: the second plan leaves it out · `restored`: the first did · `changed`: both have it, with other dates or another delivery mode.
 */
export const projectDifferenceSchema = z.strictObject({
  project: idSchema,
  name: z.string(),
  kind: z.enum(['new', 'removed', 'deleted', 'dropped', 'restored', 'changed']),
  commitmentClass: commitmentClassSchema.nullable(),
  before: spanSchema.nullable(),
  after: spanSchema.nullable(),
  /** Weeks later (positive); 0 for what only one plan has. */
  startWeeks: z.int(),
  finishWeeks: z.int(),
  modeChanged: z.boolean(),
  /** Held by a pin of the second plan. */
  pinned: z.boolean(),
  /** Why one of the plans leaves it out; null = neither does. */
  why: textSchema.nullable().default(null),
});
export type ProjectDifference = z.infer<typeof projectDifferenceSchema>;

export const dutyDifferenceSchema = z.strictObject({
  obligation: idSchema,
  name: z.string(),
  law: z.string(),
  paragraph: z.string(),
  project: idSchema,
  deadline: isoDateSchema,
  /** Days from the planned finish to the deadline, negative = late; null = not planned. */
  before: z.int().nullable(),
  after: z.int().nullable(),
});
export type DutyDifference = z.infer<typeof dutyDifferenceSchema>;

const peakSchema = z.strictObject({ month: z.string(), percent: z.int() }).nullable();

export const planDifferenceSchema = z.strictObject({
  before: planRefSchema,
  after: planRefSchema,
  /** Largest change first. */
  projects: z.array(projectDifferenceSchema),
  /** Projects that lie alike in both. */
  unchanged: z.int(),
  /** Duties with a deadline whose margin is another; the one that loses most first. */
  duties: z.array(dutyDifferenceSchema),
  /** Weeks after deadlines in sum over all projects, with today's deadlines. */
  late: z.strictObject({
    statutory: z.strictObject({ before: z.int(), after: z.int() }),
    promised: z.strictObject({ before: z.int(), after: z.int() }),
  }),
  /** Teams whose fullest month or whose work is another. */
  teams: z.array(
    z.strictObject({
      team: idSchema,
      name: z.string(),
      before: peakSchema,
      after: peakSchema,
      beforeTenths: z.int(),
      afterTenths: z.int(),
    }),
  ),
  /** Spending of projects by budget line and fiscal year, every year in which one of the plans spends. */
  money: z.array(
    z.strictObject({
      budgetLine: idSchema,
      name: z.string(),
      years: z.array(z.strictObject({ year: z.int(), before: z.int(), after: z.int() })),
    }),
  ),
  finish: z.strictObject({ before: isoDateSchema.nullable(), after: isoDateSchema.nullable() }),
});
export type PlanDifference = z.infer<typeof planDifferenceSchema>;
