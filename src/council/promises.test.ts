import { describe, expect, test } from 'vitest';
import type { Commitment } from '../agenda/index.ts';
import type { Statement } from './assessment.ts';
import { bodyOfPaper, suggestPromises } from './promises.ts';

const statement = (...texts: string[]): Statement => ({
  format: 'fahrplan-statement',
  version: 1,
  paper: 'ba-1-2021',
  title: 'Stellungnahme',
  asOf: '2021-01-04',
  blocks: [
    {
      id: 'verdict',
      title: 'Ergebnis',
      paragraphs: texts.map((text) => ({ kind: 'text', runs: [{ kind: 'words', text }] })),
      missing: [],
    },
  ],
  evidence: [],
  footnotes: [],
});

const promise = (id: string, due: Commitment['due'], more: Partial<Commitment> = {}): Commitment => ({
  id,
  text: id,
  paper: 'BA-001/2021',
  due,
  status: 'open',
  ...more,
});

describe('promises', () => {
  test('the three forms that cities use: a second step, after an event, until a day', () => {
    const found = suggestPromises(
      statement(
        'Weitere Handlungsfelder zusätzlich zu behandeln, ist erst in einem zweiten Schritt möglich und umsetzbar. Das ist so, z. B. Mobilität.',
        'Nach der Erneuerung der Telefonanlage wird die Verwaltung den Vorschlag erneut prüfen.',
        'Die Dienste werden bis zum 31.12.2022 bereitgestellt. Die Verwaltung legt den Antrag zum 29. August 2022 erneut vor.',
        'Am 17.08.2020 hat der Rat getagt. Hannover hat am 16.04.2018 eine Strategie vorgelegt.',
      ),
      [],
    );
    expect(found.map((one) => one.due)).toEqual([
      { kind: 'event', event: 'erst in einem zweiten Schritt' },
      { kind: 'event', event: 'Nach der Erneuerung der Telefonanlage wird die Verwaltung den Vorschlag erneut prüfen' },
      { kind: 'date', on: '2022-12-31' },
      { kind: 'date', on: '2022-08-29' },
    ]);
    expect(found[0]?.text).toContain('umsetzbar.');
  });

  test('the first day of a sentence counts, a year ends it, and what introduces a quotation is left out', () => {
    const found = suggestPromises(
      statement(
        'In einem zweiten Schritt ist der Antrag ab dem 29.08.2022 umsetzbar, Abschluss am 22.09.2023. Dabei bewegt sich anderes.',
        'Die Verwaltung schlägt vor: „Die Verwaltung legt den Antrag bis spätestens zum 30.09.2022 erneut vor. Sie rechnet neu.“',
      ),
      [],
    );
    expect(found.map((one) => [one.text, one.due])).toEqual([
      [
        'In einem zweiten Schritt ist der Antrag ab dem 29.08.2022 umsetzbar, Abschluss am 22.09.2023.',
        { kind: 'date', on: '2022-08-29' },
      ],
      ['Die Verwaltung legt den Antrag bis spätestens zum 30.09.2022 erneut vor.', { kind: 'date', on: '2022-09-30' }],
    ]);
  });

  test('what is kept already is not suggested again', () => {
    const text = 'Die Dienste werden bis zum 31.12.2022 bereitgestellt.';
    const known = promise('x', { kind: 'date', on: '2022-12-31' }, { text });
    expect(suggestPromises(statement(text), [known])).toEqual([]);
    expect(suggestPromises(statement(`„${text}“ (fällig: 31.12.2022)`), [known])).toEqual([]);
  });
});

test('a promise is made to the body that decides, without one to the last that hears of it', () => {
  const heard = { body: 'Digitalausschuss', role: 'preliminary' } as const;
  const decides = { body: 'Stadtrat', role: 'authoritative' } as const;
  expect(bodyOfPaper({ consultations: [decides, heard] })).toBe('Stadtrat');
  expect(bodyOfPaper({ consultations: [heard] })).toBe('Digitalausschuss');
  expect(bodyOfPaper({ consultations: [] })).toBeNull();
});
