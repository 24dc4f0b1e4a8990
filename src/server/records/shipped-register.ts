import { type Agenda, isInForce, type Obligation, type Source } from '../../agenda/index.ts';
import { holdRecords } from '../../store/index.ts';
import { type FieldError, Problem } from '../http/problems.ts';
import { exampleAgenda } from '../start/example.ts';
import type { RecordChange } from './change.ts';
import { changeAgenda, type Work, type Written } from './edit.ts';

/** Who made the norm: the Union, the federation, or the Land of the example. */
export const lawLevels = ['eu', 'federation', 'state'] as const;
type LawLevel = (typeof lawLevels)[number];

/** Laws of the shipped register that hold in every Land; what is not named here is law of the example's Land. */
const BEYOND_THE_LAND: Readonly<Record<string, LawLevel>> = {
  DSGVO: 'eu',
  'SDG-VO': 'eu',
  OZG: 'federation',
  EGovG: 'federation',
  BWahlG: 'federation',
  'ZensG 2022': 'federation',
};

type Shipped = Pick<Agenda, 'city' | 'obligations' | 'sources'>;
let shipped: Shipped | undefined;

/** The register of duties that Fahrplan brings along; read once. */
function shippedRegister(): Shipped {
  if (shipped === undefined) {
    const { city, obligations, sources } = exampleAgenda();
    shipped = { city, obligations, sources };
  }
  return shipped;
}

/** A norm that the city does not have yet. */
export interface OfferedNorm extends Pick<Obligation, 'id' | 'law' | 'paragraph' | 'name' | 'force' | 'status'> {
  inForce: boolean;
  deadline: string | null;
  asOf: string | null;
  level: LawLevel;
  /** Whether it can hold for this city: law of another Land cannot. */
  own: boolean;
}

/** Norms of the shipped register that the city does not have, and the Land whose law is among them. */
export function offeredNorms(agenda: Agenda, on: string): { state: string; norms: OfferedNorm[] } {
  const { city } = shippedRegister();
  const norms = missing(agenda).map((one): OfferedNorm => {
    const level = BEYOND_THE_LAND[one.law] ?? 'state';
    return {
      id: one.id,
      law: one.law,
      paragraph: one.paragraph,
      name: one.name,
      force: one.force,
      status: one.status,
      inForce: isInForce(one, on),
      deadline: one.deadline ?? null,
      asOf: one.asOf ?? null,
      level,
      own: level !== 'state' || agenda.city.state === city.state,
    };
  });
  return { state: city.state, norms };
}

function missing(agenda: Agenda): Obligation[] {
  const present = new Set(agenda.obligations.map(({ id }) => id));
  return shippedRegister().obligations.filter(({ id }) => !present.has(id));
}

/**
 * Takes norms of the shipped register over, with the sources that they name, in one step; those that the city has
 * already stay as they are. No project is tied to them.
 */
export async function takeOverNorms(work: Work, ids: readonly string[]): Promise<Written[]> {
  refuseUnknown(ids);
  await holdRecords(work.tx); // of two people who press the button the second one finds the first one's norms
  const { agenda } = await work.services.agendas.load(work.tx, work.session);
  const asked = new Set(ids);
  const taken = missing(agenda).filter(({ id }) => asked.has(id));
  const changes = changesFor(agenda, taken);
  return changes.length === 0 ? [] : (await changeAgenda(work, changes)).written;
}

function refuseUnknown(ids: readonly string[]): void {
  const known = new Set(shippedRegister().obligations.map(({ id }) => id));
  const errors = ids.flatMap((id, at): FieldError[] =>
    known.has(id) ? [] : [{ pointer: `/ids/${at}`, detail: UNKNOWN }],
  );
  if (errors.length > 0) throw new Problem('invalid-request', { errors });
}

const UNKNOWN = {
  de: 'Diese Vorschrift steht nicht im mitgelieferten Register.',
  en: 'The shipped register does not hold this norm.',
};

function changesFor(agenda: Agenda, taken: readonly Obligation[]): RecordChange[] {
  const named = new Set(taken.flatMap(sourcesOf));
  const ids = new Map<string, string>();
  const made: Source[] = [];
  for (const source of shippedRegister().sources.filter(({ id }) => named.has(id))) {
    const { id, isNew } = placeOf(source, agenda.sources);
    ids.set(source.id, id);
    if (isNew) made.push({ ...source, id });
  }
  return [
    ...made.map((body) => ({ collection: 'sources', id: body.id, version: null, body }) as const),
    ...taken.map((one) => ({ collection: 'obligations', id: one.id, version: null, body: citing(one, ids) }) as const),
  ];
}

const sourcesOf = ({ provenance = {} }: Obligation): string[] =>
  Object.values(provenance).flatMap((one) => (one.kind === 'sourced' ? one.source : []));

/** Under which id a source stands in the city: its own, or a free one beside it where the city calls another source so. */
function placeOf(source: Source, present: readonly Source[]): { id: string; isNew: boolean } {
  for (let copy = 1; ; copy++) {
    const id = copy === 1 ? source.id : `${source.id}-${copy}`;
    const there = present.find((one) => one.id === id);
    if (there === undefined) return { id, isNew: true };
    if (there.title === source.title) return { id, isNew: false };
  }
}

/** The norm with its sources under the ids that they have in the city. */
function citing(norm: Obligation, ids: ReadonlyMap<string, string>): Obligation {
  if (norm.provenance === undefined) return norm;
  const entries = Object.entries(norm.provenance).map(([field, one]) => [
    field,
    one.kind === 'sourced' ? { ...one, source: ids.get(one.source) ?? one.source } : one,
  ]);
  return { ...norm, provenance: Object.fromEntries(entries) as NonNullable<Obligation['provenance']> };
}
