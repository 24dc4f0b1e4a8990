import { describe, expect, test } from 'vitest';
import { folded, stem } from './stemmer.ts';

// Examples of the CISTEM documentation and words of council papers.
describe('CISTEM', () => {
  test.each([
    ['Speicherbehältern', 'speicherbehal'],
    ['Grenzpostens', 'grenzpo'],
    ['Ausgefeiltere', 'ausgefeil'],
    ['Fischen', 'fisch'],
    ['Strategie', 'strategie'],
    ['Strategien', 'strategie'],
    ['Digitalisierung', 'digitalisierung'],
    ['Straßen', 'strass'],
    ['Geschäfte', 'schaf'],
    ['Bad', 'bad'],
  ])('%s → %s', (word, expected) => {
    expect(stem(word)).toBe(expected);
  });

  test.each([
    ['Projekt', 'Projekten', 'Projekte', 'Projekts'],
    ['Amt', 'Amtes'],
    ['Bürger', 'Bürgern', 'Bürgers'],
    ['digital', 'digitale', 'digitalen', 'digitales', 'digitaler'],
    ['Leistung', 'Leistungen'],
    ['Antrag', 'Antrags', 'Antrages'],
  ])('forms of %s have one stem', (...forms) => {
    expect(new Set(forms.map(stem)).size).toBe(1);
  });

  test('never shorter than three letters of a longer word, and stable', () => {
    for (const word of ['Anlagen', 'essen', 'Test', 'nennen', 'Ämtern', 'Vorhaben']) {
      expect(stem(word).length).toBeGreaterThanOrEqual(3);
      expect(stem(word)).toBe(stem(word.toUpperCase()));
    }
  });
});

test('folding', () => {
  expect(folded('Größe')).toBe('grosse');
  expect(folded('Übergänge')).toBe('ubergange');
});
