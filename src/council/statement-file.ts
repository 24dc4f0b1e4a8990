import { z } from 'zod';
import { idSchema, isoDateSchema, lineSchema, proseSchema } from '../agenda/index.ts';
import { statementSchema } from './assessment.ts';
import { passageSchema } from './passage.ts';

/** What is kept of a statement while it is worked on, and what is published of it; the steps are in `release.ts`. */

export const cosignerSchema = z.strictObject({
  unit: idSchema,
  state: z.enum(['open', 'signed', 'returned']),
  by: lineSchema.optional(),
  /** Person in whose place it was signed. */
  for: lineSchema.optional(),
  on: isoDateSchema.optional(),
  comment: proseSchema.optional(),
});
export type Cosigner = z.infer<typeof cosignerSchema>;

const remarkSchema = z.strictObject({ by: lineSchema, on: isoDateSchema, text: proseSchema });

export const commentSchema = remarkSchema.extend({
  /** Block of the text that is meant. */
  block: lineSchema,
  /** Words of the block that are meant; without them the whole block. */
  passage: passageSchema.optional(),
  answers: z.array(remarkSchema).optional(),
  settled: z.boolean(),
  settledBy: lineSchema.optional(),
});

/** A figure that was kept although its record has changed since, with the reason. */
export const keptFigureSchema = z.strictObject({
  key: lineSchema,
  /** The value of now, which was seen and not taken over. */
  now: z.string(),
  reason: proseSchema,
  by: lineSchema,
  on: isoDateSchema,
});

/** The statement on a paper while it is worked on; there is one for each paper. */
export const statementFileSchema = z.strictObject({
  paper: idSchema,
  /** Counts from 1; every correction of a released text begins the next one. */
  edition: z.int().min(1),
  stage: z.enum(['draft', 'cosigning', 'released', 'withdrawn']),
  content: statementSchema,
  /** Computation that the figures come from. */
  planRun: lineSchema,
  /** Everybody who has written at this edition; none of them can release it. */
  authors: z.array(lineSchema).min(1),
  cosigners: z.array(cosignerSchema),
  /** One after the other, or all at the same time. */
  inOrder: z.boolean(),
  comments: z.array(commentSchema),
  kept: z.array(keptFigureSchema),
});
export type StatementFile = z.infer<typeof statementFileSchema>;

const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);

/** A released text: written once, never changed. */
export const releaseSchema = z.strictObject({
  kind: z.literal('release'),
  /** `ba-090-2020.1`: paper and edition. */
  id: lineSchema,
  paper: idSchema,
  edition: z.int().min(1),
  /** The edition that this one corrects, with the day of its release; the first edition corrects none. */
  corrects: z.strictObject({ edition: z.int().min(1), on: isoDateSchema }).optional(),
  content: statementSchema,
  planRun: lineSchema,
  /** SHA-256 of the canonical content. */
  hash: sha256Schema,
  /** SHA-256 of each file that was kept with it; releases of earlier versions of the program have none. */
  files: z
    .strictObject({
      docx: sha256Schema,
      pdf: sha256Schema,
      html: sha256Schema,
      /** The approved plan of the day; none if no plan was approved. */
      agenda: sha256Schema.optional(),
    })
    .optional(),
  authors: z.array(lineSchema).min(1),
  cosigners: z.array(cosignerSchema),
  kept: z.array(keptFigureSchema),
  releasedBy: lineSchema,
  /** Person in whose place it was released; no author either. */
  releasedFor: lineSchema.optional(),
  releasedOn: isoDateSchema,
});
export type Release = z.infer<typeof releaseSchema>;

/** The tombstone of a withdrawn release: it says that there was a text, and why it no longer holds. */
export const withdrawalSchema = z.strictObject({
  kind: z.literal('withdrawal'),
  /** `ba-090-2020.1.withdrawn`. */
  id: lineSchema,
  paper: idSchema,
  edition: z.int().min(1),
  reason: proseSchema,
  withdrawnBy: lineSchema,
  withdrawnOn: isoDateSchema,
});
export type Withdrawal = z.infer<typeof withdrawalSchema>;

/** What is published about a statement, in the order of time. */
export const publicationSchema = z.discriminatedUnion('kind', [releaseSchema, withdrawalSchema]);
export type Publication = z.infer<typeof publicationSchema>;
