import { filled, type Raw, text, word } from './search-words.ts';

/**
 * What the address remembers of a page. Addresses are typed and shared by people, so anything unknown is dropped
 * and a default is left out.
 */

const classes = ['mandatory', 'prerequisite', 'decided', 'optional'] as const;
export const zooms = ['woche', 'monat', 'quartal', 'jahr'] as const;
export type Zoom = (typeof zooms)[number];

/** Over what the roadmap lies; action fields if nothing is said. */
export const roadmapGroups = ['amt', 'partner'] as const;
export type RoadmapGroup = (typeof roadmapGroups)[number];

export interface RoadmapSearch {
  massstab?: Zoom;
  nach?: RoadmapGroup;
  ansicht?: 'tabelle';
  projekt?: string;
  bereich?: string;
  art?: (typeof classes)[number];
  suche?: string;
  /** Collapsed areas, divided by commas. */
  zu?: string;
}

export function roadmapSearch(raw: Raw): RoadmapSearch {
  return filled({
    massstab: word(raw, 'massstab', zooms),
    nach: word(raw, 'nach', roadmapGroups),
    ansicht: word(raw, 'ansicht', ['tabelle']),
    projekt: text(raw, 'projekt'),
    bereich: text(raw, 'bereich'),
    art: word(raw, 'art', classes),
    suche: text(raw, 'suche'),
    zu: text(raw, 'zu'),
  });
}

export const projectSorts = ['name', 'art', 'amt', 'beginn', 'ende', 'reserve', 'aufwand', 'kosten'] as const;
export type ProjectSort = (typeof projectSorts)[number];
export const projectGroups = ['bereich', 'stufe', 'amt', 'partner', 'pflicht', 'art', 'stand'] as const;
export type ProjectGroup = (typeof projectGroups)[number];

export const projectChoices = ['entfaellt', 'kann', 'alternative', 'fest'] as const;
export type ProjectChoice = (typeof projectChoices)[number];

export interface ProjectsSearch {
  suche?: string;
  bereich?: string;
  art?: (typeof classes)[number];
  stand?: string;
  sort?: ProjectSort;
  ab?: true;
  gruppe?: ProjectGroup;
  stufe?: string;
  amt?: string;
  partner?: string;
  pflicht?: string;
  /** Whether the plan may leave it out, or does. */
  wahl?: ProjectChoice;
  /** Keys of the columns shown, divided by commas. */
  spalten?: string;
}

export function projectsSearch(raw: Raw): ProjectsSearch {
  return filled({
    suche: text(raw, 'suche'),
    bereich: text(raw, 'bereich'),
    art: word(raw, 'art', classes),
    stand: text(raw, 'stand'),
    sort: word(raw, 'sort', projectSorts),
    ab: raw.ab === true ? true : undefined,
    gruppe: word(raw, 'gruppe', projectGroups),
    stufe: text(raw, 'stufe'),
    amt: text(raw, 'amt'),
    partner: text(raw, 'partner'),
    pflicht: text(raw, 'pflicht'),
    wahl: word(raw, 'wahl', projectChoices),
    spalten: text(raw, 'spalten'),
  });
}

export interface BookingsSearch {
  budget?: string;
  jahr?: string;
  art?: 'spent' | 'committed';
}

export function bookingsSearch(raw: Raw): BookingsSearch {
  return filled({
    budget: text(raw, 'budget'),
    jahr: text(raw, 'jahr'),
    art: word(raw, 'art', ['spent', 'committed']),
  });
}

export interface LoadSearch {
  ansicht?: 'tabelle';
  team?: string;
  /** Partner's offer with a quota; instead of a team. */
  angebot?: string;
  monat?: string;
}

export function loadSearch(raw: Raw): LoadSearch {
  const month = text(raw, 'monat');
  return filled({
    ansicht: word(raw, 'ansicht', ['tabelle']),
    team: text(raw, 'team'),
    angebot: text(raw, 'angebot'),
    monat: month && /^\d{4}-\d{2}$/.test(month) ? month : undefined,
  });
}

