import { type Agenda, germanDate, unitNameOn } from '../../agenda/index.ts';
import type { Meeting, Paper, Resolution } from '../../council/index.ts';
import { type CollectionKind, collectionOfKind } from '../records/collections.ts';

/** The kinds of records that are searched. */
export type SearchedKind = keyof typeof FIELDS_OF_AGENDA | 'paper' | 'resolution' | 'meeting';

/** A record as it is searched: how it is called, and what else a person would read of it. */
export interface SearchedRecord {
  kind: SearchedKind;
  id: string;
  title: string;
  text: string;
}

/**
 * What is read of a record beside its name; ids and sources are not. Everybody who may look at the agenda finds the same,
 * so only fields may stand here that everybody may read: no costs of a post, and records of talks not at all.
 */
const FIELDS_OF_AGENDA = {
  project: ['shortName', 'purpose', 'benefit'],
  need: ['description'],
  obligation: ['law', 'lawTitle', 'paragraph', 'duty'],
  strategy: ['description', 'goals'],
  commitment: [],
  unit: ['names'],
  team: ['shortName'],
  budgetLine: [],
  stage: ['description'],
  actionField: ['description'],
  goal: ['description'],
  alternative: [],
  template: ['description', 'keywords'],
  prerequisite: ['note', 'paper'],
  partner: ['shortName', 'offers'],
  peerCity: ['facts'],
  scenario: ['description'],
  source: ['publisher', 'note'],
} as const satisfies Partial<Record<CollectionKind, readonly string[]>>;

/** What the council desk keeps beside the agenda. */
export interface CouncilRecords {
  papers: readonly Paper[];
  resolutions: readonly Resolution[];
  meetings: readonly Meeting[];
}

/** Everything of a city that is searched. */
export function searchedRecords(agenda: Agenda, { papers, resolutions, meetings }: CouncilRecords): SearchedRecord[] {
  const kinds = Object.entries(FIELDS_OF_AGENDA) as [keyof typeof FIELDS_OF_AGENDA, readonly string[]][];
  return [
    ...kinds.flatMap(([kind, fields]) =>
      agenda[collectionOfKind[kind]].map((one) => searched(kind, one, titleOf(agenda, one), fields)),
    ),
    ...papers.map((one) => searched('paper', one, one.name, ['reference', 'spellings', 'versions'])),
    ...resolutions.map((one) => searched('resolution', one, one.name, ['reference', 'body', 'text', 'tasks'])),
    ...meetings.map((one) => searched('meeting', one, `${one.body}, ${germanDate(one.on)}`, ['place', 'items'])),
  ];
}

type AnyRecord = { id: string } & object;

const searched = (kind: SearchedKind, one: AnyRecord, title: string, fields: readonly string[]): SearchedRecord => ({
  kind,
  id: one.id,
  title,
  text: fields.flatMap((field) => textsBelow(one[field as keyof typeof one])).join(' '),
});

function titleOf(
  agenda: Agenda,
  one: Agenda[(typeof collectionOfKind)[keyof typeof FIELDS_OF_AGENDA]][number],
): string {
  if ('names' in one) return unitNameOn(one, agenda.planStart);
  if ('title' in one) return one.title;
  return 'text' in one ? one.text : one.name;
}

/** All texts below a value, without the ids of sources. */
function textsBelow(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => (key === 'source' ? [] : textsBelow(inner)));
}
