import { z } from 'zod';
import { proseSchema } from './primitives.ts';
import { maturitySchema } from './project.ts';
import { provenanceMapSchema } from './provenance.ts';

/** What the city says of a bundle of services (OZG-Leistung); the bundle itself stands in the catalogue. */
export const serviceBundleSchema = z.strictObject({
  /** Key of the OZG catalogue. */
  id: z.string().regex(/^\d{5}$/, 'Schlüssel des OZG-Katalogs mit 5 Ziffern'),
  /** Whether the city offers any of its services; only the city can tell. Missing: not decided. */
  concernsUs: z.boolean().optional(),
  note: proseSchema.optional(),
  /** How far it is online, by scheme and version; schemes do not compare. */
  maturity: z.array(maturitySchema).default([]),
  provenance: provenanceMapSchema.optional(),
});
export type ServiceBundle = z.infer<typeof serviceBundleSchema>;

/** A bundle as the catalogue knows it. */
export interface CatalogueBundle {
  key: string;
  name: string;
  /** Situation of life or business (Lage) and subject area (Themenfeld). */
  situation: string;
  subject: string;
  /** How many services it holds. */
  services: number;
  /** Some of them can be executed by municipalities: LeiKa types 2/3, 4 or 5. */
  municipal: boolean;
}