export interface ComparisonSearch {
  /** Ids of plans or of proposals. */
  von?: string;
  mit?: string;
}

export function comparisonSearch(raw: Raw): ComparisonSearch {
  return filled({ von: text(raw, 'von'), mit: text(raw, 'mit') });
}

const forces = ['must', 'should', 'conditional', 'optional', 'info'] as const;

export interface ObligationsSearch {
  suche?: string;
  kraft?: (typeof forces)[number];
  ampel?: string;
}

export function obligationsSearch(raw: Raw): ObligationsSearch {
  return filled({
    suche: text(raw, 'suche'),
    kraft: word(raw, 'kraft', forces),
    ampel: text(raw, 'ampel'),
  });
}

export interface CoverageSearch {
  suche?: string;
  art?: 'obligation' | 'strategy';
  /** Only gaps, or everything that no project serves. */
  nur?: 'luecken' | 'offen';
  bereich?: string;
  ansicht?: 'liste';
  seite?: string;
}

export function coverageSearch(raw: Raw): CoverageSearch {
  const page = text(raw, 'seite');
  return filled({
    suche: text(raw, 'suche'),
    art: word(raw, 'art', ['obligation', 'strategy']),
    nur: word(raw, 'nur', ['luecken', 'offen']),
    bereich: text(raw, 'bereich'),
    ansicht: word(raw, 'ansicht', ['liste']),
    seite: page && /^[1-9]\d{0,3}$/.test(page) ? page : undefined,
  });
}

export interface WordsSearch {
  q?: string;
}

export function wordsSearch(raw: Raw): WordsSearch {
  return filled({ q: text(raw, 'q')?.trim().slice(0, 200) || undefined });
}

export interface SignInSearch {
  link?: 'ungueltig';
  /** Page on which the session had ended. */
  zurueck?: string;
}

/** The server sends people here whose sign-in link does not work. */
export function signInSearch(raw: Raw): SignInSearch {
  const page = text(raw, 'zurueck');
  // A page of ours: what begins with two strokes would lead elsewhere.
  const own = page !== undefined && page.length <= 500 && /^\/(?![/\\])/.test(page);
  return filled({ link: word(raw, 'link', ['ungueltig']), zurueck: own ? page : undefined });
}

export interface NeedsSearch {
  suche?: string;
  amt?: string;
  stand?: 'open' | 'inProject' | 'answered' | 'merged';
}

export function needsSearch(raw: Raw): NeedsSearch {
  return filled({
    suche: text(raw, 'suche'),
    amt: text(raw, 'amt'),
    stand: word(raw, 'stand', ['open', 'inProject', 'answered', 'merged']),
  });
}

export interface NewProjectSearch {
  /** Need that the project is made of. */
  bedarf?: string;
}

export function newProjectSearch(raw: Raw): NewProjectSearch {
  return filled({ bedarf: text(raw, 'bedarf') });
}

/** Points by which the weights of criteria are moved, unless the address says otherwise. */
export const USUAL_MOVE = 5;

export interface PrioritiesSearch {
  gewichtung?: string;
  /** Points by which each weight is moved. */
  um?: number;
}

export function prioritiesSearch(raw: Raw): PrioritiesSearch {
  const by = Number(raw.um);
  return filled({
    gewichtung: text(raw, 'gewichtung'),
    um: Number.isInteger(by) && by >= 1 && by <= 100 && by !== USUAL_MOVE ? by : undefined,
  });
}

export const bundleShows = ['concerning', 'gaps', 'undecided', 'all'] as const;

export interface CatalogueSearch {
  /** Words that lead to services. */
  suche?: string;
  /** Bundles that are shown; those that concern the city unless the address says otherwise. */
  nur?: (typeof bundleShows)[number];
  feld?: string;
}

export function catalogueSearch(raw: Raw): CatalogueSearch {
  return filled({
    suche: text(raw, 'suche')?.slice(0, 200),
    nur: word(raw, 'nur', bundleShows),
    feld: text(raw, 'feld'),
  });
}
