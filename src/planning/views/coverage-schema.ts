import { z } from 'zod';
import { commitmentClassSchema, forceSchema, idSchema, isoDateSchema } from '../../agenda/index.ts';

/** Something that projects are to serve: a norm of the register, a strategy, or one of a strategy's goals. */
export const coverageRowSchema = z.strictObject({
  /** Unique over all kinds: `strategy/goal` for a goal. */
  key: z.string(),
  kind: z.enum(['obligation', 'strategy', 'strategyGoal']),
  /** Record that the row leads to; the strategy of a goal. */
  id: idSchema,
  name: z.string(),
  /** Law and paragraph of a norm, issuer of a strategy, name of the strategy of a goal. */
  basis: z.string(),
  /** Null for strategies. */
  force: forceSchema.nullable(),
  /** A draft, an expired norm and one that begins later bind nobody yet or any longer. */
  inForce: z.boolean(),
  expired: z.boolean(),
  /** A norm that must be met, or a strategy that binds this city: without a project it is a gap. */
  required: z.boolean(),
  /** Ids of the projects that serve it. */
  projects: z.array(idSchema),
});
export type CoverageRow = z.infer<typeof coverageRowSchema>;

export const coverageProjectSchema = z.strictObject({
  id: idSchema,
  name: z.string(),
  actionField: idSchema,
  commitmentClass: commitmentClassSchema,
  /** Nothing is left to do: it covers what it was for, and needs no foundation any more. */
  done: z.boolean(),
});

/** Which project serves which duty and which goal of a strategy, and what nobody serves. */
export const coverageViewSchema = z.strictObject({
  asOf: isoDateSchema,
  rows: z.array(coverageRowSchema),
  /** Projects that can serve something: none that was rejected, stopped or has failed. */
  projects: z.array(coverageProjectSchema),
  actionFields: z.array(z.strictObject({ id: idSchema, name: z.string() })),
  gaps: z.strictObject({
    /** Keys of norms that must be met and of binding strategies and their goals without a project. */
    obligations: z.array(z.string()),
    strategies: z.array(z.string()),
    /** Ids of projects that are left to do and serve neither a norm nor a strategy. */
    projects: z.array(idSchema),
  }),
});
export type CoverageView = z.infer<typeof coverageViewSchema>;
