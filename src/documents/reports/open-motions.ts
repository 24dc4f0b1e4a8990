import { unitNameOn } from '../../agenda/index.ts';
import {
  type Consultation,
  isOpenOn,
  type Paper,
  type PaperDeadline,
  resolutionProgress,
} from '../../council/index.ts';
import type { OfficialDocument } from '../model.ts';
import { approvedFinishes, day, heading, type ReportFacts, type ReportOptions, report, table } from './facts.ts';
import { LIGHT_WORDS, type ListRow } from './resolutions.ts';

/**
 * All that a body still waits for, at each of its meetings: motions that are not settled and resolutions that are not
 * fulfilled, each with who, when, how it stands, and why it takes longer.
 */

const HEADS = [
  'Art',
  'Nr.',
  'Gegenstand',
  'Einreicher',
  'Eingang',
  'Zuständig',
  'Stand',
  'Frist',
  'Warum später',
] as const;

const KINDS: Partial<Record<Paper['kind'], string>> = {
  motion: 'Antrag',
  amendment: 'Änderungsantrag',
  draftResolution: 'Beschlussvorlage',
};

const ROLES: Record<Consultation['role'], string> = {
  statement: 'Stellungnahme',
  preliminary: 'Vorberatung',
  authoritative: 'Beschluss',
  hearing: 'Anhörung',
};

const RESULTS: Record<NonNullable<Consultation['result']>, string> = {
  adopted: 'angenommen',
  rejected: 'abgelehnt',
  referred: 'verwiesen',
  withdrawn: 'zurückgezogen',
  noted: 'zur Kenntnis genommen',
};

/** Rows of what is open, for one body or for all: motions by number, then resolutions by their day. */
export function openRows(facts: ReportFacts, { body }: ReportOptions): ListRow[] {
  const consulted = (paper: Paper): boolean =>
    body === undefined || paper.consultations.some((one) => one.body === body);
  const motions = facts.papers
    .filter((paper) => KINDS[paper.kind] !== undefined && isOpenOn(paper, facts.today) && consulted(paper))
    .toSorted((a, b) => (a.reference < b.reference ? -1 : 1))
    .map((paper) => motionRow(facts, paper));
  const finishes = approvedFinishes(facts);
  const resolutions = facts.resolutions
    .filter((one) => one.status === 'open' && (body === undefined || one.body === body))
    .toSorted((a, b) => (a.on < b.on ? -1 : 1))
    .map((one): ListRow => {
      const { light, rule } = resolutionProgress(one, finishes, facts.today);
      const late = light === 'late' || light === 'atRisk';
      const why = [...(late ? [rule.de] : []), ...(one.report ? [one.report.text] : [])].join(' ');
      const who = unitName(facts, one.responsible);
      return [
        'Beschluss',
        one.reference,
        one.name,
        one.body,
        day(one.on),
        who,
        LIGHT_WORDS[light],
        day(one.dueOn),
        why || '–',
      ];
    });
  return [...motions, ...resolutions];
}

function unitName({ agenda, today }: ReportFacts, id: string | undefined): string {
  const unit = agenda.units.find((one) => one.id === id);
  return unit ? unitNameOn(unit, today) : 'nicht benannt';
}

function motionRow(facts: ReportFacts, paper: Paper): ListRow {
  const owed = (facts.deadlines ?? [])
    .filter((one) => one.paper === paper.id && one.owed)
    .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1))[0];
  return [
    KINDS[paper.kind] ?? '',
    paper.reference,
    paper.name,
    paper.originators.map((one) => one.name).join(', ') || '–',
    day(paper.receivedOn),
    unitName(facts, paper.responsible),
    stateOf(paper, facts.today),
    day(owed?.dueOn),
    whyLate(paper, owed, facts.today),
  ];
}

/** What happened last, and what comes next. */
function stateOf({ consultations }: Paper, today: string): string {
  const dated = consultations.flatMap((one) => (one.on === undefined ? [] : [{ ...one, on: one.on }]));
  const last = dated.filter((one) => one.on <= today).toSorted((a, b) => (a.on < b.on ? 1 : -1))[0];
  const next = dated.filter((one) => one.on > today).toSorted((a, b) => (a.on < b.on ? -1 : 1))[0];
  const parts = [
    ...(last
      ? [`${ROLES[last.role]} ${last.body} ${day(last.on)}${last.result ? `: ${RESULTS[last.result]}` : ''}`]
      : []),
    ...(next ? [`als Nächstes ${ROLES[next.role]} ${next.body} ${day(next.on)}`] : []),
  ];
  return parts.join('; ') || 'noch nicht beraten';
}

/** Only what is on record: a deadline that has passed, notes of the meetings, and that no further day is set. */
function whyLate({ consultations, outcome }: Paper, owed: PaperDeadline | undefined, today: string): string {
  const notes = [...consultations.flatMap((one) => one.resultNote ?? []), ...(outcome?.note ? [outcome.note] : [])];
  const parts = [
    ...(owed?.overdue ? [`Frist verstrichen (${owed.basis.de}).`] : []),
    ...notes.map((note) => (/[.!?]$/.test(note) ? note : `${note}.`)),
    ...(consultations.some((one) => one.on !== undefined && one.on > today) ? [] : ['Kein weiterer Termin erfasst.']),
  ];
  return parts.join(' ') || '–';
}

const COLUMNS = [
  ['Nr.', 14],
  ['Gegenstand', 32],
  ['Zuständig', 16],
  ['Stand', 26],
  ['Frist', 12],
  ['Warum später', 30],
] as const;

/** The list as a document: who filed it stands with the subject, so that it fits on A4. */
export function openMotions(facts: ReportFacts, options: ReportOptions): OfficialDocument {
  const title = 'Offene Anträge und Beschlüsse';
  const frame = { title, about: 'Was noch nicht erledigt ist: wer, wann, Stand, warum es dauert', body: options.body };
  const rows = openRows(facts, options).map(([kind, reference, name, by, on, who, state, due, why]) =>
    [reference, `${name} (${kind}, ${by}, ${on})`, who, state, due, why].map((cell) => cell ?? ''),
  );
  const none = 'Für diese Auswahl ist kein Antrag und kein Beschluss offen.';
  return report(facts, frame, [heading('Noch nicht erledigt'), table(title, COLUMNS, rows, none)], 'compact');
}

/** The same list for programs, heads first. */
export const openTable = (facts: ReportFacts, options: ReportOptions): ListRow[] => [
  HEADS,
  ...openRows(facts, options),
];
