import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Agenda, type AgendaInput, agendaSchema } from '../agenda/index.ts';
import { type Answer, answerSchema, type Measure } from '../planning/index.ts';
import { type Paper, type PaperInput, paperSchema } from './paper.ts';

/** A small town with one of each: enough to say every sentence, small enough to read. */

const OWN = [{ id: 'own', name: 'Eigenleistung', kind: 'own' as const }];

const phase = (weeks: number, effortTenths: Record<string, number>, cents = 0) => ({
  id: 'work',
  name: 'Umsetzung',
  work: { own: { weeks, effortTenths, costs: cents > 0 ? [{ budgetLine: 'digital', cents }] : [] } },
});

const NORM = { law: 'SächsEGovG', addressee: 'Gemeinden', asOf: '2020-01-01', trigger: { kind: 'inForce' as const } };

export const smallInput: AgendaInput = {
  format: 'fahrplan-agenda',
  version: 1,
  city: { id: 'town', name: 'Stadt Kleinstadt', agsKey: '14000000', state: 'Sachsen', budgetRhythm: 'annual' },
  name: 'Digitale Agenda',
  planStart: '2021-01-04',
  sources: [{ id: 'S1', title: 'Beschluss der Stadt', date: '2020-11-02' }],
  units: [
    { id: 'office', kind: 'office', names: [{ name: 'Hauptamt' }] },
    { id: 'steering', kind: 'body', names: [{ name: 'Lenkungsrunde', from: '2020-03-01' }] },
  ],
  teams: [
    {
      id: 'PM',
      name: 'Projektleitung',
      shortName: 'PM',
      unit: 'office',
      capacity: [{ from: '2021-01-04', fte: 2, projectSharePercent: 50 }],
      costPerFteCents: 8_000_000,
    },
  ],
  budgetLines: [
    { id: 'digital', name: 'Programmmittel', carryOverPercent: 100, years: [{ year: 2021, amountCents: 10_000_000 }] },
  ],
  stages: [{ id: 'one', name: 'Grundlagen', entryConditions: [{ text: 'Das Inventar liegt vor.', projects: ['A1'] }] }],
  actionFields: [
    { id: 'inside', name: 'Verwaltung', scope: 'administration' },
    { id: 'outside', name: 'Stadtgesellschaft', scope: 'city' },
  ],
  projects: [
    {
      id: 'A1',
      name: 'Inventar der Leistungen',
      actionField: 'inside',
      commitmentClass: 'prerequisite',
      status: 'succeeded',
      modes: OWN,
      leadUnit: 'steering',
    },
    {
      id: 'A2',
      name: 'Elektronische Bezahlung',
      actionField: 'inside',
      commitmentClass: 'mandatory',
      status: 'inProgress',
      modes: OWN,
      phases: [phase(30, { PM: 400 }, 2_000_000)],
      obligations: ['payment'],
      deadlines: [{ on: '2021-12-31', kind: 'statutory', obligation: 'payment' }],
    },
    {
      id: 'A3',
      name: 'Elektronische Akte',
      actionField: 'inside',
      commitmentClass: 'decided',
      status: 'planned',
      modes: OWN,
      phases: [phase(40, { PM: 300 })],
      obligations: ['file'],
      deadlines: [{ on: '2022-06-30', kind: 'promised' }],
    },
  ],
  obligations: [
    {
      id: 'payment',
      ...NORM,
      paragraph: '§ 3',
      name: 'Elektronische Zahlung',
      duty: 'Zahlung ermöglichen.',
      force: 'must',
      deadline: '2021-12-31',
    },
    {
      id: 'file',
      ...NORM,
      paragraph: '§ 16',
      name: 'E-Akte nach eigener Entscheidung',
      duty: 'Die Stadt entscheidet.',
      force: 'optional',
    },
  ],
  strategies: [
    { id: 'state', name: 'Masterplan', issuer: 'Freistaat Sachsen', level: 'state', binding: true },
    { id: 'own', name: 'Stadtstrategie', issuer: 'Stadt Kleinstadt', level: 'city', binding: false, status: 'draft' },
  ],
};

export function smallAgenda(changes: Partial<AgendaInput> = {}): Agenda {
  return agendaSchema.parse({ ...smallInput, ...changes });
}

const met = (check: string) => ({ check, decision: 'met', reason: 'Geprüft.', by: 'Rechtsamt', on: '2021-01-04' });

const candidate = {
  id: 'C1',
  name: 'Stadtweite Strategie',
  actionField: 'outside',
  commitmentClass: 'optional' as const,
  status: 'suggested' as const,
  modes: OWN,
  phases: [phase(20, { PM: 500 }, 9_000_000)],
};

