import { z } from 'zod';
import { idSchema, isoDateSchema, offerSchema, partnerSchema, prerequisiteSchema } from '../../agenda/index.ts';

/** A project with its dates in the plan that the view stands on. */
export const datedProjectSchema = z.strictObject({
  id: idSchema,
  name: z.string(),
  start: isoDateSchema.nullable(),
  finish: isoDateSchema.nullable(),
});
export type DatedProject = z.infer<typeof datedProjectSchema>;

export const stageConditionSchema = z.strictObject({
  text: z.string(),
  /** `unstated`: nothing says how its fulfilment would show. */
  state: z.enum(['met', 'open', 'unstated']),
  /** Day on which people found it fulfilled. */
  foundOn: isoDateSchema.nullable(),
  /** Day on which the last thing that it rests on is expected; null if one of them has no day. */
  expectedOn: isoDateSchema.nullable(),
  parts: z.array(
    z.strictObject({
      kind: z.enum(['project', 'prerequisite', 'goal']),
      id: idSchema,
      name: z.string(),
      met: z.boolean(),
      metOn: isoDateSchema.nullable(),
      expectedOn: isoDateSchema.nullable(),
    }),
  ),
});
export type StageCondition = z.infer<typeof stageConditionSchema>;

export const stageRowSchema = z.strictObject({
  id: idSchema,
  name: z.string(),
  description: z.string().nullable(),
  /** Begin that the city has set. */
  from: isoDateSchema.nullable(),
  /** `entered`: all conditions hold and the set begin has come. */
  state: z.enum(['entered', 'waiting']),
  /** Day on which it can be entered by what is known; null while a condition has no day. Of an entered one the set begin. */
  entryOn: isoDateSchema.nullable(),
  conditions: z.array(stageConditionSchema),
  actionFields: z.array(z.strictObject({ id: idSchema, name: z.string() })),
  /** Projects of its action fields that have not ended. */
  projects: z.array(datedProjectSchema),
  /** Of them, those that the plan begins before the stage can be entered. */
  tooEarly: z.array(idSchema),
  /** The set begin lies before the day on which the conditions hold. */
  beginTooEarly: z.boolean(),
});
export type StageRow = z.infer<typeof stageRowSchema>;

export const stagesViewSchema = z.strictObject({
  asOf: isoDateSchema,
  /** The plan that dates are from: the approved one, else the working plan. */
  plan: z.strictObject({ status: z.enum(['working', 'approved']), on: isoDateSchema }).nullable(),
  stages: z.array(stageRowSchema),
  /** Action fields that belong to no stage. */
  without: z.array(z.strictObject({ id: idSchema, name: z.string() })),
  goals: z.array(
    z.strictObject({
      id: idSchema,
      name: z.string(),
      actionField: z.string(),
      indicators: z.int(),
      /** Null: no indicator has a target. */
      reached: z.boolean().nullable(),
    }),
  ),
});
export type StagesView = z.infer<typeof stagesViewSchema>;

export const prerequisiteRowSchema = z.strictObject({
  id: idSchema,
  name: z.string(),
  kind: prerequisiteSchema.shape.kind,
  expectedOn: isoDateSchema.nullable(),
  metOn: isoDateSchema.nullable(),
  /** `late`: its expected day has passed. `undated`: what waits for it cannot be dated. */
  state: z.enum(['met', 'expected', 'late', 'undated']),
  partner: z.string().nullable(),
  paper: z.string().nullable(),
  /** Projects that wait for it, with their dates in the present plan. */
  projects: z.array(datedProjectSchema),
  stages: z.array(z.strictObject({ id: idSchema, name: z.string() })),
});
export type PrerequisiteRow = z.infer<typeof prerequisiteRowSchema>;

export const partnerRowSchema = z.strictObject({
  id: idSchema,
  name: z.string(),
  level: partnerSchema.shape.level,
  role: z.string().nullable(),
  offers: z.array(
    z.strictObject({
      ...offerSchema.omit({ provenance: true }).shape,
      /** Projects whose planned way uses it. */
      projects: z.array(datedProjectSchema),
    }),
  ),
});
export type PartnerRow = z.infer<typeof partnerRowSchema>;
