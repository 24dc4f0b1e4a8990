import { z } from 'zod';
import {
  type Paragraph,
  paragraphSchema,
  runSchema,
  statementBlockSchema,
  statementTableSchema,
} from './assessment.ts';

/**
 * What a person may send as the text of a statement. It is a flat list of paragraphs: no lists in lists, no markup,
 * nothing that Word and PDF cannot show. The bounds are far above any statement and far below what could do harm.
 */
export const MOST_WRITTEN = { blocks: 60, paragraphs: 400, pieces: 300, letters: 20_000, rows: 500 } as const;

const TEXTS = {
  paragraphs: `Ein Abschnitt hat höchstens ${MOST_WRITTEN.paragraphs} Absätze. Bitte auf mehrere Abschnitte verteilen.`,
  pieces: `Ein Absatz hat höchstens ${MOST_WRITTEN.pieces} Stücke. Bitte den Absatz teilen.`,
  letters: `Ein Absatz hat höchstens ${MOST_WRITTEN.letters} Zeichen am Stück. Bitte den Absatz teilen.`,
  signs: 'Der Text enthält Steuerzeichen, die Word und PDF nicht darstellen können. Bitte entfernen.',
  heading: 'Eine Zwischenüberschrift besteht nur aus Worten, ohne Felder und Hervorhebung. Bitte in den Text setzen.',
} as const;

/** Control characters and halves of characters: XML 1.0 (production 2, Char) has no place for them. */
const UNPRINTABLE = /(?![\t\n\r])[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/u;

const runs = z
  .array(
    runSchema
      .refine(({ text }) => text.length <= MOST_WRITTEN.letters, { error: TEXTS.letters })
      .refine(({ text }) => !UNPRINTABLE.test(text), { error: TEXTS.signs }),
  )
  .max(MOST_WRITTEN.pieces, { error: TEXTS.pieces });

const isPlainHeading = ({ kind, runs: pieces }: Paragraph): boolean =>
  kind !== 'heading' || pieces.every((one) => one.kind === 'words' && !one.bold && !one.italic);

/** A block of the statement as a person sends it. */
export const writtenBlockSchema = statementBlockSchema.extend({
  paragraphs: z
    .array(paragraphSchema.extend({ runs }).refine(isPlainHeading, { error: TEXTS.heading }))
    .max(MOST_WRITTEN.paragraphs, { error: TEXTS.paragraphs }),
  tables: z
    .array(statementTableSchema.extend({ rows: z.array(z.array(runs)).max(MOST_WRITTEN.rows) }))
    .max(20)
    .optional(),
});
