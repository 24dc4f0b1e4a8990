import { z } from 'zod';
import { idSchema, isoDateSchema, scenarioChangeSchema } from '../../agenda/index.ts';
import { displacedProjectSchema, extraCapacitySchema, qualitySchema } from '../answer.ts';

/** What a person chooses for the alternatives that need a choice; nothing is chosen for them. */
export const alternativeChoiceSchema = z.strictObject({
  /** Phases that are left out of the smaller project. */
  without: z.array(idSchema).max(100).default([]),
  /** Effort and costs of the smaller project in percent of what is asked; lengths stay. */
  effortPercent: z.int().min(10).max(100).default(100),
  /** Posts that come on top: in which team, how many, from when. */
  posts: z
    .strictObject({ team: idSchema, fte: z.number().min(0.1).max(100), from: isoDateSchema })
    .nullable()
    .default(null),
});
export type AlternativeChoice = z.infer<typeof alternativeChoiceSchema>;

/**
 * `asked`: at the wished start, others give way · `later`: as soon as every promise of the plan can be kept · `smaller`, `partner` (another
 * delivery mode) and `posts`: as soon as every promise can be kept with that change.
 */
export const alternativeKindSchema = z.enum(['asked', 'later', 'smaller', 'partner', 'posts']);

export const alternativeSchema = z.strictObject({
  kind: alternativeKindSchema,
  /** Delivery mode that is used, or that was asked about where no date was found. */
  mode: idSchema,
  changes: z.array(scenarioChangeSchema),
  /** Null where no plan was found within the horizon. */
  dates: z.strictObject({ start: isoDateSchema, finish: isoDateSchema }).nullable(),
  quality: qualitySchema,
  /** What it takes in this delivery mode, over all its phases. */
  effort: z.array(z.strictObject({ team: idSchema, tenths: z.int() })),
  costs: z.array(z.strictObject({ budgetLine: idSchema, cents: z.int() })),
  /** Projects that end after a promise, or that have none and end later than planned. */
  displaced: z.array(displacedProjectSchema),
  /** What would be needed instead so that nothing slips; only for `asked`. */
  extra: extraCapacitySchema.nullable(),
});
export type Alternative = z.infer<typeof alternativeSchema>;

export const alternativesSchema = z.strictObject({
  candidate: idSchema,
  choice: alternativeChoiceSchema,
  rows: z.array(alternativeSchema),
});
export type Alternatives = z.infer<typeof alternativesSchema>;
