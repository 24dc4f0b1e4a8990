import { describe, expect, test } from 'vitest';
import { createVocabulary, partsOf } from './compounds.ts';
import { createSuggest } from './suggest.ts';
import { smallAgenda, smallInput, smallPaper } from './testing.ts';

describe('compounds', () => {
  const vocabulary = createVocabulary(['Strategie für eine digitale Stadt', 'Akten und Bezahlung', 'Verfahren']);

  test.each([
    ['Digitalisierungsstrategie', ['digital', 'digitalisierung', 'strategie']],
    ['Personalakten', ['akt']],
    ['Bezahlverfahren', ['verfahr']],
    ['Strategie', []],
    ['Haus', []],
    ['Verkehrsstrategie', ['strategie', 'verkehr']],
  ])('%s is opened with known words only', (word, parts) => {
    expect(partsOf(word, vocabulary)).toEqual(parts);
  });
});

describe('suggestions', () => {
  const agenda = smallAgenda({
    strategies: [
      { id: 'digital', name: 'Digitale Strategie des Landes', issuer: 'Land', level: 'state', binding: true },
      { id: 'traffic', name: 'Verkehrskonzept', issuer: 'Stadt', level: 'city', binding: false },
    ],
  });
  const paper = smallPaper();
  const suggest = createSuggest(agenda, paper, []);
  const ids = (text: string): string[] => suggest({ number: '1', text }).map((one) => one.relation.id);

  test('a compound finds its parts, and says by which word', () => {
    const [first] = suggest({ number: '1', text: 'Die Stadt erarbeitet eine Digitalisierungsstrategie.' });
    expect(first?.relation).toEqual({ kind: 'strategy', id: 'digital' });
    expect(first?.matchedWords).toEqual(['Digitalisierungsstrategie']);
    expect(first?.title).toBe('Digitale Strategie des Landes');
  });

  test('inflected words find projects and norms; the best comes first', () => {
    expect(ids('Elektronische Zahlungen werden ermöglicht.')[0]).toBe('payment');
    expect(ids('Elektronische Akten kommen in alle Ämter.')).toContain('A3');
  });

  test('nothing in common, nothing suggested; common words do not count', () => {
    expect(ids('Der Stadtrat beschließt und beauftragt die Verwaltung.')).toEqual([]);
    expect(ids('Schwimmunterricht')).toEqual([]);
  });

  test('other papers are found, the paper itself is not', () => {
    const other = smallPaper({
      id: 'ra-9',
      reference: 'RA-009/2020',
      name: 'Strategie der Stadt',
      kind: 'councilInquiry',
    });
    const found = createSuggest(agenda, paper, [other, paper])({ number: '1', text: 'Digitalisierungsstrategie' });
    expect(found.filter((one) => one.relation.kind === 'paper').map((one) => one.relation.id)).toEqual(['ra-9']);
  });

  test('at most five, ranked, the same every time', () => {
    const many = Array.from({ length: 20 }, (_, index) => ({
      id: `N${index}`,
      name: `Bedarf an digitaler Bezahlung Nummer ${index}`,
      units: ['office'],
    }));
    const big = createSuggest(smallAgenda({ ...smallInput, needs: many }), paper, []);
    const first = big({ number: '1', text: 'Digitale Bezahlung' });
    expect(first).toHaveLength(5);
    expect(first.map((one) => one.score)).toEqual(first.map((one) => one.score).toSorted((a, b) => b - a));
    expect(big({ number: '1', text: 'Digitale Bezahlung' })).toEqual(first);
  });
});
