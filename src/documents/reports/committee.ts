import { daysBetween, deadlinesOf, isEnded, type Project } from '../../agenda/index.ts';
import { date, money, percent } from '../../council/index.ts';
import { loadView, overview, type PlanContext } from '../../planning/index.ts';
import type { OfficialDocument, Part } from '../model.ts';
import { endangeredParts, endangeredProjects } from './endangered.ts';
import {
  counted,
  day,
  forecastOf,
  heading,
  nameOf,
  paragraph,
  type ReportFacts,
  type ReportOptions,
  report,
  STATUS_WORDS,
  table,
} from './facts.ts';

/**
 * The report to a committee, as councils ask for it twice a year: plan against forecast for time, result and budget,
 * and for every endangered project its causes and what can be decided.
 */
export function committeeReport(facts: ReportFacts, { body }: ReportOptions): OfficialDocument {
  const context = forecastOf(facts);
  const frame = {
    title: 'Bericht zum Stand der Digitalen Agenda',
    about: 'Plan und Prognose: Zeit, Ergebnis, Haushalt',
    body,
  };
  if (!context) {
    return report(facts, frame, [
      paragraph('Es gibt noch keinen Plan; Plan und Prognose lassen sich nicht vergleichen.'),
    ]);
  }
  const endangered = endangeredProjects(context);
  return report(facts, frame, [
    heading('Überblick'),
    ...overviewParts(context, endangered.length),
    heading('Zeit: Plan und Prognose'),
    paragraph(
      'Genannt sind alle Vorhaben, die laufen, vom genehmigten Plan abweichen oder eine Frist haben. Die Prognose ist der Abschluss nach dem Arbeitsplan.',
    ),
    timeTable(context),
    heading('Ergebnis'),
    resultTable(context),
    heading('Haushalt'),
    ...budgetTables(context),
    heading('Gefährdete Vorhaben: Ursachen und Entscheidungen'),
    ...(endangered.length > 0
      ? endangeredParts(context, endangered)
      : [
          paragraph(
            'Kein Vorhaben ist gefährdet: Nach der Prognose werden alle genehmigten Termine und Fristen eingehalten.',
          ),
        ]),
  ]);
}

function overviewParts(context: PlanContext, endangered: number): Part[] {
  const { agenda, approved, approvedDates, dates } = context;
  const is = (...states: Project['status'][]): number =>
    agenda.projects.filter(({ status }) => states.includes(status)).length;
  const moved = (later: boolean): number =>
    agenda.projects.filter(({ id }) => {
      const [before, now] = [approvedDates.get(id)?.finish, dates.get(id)?.finish];
      return before !== undefined && now !== undefined && (later ? now > before : now < before);
    }).length;
  const { obligationsWithDeadline, obligationsKept, bottleneck } = overview(context);
  return [
    paragraph(
      `Die Agenda umfasst ${counted(agenda.projects.length, 'Vorhaben', 'Vorhaben')}: ${is('succeeded')} abgeschlossen, ${is('inProgress')} laufend, ${is('suggested', 'planned', 'waiting')} geplant, ${is('failed', 'rejected', 'stopped')} nicht weiter verfolgt.`,
    ),
    paragraph(
      approved
        ? `Gegenüber dem genehmigten Plan vom ${date(approved.on).de} enden ${moved(true)} Vorhaben später und ${moved(false)} früher. Gefährdet: ${counted(endangered, 'Vorhaben', 'Vorhaben')}.`
        : 'Einen genehmigten Plan gibt es noch nicht; die Prognose wird nur mit den Fristen verglichen.',
    ),
    paragraph(
      `Von ${counted(obligationsWithDeadline, 'Pflicht', 'Pflichten')} mit Frist ${obligationsKept === 1 ? 'wird' : 'werden'} ${obligationsKept} eingehalten.${
        bottleneck
          ? ` Am stärksten belegt ist die Rolle ${bottleneck.name}, bis ${date(bottleneck.until).de} zu ${percent((100 * bottleneck.plannedTenths) / Math.max(1, bottleneck.availableTenths)).de}.`
          : ''
      }`,
    ),
  ];
}

