import { daysBetween, type Project, type ScheduledPhase } from '../../agenda/index.ts';
import { money, number, personDays } from '../../council/index.ts';
import type { PlanContext } from '../../planning/index.ts';
import type { OfficialDocument } from '../model.ts';
import {
  day,
  forecastOf,
  heading,
  nameOf,
  paragraph,
  type ReportFacts,
  type ReportOptions,
  report,
  table,
} from './facts.ts';

/** Work of one role, or of a partner, in one project. */
interface Share {
  project: Project;
  /** Id of the team; null for a partner, whose people we do not plan. */
  team: string | null;
  name: string;
  from: string;
  until: string;
  tenths: number;
  cents: number;
}

/** "How many staff of the city and of its partners in which project, and when?": one row per project and role. */
export function staffTable(facts: ReportFacts, { year }: ReportOptions): OfficialDocument {
  const context = forecastOf(facts);
  const about = year === undefined ? 'Personal je Vorhaben' : `Personal je Vorhaben ${year}`;
  const frame = { title: 'Wie viel Personal in welchem Vorhaben', about };
  if (!context)
    return report(facts, frame, [paragraph('Es gibt noch keinen Plan; Personal ist keinem Zeitraum zugeordnet.')]);
  const shares = sharesOf(context, year);
  const columns = [
    ['Vorhaben', 34],
    ['Rolle oder Partner', 26],
    ['von', 13],
    ['bis', 13],
    ['Aufwand', 13],
    ['Stellen', 11],
    ['Kosten', 12],
  ] as const;
  const rows = shares.map(({ project, team, name, from, until, tenths, cents }) => [
    nameOf(project),
    name,
    day(from),
    day(until),
    team ? personDays(tenths).de : '–',
    team ? number(tenths / 10 / workdays(from, until), 2).de : '–',
    cents > 0 ? money(cents).de : '–',
  ]);
  const own = Map.groupBy(
    shares.filter((one) => one.team !== null),
    (one) => one.name,
  );
  const totals = [...own].map(([name, all]) => [
    name,
    personDays(all.reduce((sum, one) => sum + one.tenths, 0)).de,
    String(new Set(all.map((one) => one.project.id)).size),
  ]);
  return report(facts, frame, [
    paragraph(
      `Grundlage ist der Arbeitsplan${year === undefined ? '' : `, gezählt ist nur ${year}`}. Geplant wird nach Rollen, nie nach Personen. Stellen: Aufwand geteilt durch die Arbeitstage des Zeitraums (Montag bis Freitag); Leistungen der Partner sind Kosten, keine Stellen der Stadt.`,
    ),
    heading('Je Vorhaben'),
    table('Personal je Vorhaben und Rolle', columns, rows, 'Im gewählten Zeitraum arbeitet niemand an einem Vorhaben.'),
    heading('Je Rolle'),
    table(
      'Aufwand je Rolle',
      [
        ['Rolle', 50],
        ['Aufwand', 25],
        ['Vorhaben', 25],
      ],
      totals,
      'Keine Rolle ist verplant.',
    ),
  ]);
}

const workdays = (from: string, until: string): number =>
  Math.max(1, Math.round((daysBetween(from, until) + 3) / 7) * 5);

function sharesOf(context: PlanContext, year: number | undefined): Share[] {
  return context.agenda.projects.flatMap((project) => {
    const found = new Map<string, Share>();
    for (const entry of context.phases.get(project.id) ?? []) addPhase(context, project, entry, year, found);
    return [...found.values()].filter((one) => one.tenths > 0 || one.team === null);
  });
}

/** Days of the phase that lie in the year; all of them without a year. */
function within(
  { start, finish }: ScheduledPhase,
  year: number | undefined,
): { from: string; until: string; part: number } | null {
  if (year === undefined) return { from: start, until: finish, part: 1 };
  const from = start > `${year}-01-01` ? start : `${year}-01-01`;
  const until = finish < `${year}-12-31` ? finish : `${year}-12-31`;
  if (from > until) return null;
  return { from, until, part: (daysBetween(from, until) + 1) / (daysBetween(start, finish) + 1) };
}

function addPhase(
  { agenda }: PlanContext,
  project: Project,
  entry: ScheduledPhase,
  year: number | undefined,
  found: Map<string, Share>,
): void {
  const time = within(entry, year);
  const work = project.phases.find((one) => one.id === entry.phase)?.work[entry.mode];
  if (!time || !work) return;
  const add = (team: string | null, name: string, tenths: number, cents: number): void => {
    const known = found.get(team ?? '') ?? {
      project,
      team,
      name,
      from: time.from,
      until: time.until,
      tenths: 0,
      cents: 0,
    };
    found.set(team ?? '', {
      ...known,
      from: time.from < known.from ? time.from : known.from,
      until: time.until > known.until ? time.until : known.until,
      tenths: known.tenths + tenths,
      cents: known.cents + cents,
    });
  };
  for (const [team, tenths] of Object.entries(work.effortTenths)) {
    const name = agenda.teams.find((one) => one.id === team)?.name ?? team;
    add(team, name, Math.round(tenths * time.part), 0);
  }
  const mode = project.modes.find((one) => one.id === entry.mode);
  if (mode && mode.kind !== 'own') {
    const cents = Math.round(work.costs.reduce((sum, cost) => sum + cost.cents, 0) * time.part);
    const partner = agenda.partners.find((one) => one.id === mode.partner)?.name;
    add(null, `${partner ?? mode.name} (Partner)`, 0, cents);
  }
}
