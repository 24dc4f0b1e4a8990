import { describe, expect, test } from 'vitest';
import type { AgendaInput } from '../../agenda/index.ts';
import { postsMeasure, smallAnswer } from '../testing.ts';
import { block } from './testing.ts';

describe('capacity, verdict, when possible, commitment', () => {
  test('staff, money and time with numbers', () => {
    expect(block('capacity')).toEqual([
      'Der Rolle Projektleitung (PM) stehen bis zum 31.12.2021 für Vorhaben 200 Personentage zur Verfügung. Die Vorhaben der Agenda binden davon 170 (85 %), darunter 40 für gesetzliche Pflichten sowie Voraussetzungen anderer Vorhaben. Frei bleiben 30, erforderlich sind 50.',
      'Das Vorhaben dauert 20 Wochen und könnte für sich genommen am 08.02.2021 beginnen.',
    ]);
    expect(block('capacity', { answer: null })).toEqual(['! Personal, Geld und Zeit sind noch nicht gerechnet.']);
  });

  test('staff: free, needed and lacking per role, and what that is in posts', () => {
    expect(block('staff')).toEqual([
      'Gegenübergestellt sind die bis zum 31.12.2021 freien und die erforderlichen Personentage je Rolle.',
      'Was der Rolle PM fehlt, entspricht für ein Jahr 0,1 VZÄ.',
      '| Projektleitung (PM) | 30 PT | 50 PT | 20 PT',
    ]);
    const enough = smallAnswer().teams.map((one) => ({ ...one, freeTenths: 900 }));
    expect(block('staff', { answer: { teams: enough } }).at(-1)).toBe(
      '| Projektleitung (PM) | 90 PT | 50 PT | ausreichend',
    );
    expect(block('staff', { answer: null })).toEqual([]);
  });

  test('money: what is there, one-off with its cover, follow-up cost or that it is not on record', () => {
    expect(block('finance')).toEqual([
      'An Programmmitteln stehen 100 T€ bis zum 31.12.2021 bereit. Laufende Kosten binden 0 €, die Vorhaben 20 T€. Frei bleiben 80 T€, erforderlich sind 90 T€. Mehr Geld allein ändert den Termin nicht.',
      expect.stringMatching(/^\| einmalig \| 90 T€ \| .* \| teilweise, es fehlen 10 T€$/),
      ...block('finance').filter((line) => line.startsWith('| davon im Jahr')),
      '! Folgekosten im Jahr sind nicht erfasst.',
      '! Ein Deckungsvorschlag der Einreicher ist nicht erfasst.',
    ]);
    const none = smallAnswer().money.map((one) => ({ ...one, freeCents: 0 }));
    expect(block('finance', { answer: { money: none } }).join()).toContain('nicht gedeckt: 90 T€');
    const rich = smallAnswer().money.map((one) => ({ ...one, freeCents: 90_000_000 }));
    expect(block('finance', { answer: { money: rich } }).join()).toContain('| gedeckt');
  });

  test('deadlines at risk: only those that slip, and nothing is called legal without the register', () => {
    expect(block('deadlines', { answer: { tradeOffs: [] } })).toEqual([
      'Fristen anderer Vorhaben werden durch den Beschluss nicht gefährdet.',
    ]);
  });

  test('the advice follows the verdict, with a wording that can be voted on', () => {
    expect(block('recommendation')).toEqual([
      'Die Verwaltung empfiehlt, den Beschlussantrag bis zum 06.09.2021 zurückzustellen.',
      'Vorgeschlagener Wortlaut:',
      '- Der Stadtrat nimmt die Stellungnahme der Verwaltung zu BA-001/2021 zur Kenntnis.',
      '- BA-001/2021 wird zurückgestellt und zum 06.09.2021 erneut beraten.',
      ...block('recommendation').slice(4),
    ]);
    const now = block('recommendation', { answer: { askedStart: '2021-09-06' } });
    expect(now[0]).toBe('Die Verwaltung empfiehlt, den Beschlussantrag anzunehmen.');
    expect(now[2]).toBe('- Der Stadtrat beschließt zu BA-001/2021:');
    expect(block('recommendation', { answer: null })).toEqual([
      '! Eine Empfehlung folgt, wenn das Ergebnis der Prüfung feststeht.',
    ]);
    expect(block('recommendation', { paper: { kind: 'councilInquiry' } })).toEqual([]);
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
