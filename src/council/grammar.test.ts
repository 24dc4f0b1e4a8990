import { describe, expect, test } from 'vitest';
import { NBSP } from './figures.ts';
import {
  capital,
  citation,
  count,
  counted,
  list,
  NOUNS,
  paperNoun,
  pronoun,
  quoted,
  shortList,
  tied,
  toPaper,
} from './grammar.ts';

const plain = (text: string): string => text.replaceAll(NBSP, ' ');

describe('counts', () => {
  test.each([
    [0, NOUNS.week, 'keine Wochen', 'no weeks'],
    [1, NOUNS.week, 'eine Woche', 'one week'],
    [1, NOUNS.project, 'ein Vorhaben', 'one project'],
    [1, NOUNS.need, 'ein Bedarf', 'one need'],
    [7, NOUNS.project, 'sieben Vorhaben', 'seven projects'],
    [12, NOUNS.month, 'zwölf Monate', 'twelve months'],
    [13, NOUNS.projectWeek, '13 Projektwochen', '13 project-weeks'],
  ])('%d in running text', (value, noun, de, en) => {
    const text = counted(value, noun);
    expect([plain(text.de), plain(text.en)]).toEqual([de, en]);
  });

  test('figures keep their digits and their unit together', () => {
    expect(count(1, NOUNS.week).de).toBe(`1${NBSP}Woche`);
    expect(count(1354, NOUNS.projectWeek).de).toBe(`1.354${NBSP}Projektwochen`);
  });
});

test('lists', () => {
  expect(list([])).toBe('');
  expect(list(['A'])).toBe('A');
  expect(list(['A', 'B'])).toBe('A und B');
  expect(list(['A', 'B', 'C'], 'en')).toBe('A, B and C');
  expect(shortList(['A', 'B', 'C'], 2)).toBe('A, B und C');
  expect(shortList(['A', 'B', 'C', 'D', 'E'], 2)).toBe('A, B und 3 weitere');
  expect(shortList(['A', 'B', 'C', 'D', 'E'], 2, 'en')).toBe('A, B and 3 more');
});

test.each([
  ['§ 3a Abs. 1', 'SächsEGovG', '§_3a Abs._1 SächsEGovG'],
  ['§§ 15, 17', 'SächsISichG', '§§_15, 17 SächsISichG'],
  ['Art. 6', 'SDG-VO', 'Art._6 SDG-VO'],
  ['§ 28 Abs. 2 Nr. 3', 'SächsGemO', '§_28 Abs._2 Nr._3 SächsGemO'],
  ['§ 12 Abs. 1 Satz 2', 'SächsEGovG', '§_12 Abs._1 Satz_2 SächsEGovG'],
])('citation of %s %s', (paragraph, law, expected) => {
  expect(citation({ paragraph, law }).replaceAll(NBSP, '_')).toBe(expected);
});

describe('papers in their cases', () => {
  test.each([
    ['motion', 'nominative', 'der Beschlussantrag'],
    ['motion', 'genitive', 'des Beschlussantrags'],
    ['motion', 'dative', 'dem Beschlussantrag'],
    ['motion', 'accusative', 'den Beschlussantrag'],
    ['amendment', 'genitive', 'des Änderungsantrags'],
    ['councilInquiry', 'nominative', 'die Ratsanfrage'],
    ['councilInquiry', 'dative', 'der Ratsanfrage'],
    ['draftResolution', 'accusative', 'die Beschlussvorlage'],
    ['information', 'genitive', 'der Informationsvorlage'],
  ] as const)('%s, %s', (kind, grammaticalCase, expected) => {
    expect(paperNoun(kind, grammaticalCase).de).toBe(expected);
  });

  test('with prepositions and pronouns', () => {
    expect(toPaper('motion')).toBe('zum Beschlussantrag');
    expect(toPaper('councilInquiry')).toBe('zur Ratsanfrage');
    expect([pronoun('motion'), pronoun('draftResolution')]).toEqual(['Er', 'Sie']);
    expect(capital(paperNoun('motion').de)).toBe('Der Beschlussantrag');
  });
});

test('quotation marks', () => {
  expect([quoted('Agenda'), quoted('Agenda', 'en')]).toEqual(['„Agenda“', '“Agenda”']);
  expect(tied('SächsGemO § 36 Abs. 5')).toBe(`SächsGemO §${NBSP}36 Abs.${NBSP}5`);
});