export const paperInput: PaperInput = {
  format: 'fahrplan-paper',
  version: 1,
  id: 'ba-1-2021',
  reference: 'BA-001/2021',
  kind: 'motion',
  name: 'Strategie für alle',
  originators: [{ name: 'Fraktion A', kind: 'faction' }],
  receivedOn: '2020-12-14',
  versions: [{ number: 1, points: [{ number: '1', text: 'Die Stadt erarbeitet eine Digitalisierungsstrategie.' }] }],
  consultations: [{ body: 'Stadtrat', role: 'authoritative', on: '2021-02-01' }],
  checks: [met('competence'), met('quorum'), met('sixMonths'), met('votable')] as PaperInput['checks'],
  pointDecisions: [
    { point: '1', scope: 'city', belongsTo: 'own', candidate: 'C1', by: 'Programmteam', on: '2021-01-04' },
  ],
  candidates: [candidate],
  signatory: { name: 'Erika Muster', office: 'Bürgermeisterin' },
};

export function smallPaper(changes: Partial<PaperInput> = {}): Paper {
  return paperSchema.parse({ ...paperInput, ...changes });
}

export const moneyMeasure: Measure = {
  kind: 'money',
  changes: [{ kind: 'money', budgetLine: 'digital', year: 2021, cents: 9_000_000 }],
  team: null,
  fte: 0,
  from: null,
  costCentsPerYear: 0,
  start: '2021-09-06',
  gainWeeks: 0,
  quality: 'proven',
};

export const postsMeasure: Measure = {
  kind: 'posts',
  changes: [{ kind: 'posts', team: 'PM', fte: 1, from: '2021-07-01' }],
  team: 'PM',
  fte: 1,
  from: '2021-07-01',
  costCentsPerYear: 8_000_000,
  start: '2021-06-07',
  gainWeeks: 13,
  quality: 'proven',
};

const placement = (start: string, finish: string) => ({
  start,
  finish,
  weeks: 20,
  mode: 'own',
  quality: 'proven' as const,
  notBefore: start,
});

/** The candidate could start in February and has to wait for September. */
export function smallAnswer(changes: Partial<Answer> = {}): Answer {
  return {
    candidate: 'C1',
    askedStart: '2021-02-08',
    untouched: placement('2021-10-04', '2022-02-18'),
    kept: placement('2021-09-06', '2022-01-21'),
    displacing: placement('2021-02-08', '2021-06-25'),
    tradeOffs: [],
    extra: null,
    measures: [moneyMeasure, postsMeasure],
    reasons: [],
    notBinding: [],
    bottleneck: 'PM',
    teams: [
      {
        team: 'PM',
        until: '2021-12-31',
        availableTenths: 2000,
        plannedTenths: 1700,
        dutyTenths: 400,
        decidedTenths: 1300,
        freeTenths: 300,
        neededTenths: 500,
      },
    ],
    money: [
      {
        budgetLine: 'digital',
        until: '2021-12-31',
        availableCents: 10_000_000,
        runningCents: 0,
        plannedCents: 2_000_000,
        freeCents: 8_000_000,
        neededCents: 9_000_000,
      },
    ],
    engine: { version: '0.1.0', seed: 1, iterations: 100, complete: true, inputsHash: null },
    ...changes,
  };
}

const EXAMPLE = join(import.meta.dirname, '..', '..', 'examples', 'chemnitz');
export const GOLDEN = join(import.meta.dirname, 'golden');

const read = (...path: string[]): unknown => JSON.parse(readFileSync(join(...path), 'utf8'));

/** The example city with its papers, and the stored answer for its motion. */
export function chemnitz(): { agenda: Agenda; papers: Paper[]; motion: Paper; others: Paper[]; answer: Answer } {
  const papers = readdirSync(join(EXAMPLE, 'papers'))
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => paperSchema.parse(read(EXAMPLE, 'papers', name)));
  const motion = papers.find((paper) => paper.id === 'ba-090-2020');
  if (!motion) throw new Error('the example has no BA-090/2020');
  return {
    agenda: agendaSchema.parse(read(EXAMPLE, 'agenda.json')),
    papers,
    motion,
    others: papers.filter((paper) => paper !== motion),
    answer: answerSchema.parse(read(GOLDEN, 'ba-090-2020.answer.gen.json')),
  };
}

/** An inquiry of one question, with what a test says otherwise. */
export const inquiry = (more: Partial<PaperInput> = {}): Paper =>
  paperSchema.parse({
    format: 'fahrplan-paper',
    version: 1,
    id: 'ra-1-2021',
    reference: 'RA-001/2021',
    kind: 'councilInquiry',
    name: 'Stellen',
    receivedOn: '2021-01-04',
    versions: [{ number: 1, points: [{ number: '1', text: 'Wie viele?' }] }],
    ...more,
  });
