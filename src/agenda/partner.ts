import { z } from 'zod';
import { idSchema, isoDateSchema, lineSchema } from './primitives.ts';
import { provenanceMapSchema } from './provenance.ts';

/** What a partner delivers, from when, until when it is paid for, and how fast. */
export const offerSchema = z.strictObject({
  id: idSchema,
  deliverable: lineSchema,
  availableFrom: isoDateSchema.optional(),
  /** After this day the service costs the city money. */
  fundedUntil: isoDateSchema.optional(),
  leadTimeWeeks: z.int().min(0).max(520).optional(),
  /** Projects served at the same time; a capacity like any other. */
  quotaPerYear: z.int().min(0).optional(),
  confirmedOn: isoDateSchema.optional(),
  provenance: provenanceMapSchema.optional(),
});
export type Offer = z.infer<typeof offerSchema>;

export const partnerSchema = z.strictObject({
  id: idSchema,
  name: lineSchema,
  shortName: lineSchema.optional(),
  level: z.enum([
    'federation',
    'state',
    'municipalAssociation',
    'specialPurposeAssociation',
    'municipalCompany',
    'vendor',
  ]),
  role: lineSchema.optional(),
  offers: z.array(offerSchema).default([]),
  provenance: provenanceMapSchema.optional(),
});
export type Partner = z.infer<typeof partnerSchema>;
