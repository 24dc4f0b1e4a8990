import type { Paper, PaperKind } from '../../../council/index.ts';
import type { IncomingPaper } from '../../api/council-import.ts';
import { nextKey } from '../../form/next-key.ts';
import { parseDay, typedDay } from '../../language/parse.ts';

/**
 * A paper as it stands in the form: everything as typed, so that nothing is lost while it is not yet sound. Rows keep
 * what the form does not show (sources, notes).
 */

type Version = Paper['versions'][number];
type Originator = Paper['originators'][number];
type Consultation = Paper['consultations'][number];
type Related = Paper['related'][number];

interface Row {
  /** Stable while the row is in the form. */
  key: number;
}
export interface PointRow extends Row {
  number: string;
  text: string;
}
export interface OriginatorRow extends Row {
  name: string;
  kind: Originator['kind'];
  base?: Originator;
}
export interface ConsultationRow extends Row {
  body: string;
  role: Consultation['role'];
  on: string;
  public: boolean;
  result: Consultation['result'] | 'none';
  base?: Consultation;
}
export interface RelatedRow extends Row {
  reference: string;
  relation: Related['relation'];
  base?: Related;
}

export interface Draft {
  /** Text of the paper as it was pasted, from which details can be taken over; it is not kept with the paper. */
  pasted: string;
  kind: PaperKind;
  reference: string;
  name: string;
  receivedOn: string;
  responsible: string;
  originators: OriginatorRow[];
  /** True if the points below become a version of their own instead of correcting the last one. */
  newVersion: boolean;
  versionOn: string;
  points: PointRow[];
  reasoning: string;
  fundingProposal: string;
  consultations: ConsultationRow[];
  related: RelatedRow[];
  signatoryName: string;
  signatoryOffice: string;
}

export const emptyPoint = (number: string): PointRow => ({ key: nextKey(), number, text: '' });

export function emptyDraft(): Draft {
  return {
    pasted: '',
    kind: 'motion',
    reference: '',
    name: '',
    receivedOn: '',
    responsible: '',
    originators: [],
    newVersion: false,
    versionOn: '',
    points: [emptyPoint('1')],
    reasoning: '',
    fundingProposal: '',
    consultations: [],
    related: [],
    signatoryName: '',
    signatoryOffice: '',
  };
}

const consultationRow = (base: Consultation): ConsultationRow => ({
  key: nextKey(),
  body: base.body,
  role: base.role,
  on: typedDay(base.on),
  public: base.public ?? false,
  result: base.result ?? 'none',
  base,
});

const lastVersion = (paper: Paper): Version =>
  paper.versions.reduce((last, one) => (one.number > last.number ? one : last));

export function draftOf(paper: Paper): Draft {
  const version = lastVersion(paper);
  return {
    pasted: '',
    kind: paper.kind,
    reference: paper.reference,
    name: paper.name,
    receivedOn: typedDay(paper.receivedOn),
    responsible: paper.responsible ?? '',
    originators: paper.originators.map((base) => ({ key: nextKey(), name: base.name, kind: base.kind, base })),
    newVersion: false,
    versionOn: typedDay(version.on),
    points: version.points.map((point) => ({ key: nextKey(), ...point })),
    reasoning: version.reasoning ?? '',
    fundingProposal: version.fundingProposal ?? '',
    consultations: paper.consultations.map(consultationRow),
    related: paper.related.map((base) => ({
      key: nextKey(),
      reference: base.reference,
      relation: base.relation,
      base,
    })),
    signatoryName: paper.signatory?.name ?? '',
    signatoryOffice: paper.signatory?.office ?? '',
  };
}

/** A paper of the council information system as a draft: what it does not say stays empty. */
export function draftOfIncoming(incoming: IncomingPaper): Draft {
  const { kind, reference, name, receivedOn, originators, consultations, related } = incoming;
  return {
    ...emptyDraft(),
    kind: kind ?? 'motion',
    reference: reference ?? '',
    name,
    receivedOn: typedDay(receivedOn ?? undefined),
    originators: originators.map((one) => ({ key: nextKey(), name: one.name, kind: one.kind })),
    consultations: consultations.map(consultationRow),
    related: related.map((one) => ({ key: nextKey(), reference: one, relation: 'sameSubject' })),
  };
}

