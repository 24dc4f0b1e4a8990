import { z } from 'zod';
import { idSchema, isoDateSchema, lineSchema, proseSchema } from './primitives.ts';
import { provenanceMapSchema } from './provenance.ts';

/** A talk with a head of office about what the office needs; confirmed by the head afterwards. */
export const interviewSchema = z.strictObject({
  id: idSchema,
  unit: idSchema,
  on: isoDateSchema.optional(),
  record: proseSchema.optional(),
  confirmedOn: isoDateSchema.optional(),
  provenance: provenanceMapSchema.optional(),
});
export type Interview = z.infer<typeof interviewSchema>;

/** A wish of one or more offices; it becomes part of a project or is answered with a reason. */
export const needSchema = z.strictObject({
  id: idSchema,
  name: lineSchema,
  description: proseSchema.optional(),
  units: z.array(idSchema).min(1),
  interviews: z.array(idSchema).default([]),
  weight: z.int().min(1).max(5).default(3),
  projects: z.array(idSchema).default([]),
  answer: proseSchema.optional(),
  provenance: provenanceMapSchema.optional(),
});
export type Need = z.infer<typeof needSchema>;
