import { z } from 'zod';
import { centsSchema, idSchema, isoDateSchema, lineSchema, proseSchema } from './primitives.ts';
import { provenanceMapSchema } from './provenance.ts';

/** Where one phase lies: Monday of its first week, Friday of its last. */
export const scheduledPhaseSchema = z.strictObject({
  project: idSchema,
  phase: idSchema,
  mode: idSchema,
  start: isoDateSchema,
  finish: isoDateSchema,
});
export type ScheduledPhase = z.infer<typeof scheduledPhaseSchema>;

/** A plan that is kept: the working plan, or an approved one (the baseline that promises rest on). */
export const planVersionSchema = z.strictObject({
  id: idSchema,
  name: lineSchema,
  status: z.enum(['working', 'approved', 'superseded']),
  on: isoDateSchema,
  approvedBy: lineSchema.optional(),
  engineVersion: lineSchema,
  seed: z.int(),
  phases: z.array(scheduledPhaseSchema),
  provenance: provenanceMapSchema.optional(),
});
export type PlanVersion = z.infer<typeof planVersionSchema>;

/** One change on top of a plan version. */
export const scenarioChangeSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('posts'),
    team: idSchema,
    fte: z.number().min(-1000).max(1000),
    from: isoDateSchema,
  }),
  z.strictObject({
    kind: z.literal('money'),
    budgetLine: idSchema,
    year: z.int(),
    /** Signed: a cut is negative. */
    cents: z.int(),
  }),
  z.strictObject({ kind: z.literal('dropProject'), project: idSchema }),
  z.strictObject({ kind: z.literal('delayProject'), project: idSchema, earliestStart: isoDateSchema }),
]);
export type ScenarioChange = z.infer<typeof scenarioChangeSchema>;

export const scenarioSchema = z.strictObject({
  id: idSchema,
  name: lineSchema,
  description: proseSchema.optional(),
  base: idSchema.optional(),
  changes: z.array(scenarioChangeSchema).min(1),
  provenance: provenanceMapSchema.optional(),
});
export type Scenario = z.infer<typeof scenarioSchema>;

/** A promise given to the council: dated or bound to an event, so that it is not forgotten. */
export const commitmentSchema = z.strictObject({
  id: idSchema,
  text: proseSchema,
  paper: lineSchema,
  due: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('date'), on: isoDateSchema }),
    z.strictObject({ kind: z.literal('event'), event: lineSchema }),
  ]),
  project: idSchema.optional(),
  prerequisite: idSchema.optional(),
  status: z.enum(['proposed', 'open', 'kept', 'broken', 'withdrawn']).default('open'),
  amountCents: centsSchema.optional(),
  provenance: provenanceMapSchema.optional(),
});
export type Commitment = z.infer<typeof commitmentSchema>;
