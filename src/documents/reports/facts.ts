import { type Agenda, approvedPlan, isIllustrative, type Project, type ProjectStatus } from '../../agenda/index.ts';
import { date, type Paper, type PaperDeadline, type ProjectFinish, type Resolution } from '../../council/index.ts';
import { basePlan, type PlanContext, planContext } from '../../planning/index.ts';
import { type Line, type OfficialDocument, type Part, plain, type Table, words } from '../model.ts';

/** Everything that reports are made of; the same facts give the same document. */
export interface ReportFacts {
  agenda: Agenda;
  papers: readonly Paper[];
  resolutions: readonly Resolution[];
  /** What is owed for the papers on that day; unknown where nobody keeps the desk. */
  deadlines?: readonly PaperDeadline[];
  /** Day that the report states. */
  today: string;
}

/** What a reader may choose; a report passes over what it does not know. */
export interface ReportOptions {
  /** Council or committee that the report is for. */
  body?: string | undefined;
  /** Calendar year. */
  year?: number | undefined;
  /** Faction whose papers are listed. */
  faction?: string | undefined;
}

/** The agenda with the plan that forecasts rest on: the working plan, else the approved one; undefined without any. */
export function forecastOf({ agenda, today }: ReportFacts): PlanContext | undefined {
  const plan = agenda.plans.filter((one) => one.status === 'working').at(-1) ?? basePlan(agenda);
  return plan && planContext(agenda, plan, today);
}

/** When each project ends by the approved plan. */
export function approvedFinishes({ agenda }: ReportFacts): ProjectFinish[] {
  const context = approvedPlan(agenda);
  const ends = new Map<string, string>();
  for (const phase of context?.phases ?? []) {
    const known = ends.get(phase.project);
    if (known === undefined || phase.finish > known) ends.set(phase.project, phase.finish);
  }
  return agenda.projects.map(({ id, finishedOn, status }) => ({
    id,
    finishesOn: finishedOn ?? ends.get(id) ?? null,
    finished: finishedOn !== undefined || status === 'succeeded',
  }));
}

export const STATUS_WORDS: Record<ProjectStatus, string> = {
  suggested: 'vorgeschlagen',
  planned: 'geplant',
  waiting: 'wartet',
  inProgress: 'läuft',
  succeeded: 'abgeschlossen',
  failed: 'gescheitert',
  rejected: 'abgelehnt',
  stopped: 'eingestellt',
};

/** `Digitale Poststelle (B1)`. */
export const nameOf = (project: Project): string => `${project.name} (${project.id})`;

/** `31.12.2022`, or a dash where there is no day. */
export const day = (on: string | null | undefined): string => (on ? date(on).de : '–');

/** `1 Vorhaben`, `3 Vorhaben`; `1 Pflicht`, `2 Pflichten`. */
export const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

export const heading = (text: string): Part => ({ kind: 'heading', text });
export const subheading = (text: string): Part => ({ kind: 'heading', level: 2, text });
export const paragraph = (text: string): Part => ({ kind: 'paragraph', style: 'text', line: plain(text) });
export const list = (items: readonly string[]): Part[] =>
  items.length > 0 ? [{ kind: 'list', items: items.map(plain) }] : [];
/** `Ursache: …` with its label in bold. */
export const labelled = (label: string, text: string): Line => [words(`${label}: `, true), words(text)];

/** A table of plain cells; instead of an empty one, a sentence. */
export function table(
  caption: string,
  columns: readonly (readonly [head: string, width: number])[],
  rows: readonly (readonly string[])[],
  none: string,
): Part {
  if (rows.length === 0) return paragraph(none);
  const content: Table = {
    kind: 'table',
    caption,
    columns: columns.map(([head, width]) => ({ head, width })),
    rows: rows.map((cells) => ({ cells: cells.map(plain) })),
  };
  return content;
}

/** The frame of a report: who reports, when, to whom. */
export function report(
  { agenda, today }: ReportFacts,
  { title, about, body }: { title: string; about: string; body?: string | undefined },
  parts: readonly Part[],
  layout?: OfficialDocument['layout'],
): OfficialDocument {
  const { name } = agenda.city;
  return {
    title,
    subject: about,
    author: name,
    on: today,
    head: [
      plain(`${name} · ${agenda.name}`),
      ...(body ? [plain(`Für: ${body}`)] : []),
      plain(`Stand: ${date(today).de}`),
    ],
    parts: [...parts, ...illustrativeNote(agenda)],
    ...(layout ? { layout } : {}),
  };
}

/** Examples are made up in part; whoever reads a report of one must not take its figures for those of a city. */
function illustrativeNote({ projects, budgetLines }: Agenda): Part[] {
  const made =
    projects.some((one) => isIllustrative(one, 'phases')) || budgetLines.some((one) => isIllustrative(one, 'years'));
  return made
    ? [
        paragraph(
          '◇ Die Agenda enthält angenommene (illustrative) Werte; Termine und Summen dieses Berichts beruhen auch auf ihnen.',
        ),
      ]
    : [];
}
