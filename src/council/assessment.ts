import { z } from 'zod';
import { idSchema, isoDateSchema, lineSchema } from '../agenda/index.ts';
import { answerSchema } from '../planning/index.ts';
import {
  checkDecisionSchema,
  checkIdSchema,
  originatorSchema,
  paperKindSchema,
  pointScopeSchema,
  relationSchema,
  verdictSchema,
} from './paper.ts';

/** A sentence in both languages. */
export const textSchema = z.strictObject({ de: z.string(), en: z.string() });

/** Record of the agenda, a paper or a plan run that a figure rests on; `field` names the value inside it. */
export const recordRefSchema = z.strictObject({
  kind: z.enum([
    'project',
    'team',
    'budgetLine',
    'obligation',
    'strategy',
    'interview',
    'need',
    'partner',
    'peerCity',
    'stage',
    'unit',
    'paper',
    'source',
    'planVersion',
    'planRun',
    'city',
  ]),
  id: lineSchema,
  field: z.string().optional(),
});
export type RecordRef = z.infer<typeof recordRefSchema>;

/** What a figure or claim rests on: shown as a card beside the text, and clickable down to the records. */
export const evidenceSchema = z.strictObject({
  /** `e1`, `e2` … in order of first use. */
  id: z.string(),
  /** Names the fact itself: the same in every computation, so that an earlier text can be compared with a later one. */
  key: z.string(),
  /** The value as it stands in the text: `122 PT`, `29.08.2022`. */
  value: textSchema,
  /** How it comes about: "verfügbar 1.502 minus verplant 1.380". */
  derivation: textSchema,
  refs: z.array(recordRefSchema),
  /** Evidence that this one is computed from. */
  restsOn: z.array(z.string()),
  provenance: z.enum(['computed', 'sourced', 'entered', 'illustrative', 'unknown']),
  /** True as soon as any input is illustrative: the figure carries the mark ◇. */
  illustrative: z.boolean(),
  source: z.strictObject({ id: idSchema, title: lineSchema, date: isoDateSchema.nullable() }).nullable(),
});
export type Evidence = z.infer<typeof evidenceSchema>;

/** How a piece is set off; page, Word and PDF carry this and nothing else (docs/decisions/0011). */
const emphasis = { bold: z.literal(true).optional(), italic: z.literal(true).optional() };

/** Piece of a sentence: words, or a figure bound to its evidence. */
export const runSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('words'), text: z.string(), ...emphasis }),
  z.strictObject({
    kind: z.literal('figure'),
    text: z.string(),
    evidence: z.string(),
    illustrative: z.boolean(),
    ...emphasis,
  }),
]);
export type Run = z.infer<typeof runSchema>;

/** The same sentence in both languages, with bound figures. */
export const sentenceSchema = z.strictObject({ de: z.array(runSchema), en: z.array(runSchema) });
export type Sentence = z.infer<typeof sentenceSchema>;

export const dimensionSchema = z.strictObject({
  dimension: z.enum(['time', 'staff', 'money', 'law']),
  /** `insufficient`: reicht nicht · `notNow`: nicht jetzt · `tight`: knapp · `ok`: möglich/zulässig · `conflict`: verletzt eine Pflicht. */
  state: z.enum(['ok', 'tight', 'notNow', 'insufficient', 'conflict']),
  word: textSchema,
  need: sentenceSchema,
  free: sentenceSchema,
  binding: sentenceSchema,
});
export type Dimension = z.infer<typeof dimensionSchema>;

export const checkResultSchema = z.strictObject({
  check: checkIdSchema,
  /** `SächsGemO § 36 Abs. 5`. */
  paragraph: z.string(),
  question: textSchema,
  /** What the records suggest, with reason; never a decision. */
  hint: textSchema,
  decision: checkDecisionSchema.nullable(),
});
export type CheckResult = z.infer<typeof checkResultSchema>;

export const suggestionSchema = z.strictObject({
  relation: relationSchema,
  title: z.string(),
  score: z.number(),
  matchedWords: z.array(z.string()),
});
export type Suggestion = z.infer<typeof suggestionSchema>;

export const pointResultSchema = z.strictObject({
  number: z.string(),
  text: z.string(),
  /** Null while no person has decided. */
  scope: pointScopeSchema.nullable(),
  belongsTo: idSchema.nullable(),
  relations: z.array(relationSchema),
  candidate: idSchema.nullable(),
  decidedBy: z.string().nullable(),
  suggestions: z.array(suggestionSchema),
});
export type PointResult = z.infer<typeof pointResultSchema>;

