import { z } from 'zod';
import { droppedProjectSchema } from './choice.ts';
import { centsSchema, idSchema, isoDateSchema, lineSchema, proseSchema } from './primitives.ts';
import { projectSchema } from './project.ts';
import { provenanceMapSchema } from './provenance.ts';

/** Where one phase lies: Monday of its first week, Friday of its last. */
export const scheduledPhaseSchema = z.strictObject({
  project: idSchema,
  phase: idSchema,
  mode: idSchema,
  start: isoDateSchema,
  finish: isoDateSchema,
});
export type ScheduledPhase = z.infer<typeof scheduledPhaseSchema>;

/** A project that a person holds on a Monday, whatever else would be better; the plan makes room around it. */
export const planPinSchema = z.strictObject({
  project: idSchema,
  /** Monday on which the project starts. */
  start: isoDateSchema,
  /** Delivery mode that is held too; without it the one that the plan has at the time. */
  mode: idSchema.optional(),
  reason: lineSchema.optional(),
  by: lineSchema.optional(),
});
export type PlanPin = z.infer<typeof planPinSchema>;

/** What is known of how good a plan is: per aim, in their order, what it reaches and what no plan can be below. */
export const planQualitySchema = z.strictObject({
  aims: z.array(
    z.strictObject({
      /**
       * Weeks after statutory deadlines; after promised ones; weeks moved and weighted finish weeks of the projects that are carried out in
       * any case; losses by those that are left out; weeks moved; weighted finish weeks.
       */
      kind: z.enum(['statutoryLate', 'promisedLate', 'firmMoved', 'firmEarly', 'dropped', 'moved', 'early']),
      value: z.int(),
      bound: z.int(),
      proven: z.boolean(),
      /**
       * What the bound rests on: an argument of the engine, or a certificate that an independent check accepted. Plans of older engines do
       * not say.
       */
      basis: z.enum(['argument', 'certificate']).optional(),
    }),
  ),
  iterations: z.int(),
  /** False when the search was ended from outside. */
  complete: z.boolean(),
});
export type PlanQuality = z.infer<typeof planQualitySchema>;

/**
 * What a plan took when it was made. Records change and are deleted; with these figures an old plan can still be named
 * and compared.
 */
export const planFiguresSchema = z.strictObject({
  /** Names of the planned projects, and of those that are left out, by id. */
  names: z.record(idSchema, lineSchema),
  money: z.array(z.strictObject({ budgetLine: idSchema, year: z.int(), cents: centsSchema })),
  work: z.array(z.strictObject({ team: idSchema, month: z.string(), tenths: z.int().min(0) })),
});
export type PlanFigures = z.infer<typeof planFiguresSchema>;

export const planStatusSchema = z.enum(['working', 'proposed', 'approved', 'superseded', 'rejected']);
export type PlanStatus = z.infer<typeof planStatusSchema>;

/**
 * A plan that is kept: the working plan; one that was proposed for approval; an approved one (the baseline that
 * promises rest on); and what became of those before.
 */
export const planVersionSchema = z.strictObject({
  id: idSchema,
  name: lineSchema,
  status: planStatusSchema,
  on: isoDateSchema,
  proposedBy: lineSchema.optional(),
  approvedBy: lineSchema.optional(),
  /** Why it was proposed, approved or rejected, in the words of whoever did it. */
  note: proseSchema.optional(),
  engineVersion: lineSchema,
  seed: z.int(),
  quality: planQualitySchema.optional(),
  pins: z.array(planPinSchema).optional(),
  /** What starts before this day stays where it is. */
  frozenUntil: isoDateSchema.optional(),
  figures: planFiguresSchema.optional(),
  phases: z.array(scheduledPhaseSchema),
  /** Projects that may be left out and are. */
  dropped: z.array(droppedProjectSchema).optional(),
  provenance: provenanceMapSchema.optional(),
});
export type PlanVersion = z.infer<typeof planVersionSchema>;

/** True for a plan that was proposed or approved and carries its own figures: it may name what is deleted by now. */
export function isFrozen(plan: PlanVersion): boolean {
  return plan.status !== 'working' && plan.figures !== undefined;
}

/** One change on top of a plan version. */
export const scenarioChangeSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('posts'),
    team: idSchema,
    fte: z.number().min(-1000).max(1000),
    from: isoDateSchema,
  }),
  z.strictObject({
    kind: z.literal('money'),
    budgetLine: idSchema,
    year: z.int(),
    /** Signed: a cut is negative. */
    cents: z.int(),
  }),
  z.strictObject({ kind: z.literal('dropProject'), project: idSchema }),
  z.strictObject({ kind: z.literal('delayProject'), project: idSchema, earliestStart: isoDateSchema }),
  z.strictObject({ kind: z.literal('addProject'), project: projectSchema }),
  /** The offer of a partner comes so many weeks later, and so does what its partner still owes. */
  z.strictObject({ kind: z.literal('partnerLate'), partner: idSchema, weeks: z.int().min(1).max(520) }),
]);
export type ScenarioChange = z.infer<typeof scenarioChangeSchema>;

export const scenarioSchema = z.strictObject({
  id: idSchema,
  name: lineSchema,
  description: proseSchema.optional(),
  base: idSchema.optional(),
  changes: z.array(scenarioChangeSchema).min(1),
  provenance: provenanceMapSchema.optional(),
});
export type Scenario = z.infer<typeof scenarioSchema>;

/** A promise given to the council: dated or bound to an event, so that it is not forgotten. */
export const commitmentSchema = z.strictObject({
  id: idSchema,
  text: proseSchema,
  paper: lineSchema,
  /** Name of the council, committee or advisory board that it was made to; without one, whom the paper is for. */
  body: lineSchema.optional(),
  due: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('date'), on: isoDateSchema }),
    z.strictObject({ kind: z.literal('event'), event: lineSchema }),
  ]),
  project: idSchema.optional(),
  prerequisite: idSchema.optional(),
  status: z.enum(['proposed', 'open', 'kept', 'broken', 'withdrawn']).default('open'),
  amountCents: centsSchema.optional(),
  provenance: provenanceMapSchema.optional(),
});
export type Commitment = z.infer<typeof commitmentSchema>;
