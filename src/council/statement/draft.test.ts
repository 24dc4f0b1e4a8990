import { describe, expect, test } from 'vitest';
import type { AgendaInput } from '../../agenda/index.ts';
import type { Answer } from '../../planning/index.ts';
import { assessPaper } from '../assess.ts';
import type { StatementBlockId } from '../assessment.ts';
import { textOf } from '../evidence.ts';
import type { PaperInput } from '../paper.ts';
import { postsMeasure, smallAgenda, smallAnswer, smallInput, smallPaper } from '../testing.ts';
import { draftStatement } from './draft.ts';

interface World {
  agenda?: Partial<AgendaInput>;
  paper?: Partial<PaperInput>;
  others?: Partial<PaperInput>[];
  answer?: Partial<Answer> | null;
}

function draft({ agenda = {}, paper = {}, others = [], answer = {} }: World = {}) {
  const records = smallAgenda(agenda);
  const papers = others.map((other) => smallPaper({ ...other }));
  const subject = smallPaper(paper);
  const assessment = assessPaper(records, subject, papers, { answer: answer ? smallAnswer(answer) : null });
  return draftStatement(records, subject, papers, assessment);
}

/** Lines of one block, gaps with a `!`; empty if the block is not there. */
function block(id: StatementBlockId, world: World = {}): string[] {
  const found = draft(world).blocks.find((one) => one.id === id);
  if (!found) return [];
  const lines = found.paragraphs.map(({ kind, runs }) => (kind === 'item' ? '- ' : '') + textOf(runs));
  return [...lines, ...found.missing.map((text) => `! ${text}`)].map((line) => line.replaceAll('\u00a0', ' '));
}

test('title and day', () => {
  const statement = draft();
  expect(statement.title.replaceAll('\u00a0', ' ')).toBe('Stellungnahme zum Beschlussantrag Nr. BA-001/2021');
  expect(draft({ paper: { kind: 'councilInquiry' } }).title).toContain('zur Ratsanfrage');
  expect(statement.asOf).toBe('2021-01-04');
  expect(statement.footnotes).toEqual(['PT: Personentage; VZÄ: Vollzeitäquivalente; T€: tausend Euro.']);
});

describe('reference', () => {
  test('subject, mover, receipt', () => {
    expect(block('reference')).toEqual([
      '- Gegenstand: Strategie für alle',
      '- Einreicher: Fraktion A',
      '- Eingang: 14.12.2020',
    ]);
  });

  test('what is not on record is named, disagreeing sources too', () => {
    const originators: PaperInput['originators'] = [
      { name: 'Fraktion A', kind: 'faction', source: 'S1', note: 'laut Stadt' },
      { name: 'Fraktion B', kind: 'faction', note: 'laut Fraktion' },
    ];
    const lines = block('reference', { paper: { receivedOn: undefined, originators } });
    expect(lines).toContain('- Einreicher: Fraktion A; Fraktion B');
    expect(lines).toContain('! Eingangsdatum ist nicht erfasst.');
    expect(lines).toContain('! Einreicher ist zu klären, die Quellen weichen ab: laut Stadt laut Fraktion');
    expect(block('reference', { paper: { originators: [] } })).toContain('! Einreicher ist nicht erfasst.');
  });

  test('an earlier statement makes this one an addition; a later one is not known', () => {
    const statement = (on: string): PaperInput['consultations'] => [{ body: 'Amt', role: 'statement', on }];
    expect(block('reference', { paper: { consultations: statement('2020-12-21') } })).toContain(
      'Ergänzung zur Stellungnahme vom 21.12.2020.',
    );
    expect(block('reference', { paper: { consultations: statement('2021-03-01') } }).join()).not.toContain('Ergänzung');
  });
});

