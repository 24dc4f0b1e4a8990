import { z } from 'zod';
import { idSchema, isoDateSchema, lineSchema, proseSchema } from './primitives.ts';
import { provenanceMapSchema } from './provenance.ts';

/** A project that the plan may leave out where it has no room: what that costs, and until when it makes sense. */
export const droppableSchema = z.strictObject({
  /** How much it costs to leave the project out, compared with other projects that may be left out. */
  loss: z.int().min(1).max(100),
  /**
   * Left out unless it can be finished by this day; without it by the end of the last fiscal year for which the budget
   * lines that pay it have a figure.
   */
  latestFinish: isoDateSchema.optional(),
  /** Who says so; needed where the project was decided or promised. */
  grounds: lineSchema.optional(),
});
export type Droppable = z.infer<typeof droppableSchema>;

/** Projects that exclude each other. `exactlyOne` is carried out in every plan; `atMostOne` leaves all of them out if need be. */
export const alternativeSchema = z.strictObject({
  id: idSchema,
  name: lineSchema,
  choice: z.enum(['exactlyOne', 'atMostOne']),
  projects: z.array(idSchema),
  note: proseSchema.optional(),
  provenance: provenanceMapSchema.optional(),
});
export type Alternative = z.infer<typeof alternativeSchema>;

/** A project that a plan leaves out, and why. Ids and dates; sentences are made where they are shown. */
export const droppedProjectSchema = z.strictObject({
  project: idSchema,
  reason: z.discriminatedUnion('kind', [
    /** Of the alternatives that exclude each other the plan takes this one. */
    z.strictObject({ kind: z.literal('alternative'), alternative: idSchema, by: idSchema }),
    /** It waits for a project that the plan leaves out. */
    z.strictObject({ kind: z.literal('needs'), by: idSchema }),
    /**
     * Beside everything else of the plan it could be finished on `earliest` (null = never), but has to be by `latest`
     * (null = by no day). With more of one of these teams or budget lines alone it would be in time.
     */
    z.strictObject({
      kind: z.literal('room'),
      latest: isoDateSchema.nullable(),
      earliest: isoDateSchema.nullable(),
      teams: z.array(idSchema),
      budgetLines: z.array(idSchema),
    }),
  ]),
});
export type DroppedProject = z.infer<typeof droppedProjectSchema>;
