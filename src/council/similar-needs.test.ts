import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Need } from '../agenda/index.ts';
import { similarNeeds } from './similar-needs.ts';

const need = (id: string, name: string, more: Partial<Need> = {}): Need => ({
  id,
  name,
  units: ['it'],
  interviews: [],
  weight: 3,
  projects: [],
  distinctFrom: [],
  ...more,
});

const wishes = [
  need('rechnung', 'Elektronische Rechnungen annehmen', { description: 'Ohne Ausdruck in das Finanzverfahren.' }),
  need('bauantrag', 'Bauanträge elektronisch einreichen', { weight: 5, description: 'Pläne digital einreichen.' }),
  need('termine', 'Termine online vergeben', { description: 'Besuche sollen planbar werden.' }),
  need('mobil', 'Mobil arbeiten können', { description: 'Geräte und Zugänge außerhalb des Büros.' }),
];
const pairs = (more: readonly Need[]): string[] =>
  similarNeeds([...wishes, ...more]).map(({ keep, other }) => `${keep} ${other}`);

test('inflected, compounded and misspelt words are recognised', () => {
  expect(pairs([])).toEqual([]);
  expect(pairs([need('x', 'Bauantrag digital stellen')])).toEqual(['bauantrag x']);
  expect(pairs([need('x', 'Rechnug elektronisch annehmen')])).toEqual(['rechnung x']);
  expect(pairs([need('x', 'Terminvergabe im Internet')])).toEqual(['termine x']);
});

test('words that every wish holds make no pair', () => {
  expect(pairs([need('x', 'Parkausweise online stellen'), need('y', 'Hundesteuer online anmelden')])).toEqual([]);
});

test('what was merged or found to be different is not suggested again', () => {
  const twin = need('x', 'Bauantrag digital stellen');
  expect(pairs([{ ...twin, mergedInto: 'bauantrag' }])).toEqual([]);
  expect(pairs([{ ...twin, distinctFrom: ['bauantrag'] }])).toEqual([]);
});

test('the heavier need would speak for both, and the common words are named', () => {
  const [pair] = similarNeeds([need('a', 'Bauanträge im Netz', { weight: 1 }), ...wishes]);
  expect(pair).toMatchObject({ keep: 'bauantrag', other: 'a', words: ['Bauanträge'] });
});

test('the order of the needs makes no difference', () => {
  const all = [...wishes, need('x', 'Bauantrag digital stellen'), need('y', 'Onlinetermine für alle Ämter')];
  const expected = similarNeeds(all);
  fc.assert(
    fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (shuffled) => {
      expect(similarNeeds(shuffled)).toEqual(expected);
    }),
  );
});