describe('admissible', () => {
  const checks = (...list: [string, string][]): PaperInput['checks'] =>
    list.map(([check, decision]) => ({
      check,
      decision,
      reason: `Grund zu ${check}.`,
      by: 'Amt',
      on: '2021-01-04',
    })) as PaperInput['checks'];

  test('both findings together', () => {
    expect(block('admissible')).toEqual([
      'Der Beschlussantrag ist zulässig und abstimmungsfähig.',
      '! Entscheidung fehlt: Deckungsvorschlag.',
    ]);
  });

  test('two separate findings', () => {
    const decided = checks(
      ['competence', 'notMet'],
      ['quorum', 'met'],
      ['sixMonths', 'met'],
      ['votable', 'met'],
      ['fundingProposal', 'notMet'],
    );
    expect(block('admissible', { paper: { checks: decided } })).toEqual([
      'Der Beschlussantrag ist nicht zulässig. Grund zu competence.',
      'Der Beschlussantrag ist abstimmungsfähig.',
      'Ein Deckungsvorschlag liegt nicht vor. Grund zu fundingProposal.',
    ]);
  });

  test('nothing is claimed that nobody decided', () => {
    const lines = block('admissible', {
      paper: { checks: checks(['competence', 'met'], ['votable', 'met'], ['fundingProposal', 'met']) },
    });
    expect(lines).toEqual([
      'Der Beschlussantrag ist abstimmungsfähig.',
      '! Entscheidung fehlt: Quorum oder Fraktion.',
      '! Entscheidung fehlt: Sechsmonatsfrist.',
    ]);
  });

  test('an inquiry has no such block', () => {
    expect(block('admissible', { paper: { kind: 'councilInquiry' } })).toEqual([]);
  });
});

describe('earlier papers', () => {
  const related: PaperInput['related'] = [{ reference: 'RA-3/2020', relation: 'earlierInquiry' }];
  const inquiry = {
    id: 'ra-3',
    reference: 'RA-003/2020',
    kind: 'councilInquiry' as const,
    name: 'Was gilt?',
    receivedOn: '2020-05-04',
  };

  test('an answered inquiry, whatever the spelling of its number', () => {
    const others = [{ ...inquiry, answer: { on: '2020-05-25', summary: 'Es gilt die Agenda.' } }];
    expect(block('earlierPapers', { paper: { related }, others })).toEqual([
      'Die Ratsanfrage RA-003/2020 „Was gilt?“ vom 04.05.2020 betraf bereits diesen Gegenstand; die Verwaltung hat sie am 25.05.2020 beantwortet: Es gilt die Agenda.',
    ]);
  });

  test('a result is told only if it was known on the day', () => {
    const motion = { ...inquiry, kind: 'motion' as const, receivedOn: undefined };
    const told = (on?: string) =>
      block('earlierPapers', { paper: { related }, others: [{ ...motion, outcome: { result: 'adopted', on } }] });
    expect(told('2020-06-01')).toEqual([
      'Der Beschlussantrag RA-003/2020 „Was gilt?“ wurde am 01.06.2020 beschlossen.',
    ]);
    expect(told('2021-06-01')).toEqual(['Der Beschlussantrag RA-003/2020 „Was gilt?“ betrifft denselben Gegenstand.']);
    expect(told()).toContain('! Tag des Ergebnisses zu RA-003/2020 ist nicht erfasst.');
  });

  test('an unknown paper is named', () => {
    expect(block('earlierPapers', { paper: { related } })).toEqual(['! RA-3/2020 ist nicht als Datensatz erfasst.']);
  });
});

describe('scope', () => {
  test('agenda against city strategy, point by point', () => {
    const paper: Partial<PaperInput> = {
      versions: [{ number: 1, points: ['1', '2', '3'].map((number) => ({ number, text: 'Text.' })) }],
      pointDecisions: [
        { point: '1', scope: 'city', belongsTo: 'own', candidate: 'C1', by: 'Team', on: '2021-01-04' },
        {
          point: '2',
          scope: 'administration',
          relations: [
            { kind: 'project', id: 'A2' },
            { kind: 'obligation', id: 'file' },
          ],
          by: 'Team',
          on: '2021-01-04',
        },
      ],
    };
    expect(block('scope', { paper }).slice(1)).toEqual([
      'Handlungsfelder der Agenda sind: Verwaltung.',
      '- Punkt 1 gehört zu „Stadtstrategie“ (Stadt Kleinstadt, Entwurf). Dafür ist ein neues Vorhaben nötig: Stadtweite Strategie (C1).',
      '- Punkt 2 gehört zum Geltungsbereich der Agenda. Berührt werden Elektronische Bezahlung (A2) und § 16 SächsEGovG.',
      '! Zuordnung fehlt: Punkt 3.',
    ]);
  });
});

