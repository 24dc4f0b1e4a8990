import { z } from 'zod';
import { idSchema } from './primitives.ts';

/** Kinds of records that are talked about and followed. */
export const discussedKinds = ['project', 'obligation', 'paper', 'need'] as const;
export const discussedKindSchema = z.enum(discussedKinds);
export type DiscussedKind = z.infer<typeof discussedKindSchema>;

/** Length of a comment: a remark, not a document. */
export const MOST_COMMENT_LETTERS = 4_000;

/** What somebody remarks on a record; `mentions` are people who are to be told of it. Belongs to the installation. */
export const commentSchema = z.strictObject({
  id: z.uuid(),
  kind: discussedKindSchema,
  record: z.string().min(1).max(300),
  author: z.string().min(1),
  at: z.iso.datetime(),
  text: z.string().trim().min(1).max(MOST_COMMENT_LETTERS),
  mentions: z.array(idSchema).max(20),
});
export type Comment = z.infer<typeof commentSchema>;
