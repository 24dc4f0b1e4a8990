import { expect, test } from 'vitest';
import type { StatementBlock } from '../../../council/index.ts';
import { figuresOf, paragraphsOf, textOfBlock } from './block-text.ts';

const figure = { kind: 'figure', text: '122 PT', evidence: 'e9', illustrative: true } as const;
const block: StatementBlock = {
  id: 'capacity',
  title: 'Personal',
  missing: [],
  paragraphs: [
    { kind: 'text', runs: [{ kind: 'words', text: 'Frei bleiben ' }, figure, { kind: 'words', text: '.' }] },
    { kind: 'item', runs: [{ kind: 'words', text: 'erster Punkt' }] },
  ],
};
const numbers = new Map([['e9', 5]]);
const parse = (text: string) => paragraphsOf(text, figuresOf([block]), numbers);

test('a block that nobody changed is the same after the field', () => {
  const text = textOfBlock(block, numbers);
  expect(text).toBe('Frei bleiben {122 PT|5}.\n- erster Punkt');
  expect(parse(text)).toEqual({ paragraphs: block.paragraphs });
});

test('words are free, figures move with their binding, empty lines divide', () => {
  expect(parse('{122 PT|5} sind frei.\n\nEin Satz.')).toEqual({
    paragraphs: [
      { kind: 'text', runs: [figure, { kind: 'words', text: ' sind frei.' }] },
      { kind: 'text', runs: [{ kind: 'words', text: 'Ein Satz.' }] },
    ],
  });
});

test('a changed figure and a stray bracket are named', () => {
  expect(parse('Frei bleiben {123 PT|5}.')).toEqual({ fault: { kind: 'unknown', words: '{123 PT|5}' } });
  expect(parse('Frei {122 PT')).toEqual({ fault: { kind: 'bracket' } });
});
