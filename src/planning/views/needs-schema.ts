import { z } from 'zod';
import { idSchema, isoDateSchema, projectStatusSchema } from '../../agenda/index.ts';

const named = z.strictObject({ id: idSchema, name: z.string() });

/** A project that takes a need up, with its planned dates. */
export const needProjectSchema = z.strictObject({
  ...named.shape,
  status: projectStatusSchema,
  start: isoDateSchema.nullable(),
  finish: isoDateSchema.nullable(),
});
export type NeedProject = z.infer<typeof needProjectSchema>;

export const needRowSchema = z.strictObject({
  id: idSchema,
  name: z.string(),
  description: z.string().nullable(),
  /** Offices of the need and of those merged into it. */
  units: z.array(named),
  /** Talks that it comes from, those of merged needs included, each under the name of its office. */
  interviews: z.array(z.strictObject({ ...named.shape, on: isoDateSchema.nullable() })),
  weight: z.int(),
  weightReason: z.string().nullable(),
  /** What has become of it; of a merged need what has become of the one that speaks for it. */
  state: z.enum(['inProject', 'answered', 'open']),
  projects: z.array(needProjectSchema),
  answer: z.string().nullable(),
  answeredOn: isoDateSchema.nullable(),
  mergedInto: named.nullable(),
  /** Its weight is invented for an example. */
  illustrative: z.boolean(),
  /** Needs that were merged into it. */
  merged: z.array(named),
});
export type NeedRow = z.infer<typeof needRowSchema>;

/** An office with its last talk and its own wishes. */
export const needOfficeSchema = z.strictObject({
  ...named.shape,
  /** Day of the last talk; null without one, or if it has no day. */
  talkOn: isoDateSchema.nullable(),
  talks: z.int(),
  /** Talks that the head has confirmed. */
  confirmed: z.int(),
  /** Ids of its needs, those that were merged into another one included. */
  needs: z.array(idSchema),
});
export type NeedOffice = z.infer<typeof needOfficeSchema>;

export const needsViewSchema = z.strictObject({
  asOf: isoDateSchema,
  needs: z.array(needRowSchema),
  offices: z.array(needOfficeSchema),
});
export type NeedsView = z.infer<typeof needsViewSchema>;
