import { expect, test } from 'vitest';
import { shapeFaults } from '../agenda/index.ts';
import type { Paragraph, StatementBlock } from './assessment.ts';
import { MOST_WRITTEN, writtenBlockSchema } from './written-text.ts';

const words = (text: string, marks: object = {}) => ({ kind: 'words' as const, text, ...marks });
const block = (...paragraphs: Paragraph[]): StatementBlock => ({
  id: 'verdict',
  title: 'Ergebnis der Prüfung',
  paragraphs,
  missing: [],
});
/** What a form says beside the text, in both languages. */
const messages = (sent: unknown): string[] => {
  const result = writtenBlockSchema.safeParse(sent);
  if (result.success) return [];
  return shapeFaults(result.error, sent).map((one) => `${one.remark?.de ?? one.message.de} ${one.remark?.en ?? ''}`);
};

test('paragraphs, lists, headings, bold and italic pass as they are', () => {
  const sent = block(
    { kind: 'heading', runs: [words('Zum Verfahren')] },
    {
      kind: 'text',
      runs: [words('Der Antrag ist '), words('nicht', { bold: true }), words(' neu.', { italic: true })],
    },
    { kind: 'item', runs: [words('erstens')] },
    { kind: 'numbered', runs: [words('zweitens')] },
  );
  expect(writtenBlockSchema.parse(sent)).toEqual(sent);
});

test('what is too long or too much is refused with the way out', () => {
  const text: Paragraph = { kind: 'text', runs: [words('x')] };
  expect(messages(block(...Array.from({ length: MOST_WRITTEN.paragraphs + 1 }, () => text)))[0]).toMatch(
    /400 Absätze.*400 paragraphs/,
  );
  const pieces = Array.from({ length: MOST_WRITTEN.pieces + 1 }, () => words('x'));
  expect(messages(block({ kind: 'text', runs: pieces }))[0]).toMatch(/300 Stücke.*300 pieces/);
  expect(messages(block({ kind: 'text', runs: [words('x'.repeat(MOST_WRITTEN.letters + 1))] }))[0]).toMatch(
    /20\.000 Zeichen.*20,000 characters/,
  );
});

test('tables have bounds of their own', () => {
  const table = { caption: 'Personal', columns: ['Rolle'], rows: [[[words('PM')]]] };
  const tables = Array.from({ length: MOST_WRITTEN.tables + 1 }, () => table);
  expect(messages({ ...block(), tables })[0]).toMatch(/20 Tabellen.*20 tables/);
  const rows = Array.from({ length: MOST_WRITTEN.rows + 1 }, () => [[words('PM')]]);
  expect(messages({ ...block(), tables: [{ ...table, rows }] })[0]).toMatch(/500 Zeilen.*500 rows/);
});

test('markup, unknown marks and lists in lists have no place in the structure', () => {
  const text: Paragraph = { kind: 'text', runs: [words('x')] };
  expect(messages({ ...block(), paragraphs: [{ ...text, html: '<b>x</b>' }] })).not.toEqual([]);
  expect(messages({ ...block(), paragraphs: [{ kind: 'text', runs: [words('x', { color: 'red' })] }] })).not.toEqual(
    [],
  );
  expect(messages({ ...block(), paragraphs: [{ kind: 'item', runs: [text] }] })).not.toEqual([]);
});

test('signs that no document can hold are named', () => {
  for (const sign of ['\u0000', '\u000b', '\ud800']) {
    expect(messages(block({ kind: 'text', runs: [words(`a${sign}b`)] }))[0]).toMatch(
      /Steuerzeichen.*control characters/,
    );
  }
  expect(messages(block({ kind: 'text', runs: [words('Zeile\nneu\tund 😀')] }))).toEqual([]);
});

test('a heading is words alone', () => {
  expect(messages(block({ kind: 'heading', runs: [words('fett', { bold: true })] }))[0]).toMatch(
    /Zwischenüberschrift.*subheading/,
  );
});
