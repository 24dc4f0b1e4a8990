import { describe, expect, test } from 'vitest';
import type { AgendaInput } from '../../agenda/index.ts';
import type { PaperInput } from '../paper.ts';
import { smallAgenda, smallInput } from '../testing.ts';
import { block, draft } from './testing.ts';

test('title and day', () => {
  const statement = draft();
  expect(statement.title.replaceAll('\u00a0', ' ')).toBe('Stellungnahme zum Beschlussantrag Nr. BA-001/2021');
  expect(draft({ paper: { kind: 'councilInquiry' } }).title).toContain('Antwort auf die Ratsanfrage');
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
    '- Gesetzlich vorgeschrieben: § 3 (Frist 31.12.2021) SächsEGovG.',
    '- Der Stadt freigestellt: § 16 SächsEGovG (E-Akte nach eigener Entscheidung).',
  ]);
  const obligations = smallInput.obligations?.map((one) => ({
    ...one,
    addressee: 'Bund und Länder',
    asOf: '2022-01-01',
  }));
  const lines = block('legalBases', { agenda: { obligations } });
  expect(lines[1]).toBe(
    '- Gesetzlich vorgeschrieben, aber nicht an die Stadt selbst gerichtet: § 3 SächsEGovG (Frist 31.12.2021; Adressat: Bund und Länder).',
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

test('comparison: numbers stand side by side with ours, each in the words and with the day of its source', () => {
  const fact = { topic: 'population' as const, value: 50_000, asOf: '2020-12-31', source: 'S1' };
  const peerCities: AgendaInput['peerCities'] = [
    { id: 'a', name: 'Nah', state: 'Sachsen', facts: [{ ...fact, id: '1', text: 'Nah hat rund 50.000 Einwohner.' }] },
    {
      id: 'b',
      name: 'Fern',
      state: 'Sachsen',
      facts: [{ ...fact, id: '2', topic: 'size', value: 12, text: 'Die Agenda hat 12 Projekte.' }],
    },
  ];
  const city = {
    ...smallAgenda().city,
    population: [
      { on: '2019-12-31', value: 20_000 },
      { on: '2022-12-31', value: 1 },
    ],
  };
  expect(block('comparison', { agenda: { peerCities, city } })).toEqual([
    'Zum Vergleich, mit dem Stand der jeweiligen Quelle:',
    '| Stadt Kleinstadt | 20.000 (Stand 31.12.2019) | 2 Vorhaben (Stand 04.01.2021)',
    '| Nah | rund 50.000 (Stand 31.12.2020) | –',
    '| Fern | – | Die Agenda hat 12 Projekte (Stand 31.12.2020)',
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

test('signatory', () => {
  expect(block('signatory')).toEqual(['Erika Muster', 'Bürgermeisterin']);
  expect(block('signatory', { paper: { signatory: undefined } })).toEqual(['! Wer unterzeichnet, ist nicht erfasst.']);
});
