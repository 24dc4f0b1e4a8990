import { type Agenda, type AgendaCollection, type Provenance, type Source, unitNameOn } from '../../agenda/index.ts';

/** A record of the agenda as something that can be named, linked and shown, whatever its kind. */
export interface NamedRecord {
  kind: RecordKind;
  id: string;
  title: string;
  body: unknown;
  provenance: Record<string, Provenance> | null;
  /** Published sources that its values rest on. */
  sources: Source[];
}

/** Kind of a record as references name it, and the agenda's list that holds it. */
export const collectionOfKind = {
  source: 'sources',
  unit: 'units',
  team: 'teams',
  budgetLine: 'budgetLines',
  stage: 'stages',
  actionField: 'actionFields',
  goal: 'goals',
  project: 'projects',
  alternative: 'alternatives',
  template: 'templates',
  prerequisite: 'prerequisites',
  obligation: 'obligations',
  strategy: 'strategies',
  guide: 'guides',
  interview: 'interviews',
  need: 'needs',
  weighting: 'weightings',
  serviceBundle: 'serviceBundles',
  partner: 'partners',
  peerCity: 'peerCities',
  planVersion: 'plans',
  scenario: 'scenarios',
  commitment: 'commitments',
  booking: 'bookings',
} as const satisfies Record<string, AgendaCollection>;
export type CollectionKind = keyof typeof collectionOfKind;
export type RecordKind = CollectionKind | 'city' | 'paper' | 'planRun';

/** What is common to the records of all lists. */
interface AnyRecord {
  id: string;
  provenance?: Record<string, Provenance> | undefined;
}

/** The record of the agenda that a reference names; undefined if there is none. */
export function findRecord(agenda: Agenda, kind: CollectionKind, id: string): NamedRecord | undefined {
  const list: readonly AnyRecord[] = agenda[collectionOfKind[kind]];
  const body = list.find((one) => one.id === id);
  if (body === undefined) return undefined;
  const provenance = body.provenance ?? null;
  return {
    kind,
    id,
    title: titleOf(agenda, collectionOfKind[kind], id),
    body,
    provenance,
    sources: sourcesOf(agenda, body),
  };
}

/** The city itself, which is no list. */
export function cityRecord(agenda: Agenda): NamedRecord {
  const { city } = agenda;
  const provenance = city.provenance ?? null;
  return { kind: 'city', id: city.id, title: city.name, body: city, provenance, sources: sourcesOf(agenda, city) };
}

/** How a person would call the record. */
export function titleOf(agenda: Agenda, collection: AgendaCollection, id: string): string {
  switch (collection) {
    case 'sources':
      return agenda.sources.find((one) => one.id === id)?.title ?? id;
    case 'units':
      return unitName(agenda, id);
    case 'obligations': {
      const duty = agenda.obligations.find((one) => one.id === id);
      return duty ? `${duty.name} (${duty.paragraph} ${duty.law})` : id;
    }
    case 'interviews':
      return unitName(agenda, agenda.interviews.find((one) => one.id === id)?.unit ?? id);
    case 'commitments':
      return agenda.commitments.find((one) => one.id === id)?.text ?? id;
    case 'serviceBundles':
      return id;
    case 'bookings': {
      const booking = agenda.bookings.find((one) => one.id === id);
      return booking?.text ?? booking?.reference ?? id;
    }
    default: {
      const list: readonly { id: string; name: string }[] = agenda[collection];
      return list.find((one) => one.id === id)?.name ?? id;
    }
  }
}

function unitName(agenda: Agenda, id: string): string {
  const unit = agenda.units.find((one) => one.id === id);
  return unit ? unitNameOn(unit, agenda.planStart) : id;
}

/**
 * The sources that a record names anywhere below itself: in its provenance (`{kind: 'sourced', source}`) and in dated
 * values that carry their source with them.
 */
export function sourcesOf(agenda: Agenda, body: unknown): Source[] {
  const named = new Set<string>();
  collectSources(body, named);
  return agenda.sources.filter((source) => named.has(source.id));
}

function collectSources(value: unknown, named: Set<string>): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (key === 'source' && typeof inner === 'string') named.add(inner);
    else collectSources(inner, named);
  }
}
