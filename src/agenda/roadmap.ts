import { z } from 'zod';
import { idSchema, isoDateSchema, lineSchema, proseSchema } from './primitives.ts';
import { provenanceMapSchema } from './provenance.ts';

/** What must hold before a stage begins ("first the prerequisites, then further fields"). */
export const entryConditionSchema = z.strictObject({
  text: lineSchema,
  /** Fulfilled when these projects are finished. */
  projects: z.array(idSchema).default([]),
  /** Fulfilled when these prerequisites are met. */
  prerequisites: z.array(idSchema).default([]),
  /** Fulfilled when the indicators of these goals have reached their targets. */
  goals: z.array(idSchema).optional(),
  /** Day on which people found it fulfilled; their word stands above what records show. */
  metOn: isoDateSchema.optional(),
});
export type EntryCondition = z.infer<typeof entryConditionSchema>;

/** A step of the agenda as a whole; stages follow one another in list order. */
export const stageSchema = z.strictObject({
  id: idSchema,
  name: lineSchema,
  description: proseSchema.optional(),
  from: isoDateSchema.optional(),
  entryConditions: z.array(entryConditionSchema).default([]),
  provenance: provenanceMapSchema.optional(),
});
export type Stage = z.infer<typeof stageSchema>;

/** Scope tells the administration's agenda from a strategy for the whole city society. */
export const scopeSchema = z.enum(['administration', 'city']);
export type Scope = z.infer<typeof scopeSchema>;

export const actionFieldSchema = z.strictObject({
  id: idSchema,
  name: lineSchema,
  scope: scopeSchema,
  stage: idSchema.optional(),
  description: proseSchema.optional(),
  provenance: provenanceMapSchema.optional(),
});
export type ActionField = z.infer<typeof actionFieldSchema>;

/** A measured value with its target; values are dated and never overwritten. */
export const indicatorSchema = z.strictObject({
  id: idSchema,
  name: lineSchema,
  unit: lineSchema,
  target: z.strictObject({ value: z.number(), by: isoDateSchema }).optional(),
  /** Which way is better; more, if it is not said. */
  better: z.enum(['higher', 'lower']).optional(),
  values: z.array(z.strictObject({ on: isoDateSchema, value: z.number(), source: idSchema.optional() })).default([]),
});
export type Indicator = z.infer<typeof indicatorSchema>;

export const goalSchema = z.strictObject({
  id: idSchema,
  name: lineSchema,
  actionField: idSchema,
  description: proseSchema.optional(),
  indicators: z.array(indicatorSchema).default([]),
  provenance: provenanceMapSchema.optional(),
});
export type Goal = z.infer<typeof goalSchema>;
