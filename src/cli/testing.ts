import { type Agenda, parseAgenda } from '../agenda/index.ts';
import { smallAgenda } from '../agenda/testing.ts';
import { type Assessment, assessmentSchema, type Sentence } from '../council/index.ts';

/** The small agenda of the tests, read. */
export function testAgenda(): Agenda {
  const read = parseAgenda(smallAgenda());
  if ('faults' in read) throw new Error(read.faults[0]?.message.de);
  return read.agenda;
}

/** `{7 PT|e1}` in a text is a figure with evidence, `{7 PT|e1|◇}` an illustrative one. */
function sentence(de: string, en: string): Sentence {
  const runs = (text: string): Sentence['de'] =>
    text
      .split(/[{}]/)
      .map((part, i): Sentence['de'][number] => {
        if (i % 2 === 0) return { kind: 'words', text: part };
        const [figure = '', evidence = '', mark] = part.split('|');
        return { kind: 'figure', text: figure, evidence, illustrative: mark !== undefined };
      })
      .filter((run) => run.text !== '');
  return { de: runs(de), en: runs(en) };
}
const text = (de: string, en: string) => ({ de, en });
const same = (word: string) => text(word, word);

/** An answer in which every part of the printed page occurs. */
export function testAssessment(): Assessment {
  return assessmentSchema.parse({
    format: 'fahrplan-answer',
    version: 1,
    paper: {
      id: 'ba-001-2020',
      reference: 'BA-001/2020',
      kind: 'motion',
      name: 'Digitale Beteiligung für alle Stadtteile und Ortschaften',
      originators: [{ name: 'Fraktion A', kind: 'faction' }],
    },
    city: { id: 'neustadt', name: 'Neustadt' },
    asOf: '2020-08-31',
    verdict: testVerdict(),
    checks: [
      {
        check: 'votable',
        paragraph: 'Geschäftsordnung',
        question: text('Kann mit Ja oder Nein abgestimmt werden?', 'Can it be voted yes or no?'),
        hint: text('Zwei Punkte, keiner als Frage gefasst.', 'Two points, none of them a question.'),
        decision: { check: 'votable', decision: 'met', reason: 'Ja.', by: 'Büro', on: '2020-08-31' },
      },
      {
        check: 'quorum',
        paragraph: 'SächsGemO § 36 Abs. 5',
        question: text('Eingereicht von einer Fraktion?', 'Filed by a faction?'),
        hint: text('Fraktion A hat eingereicht.', 'Fraktion A has filed it.'),
        decision: null,
      },
    ],
    points: [
      {
        number: '1',
        text: 'Die Stadt richtet eine digitale Beteiligung ein.',
        scope: 'city',
        belongsTo: 'masterplan',
        relations: [{ kind: 'commitment', id: 'z1' }],
        candidate: 'C1',
        decidedBy: 'Programmteam',
        suggestions: [],
      },
      {
        number: '2',
        text: 'Über den Stand wird berichtet.',
        scope: null,
        belongsTo: null,
        relations: [],
        candidate: null,
        decidedBy: null,
        suggestions: [
          { relation: { kind: 'project', id: 'payment' }, title: 'E-Payment (payment)', score: 3, matchedWords: ['x'] },
        ],
      },
    ],
    candidate: { id: 'C1', name: 'Digitale Beteiligung' },
    answer: testAnswer(),
    reasons: [sentence('PM ist zu {96 %|e2|◇} belegt.', 'PM is loaded to {96%|e2|◇}.')],
    quality: [
      {
        subject: text('unberührt', 'untouched'),
        text: text('kein Beginn im Planungszeitraum', 'no start in the period'),
      },
      { subject: text('gehalten', 'kept'), text: text('bewiesen: kein früherer Beginn', 'proven: no earlier start') },
      { subject: text('verdrängend', 'displacing'), text: text('bester gefundener', 'best found') },
    ],
    assumptions: [sentence('Der Aufwand verteilt sich gleichmäßig.', 'Effort is spread evenly.')],
    measureTexts: [
      sentence('{+1,0 VZÄ|e3} PM: Beginn {04.01.2021|e4|◇}.', '{+1.0 FTE|e3} PM: start {4 January 2021|e4|◇}.'),
    ],
    tradeOffTexts: [
      sentence('Beginn {29.08.2022|e1|◇}: nichts rutscht.', 'Start {29 August 2022|e1|◇}: nothing slips.'),
      sentence('Beginn {04.01.2021|e4|◇}: E-Payment rutscht.', 'Start {4 January 2021|e4|◇}: E-Payment slips.'),
    ],
    evidence: [
      evidence('e1', '29.08.2022', 'frühester Beginn, gehalten', ['e2']),
      evidence('e2', '96 %', 'verplant durch verfügbar', []),
      evidence('e3', '+1,0 VZÄ', 'angenommene Stellen', []),
      {
        ...evidence('e4', '04.01.2021', 'Frist nach dem Gesetz', []),
        illustrative: false,
        provenance: 'sourced',
        source: { id: 'register', title: 'Melderegister', date: '2020-01-15' },
      },
    ],
  });
}

