import { z } from 'zod';
import type { Paragraph } from './assessment.ts';

/**
 * Words of a block that a comment is about: what they are, and where they began (text quote and text position selector
 * of the W3C Web Annotation Data Model, sections 4.2.4 and 4.2.5). The quote finds them again when the text around them
 * has changed.
 */
export const passageSchema = z.strictObject({
  quote: z
    .string()
    .max(2_000)
    .refine((quote) => quote.trim() !== '', { error: 'Die Stelle hat keine Worte.' }),
  start: z.int().min(0),
});
export type Passage = z.infer<typeof passageSchema>;

/** Where a passage stands now, in letters of {@link blockText}. */
export const placeSchema = z.strictObject({ start: z.int().min(0), end: z.int().min(0) });
export type Place = z.infer<typeof placeSchema>;

/** The words of a block as passages count them: a line for each paragraph, figures as they are shown, no tables. */
export const blockText = (paragraphs: readonly Paragraph[]): string =>
  paragraphs.map((one) => one.runs.map((run) => run.text).join('')).join('\n');

/** Where the words stand now: of several places the one nearest to the old one; null when the text has them no more. */
export function findPassage(text: string, { quote, start }: Passage): Place | null {
  let nearest: number | null = null;
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1))
    if (nearest === null || Math.abs(at - start) < Math.abs(nearest - start)) nearest = at;
  return nearest === null ? null : { start: nearest, end: nearest + quote.length };
}