test('legal bases with their true force', () => {
  expect(block('legalBases')).toEqual([
    'Die Vorhaben der Agenda stützen sich auf folgende Normen, nach ihrer Bindung geordnet:',
    '- Gesetzlich vorgeschrieben: SächsEGovG § 3 (Frist 31.12.2021).',
    '- Der Stadt freigestellt: § 16 SächsEGovG (E-Akte nach eigener Entscheidung).',
  ]);
  const obligations = smallInput.obligations?.map((one) => ({
    ...one,
    addressee: 'Bund und Länder',
    asOf: '2022-01-01',
  }));
  const lines = block('legalBases', { agenda: { obligations } });
  expect(lines[1]).toBe(
    '- Gesetzlich vorgeschrieben, aber nicht an die Stadt selbst gerichtet: § 3 SächsEGovG (Frist 31.12.2021) (Adressat: Bund und Länder).',
  );
  expect(lines.at(-1)).toBe('! Fassung am 04.01.2021 prüfen, gelesen wurde eine spätere: SächsEGovG.');
  expect(block('legalBases', { agenda: { obligations: [] } })).toEqual(['! Rechtsgrundlagen sind nicht verknüpft.']);
});

test('strategies, needs, overview, partners, comparison: gaps are named', () => {
  expect(block('strategies')).toEqual([
    'Für die Stadt verbindlich ist „Masterplan“, herausgegeben von: Freistaat Sachsen.',
  ]);
  expect(block('strategies', { agenda: { strategies: [] } })).toEqual([
    '! Verbindliche Strategien sind nicht erfasst.',
  ]);
  expect(block('needs')).toEqual(['! Gespräche mit den Ämtern sind nicht erfasst.']);
  expect(block('partners')).toEqual(['! Partner sind nicht erfasst.']);
  expect(block('comparison')).toEqual(['! Vergleichsstädte sind nicht erfasst.']);
  expect(block('overview')).toEqual([
    'Vorgesehen ist folgende Beratungsfolge:',
    '- Stadtrat (Entscheidung) am 01.02.2021',
    '! Fundstelle des Überblicks über die Agenda (Intranet) ist nicht erfasst.',
  ]);
  expect(block('overview', { paper: { consultations: [] } })).toContain('! Beratungsfolge ist nicht erfasst.');
});

test('comparison: only what was known, with its day; old facts are marked', () => {
  const fact = (id: string, topic: 'approach' | 'population', text: string, asOf: string) => ({
    id,
    topic,
    text,
    asOf,
    source: 'S1',
  });
  const peerCities: AgendaInput['peerCities'] = [
    {
      id: 'peer',
      name: 'Nachbarstadt',
      state: 'Sachsen',
      relation: 'Partnerstadt',
      facts: [
        fact('a', 'approach', 'Sie beginnt mit der Verwaltung.', '2019-06-01'),
        fact('b', 'population', 'Sie hat 50.000 Einwohner.', '2020-12-31'),
        fact('c', 'approach', 'Sie ist fertig.', '2022-01-01'),
      ],
    },
  ];
  expect(block('comparison', { agenda: { peerCities } }).slice(1)).toEqual([
    '- Nachbarstadt (Partnerstadt): Sie hat 50.000 Einwohner (Stand 31.12.2020). Sie beginnt mit der Verwaltung (Stand 01.06.2019).',
    '! Älter als ein Jahr, bitte prüfen: Nachbarstadt, Stand 01.06.2019.',
  ]);
});

test('organisation, stages', () => {
  expect(block('organization')).toEqual([
    'Federführend für die Agenda sind: Lenkungsrunde seit 03/2020.',
    'Für Vorhaben stehen diese Rollen bereit; das Liniengeschäft ist abgezogen:',
    '- Projektleitung (PM), Hauptamt: 2,0 VZÄ, davon 50 % für Vorhaben',
  ]);
  expect(block('stages')).toEqual(['Stufe 1: Grundlagen.', '- Voraussetzung: Das Inventar liegt vor (erfüllt).']);
});

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

test('signatory', () => {
  expect(block('signatory')).toEqual(['Erika Muster', 'Bürgermeisterin']);
  expect(block('signatory', { paper: { signatory: undefined } })).toEqual(['! Wer unterzeichnet, ist nicht erfasst.']);
});
