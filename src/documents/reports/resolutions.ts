import type { Commitment } from '../../agenda/index.ts';
import {
  date,
  type FollowUp,
  followUps,
  type Resolution,
  type ResolutionLight,
  resolutionProgress,
} from '../../council/index.ts';
import type { OfficialDocument } from '../model.ts';
import {
  approvedFinishes,
  day,
  forecastOf,
  heading,
  list,
  paragraph,
  type ReportFacts,
  type ReportOptions,
  report,
  table,
} from './facts.ts';

/** The light as a word: a colour alone says nothing, and means something else in every city. */
export const LIGHT_WORDS: Record<ResolutionLight, string> = {
  done: 'erledigt',
  notPursued: 'nicht weiter verfolgt',
  late: 'rot: überfällig',
  atRisk: 'gelb: gefährdet',
  onTrack: 'grün: läuft',
  notBegun: 'grau: nicht begonnen',
};

export const STATE_WORDS: Record<FollowUp['state'], string> = {
  settled: 'erledigt',
  overdue: 'rot: überfällig',
  eventCame: 'gelb: Ereignis eingetreten',
  soon: 'gelb: bald fällig',
  untied: 'grau: an kein Vorhaben gebunden',
  waiting: 'grün: noch nicht fällig',
};

const LIGHT_RULES: readonly string[] = [
  'rot: Die Frist oder der Termin einer Aufgabe ist verstrichen.',
  'gelb: Ein Vorhaben endet nach dem genehmigten Plan erst nach der Frist oder hat keinen Termin; bei Zusagen: Das Ereignis ist eingetreten, oder der Termin liegt in den nächsten 30 Tagen.',
  'grün: Die Sache ist veranlasst, und kein Termin ist verstrichen.',
  'grau: Weder Aufgabe noch Vorhaben ist festgelegt.',
];

/** A row of the list of resolutions and promises, the same in the document and in the CSV file. */
export type ListRow = readonly string[];

export const RESOLUTION_HEADS = ['Nr.', 'Gegenstand', 'Gremium', 'am', 'Stand', 'Regel', 'Bericht', 'Frist'] as const;
const PROMISE_HEADS = ['Papier', 'Zusage', 'fällig', 'Stand'] as const;

const inOrder = (resolutions: readonly Resolution[]): Resolution[] =>
  resolutions.toSorted((a, b) => (a.on === b.on ? (a.reference < b.reference ? -1 : 1) : a.on < b.on ? 1 : -1));

/** Resolutions of a body, the newest first. */
export function resolutionRows(facts: ReportFacts, { body }: ReportOptions): ListRow[] {
  const finishes = approvedFinishes(facts);
  return inOrder(facts.resolutions.filter((one) => body === undefined || one.body === body)).map((one) => {
    const { light, rule } = resolutionProgress(one, finishes, facts.today);
    return [
      one.reference,
      one.name,
      one.body,
      day(one.on),
      LIGHT_WORDS[light],
      rule.de,
      one.report?.text ?? '',
      day(one.dueOn),
    ];
  });
}

/** Promises with where they stand, the most urgent first. */
export function promiseRows(facts: ReportFacts): ListRow[] {
  const { commitments, prerequisites, projects } = facts.agenda;
  const context = forecastOf(facts);
  const finishOf = (id: string): string | null => context?.dates.get(id)?.finish ?? null;
  const byId = new Map(commitments.map((one) => [one.id, one]));
  return followUps(commitments, { prerequisites, projects, finishOf }, facts.today).flatMap((state) => {
    const one = byId.get(state.id);
    return one ? [[one.paper, one.text, dueOf(one, state), promiseState(one, state)]] : [];
  });
}

function dueOf({ due }: Commitment, { expectedOn }: FollowUp): string {
  if (due.kind === 'date') return date(due.on).de;
  return `${due.event}${expectedOn ? `, erwartet ${date(expectedOn).de}` : ''}`;
}

export const promiseState = ({ status }: Commitment, { state }: FollowUp): string => {
  if (state !== 'settled') return STATE_WORDS[state];
  return status === 'broken' ? 'nicht eingehalten' : status === 'withdrawn' ? 'zurückgenommen' : 'eingehalten';
};

/** What became of resolutions and promises, for one body or for all: a light with its rule and three sentences at most. */
export function resolutionList(facts: ReportFacts, options: ReportOptions): OfficialDocument {
  const rows = resolutionRows(facts, options).map(([reference, name, body, on, light, rule, text, due]) => [
    `${reference}`,
    `${name} (${body}, ${on})`,
    `${light}: ${rule}`.replace(/^(erledigt|nicht weiter verfolgt): .*$/, '$1'),
    text || '–',
    `${due}`,
  ]);
  const columns = [
    ['Nr.', 14],
    ['Gegenstand', 32],
    ['Stand und Regel', 24],
    ['Bericht', 28],
    ['Frist', 12],
  ] as const;
  const promised = PROMISE_HEADS.map((head, index) => [head, [16, 46, 24, 20][index] ?? 10] as const);
  const frame = { title: 'Beschlüsse und Zusagen', about: 'Stand der Beschlüsse und Zusagen', body: options.body };
  return report(facts, frame, [
    heading('Was die Ampel bedeutet'),
    ...list(LIGHT_RULES),
    heading('Beschlüsse'),
    table('Beschlüsse mit Stand und Bericht', columns, rows, 'Für diese Auswahl ist kein Beschluss erfasst.'),
    heading('Zusagen der Verwaltung'),
    ...(options.body ? [paragraph('Zusagen sind nicht nach Gremien getrennt erfasst; genannt sind alle.')] : []),
    table('Zusagen mit Stand', promised, promiseRows(facts), 'Es ist keine Zusage erfasst.'),
  ]);
}

/** The same list as lines of a table for programs: one line per resolution, then one per promise. */
export function resolutionTable(facts: ReportFacts, options: ReportOptions): ListRow[] {
  return [
    ['Art', ...RESOLUTION_HEADS],
    ...resolutionRows(facts, options).map((row) => ['Beschluss', ...row]),
    ...promiseRows(facts).map(([paper = '', text = '', due = '', state = '']) => [
      'Zusage',
      paper,
      text,
      '',
      '',
      state,
      '',
      '',
      due,
    ]),
  ];
}
