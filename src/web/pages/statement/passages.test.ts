import { expect, test } from 'vitest';
import type { Paragraph, Run } from '../../../council/index.ts';
import { beginnings, cut, sentencesOf, wordsOfBlock } from './passages.ts';

const words = (text: string): Run => ({ kind: 'words', text });
const figure: Run = { kind: 'figure', text: '122 PT', evidence: 'e1', illustrative: true };
const paragraphs: Paragraph[] = [
  { kind: 'text', runs: [words('Es fehlen '), figure, words('. Nach § 36 Abs. 5 ist das so.')] },
  { kind: 'item', runs: [words('Ein Punkt')] },
];

test('sentences to choose from stand where they begin', () => {
  const text = wordsOfBlock(paragraphs);
  const found = sentencesOf(paragraphs);
  expect(found.map((one) => one.quote)).toEqual(['Es fehlen 122 PT.', 'Nach § 36 Abs. 5 ist das so.', 'Ein Punkt']);
  for (const { quote, start } of found) expect(text.slice(start, start + quote.length)).toBe(quote);
});

test('marked words are cut out, a figure stays whole, marks may overlap and go over paragraphs', () => {
  const [first, second] = beginnings(paragraphs);
  const marks = [
    { comment: 0, start: 3, end: 12 }, // from "fehlen" into the figure
    { comment: 1, start: 10, end: (second ?? 0) + 3 },
  ];
  const pieces = cut(paragraphs[0]?.runs ?? [], first ?? 0, marks);
  expect(pieces.map((one) => [one.run.text, one.comments, one.ends])).toEqual([
    ['Es ', [], []],
    ['fehlen ', [0], []],
    ['122 PT', [0, 1], [0]],
    ['. Nach § 36 Abs. 5 ist das so.', [1], []],
  ]);
  expect(cut(paragraphs[1]?.runs ?? [], second ?? 0, marks).map((one) => [one.run.text, one.ends])).toEqual([
    ['Ein', [1]],
    [' Punkt', []],
  ]);
});

test('without marks the pieces are the text as it is', () => {
  expect(cut(paragraphs[0]?.runs ?? [], 0, []).map((one) => one.run)).toEqual(paragraphs[0]?.runs);
});