function evidence(id: string, value: string, derivation: string, restsOn: string[]): Assessment['evidence'][number] {
  return {
    id,
    key: id,
    value: same(value),
    derivation: same(derivation),
    refs: [],
    restsOn,
    provenance: 'computed',
    illustrative: true,
    source: null,
  };
}

function testVerdict(): Assessment['verdict'] {
  const none = sentence('–', '–');
  return {
    value: 'notNow',
    lookAgainOn: '2022-08-29',
    label: text('Ergebnis der Prüfung: nicht jetzt, Wiedervorlage am', 'Result: not now, look again on'),
    headline: sentence('Ab {29.08.2022|e1|◇} möglich.', 'Possible from {29 August 2022|e1|◇}.'),
    summary: sentence('Engpass ist PM, zu {96 %|e2|◇} belegt.', 'The bottleneck is PM, loaded to {96%|e2|◇}.'),
    dimensions: [
      {
        dimension: 'time',
        state: 'notNow',
        word: text('nicht jetzt', 'not now'),
        need: sentence('{20 Wochen|e1}', '{20 weeks|e1}'),
        free: sentence('ab {29.08.2022|e1|◇}', 'from {29 August 2022|e1|◇}'),
        binding: sentence('Vorhaben mit gesetzlicher Frist bis {31.12.2022|e4}', 'Projects with a deadline'),
      },
      {
        dimension: 'staff',
        state: 'insufficient',
        word: text('reicht nicht', 'insufficient'),
        need: none,
        free: none,
        binding: none,
      },
      { dimension: 'money', state: 'tight', word: text('knapp', 'tight'), need: none, free: none, binding: none },
      { dimension: 'law', state: 'ok', word: text('zulässig', 'admissible'), need: none, free: none, binding: none },
    ],
  };
}

type Answer = NonNullable<Assessment['answer']>;

function testAnswer(): Answer {
  const placement = { weeks: 20, mode: 'own', notBefore: '2020-10-19' };
  const tradeOff: Pick<Answer['tradeOffs'][number], 'finish' | 'dropped' | 'lateWeeksAtLeast' | 'quality'> = {
    finish: '2022-12-16',
    dropped: [],
    lateWeeksAtLeast: 0,
    quality: 'bestFound',
  };
  return {
    candidate: 'C1',
    askedStart: '2020-10-19',
    untouched: null,
    kept: { ...placement, start: '2022-08-29', finish: '2023-01-13', quality: 'proven' },
    displacing: { ...placement, start: '2021-01-04', finish: '2021-05-21', quality: 'bestFound' },
    tradeOffs: [
      { ...tradeOff, kind: 'keepAll', start: '2022-08-29', displaced: [], lateWeeks: 0, dutiesMissed: [] },
      {
        ...tradeOff,
        kind: 'protectDecided',
        start: '2021-01-04',
        displaced: [
          {
            project: 'payment',
            commitmentClass: 'mandatory',
            movedWeeks: 30,
            finish: '2022-01-21',
            previousFinish: '2021-06-25',
            deadline: '2021-12-31',
            lateWeeks: 3,
            statutoryMissed: true,
          },
        ],
        lateWeeks: 3,
        dutiesMissed: ['payment'],
      },
    ],
    extra: {
      start: '2020-10-19',
      finish: '2021-03-05',
      teams: [
        {
          team: 'PM',
          tenths: 125,
          months: [
            { month: '2020-10', tenths: 25 },
            { month: '2020-11', tenths: 100 },
          ],
        },
        { team: 'KEY', tenths: 30, months: [{ month: '2020-11', tenths: 30 }] },
      ],
      money: [{ budgetLine: 'programme', cents: 1_234_500, years: [{ year: 2020, cents: 1_234_500 }] }],
    },
    measures: [],
    reasons: [],
    notBinding: [],
    bottleneck: 'PM',
    teams: [],
    money: [],
    engine: { version: '1', seed: 1, iterations: 10, complete: true, inputsHash: null },
  };
}
