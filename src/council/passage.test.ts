import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Paragraph } from './assessment.ts';
import { blockText, findPassage, passageSchema } from './passage.ts';

const words = (text: string): Paragraph => ({ kind: 'text', runs: [{ kind: 'words', text }] });

test('a block is a line for each paragraph, figures in their words', () => {
  const figure = { kind: 'figure', text: '122 PT', evidence: 'e1', illustrative: true } as const;
  const first: Paragraph = { kind: 'text', runs: [{ kind: 'words', text: 'Es fehlen ' }, figure] };
  expect(blockText([first, words('Ende')])).toBe('Es fehlen 122 PT\nEnde');
});

test('words are found again whatever is written before and behind them', () => {
  const letters = fc.string({ unit: fc.constantFrom('x', 'y', ' ') });
  fc.assert(
    fc.property(letters, letters, letters, letters, (before, behind, newBefore, newBehind) => {
      const passage = { quote: 'die Stelle', start: before.length };
      expect(`${before}die Stelle${behind}`.slice(passage.start)).toMatch(/^die Stelle/);
      const start = newBefore.length;
      expect(findPassage(`${newBefore}die Stelle${newBehind}`, passage)).toEqual({ start, end: start + 10 });
    }),
  );
});

test('of the same words in several places those are meant that stand nearest', () => {
  const text = 'Termin, Termin, Termin';
  expect(findPassage(text, { quote: 'Termin', start: 8 })).toEqual({ start: 8, end: 14 });
  expect(findPassage(text, { quote: 'Termin', start: 99 })).toEqual({ start: 16, end: 22 });
});

test('words that were struck out are nowhere', () => {
  expect(findPassage('Ein anderer Satz.', { quote: 'die Stelle', start: 0 })).toBeNull();
});

test('an empty passage and one beyond all measure are refused', () => {
  expect(passageSchema.safeParse({ quote: ' \n', start: 0 }).error?.issues[0]?.message).toContain('keine Worte');
  expect(passageSchema.safeParse({ quote: 'x'.repeat(2_001), start: 0 }).error?.issues[0]?.code).toBe('too_big');
});
