import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Paragraph, Run } from '../../council/index.ts';
import { fromEditor, printable, toEditor } from './content.ts';

const letters = fc.string({ minLength: 1, maxLength: 12 }).filter((text) => text.trim() !== '');
const flag = fc.constantFrom<{ bold?: true; italic?: true }>(
  {},
  { bold: true },
  { italic: true },
  { bold: true, italic: true },
);
const words = fc.tuple(letters, flag).map(([text, marks]): Run => ({ kind: 'words', text, ...marks }));
const figure = fc
  .tuple(letters, fc.integer({ min: 1, max: 9 }), fc.boolean(), flag)
  .map(
    ([text, id, illustrative, marks]): Run => ({ kind: 'figure', text, evidence: `e${id}`, illustrative, ...marks }),
  );
const heading = letters.map((text): Paragraph => ({ kind: 'heading', runs: [{ kind: 'words', text }] }));
const other = fc
  .tuple(
    fc.constantFrom<Paragraph['kind']>('text', 'item', 'numbered'),
    fc.array(fc.oneof(words, figure), { minLength: 1 }),
  )
  .map(([kind, runs]): Paragraph => ({ kind, runs: merged(runs) }));

/** Words of the same look that follow one another are one piece, as the editor sees them. */
function merged(runs: readonly Run[]): Run[] {
  const result: Run[] = [];
  for (const run of runs) {
    const last = result.at(-1);
    const same = last?.kind === 'words' && run.kind === 'words' && last.bold === run.bold && last.italic === run.italic;
    if (same) last.text += run.text;
    else result.push({ ...run });
  }
  return result;
}

test('any text is the same after the editor, with every figure, mark, list and heading', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(other, heading)), (paragraphs) => {
      expect(fromEditor(toEditor(paragraphs))).toEqual(paragraphs);
    }),
  );
});

test('the text of before: plain words, items one after the other, figures', () => {
  const paragraphs: Paragraph[] = [
    {
      kind: 'text',
      runs: [
        { kind: 'words', text: 'Frei bleiben ' },
        { kind: 'figure', text: '122 PT', evidence: 'e9', illustrative: true },
      ],
    },
    { kind: 'item', runs: [{ kind: 'words', text: 'erstens' }] },
    { kind: 'item', runs: [{ kind: 'words', text: 'zweitens' }] },
  ];
  expect(toEditor(paragraphs).content?.map((one) => [one.type, one.content?.length])).toEqual([
    ['paragraph', 2],
    ['bulletList', 2],
  ]);
  expect(fromEditor(toEditor(paragraphs))).toEqual(paragraphs);
});

test('empty lines are no paragraphs, and a text without any is an empty field', () => {
  expect(
    fromEditor({
      type: 'doc',
      content: [{ type: 'paragraph' }, { type: 'paragraph', content: [{ type: 'text', text: '  ' }] }],
    }),
  ).toEqual([]);
  expect(toEditor([])).toEqual({ type: 'doc', content: [{ type: 'paragraph' }] });
});

test('what no document can hold is left out of what is pasted', () => {
  expect(printable('a\u0000b\u000bc\ud800d\ne\tf 😀')).toBe('abcd\ne\tf 😀');
});
