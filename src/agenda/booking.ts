import { z } from 'zod';
import { fiscalYearSchema, idSchema, isoDateSchema, lineSchema } from './primitives.ts';
import { provenanceMapSchema } from './provenance.ts';

/** Most that one booking moves, in cents, either way. */
const MOST_CENTS = 10_000_000_000_000;

/** What has really gone out of a budget line, or is bound by an order: the plan is compared with it, never computed from it. */
export const bookingSchema = z.strictObject({
  id: idSchema,
  budgetLine: idSchema,
  year: fiscalYearSchema,
  /** `committed`: ordered and not paid yet. Once it is paid, the same booking becomes `spent`. */
  kind: z.enum(['spent', 'committed']),
  /** Day of the payment or of the order. */
  on: isoDateSchema,
  /** Negative for a credit. */
  cents: z.int().min(-MOST_CENTS).max(MOST_CENTS),
  project: idSchema.optional(),
  text: lineSchema.optional(),
  /** Number in the city's books. A list that is taken over again changes the booking with the same number. */
  reference: lineSchema.optional(),
  /** What it was taken from: an extract of the treasury, an order, somebody's word. */
  takenFrom: lineSchema.optional(),
  provenance: provenanceMapSchema.optional(),
});
export type Booking = z.infer<typeof bookingSchema>;
