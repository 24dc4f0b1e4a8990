import { z } from 'zod';
import { idSchema, isoDateSchema, lineSchema } from './primitives.ts';

/** Where a published fact comes from. */
export const sourceSchema = z.strictObject({
  id: idSchema,
  title: lineSchema,
  publisher: lineSchema.optional(),
  url: z.string().max(500).optional(),
  /** Date of the document. */
  date: isoDateSchema.optional(),
  note: lineSchema.optional(),
});
export type Source = z.infer<typeof sourceSchema>;

/**
 * Why we believe a value: `sourced` from a public document, `entered` by somebody of the city, or `illustrative`,
 * that is invented for an example and marked as such wherever it is shown.
 */
export const provenanceSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('sourced'),
    source: idSchema,
    asOf: isoDateSchema.optional(),
    note: lineSchema.optional(),
  }),
  z.strictObject({
    kind: z.literal('entered'),
    by: lineSchema,
    on: isoDateSchema,
    note: lineSchema.optional(),
  }),
  z.strictObject({ kind: z.literal('illustrative'), note: lineSchema.optional() }),
]);
export type Provenance = z.infer<typeof provenanceSchema>;

/** Field name → provenance; `*` holds for every field that is not named. */
export const provenanceMapSchema = z.record(z.string().min(1).max(80), provenanceSchema);

export interface Traceable {
  provenance?: Record<string, Provenance> | undefined;
}

/** Provenance of one field of a record: its own entry, else the record's `*`. */
export function provenanceOf(record: Traceable, field: string): Provenance | undefined {
  return record.provenance?.[field] ?? record.provenance?.['*'];
}

export function isIllustrative(record: Traceable, field: string): boolean {
  return provenanceOf(record, field)?.kind === 'illustrative';
}
