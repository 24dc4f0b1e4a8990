import { describe, expect, test } from 'vitest';
import { suggestPaper } from './read-paper.ts';
import { DEFAULT_NUMBER_FORMS } from './reference.ts';

const linesOf = (text: string) => text.split('\n').map((line) => ({ text: line, page: null }));

const MOTION = `Stadt Chemnitz
Beschlussantrag Nr. BA-090/2020
Datum: 17. August 2020
Gegenstand:
Digitalisierungsstrategie für Chemnitz
Einreicher: Fraktion BÜNDNIS 90/DIE GRÜNEN; Fraktionsgemeinschaft DIE LINKE/Die PARTEI

Der Stadtrat beschließt:
1. Die Stadt erarbeitet eine Strategie,
   die alle Bereiche umfasst.
2) Ein Beirat begleitet sie.

Deckungsvorschlag: Produkt 1115
Begründung
Siehe RA-43/2020.
Nötig ist ein Blick von außen.`;

describe('reading a paper', () => {
  test('a motion: every part with the place where it stands', () => {
    const found = suggestPaper(linesOf(MOTION), DEFAULT_NUMBER_FORMS);
    expect(found.reference).toEqual({
      value: 'BA-090/2020',
      place: { line: 2, page: null, words: 'BA-090/2020' },
    });
    expect(found.kind?.value).toBe('motion');
    expect(found.receivedOn?.value).toBe('2020-08-17');
    expect(found.name).toMatchObject({ value: 'Digitalisierungsstrategie für Chemnitz', place: { line: 5 } });
    expect(found.originators.map((one) => one.value)).toEqual([
      'Fraktion BÜNDNIS 90/DIE GRÜNEN',
      'Fraktionsgemeinschaft DIE LINKE/Die PARTEI',
    ]);
    expect(found.points.map((one) => one.value)).toEqual([
      { number: '1', text: 'Die Stadt erarbeitet eine Strategie, die alle Bereiche umfasst.' },
      { number: '2', text: 'Ein Beirat begleitet sie.' },
    ]);
    expect(found.fundingProposal?.value).toBe('Produkt 1115');
    expect(found.reasoning?.value).toBe('Siehe RA-043/2020.\nNötig ist ein Blick von außen.'.replace('043', '43'));
    expect(found.related.map((one) => one.value)).toEqual(['RA-043/2020']);
  });

  test('an inquiry with its questions, without any label', () => {
    const text =
      'RA-7/2021\nStadtratsfraktion SPD vom 03.02.2021\nHierzu frage ich:\n1. Wie viele Stellen?\n2. Bis wann?';
    const found = suggestPaper(linesOf(text), DEFAULT_NUMBER_FORMS);
    expect(found.kind?.value).toBe('councilInquiry');
    expect(found.receivedOn?.value).toBe('2021-02-03');
    expect(found.originators.map((one) => one.value)).toEqual(['Stadtratsfraktion SPD']);
    expect(found.points.map((one) => one.value.text)).toEqual(['Wie viele Stellen?', 'Bis wann?']);
  });

  test.each([
    ['Fraktion: SPD', 'Fraktion SPD'],
    ['Stadtratsfraktion : CDU, vom 03.02.2021', 'Stadtratsfraktion CDU'],
  ])('a faction behind a colon: %s', (line, value) => {
    const found = suggestPaper(linesOf(`RA-7/2021\n${line}\n1. Wie viele Stellen?`), DEFAULT_NUMBER_FORMS);
    expect(found.originators).toEqual([{ value, place: { line: 2, page: null, words: line } }]);
    const sentence = linesOf('RA-7/2021\nHaltung der Fraktion: Das geht nicht.');
    expect(suggestPaper(sentence, DEFAULT_NUMBER_FORMS).originators).toEqual([]);
  });

  test('days that do not exist are no days, and nothing is invented', () => {
    const found = suggestPaper(linesOf('Datum: 31.02.2021\nGuten Tag'), DEFAULT_NUMBER_FORMS);
    expect(found).toEqual({ originators: [], points: [], related: [] });
  });
});
