import { expect, test } from 'vitest';
import type { Paragraph, StatementBlock } from './assessment.ts';
import { MOST_WRITTEN, writtenBlockSchema } from './written-text.ts';

const words = (text: string, marks: object = {}) => ({ kind: 'words' as const, text, ...marks });
const block = (...paragraphs: Paragraph[]): StatementBlock => ({
  id: 'verdict',
  title: 'Ergebnis der Prüfung',
  paragraphs,
  missing: [],
});
const messages = (sent: unknown): string[] => {
  const result = writtenBlockSchema.safeParse(sent);
  return result.success ? [] : result.error.issues.map((one) => one.message);
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
  expect(messages(block(...Array.from({ length: MOST_WRITTEN.paragraphs + 1 }, () => text)))[0]).toMatch(/Absätze/);
  const pieces = Array.from({ length: MOST_WRITTEN.pieces + 1 }, () => words('x'));
  expect(messages(block({ kind: 'text', runs: pieces }))[0]).toMatch(/Stücke/);
  expect(messages(block({ kind: 'text', runs: [words('x'.repeat(MOST_WRITTEN.letters + 1))] }))[0]).toMatch(/Zeichen/);
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
    expect(messages(block({ kind: 'text', runs: [words(`a${sign}b`)] }))[0]).toMatch(/Steuerzeichen/);
  }
  expect(messages(block({ kind: 'text', runs: [words('Zeile\nneu\tund 😀')] }))).toEqual([]);
});

test('a heading is words alone', () => {
  expect(messages(block({ kind: 'heading', runs: [words('fett', { bold: true })] }))[0]).toMatch(/Zwischenüberschrift/);
});
