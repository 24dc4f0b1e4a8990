import type { Agenda } from '../../agenda/index.ts';

/** What a column of a project list can be. `effort:PM` are person-days of a team, `cost:digital` money of a line. */
export const plainTargets = [
  'id',
  'name',
  'shortName',
  'actionField',
  'leadUnit',
  'participants',
  'partners',
  'status',
  'commitmentClass',
  'purpose',
  'benefit',
  'caseNumberPerYear',
  'earliestStart',
  'deadline',
  'weeks',
  'finishedOn',
  'obligations',
  'papers',
  'followUpCost',
] as const;
export type PlainTarget = (typeof plainTargets)[number];
export type Target = PlainTarget | `effort:${string}` | `cost:${string}`;

/** Words in headings that cities use, in letters and digits only, in German and English. */
const WORDS: Record<PlainTarget, readonly string[]> = {
  id: ['schlüssel', 'kennung', 'id', 'nr', 'lfdnr', 'laufendenummer', 'nummer', 'projektnr', 'projektnummer', 'key'],
  name: ['name', 'projekt', 'projektname', 'vorhaben', 'maßnahme', 'titel', 'bezeichnung', 'projekttitel', 'project'],
  shortName: ['kurzname', 'kurztitel', 'abkürzung', 'kürzel', 'shortname'],
  actionField: [
    'handlungsfeld',
    'bereich',
    'themenfeld',
    'feld',
    'programmbereich',
    'maßnahmenbereich',
    'actionfield',
    'area',
  ],
  leadUnit: ['federführung', 'amt', 'federführendesamt', 'zuständig', 'zuständigesamt', 'fachamt', 'leadunit'],
  participants: ['beteiligte', 'beteiligteämter', 'mitwirkende', 'participants'],
  partners: ['partner', 'kooperationspartner', 'dienstleister', 'partners'],
  status: ['stand', 'status', 'projektstatus', 'sachstand', 'state'],
  commitmentClass: ['art', 'verbindlichkeit', 'verpflichtung', 'klasse', 'class'],
  purpose: ['zweck', 'beschreibung', 'kurzbeschreibung', 'inhalt', 'ziel', 'projektbeschreibung', 'purpose'],
  benefit: ['nutzen', 'mehrwert', 'benefit'],
  caseNumberPerYear: ['fallzahl', 'fallzahlen', 'fälleimjahr', 'fallzahlprojahr', 'casesayear'],
  earliestStart: ['beginn', 'beginngeplant', 'geplanterbeginn', 'start', 'startdatum', 'projektbeginn', 'von', 'begin'],
  deadline: [
    'ende',
    'endegeplant',
    'geplantesende',
    'frist',
    'termin',
    'zieltermin',
    'enddatum',
    'projektende',
    'fälligkeit',
    'bis',
    'finish',
    'deadline',
  ],
  weeks: ['dauer', 'dauerwochen', 'dauerinwochen', 'wochen', 'laufzeit', 'duration', 'weeks'],
  finishedOn: ['beendetam', 'abgeschlossenam', 'fertiggestelltam', 'finishedon'],
  obligations: ['pflicht', 'pflichten', 'rechtsgrundlage', 'gesetz', 'duty'],
  papers: ['papier', 'papiere', 'vorlage', 'beschluss', 'ratsbeschluss', 'drucksache', 'papers'],
  followUpCost: ['folgekosten', 'folgekostenimjahr', 'laufendekosten', 'betriebskosten', 'followupcost'],
};

/** A text with letters and digits only, in lower case: headings and names are compared so. */
export const bare = (text: string): string => text.toLocaleLowerCase('de').replaceAll(/[^\p{L}\p{N}]/gu, '');

/** Units and remarks behind the words of a heading: `Dauer (Wochen)`, `Kosten in T€`. */
export const withoutUnit = (heading: string): string =>
  heading
    .replaceAll(/[([{].*?[)\]}]/g, ' ')
    .replace(/[,;:].*$/, '')
    .replace(/\bin\s+(T\s?€|€|TEUR|EUR|Euro|PT|Tagen|Wochen)(?!\p{L}).*/iu, '');

/** A column in which our own lists name the group of each line. */
export const isGroupHeading = (heading: string): boolean => /^(gruppe|group):/i.test(heading);

/**
 * What a heading means. Headings that say "(berechnet)" are results of the plan and never read back.
 */
export function recognise(heading: string, agenda: Pick<Agenda, 'teams' | 'budgetLines'>): Target | null {
  if (/\((berechnet|computed)\)/i.test(heading) || isGroupHeading(heading)) return null;
  const words = [bare(heading), bare(withoutUnit(heading))];
  for (const target of plainTargets) if (WORDS[target].some((word) => words.includes(word))) return target;
  const team = agenda.teams.find((one) => words.includes(bare(one.id)) || words.includes(bare(one.name)));
  if (team) return `effort:${team.id}`;
  const effort = ['aufwand', 'aufwandpt', 'personentage', 'pt', 'effort'].some((word) => words.includes(word));
  if (effort && agenda.teams.length === 1) return `effort:${agenda.teams[0]?.id ?? ''}`;
  const cost = ['kosten', 'budget', 'mittel', 'mittelbedarf', 'investition', 'cost'].some((word) =>
    words.includes(word),
  );
  if (cost && agenda.budgetLines.length === 1) return `cost:${agenda.budgetLines[0]?.id ?? ''}`;
  return null;
}
