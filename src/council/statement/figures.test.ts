import { describe, expect, test } from 'vitest';
import type { AgendaInput } from '../../agenda/index.ts';
import { postsMeasure, smallAnswer } from '../testing.ts';
import { block } from './testing.ts';

describe('capacity, verdict, when possible, commitment', () => {
  test('staff, money and time with numbers', () => {
    expect(block('capacity')).toEqual([
      'Der Rolle Projektleitung (PM) stehen bis zum 31.12.2021 für Vorhaben 200 Personentage zur Verfügung. Die Vorhaben der Agenda binden davon 170 (85 %), darunter 40 für gesetzliche Pflichten sowie Voraussetzungen anderer Vorhaben. Frei bleiben 30, erforderlich sind 50.',
      'An Programmmitteln stehen 100 T€ bis zum 31.12.2021 bereit. Laufende Kosten binden 0 €, die Vorhaben 20 T€. Frei bleiben 80 T€, erforderlich sind 90 T€. Mehr Geld allein ändert den Termin nicht.',
      'Das Vorhaben dauert 20 Wochen und könnte für sich genommen am 08.02.2021 beginnen.',
    ]);
    expect(block('capacity', { answer: null })).toEqual(['! Personal, Geld und Zeit sind noch nicht gerechnet.']);
  });

  test('the verdict names every dimension that stands against it', () => {
    expect(block('verdict')[0]).toMatch(
      /^Der Beschlussantrag ist zum jetzigen Zeitpunkt weder zeitlich noch personell noch finanziell umsetzbar\./,
    );
    const rich = smallAnswer().money.map((one) => ({ ...one, freeCents: 90_000_000 }));
    expect(block('verdict', { answer: { money: rich } })[0]).toContain('weder zeitlich noch personell umsetzbar');
    expect(block('verdict', { answer: { askedStart: '2021-09-06' } })).toEqual([
      'Umsetzbar ab 06.09.2021. Ende 21.01.2022; jede Zusage und jede Frist des Plans bleibt gewahrt.',
    ]);
    expect(block('verdict', { answer: null })).toEqual([
      '! Für das Vorhaben „Stadtweite Strategie“ liegt noch keine Rechnung vor.',
    ]);
  });

  test('when possible, and what helps', () => {
    const lines = block('whenPossible', {
      answer: {
        extra: {
          start: '2021-02-08',
          finish: '2021-06-25',
          teams: [{ team: 'PM', tenths: 200, months: [{ month: '2021-02', tenths: 200 }] }],
          money: [{ budgetLine: 'digital', cents: 1_000_000, years: [{ year: 2021, cents: 1_000_000 }] }],
        },
      },
    });
    expect(lines).toEqual([
      'In einem zweiten Schritt ist der Beschlussantrag ab dem 06.09.2021 umsetzbar, Abschluss am 21.01.2022. Dabei gilt: andere Vorhaben dürfen sich bewegen, jede Zusage und jede Frist des Plans bleibt gewahrt (bewiesen: kein früherer Beginn).',
      'Soll der bestehende Plan ganz unberührt bleiben, ist der Beginn ab dem 04.10.2021 möglich.',
      'Für einen Beginn am 08.02.2021, ohne den bestehenden Plan zu ändern, würden zusätzlich genügen: PM 20 PT, 10 T€.',
      'Früher wäre der Beginn mit zusätzlichen Mitteln möglich:',
      '- +1,0 VZÄ PM ab 07/2021 (80 T€ im Jahr): Beginn 07.06.2021, 13 Wochen früher.',
      'Ohne Wirkung auf den Beginn blieben:',
      '- Nur 90 T€ zusätzlich, keine Stelle: Beginn 06.09.2021, kein Gewinn.',
    ]);
    expect(block('whenPossible', { answer: { measures: [postsMeasure], untouched: null } })).toHaveLength(3);
  });

  test('the second step gets a date, a role and an amount', () => {
    expect(block('commitment')).toEqual([
      'Die Verwaltung schlägt folgende Zusage vor: „Die Verwaltung legt den Beschlussantrag BA-001/2021 zum 06.09.2021 erneut vor und nennt dabei Bedarf und freie Kapazität der Rolle PM (erforderlich 50 PT) sowie die Deckung von 90 T€. Verschiebt sich der Termin, unterrichtet sie den Stadtrat.“',
    ]);
    expect(block('commitment', { answer: { askedStart: '2021-09-06' } })).toEqual([]);
  });

  test('promises given before are listed, undated ones counted', () => {
    const commitments: AgendaInput['commitments'] = [
      { id: 'a', text: 'Wir berichten.', paper: 'BA-1/2021', due: { kind: 'event', event: 'nach der Wahl' } },
      { id: 'b', text: 'Erledigt.', paper: 'BA-001/2021', due: { kind: 'date', on: '2021-03-01' }, status: 'kept' },
    ];
    expect(block('commitment', { agenda: { commitments }, answer: null })).toEqual([
      'Zu diesem Papier bereits zugesagt und offen:',
      '- „Wir berichten.“ (fällig: nach der Wahl, ohne Datum)',
      '! Zusagen ohne Datum: 1.',
    ]);
  });
});