function timeTable({ agenda, asOf, approvedDates, dates }: PlanContext): Part {
  const rows = agenda.projects.flatMap((project) => {
    if (isEnded(project)) return [];
    const approved = approvedDates.get(project.id)?.finish ?? null;
    const forecast = dates.get(project.id)?.finish ?? null;
    const [deadline] = deadlinesOf(agenda, project, asOf).toSorted((a, b) => (a.on < b.on ? -1 : 1));
    if (project.status !== 'inProgress' && approved === forecast && !deadline) return [];
    return [
      [
        nameOf(project),
        day(approved),
        day(forecast),
        deviation(approved, forecast),
        deadline ? `${day(deadline.on)} (${deadline.kind === 'statutory' ? 'gesetzlich' : 'zugesagt'})` : '–',
        deadline && forecast ? margin(daysBetween(forecast, deadline.on)) : '–',
      ],
    ];
  });
  const columns = [
    ['Vorhaben', 32],
    ['genehmigt bis', 14],
    ['Prognose', 14],
    ['Abweichung', 14],
    ['Frist', 15],
    ['Abstand', 13],
  ] as const;
  return table('Zeit: genehmigter Plan und Prognose je Vorhaben', columns, rows, 'Kein Vorhaben läuft oder weicht ab.');
}

function deviation(approved: string | null, forecast: string | null): string {
  if (approved === null || forecast === null) return '–';
  const weeks = Math.round(daysBetween(approved, forecast) / 7);
  if (weeks === 0) return 'keine';
  return `${counted(Math.abs(weeks), 'Woche', 'Wochen')} ${weeks > 0 ? 'später' : 'früher'}`;
}

const margin = (days: number): string =>
  days < 0 ? `${counted(-days, 'Tag', 'Tage')} zu spät` : counted(days, 'Tag', 'Tage');

function resultTable({ agenda, asOf }: PlanContext): Part {
  const rows = agenda.projects
    .filter(
      (project) => project.status === 'inProgress' || project.status === 'succeeded' || project.reports.length > 0,
    )
    .map((project) => {
      const last = project.reports.toSorted((a, b) => (a.on < b.on ? 1 : -1))[0];
      const next = project.milestones.filter((one) => one.on >= asOf).toSorted((a, b) => (a.on < b.on ? -1 : 1))[0];
      const { rollout } = project;
      const done = rollout.reduce((sum, one) => sum + one.percent, 0) / Math.max(1, rollout.length);
      return [
        nameOf(project),
        STATUS_WORDS[project.status],
        last
          ? `${day(last.on)}: ${STATUS_WORDS[last.status]}${last.reason ? `, ${last.reason}` : ''}`
          : 'keine Meldung',
        next ? `${next.name}, ${day(next.on)}` : '–',
        rollout.length > 0 ? `${percent(done).de} über ${counted(rollout.length, 'Amt', 'Ämter')}` : '–',
      ];
    });
  const columns = [
    ['Vorhaben', 30],
    ['Stand', 13],
    ['letzte Meldung', 27],
    ['nächster Meilenstein', 20],
    ['Ausrollung', 14],
  ] as const;
  return table('Ergebnis je Vorhaben', columns, rows, 'Noch kein Vorhaben hat begonnen oder ist gemeldet.');
}

const ADOPTION = { adopted: 'beschlossen', draft: 'Entwurf', forecast: 'Prognose' } as const;

function budgetTables(context: PlanContext): Part[] {
  const { budgetLines, followUp } = loadView(context);
  const lines = budgetLines.map((line) => {
    const rows = line.years.map((one) => [
      `${one.year} (${ADOPTION[one.status]})`,
      ...[one.amountCents, one.carriedInCents, one.runningCents, one.plannedCents, one.freeCents].map(
        (cents) => money(cents).de,
      ),
    ]);
    const columns = [
      ['Jahr', 22],
      ['Ansatz', 14],
      ['Übertrag', 14],
      ['laufend gebunden', 18],
      ['verplant', 14],
      ['frei', 14],
    ] as const;
    return [paragraph(line.name), table(`Haushalt: ${line.name}`, columns, rows, 'Keine Ansätze erfasst.')];
  });
  const costs = followUp.filter((one) => one.cents > 0).map((one) => `${one.year}: ${money(one.cents).de}`);
  return [
    ...(lines.length > 0 ? lines.flat() : [paragraph('Haushaltsmittel sind nicht erfasst.')]),
    ...(costs.length > 0 ? [paragraph(`Folgekosten abgeschlossener Vorhaben: ${costs.join('; ')}.`)] : []),
  ];
}