const filled = (text: string): boolean => text.trim() !== '';

/** The draft without rows in which nothing stands, so that places in the server's answer are places in the form. */
export function tidied(draft: Draft): Draft {
  return {
    ...draft,
    originators: draft.originators.filter((one) => filled(one.name)),
    points: draft.points.filter((one) => filled(one.text)),
    consultations: draft.consultations.filter((one) => filled(one.body) || filled(one.on)),
    related: draft.related.filter((one) => filled(one.reference)),
  };
}

/** Places of days that cannot be read, as pointers into the paper. */
export function unreadableDays(draft: Draft): string[] {
  const wrong = (pointer: string, text: string): string[] => (filled(text) && parseDay(text) === null ? [pointer] : []);
  return [
    ...wrong('/receivedOn', draft.receivedOn),
    ...wrong('/versionOn', draft.versionOn),
    ...draft.consultations.flatMap((one, index) => wrong(`/consultations/${index}/on`, one.on)),
  ];
}

/** Leaves out what is empty: an empty text is not the same as none. */
function optional<Key extends string>(key: Key, text: string): { [K in Key]?: string } {
  return filled(text) ? ({ [key]: text.trim() } as { [K in Key]?: string }) : {};
}

function day<Key extends string>(key: Key, text: string): { [K in Key]?: string } {
  return optional(key, parseDay(text) ?? '');
}

function versionsOf(draft: Draft, paper: Paper | null): Version[] {
  const last = paper && lastVersion(paper);
  const number = last === null ? 1 : draft.newVersion ? last.number + 1 : last.number;
  const version: Version = {
    number,
    ...day('on', draft.versionOn),
    points: draft.points.map((one) => ({ number: one.number.trim(), text: one.text.trim() })),
    ...optional('reasoning', draft.reasoning),
    ...optional('fundingProposal', draft.fundingProposal),
  };
  return [...(paper?.versions ?? []).filter((one) => one.number !== number), version];
}

function consultationOf({ base, body, role, on, result, ...row }: ConsultationRow): Consultation {
  const { on: _on, result: _result, public: before, ...kept } = base ?? { body, role };
  return {
    ...kept,
    body: body.trim(),
    role,
    ...day('on', on),
    ...(row.public || before !== undefined ? { public: row.public } : {}),
    ...(result !== 'none' && result !== undefined ? { result } : {}),
  };
}

/** The paper that the form describes; `paper` is the one that is edited. A new one gets its key from the server. */
export function paperOf(draft: Draft, paper: Paper | null): Omit<Paper, 'id'> & { id?: string } {
  const points = new Set(draft.points.map((one) => one.number.trim()));
  const {
    receivedOn: _received,
    responsible: _responsible,
    signatory,
    ...kept
  } = paper ?? {
    format: 'fahrplan-paper' as const,
    version: 1 as const,
    spellings: [],
    checks: [],
    pointDecisions: [],
    candidates: [],
  };
  const versions = versionsOf(draft, paper);
  const known = new Set([...points, ...versions.flatMap((one) => one.points.map((point) => point.number))]);
  const signs = filled(draft.signatoryName) && filled(draft.signatoryOffice);
  return {
    ...kept,
    kind: draft.kind,
    reference: draft.reference.trim(),
    name: draft.name.trim(),
    ...day('receivedOn', draft.receivedOn),
    ...optional('responsible', draft.responsible),
    originators: draft.originators.map(({ base, name, kind }) => ({ ...base, name: name.trim(), kind })),
    versions,
    consultations: draft.consultations.map(consultationOf),
    related: draft.related.map(({ base, reference, relation }) => ({ ...base, reference: reference.trim(), relation })),
    // A decision on a point that no version has any more has lost its object.
    pointDecisions: kept.pointDecisions.filter((one) => known.has(one.point)),
    ...(signs
      ? { signatory: { ...signatory, name: draft.signatoryName.trim(), office: draft.signatoryOffice.trim() } }
      : {}),
  };
}
