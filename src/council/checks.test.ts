import { describe, expect, test } from 'vitest';
import type { CheckContext } from './check-hints.ts';
import { checkPaper } from './checks.ts';
import type { CheckId, PaperInput } from './paper.ts';
import { smallAgenda, smallPaper } from './testing.ts';

const { city } = smallAgenda();

function hint(check: CheckId, paper: Partial<PaperInput>, more: Partial<CheckContext> = {}): string {
  const context = { paper: smallPaper(paper), others: [], city, asOf: '2021-01-04', neededCents: null, ...more };
  const found = checkPaper(context).find((one) => one.check === check);
  return found?.hint.de.replaceAll('\u00a0', ' ') ?? 'not asked';
}

const point = (text: string): PaperInput['versions'] => [{ number: 1, points: [{ number: '1', text }] }];

describe('which checks are asked', () => {
  const ids = (kind: PaperInput['kind']): string[] =>
    checkPaper({ paper: smallPaper({ kind }), others: [], city, asOf: '2021-01-04', neededCents: null }).map(
      (one) => one.check,
    );

  test.each([
    ['motion', ['competence', 'quorum', 'sixMonths', 'votable', 'fundingProposal']],
    ['councilInquiry', ['competence', 'inquiryDeadline']],
    ['draftResolution', ['votable', 'fundingProposal']],
    ['information', []],
  ] as const)('%s', (kind, expected) => {
    expect(ids(kind)).toEqual(expected);
  });

  test('the decision is a person’s, never the hint’s', () => {
    const paper = smallPaper({ checks: [] });
    const results = checkPaper({ paper, others: [], city, asOf: '2021-01-04', neededCents: null });
    expect(results.every((one) => one.decision === null)).toBe(true);
  });

  test('another Land: no Saxon paragraph is claimed', () => {
    const results = checkPaper({
      paper: smallPaper(),
      others: [],
      city: { ...city, state: 'Hessen' },
      asOf: '2021-01-04',
      neededCents: null,
    });
    expect(results.map((one) => one.paragraph)).toEqual(['–', '–', '–', '–', '–']);
    expect(JSON.stringify(results)).not.toContain('SächsGemO');
  });
});

describe('competence', () => {
  test('inner organisation is the mayor’s', () => {
    const text = hint('competence', { versions: point('Eine neue Dienstanweisung wird erlassen.') });
    expect(text).toBe(
      'Mögliche innere Angelegenheit der Verwaltung (SächsGemO § 53 Abs. 1): gefunden „Dienstanweisung“ (Punkt 1).',
    );
  });

  test('nothing found', () => {
    expect(hint('competence', {})).toContain('SächsGemO § 28 Abs. 2 Nr. 3');
  });
});

describe('six months', () => {
  const related: PaperInput['related'] = [{ reference: 'BA-7/2020', relation: 'sameSubject' }];
  const other = (changes: Partial<PaperInput>) =>
    smallPaper({ id: 'other', reference: 'BA-007/2020', consultations: [], ...changes });

  test('treated within six months: says when and asks for a material change', () => {
    const others = [other({ consultations: [{ body: 'Stadtrat', role: 'authoritative', on: '2020-11-30' }] })];
    expect(hint('sixMonths', { related }, { others })).toBe(
      'BA-7/2020 wurde am 30.11.2020 behandelt, 9 Wochen vorher und damit innerhalb von sechs Monaten: Hat sich die Sache wesentlich geändert?',
    );
  });

  test('treated exactly six months before: no longer within', () => {
    const others = [other({ outcome: { result: 'rejected', on: '2020-08-01' } })];
    expect(hint('sixMonths', { related }, { others })).toBe(
      'BA-7/2020 wurde am 01.08.2020 behandelt, vor mehr als sechs Monaten.',
    );
  });

  test('an inquiry is no treatment, an unknown paper is named, later days do not count', () => {
    expect(hint('sixMonths', { related }, { others: [other({ kind: 'councilInquiry' })] })).toContain(
      'ist eine Anfrage',
    );
    expect(hint('sixMonths', { related })).toBe('BA-7/2020 ist nicht als Datensatz erfasst.');
    const later = [other({ outcome: { result: 'rejected', on: '2021-06-01' } })];
    expect(hint('sixMonths', { related }, { others: later })).toBe('Für BA-7/2020 ist keine Behandlung erfasst.');
    expect(hint('sixMonths', {})).toBe('Keine früheren Papiere zum selben Gegenstand verknüpft.');
  });
});

test('quorum', () => {
  expect(hint('quorum', {})).toContain('Fraktion A');
  const councillors: PaperInput['originators'] = [{ name: 'Stadträtin B', kind: 'councillor' }];
  expect(hint('quorum', { originators: councillors })).toContain('1 Ratsmitglieder erfasst');
});

test('votable', () => {
  expect(hint('votable', { versions: point('Wann kommt die App?') })).toBe(
    'Als Frage gefasst, nicht als Beschluss: Punkt 1.',
  );
  expect(hint('votable', {})).toContain('mit Ja oder Nein abgestimmt');
});

test('funding proposal', () => {
  expect(hint('fundingProposal', {}, { neededCents: 18_000_000 })).toBe(
    'Nach der Rechnung braucht der Antrag 180 T€; ein Deckungsvorschlag ist nicht erfasst.',
  );
  expect(hint('fundingProposal', {}, { neededCents: 0 })).toContain('kein zusätzliches Geld');
  expect(hint('fundingProposal', {})).toContain('noch nicht gerechnet');
  const versions = [{ number: 1, points: [{ number: '1', text: 'Text' }], fundingProposal: 'Aus Rücklagen.' }];
  expect(hint('fundingProposal', { versions })).toBe('Deckungsvorschlag liegt vor: Aus Rücklagen.');
});

test('deadline of an inquiry', () => {
  const inquiry = { kind: 'councilInquiry' as const, receivedOn: '2020-12-14' };
  const answer = (on?: string) => ({ ...inquiry, answer: { summary: 'Ja.', on } });
  expect(hint('inquiryDeadline', inquiry)).toBe('Die Antwort ist bis zum 11.01.2021 fällig.');
  expect(hint('inquiryDeadline', inquiry, { asOf: '2021-02-01' })).toBe('Die Antwort war am 11.01.2021 fällig.');
  expect(hint('inquiryDeadline', answer('2021-01-11'))).toContain('rechtzeitig');
  expect(hint('inquiryDeadline', answer('2021-01-18'))).toContain('7 Tage nach Ablauf');
  expect(hint('inquiryDeadline', answer())).toContain('Tag nicht erfasst');
  expect(hint('inquiryDeadline', { ...inquiry, receivedOn: undefined })).toContain('Eingangsdatum fehlt');
});
