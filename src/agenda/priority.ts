import { z } from 'zod';
import { idSchema, lineSchema, proseSchema } from './primitives.ts';
import { provenanceMapSchema } from './provenance.ts';

/**
 * Where the points of a criterion come from: `points` a person gives them, 0 to 100; the others are counted from the
 * project and stand for the share of the highest value: cases a year, weight of the needs, binding strategies served;
 * for `effort` and `cost` the lowest value has the most points.
 */
export const measureSchema = z.enum(['points', 'cases', 'needs', 'strategies', 'effort', 'cost']);
export type Measure = z.infer<typeof measureSchema>;

export const criterionSchema = z.strictObject({
  id: idSchema,
  name: lineSchema,
  description: proseSchema.optional(),
  measure: measureSchema.default('points'),
  /** Only the ratio of the weights counts. */
  weight: z.int().min(1).max(100),
});
export type Criterion = z.infer<typeof criterionSchema>;

/** The declared criteria by which a city ranks its projects; duties come first whatever the points say. */
export const weightingSchema = z.strictObject({
  id: idSchema,
  name: lineSchema,
  criteria: z.array(criterionSchema).min(1).max(20),
  /** Whether the score counts in planning too: within its class, what scores more lies earlier. At most one weighting does. */
  inPlanning: z.boolean().optional(),
  provenance: provenanceMapSchema.optional(),
});
export type Weighting = z.infer<typeof weightingSchema>;

/** The weighting that a city finds before it has declared one. */
export const defaultWeighting: Weighting = {
  id: 'gewichtung',
  name: 'Vorgeschlagene Gewichtung',
  criteria: [
    {
      id: 'nutzen',
      name: 'Nutzen',
      description: 'Was gewinnen Bürgerschaft, Unternehmen und Beschäftigte? 0 kaum, 50 spürbar, 100 sehr viel.',
      measure: 'points',
      weight: 30,
    },
    { id: 'bedarf', name: 'Bedarfe der Ämter', measure: 'needs', weight: 20 },
    { id: 'faelle', name: 'Fallzahl', measure: 'cases', weight: 15 },
    { id: 'strategie', name: 'Verbindliche Strategien', measure: 'strategies', weight: 15 },
    {
      id: 'umsetzbarkeit',
      name: 'Umsetzbarkeit',
      description: 'Wie sicher gelingt es? Technik, Partner, Recht, Bereitschaft. 0 ungewiss, 100 ohne Hindernis.',
      measure: 'points',
      weight: 10,
    },
    { id: 'aufwand', name: 'Geringer Aufwand', measure: 'effort', weight: 10 },
  ],
};
