import { z } from '@hono/zod-openapi';
import { idSchema, isoDateSchema } from '../../agenda/index.ts';
import {
  councilSettingsSchema,
  meetingSchema,
  organizationSchema,
  paperKindSchema,
  resolutionSchema,
} from '../../council/index.ts';

/** Bodies of the council desk's routes. */

export const text = z.strictObject({ de: z.string(), en: z.string() });

export const Meeting = meetingSchema.clone().openapi('Meeting');
export const Organization = organizationSchema.clone().openapi('Organization');
export const Resolution = resolutionSchema.clone().openapi('Resolution');
export const CouncilSettings = councilSettingsSchema.clone().openapi('CouncilSettings');

export const PaperDeadline = z
  .strictObject({
    paper: idSchema,
    label: text,
    basis: text,
    dueOn: isoDateSchema,
    daysLeft: z.int(),
    owed: z.boolean(),
    overdue: z.boolean(),
  })
  .openapi('PaperDeadline');

export const taskKind = z.enum(['examine', 'assign', 'assess', 'draft', 'cosign', 'release', 'answer']);

export const Task = z
  .strictObject({
    paper: idSchema,
    kind: taskKind,
    responsible: idSchema.nullable(),
    dueOn: isoDateSchema.nullable(),
    basis: text,
    daysLeft: z.int().nullable(),
  })
  .openapi('Task');

export const Reminder = z
  .strictObject({
    kind: z.enum(['commitment', 'resolution']),
    id: idSchema,
    reference: z.string(),
    text: z.string(),
    state: z.enum(['overdue', 'eventCame', 'soon', 'untied']),
    responsible: idSchema.nullable(),
    dueOn: isoDateSchema.nullable(),
    daysLeft: z.int().nullable(),
  })
  .openapi('Reminder');

export const CouncilDesk = z
  .strictObject({
    today: isoDateSchema,
    tasks: z.array(Task),
    /** Promises and tasks of resolutions whose day or event has come or is near. */
    reminders: z.array(Reminder),
    deadlines: z.array(PaperDeadline),
    meetings: z.array(Meeting),
    /** Next free number of each kind in the year of today. */
    nextNumbers: z.array(z.strictObject({ kind: paperKindSchema, reference: z.string() })),
    units: z.array(z.strictObject({ id: idSchema, name: z.string() })),
  })
  .openapi('CouncilDesk');

const place = z.strictObject({ line: z.int(), page: z.int().nullable(), words: z.string() });
const suggested = <S extends z.ZodType>(value: S) => z.strictObject({ value, place });
const words = suggested(z.string());

export const PaperSuggestions = z
  .strictObject({
    reference: words.optional(),
    kind: suggested(paperKindSchema).optional(),
    receivedOn: words.optional(),
    name: words.optional(),
    originators: z.array(words),
    points: z.array(suggested(z.strictObject({ number: z.string(), text: z.string() }))),
    reasoning: words.optional(),
    fundingProposal: words.optional(),
    related: z.array(words),
  })
  .openapi('PaperSuggestions');