/**
 * The answer to a council paper: the result of `fahrplan assess --json` (docs/formats/answer.md). Everything in it
 * is computed from agenda and paper; sentences carry references to their evidence.
 */
export const assessmentSchema = z.strictObject({
  format: z.literal('fahrplan-answer'),
  version: z.literal(1),
  paper: z.strictObject({
    id: idSchema,
    reference: z.string(),
    kind: paperKindSchema,
    name: z.string(),
    originators: z.array(originatorSchema),
  }),
  city: z.strictObject({ id: idSchema, name: z.string() }),
  asOf: isoDateSchema,
  verdict: z.strictObject({
    /** Null while decisions or figures are missing: a verdict is never guessed. */
    value: verdictSchema.nullable(),
    /** Look again on this day (only for `notNow`). */
    lookAgainOn: isoDateSchema.nullable(),
    /** "Ergebnis der Prüfung: nicht jetzt, Wiedervorlage zum Datum". */
    label: textSchema,
    /** "Derzeit nicht umsetzbar, ab 29.08.2022 möglich." */
    headline: sentenceSchema,
    summary: sentenceSchema,
    dimensions: z.array(dimensionSchema),
  }),
  checks: z.array(checkResultSchema),
  points: z.array(pointResultSchema),
  candidate: z.strictObject({ id: idSchema, name: z.string() }).nullable(),
  /** The planner's figures; null when no point needs a new project. */
  answer: answerSchema.nullable(),
  reasons: z.array(sentenceSchema),
  quality: z.array(z.strictObject({ subject: textSchema, text: textSchema })),
  assumptions: z.array(sentenceSchema),
  /** "Was würde helfen?" and "Was rutscht?" in words, one per measure or trade-off of `answer`, same order. */
  measureTexts: z.array(sentenceSchema),
  tradeOffTexts: z.array(sentenceSchema),
  evidence: z.array(evidenceSchema),
});
export type Assessment = z.infer<typeof assessmentSchema>;

/** Blocks of a statement in the order of the city's template; the seed's order is the default. */
export const statementBlockIdSchema = z.enum([
  'reference',
  'admissible',
  'earlierPapers',
  'scope',
  'organization',
  'legalBases',
  'strategies',
  'needs',
  'overview',
  'partners',
  'comparison',
  'stages',
  'capacity',
  'staff',
  'finance',
  'deadlines',
  'verdict',
  'whenPossible',
  'commitment',
  'recommendation',
  'questions',
  'signatory',
]);
export type StatementBlockId = z.infer<typeof statementBlockIdSchema>;

/** `item`: of a list with dashes · `numbered`: of a list that counts · `heading`: below the block's own heading. */
export const paragraphSchema = z.strictObject({
  kind: z.enum(['text', 'item', 'numbered', 'heading']),
  runs: z.array(runSchema),
});
export type Paragraph = z.infer<typeof paragraphSchema>;

/** Figures side by side: each cell holds words and bound figures like a sentence. */
export const statementTableSchema = z.strictObject({
  caption: z.string(),
  columns: z.array(z.string()).min(1).max(8),
  rows: z.array(z.array(z.array(runSchema))),
});
export type StatementTable = z.infer<typeof statementTableSchema>;

/** A block of its own for each question of an inquiry: `question-2`. */
const questionIdSchema = z.templateLiteral(['question-', z.string().regex(/^[a-z0-9-]{1,40}$/)]);

export const statementBlockSchema = z.strictObject({
  id: z.union([statementBlockIdSchema, questionIdSchema]),
  title: z.string(),
  paragraphs: z.array(paragraphSchema),
  /** Shown below the paragraphs. */
  tables: z.array(statementTableSchema).optional(),
  /** What is not on record and has to be filled in by hand: "Termin der Sitzung fehlt". */
  missing: z.array(z.string()),
});
export type StatementBlock = z.infer<typeof statementBlockSchema>;

/** Draft of the official statement. German only: it is a German official document. */
export const statementSchema = z.strictObject({
  format: z.literal('fahrplan-statement'),
  version: z.literal(1),
  paper: idSchema,
  title: z.string(),
  asOf: isoDateSchema,
  blocks: z.array(statementBlockSchema),
  evidence: z.array(evidenceSchema),
  footnotes: z.array(z.string()),
});
export type Statement = z.infer<typeof statementSchema>;
