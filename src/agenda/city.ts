import { z } from 'zod';
import { fiscalYearSchema, idSchema, isoDateSchema, lineSchema } from './primitives.ts';
import { provenanceMapSchema } from './provenance.ts';

/** A value on a day, for example the population at the end of a year. */
export const datedValueSchema = z.strictObject({ on: isoDateSchema, value: z.number(), source: idSchema.optional() });

export const citySchema = z.strictObject({
  id: idSchema,
  name: lineSchema,
  /** Amtlicher Gemeindeschlüssel, 8 digits. */
  agsKey: z.string().regex(/^\d{8}$/, 'Gemeindeschlüssel mit 8 Ziffern'),
  state: lineSchema,
  population: z.array(datedValueSchema).default([]),
  /** One-year or two-year budget (SächsGemO § 74(1)). */
  budgetRhythm: z.enum(['annual', 'biennial']),
  firstBiennialYear: fiscalYearSchema.optional(),
  provenance: provenanceMapSchema.optional(),
});
export type City = z.infer<typeof citySchema>;
