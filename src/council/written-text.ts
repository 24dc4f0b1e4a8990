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
 * What a person is told stands with the other remarks, under the words given here.
 */
export const MOST_WRITTEN = {
  blocks: 60,
  paragraphs: 400,
  pieces: 300,
  letters: 20_000,
  rows: 500,
  tables: 20,
} as const;

/** Control characters and halves of characters: XML 1.0 (production 2, Char) has no place for them. */
const UNPRINTABLE = /(?![\t\n\r])[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/u;

const runs = z
  .array(
    runSchema
      .refine(({ text }) => text.length <= MOST_WRITTEN.letters, { error: 'Höchstens 20.000 Zeichen am Stück' })
      .refine(({ text }) => !UNPRINTABLE.test(text), { error: 'Keine Steuerzeichen' }),
  )
  .max(MOST_WRITTEN.pieces, { error: 'Höchstens 300 Stücke' });

const isPlainHeading = ({ kind, runs: pieces }: Paragraph): boolean =>
  kind !== 'heading' || pieces.every((one) => one.kind === 'words' && !one.bold && !one.italic);

/** A block of the statement as a person sends it. */
export const writtenBlockSchema = statementBlockSchema.extend({
  paragraphs: z
    .array(paragraphSchema.extend({ runs }).refine(isPlainHeading, { error: 'Zwischenüberschrift nur aus Worten' }))
    .max(MOST_WRITTEN.paragraphs, { error: 'Höchstens 400 Absätze' }),
  tables: z
    .array(
      statementTableSchema.extend({
        rows: z.array(z.array(runs)).max(MOST_WRITTEN.rows, { error: 'Höchstens 500 Zeilen' }),
      }),
    )
    .max(MOST_WRITTEN.tables, { error: 'Höchstens 20 Tabellen' })
    .optional(),
});
