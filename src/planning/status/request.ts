import { z } from 'zod';
import { idSchema, isoDateSchema, lineSchema, mailAddressSchema, proseSchema } from '../../agenda/index.ts';

/** What a project lead can say about a project; the other statuses are decided elsewhere. */
export const reportableStatusSchema = z.enum(['planned', 'waiting', 'inProgress', 'succeeded', 'stopped']);
export type ReportableStatus = z.infer<typeof reportableStatusSchema>;

/** The answer to the three questions of the monthly round. */
export const statusAnswerSchema = z.strictObject({
  project: idSchema,
  status: reportableStatusSchema,
  /** Is the planned end still right? `notSure` is an honest answer, and worth a call. */
  dateRight: z.enum(['yes', 'no', 'notSure']),
  /** The end that the lead expects instead. */
  expectedFinish: isoDateSchema.optional(),
  problem: proseSchema.max(2_000).optional(),
});
export type StatusAnswer = z.infer<typeof statusAnswerSchema>;

/** Why an answer does not fit the plan; each has one sentence. */
export const statusFlagSchema = z.enum([
  'finishedTooEarly',
  'predecessorOpen',
  'shouldHaveBegun',
  'beganTooEarly',
  'finishIsPast',
  'earlierThanPlan',
  'afterDeadline',
  'reopened',
]);
export type StatusFlag = z.infer<typeof statusFlagSchema>;

export const statusItemSchema = z.strictObject({
  ...statusAnswerSchema.shape,
  flags: z.array(statusFlagSchema),
  /** `taken`: stands in the project. `open`: the programme team has to decide. `declined`: it has decided against it. */
  state: z.enum(['taken', 'open', 'declined']),
});
export type StatusItem = z.infer<typeof statusItemSchema>;

/** Who is asked about an office's projects, or about one project; no account is needed for it. */
export const statusContactSchema = z.strictObject({
  /** `unit/it-amt` or `project/Q4`. */
  id: z.string().regex(/^(unit|project)\/[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/),
  name: lineSchema,
  mail: mailAddressSchema,
});
export type StatusContact = z.infer<typeof statusContactSchema>;

/** One person's part of a round: all of their projects on one page, behind one link. */
export const statusRequestSchema = z.strictObject({
  id: idSchema,
  round: idSchema,
  startedOn: isoDateSchema,
  dueOn: isoDateSchema,
  /** Who is asked: a person, or an office of which nobody is known by name. */
  recipient: z.strictObject({ name: lineSchema, mail: mailAddressSchema.nullable() }),
  projects: z.array(idSchema).min(1),
  mailedOn: isoDateSchema.nullable(),
  answeredOn: isoDateSchema.nullable(),
  items: z.array(statusItemSchema),
});
export type StatusRequest = z.infer<typeof statusRequestSchema>;
