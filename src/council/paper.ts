import { z } from 'zod';
import {
  alternativeSchema,
  idSchema,
  isoDateSchema,
  lineSchema,
  projectSchema,
  proseSchema,
  provenanceMapSchema,
} from '../agenda/index.ts';
import { alternativeChoiceSchema, alternativeKindSchema } from '../planning/index.ts';

/** OParl Paper.paperType, as the cities we know use it. */
export const paperKindSchema = z.enum(['motion', 'councilInquiry', 'amendment', 'draftResolution', 'information']);
export type PaperKind = z.infer<typeof paperKindSchema>;

export const originatorSchema = z.strictObject({
  name: lineSchema,
  kind: z.enum(['faction', 'councillor', 'committee', 'administration']),
  source: idSchema.optional(),
  /** Where sources disagree, each is named. */
  note: lineSchema.optional(),
});

/** One demand or question of a paper. */
export const paperPointSchema = z.strictObject({ number: lineSchema, text: proseSchema });
export type PaperPoint = z.infer<typeof paperPointSchema>;

/** Movers amend their own motion: each state of the text is kept. */
export const paperVersionSchema = z.strictObject({
  number: z.int().min(1),
  on: isoDateSchema.optional(),
  points: z.array(paperPointSchema).min(1, { error: 'Mindestens ein Punkt' }),
  reasoning: proseSchema.optional(),
  fundingProposal: proseSchema.optional(),
});

export const consultationSchema = z.strictObject({
  body: lineSchema,
  role: z.enum(['statement', 'preliminary', 'authoritative', 'hearing']),
  /** Missing = the day is not known; it is shown as missing. */
  on: isoDateSchema.optional(),
  public: z.boolean().optional(),
  result: z.enum(['adopted', 'rejected', 'referred', 'withdrawn', 'noted']).optional(),
  resultNote: lineSchema.optional(),
  source: idSchema.optional(),
});
export type Consultation = z.infer<typeof consultationSchema>;

/** The statutory and formal checks a person decides (see `checks.ts` for paragraph and question of each). */
export const checkIdSchema = z.enum([
  'competence',
  'sixMonths',
  'votable',
  'fundingProposal',
  'quorum',
  'inquiryDeadline',
]);
export type CheckId = z.infer<typeof checkIdSchema>;

export const checkDecisionSchema = z.strictObject({
  check: checkIdSchema,
  decision: z.enum(['met', 'notMet', 'notApplicable']),
  reason: proseSchema,
  by: lineSchema,
  on: isoDateSchema,
});
export type CheckDecision = z.infer<typeof checkDecisionSchema>;

/** Where a point belongs: the administration's agenda, a strategy for the whole city, or elsewhere. */
export const pointScopeSchema = z.enum(['administration', 'city', 'elsewhere']);
export type PointScope = z.infer<typeof pointScopeSchema>;

export const relationSchema = z.strictObject({
  kind: z.enum(['project', 'need', 'obligation', 'paper', 'strategy', 'commitment']),
  id: lineSchema,
  note: lineSchema.optional(),
});
export type Relation = z.infer<typeof relationSchema>;

/** What a person decided about one point; suggestions alone never count. */
export const pointDecisionSchema = z.strictObject({
  point: lineSchema,
  scope: pointScopeSchema,
  /** Name of the strategy or plan the point belongs to, when it is not the agenda. */
  belongsTo: idSchema.optional(),
  relations: z.array(relationSchema).default([]),
  /** Candidate project this point needs. */
  candidate: idSchema.optional(),
  by: lineSchema,
  on: isoDateSchema,
});
export type PointDecision = z.infer<typeof pointDecisionSchema>;

/** What the council did in the end, if it is known. */
export const outcomeSchema = z.strictObject({
  result: z.enum(['adopted', 'rejected', 'withdrawn', 'answered', 'open']),
  on: isoDateSchema.optional(),
  note: lineSchema.optional(),
  source: idSchema.optional(),
});

/** Way that a person has chosen for answer and statement, in place of the project as it is asked for. */
export const paperBasisSchema = z.strictObject({
  kind: alternativeKindSchema.extract(['smaller', 'partner', 'posts']),
  /** Delivery mode of `partner`. */
  mode: idSchema,
  choice: alternativeChoiceSchema,
  by: lineSchema,
  on: isoDateSchema,
});
export type PaperBasis = z.infer<typeof paperBasisSchema>;

/** A council paper with its examination: the content of `papers/*.json` (docs/formats/paper.md). */
export const paperSchema = z.strictObject({
  $schema: z.string().optional(),
  format: z.literal('fahrplan-paper'),
  version: z.literal(1),
  id: idSchema,
  /** Number as the council writes it: `BA-090/2020`. */
  reference: lineSchema,
  spellings: z.array(lineSchema).default([]),
  kind: paperKindSchema,
  name: lineSchema,
  originators: z.array(originatorSchema).default([]),
  receivedOn: isoDateSchema.optional(),
  /** Unit that has to see to it that the paper is answered in time. */
  responsible: idSchema.optional(),
  versions: z.array(paperVersionSchema).min(1),
  related: z
    .array(
      z.strictObject({
        reference: lineSchema,
        relation: z.enum(['earlierInquiry', 'earlierMotion', 'amends', 'followsUp', 'sameSubject']),
        note: proseSchema.optional(),
      }),
    )
    .default([]),
  consultations: z.array(consultationSchema).default([]),
  /** For an inquiry: what the administration answered, in one or two sentences. */
  answer: z
    .strictObject({ on: isoDateSchema.optional(), summary: proseSchema, source: idSchema.optional() })
    .optional(),
  checks: z.array(checkDecisionSchema).default([]),
  pointDecisions: z.array(pointDecisionSchema).default([]),
  candidates: z.array(projectSchema).default([]),
  /** What the new projects exclude, each other or projects of the agenda. */
  alternatives: z.array(alternativeSchema).optional(),
  basis: paperBasisSchema.optional(),
  /** Who signs the statement. */
  signatory: z.strictObject({ name: lineSchema, office: lineSchema, source: idSchema.optional() }).optional(),
  outcome: outcomeSchema.optional(),
  provenance: provenanceMapSchema.optional(),
});
export type Paper = z.infer<typeof paperSchema>;
export type PaperInput = z.input<typeof paperSchema>;

/** Words of a verdict, after the practice of German councils. */
export const verdictSchema = z.enum([
  'accepted',
  'acceptedInPart',
  'alreadyDone',
  'underWay',
  'notNow',
  'refer',
  'rejected',
  'notCompetent',
  'unlawful',
  'onlyWithBudget',
]);
export type Verdict = z.infer<typeof verdictSchema>;
