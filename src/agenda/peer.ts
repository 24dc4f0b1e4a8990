import { z } from 'zod';
import { idSchema, isoDateSchema, lineSchema, proseSchema } from './primitives.ts';

/** One fact about another city; without date and source it is not shown. */
export const peerFactSchema = z.strictObject({
  id: idSchema,
  topic: z.enum(['population', 'document', 'approach', 'size', 'money', 'organization', 'result']),
  /** As it may stand in a statement: a full German sentence or a value with unit. */
  text: proseSchema,
  value: z.number().optional(),
  asOf: isoDateSchema,
  source: idSchema,
});
export type PeerFact = z.infer<typeof peerFactSchema>;

export const peerCitySchema = z.strictObject({
  id: idSchema,
  name: lineSchema,
  state: lineSchema,
  /** How the city is linked to ours: partner city, exchange of project groups … */
  relation: lineSchema.optional(),
  facts: z.array(peerFactSchema).default([]),
});
export type PeerCity = z.infer<typeof peerCitySchema>;
