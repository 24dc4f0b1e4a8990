import { z } from 'zod';
import { idSchema, isoDateSchema, lineSchema, proseSchema } from '../agenda/index.ts';

/** What a body did with an item of its agenda. */
export const itemResultSchema = z.enum(['adopted', 'adoptedWithChanges', 'rejected', 'referred', 'withdrawn', 'noted']);
export type ItemResult = z.infer<typeof itemResultSchema>;

/** An item of a meeting's agenda (OParl AgendaItem), with what became of it. */
export const agendaItemSchema = z.strictObject({
  number: lineSchema,
  title: lineSchema,
  /** Key of the paper that is dealt with. */
  paper: idSchema.optional(),
  public: z.boolean().default(true),
  result: itemResultSchema.optional(),
  /** Wording of the resolution as it was adopted. */
  resolutionText: proseSchema.optional(),
});
export type AgendaItem = z.infer<typeof agendaItemSchema>;

/** A meeting of the council or of a committee. */
export const meetingSchema = z.strictObject({
  id: idSchema,
  body: lineSchema,
  on: isoDateSchema,
  /** Local time, `16:00`. */
  time: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Uhrzeit als 16:00')
    .optional(),
  place: lineSchema.optional(),
  items: z.array(agendaItemSchema).default([]),
});
export type Meeting = z.infer<typeof meetingSchema>;
