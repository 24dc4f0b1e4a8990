import { date, type Paper, percent } from '../../council/index.ts';
import { overview, type PlanContext } from '../../planning/index.ts';
import type { OfficialDocument, Part } from '../model.ts';
import { endangeredProjects } from './endangered.ts';
import {
  counted,
  day,
  forecastOf,
  heading,
  list,
  nameOf,
  paragraph,
  type ReportFacts,
  type ReportOptions,
  report,
  table,
} from './facts.ts';

/** Entries of each list: more than this does not stand on one page. */
const MOST = 5;

/** What a faction wants to know, on one page: where the agenda stands, what is in danger, what is to be decided. */
export function factionBriefing(facts: ReportFacts, { faction }: ReportOptions): OfficialDocument {
  const context = forecastOf(facts);
  const frame = {
    title: 'Die Digitale Agenda auf einer Seite',
    about: 'Kurzinformation für die Fraktionen',
    body: faction,
  };
  const parts = context ? planned(context) : [paragraph('Es gibt noch keinen Plan.')];
  return report(facts, frame, [...parts, ...decisions(facts), ...papersOf(facts, faction)], 'compact');
}

function planned(context: PlanContext): Part[] {
  const view = overview(context);
  const endangered = endangeredProjects(context);
  const { bottleneck } = view;
  const facts = [
    `${counted(context.agenda.projects.length, 'Vorhaben', 'Vorhaben')} in ${counted(view.areas.length, 'Handlungsfeld', 'Handlungsfeldern')}; ${counted(endangered.length, 'Vorhaben ist', 'Vorhaben sind')} gefährdet.`,
    `${view.obligationsKept} von ${counted(view.obligationsWithDeadline, 'Pflicht', 'Pflichten')} mit Frist werden eingehalten.`,
    ...(bottleneck
      ? [
          `Engpass ist die Rolle ${bottleneck.name}: bis ${date(bottleneck.until).de} zu ${percent((100 * bottleneck.plannedTenths) / Math.max(1, bottleneck.availableTenths)).de} verplant.`,
        ]
      : []),
  ];
  const areas = view.areas.map((area) => [
    area.name,
    String(area.done),
    String(area.running),
    String(area.planned),
    day(area.finish),
  ]);
  const columns = [
    ['Handlungsfeld', 40],
    ['abgeschlossen', 15],
    ['laufend', 12],
    ['geplant', 12],
    ['letzter Abschluss', 18],
  ] as const;
  const risks = endangered.slice(0, MOST).map(({ project, causes }) => `${nameOf(project)}: ${causes[0] ?? ''}`);
  const next = view.milestones.slice(0, MOST).map((one) => `${day(one.on)}: ${one.name}`);
  return [
    heading('Stand'),
    ...list(facts),
    table('Stand je Handlungsfeld', columns, areas, 'Noch keine Vorhaben.'),
    heading('Gefährdet'),
    ...(risks.length > 0 ? list(risks) : [paragraph('Kein Vorhaben ist gefährdet.')]),
    ...more(endangered.length),
    heading('Nächste Termine'),
    ...(next.length > 0 ? list(next) : [paragraph('Keine Termine erfasst.')]),
  ];
}

const more = (count: number): Part[] =>
  count > MOST ? [paragraph(`Dazu ${count - MOST} weitere; alle nennt der Ausschussbericht.`)] : [];

function decisions({ agenda, papers }: ReportFacts): Part[] {
  const waiting = agenda.prerequisites
    .filter((one) => one.kind === 'councilDecision' && !one.metOn)
    .map((one) => `${one.name}${one.expectedOn ? `, erwartet ${day(one.expectedOn)}` : ''}`);
  const open = papers
    .filter((one) => one.kind === 'draftResolution' && isOpen(one))
    .map((one) => `${one.reference} ${one.name}`);
  const all = [...waiting, ...open];
  return [
    heading('Zu entscheiden hat der Stadtrat'),
    ...(all.length > 0 ? list(all.slice(0, MOST)) : [paragraph('Derzeit steht keine Entscheidung an.')]),
  ];
}

const isOpen = ({ outcome }: Paper): boolean => outcome === undefined || outcome.result === 'open';

export const OUTCOME_WORDS: Record<NonNullable<Paper['outcome']>['result'], string> = {
  adopted: 'beschlossen',
  rejected: 'abgelehnt',
  withdrawn: 'zurückgezogen',
  answered: 'beantwortet',
  open: 'offen',
};

function papersOf({ papers }: ReportFacts, faction: string | undefined): Part[] {
  if (faction === undefined) return [];
  const own = papers.filter((paper) => paper.originators.some((one) => one.name === faction));
  const lines = own.map(
    ({ reference, name, outcome }) =>
      `${reference} ${name}: ${OUTCOME_WORDS[outcome?.result ?? 'open']}${outcome?.on ? ` am ${date(outcome.on).de}` : ''}`,
  );
  return [
    heading('Ihre Anträge und Anfragen'),
    ...(lines.length > 0 ? list(lines.slice(-MOST)) : [paragraph('Zu dieser Fraktion ist kein Papier erfasst.')]),
  ];
}
