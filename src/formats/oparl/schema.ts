import { z } from 'zod';
import { evidenceSchema } from '../../council/index.ts';

/**
 * Objects of OParl 1.1 as this product publishes them, written after the specification (`schema/*.json` of OParl/spec
 * for version 1.1 and its chapters on lists, deleted objects and vendor extensions; facts only, no text taken over).
 * Stricter than the specification: no property that it does not know, except ours with the prefix `fahrplan:`.
 */

/** Where the types of OParl live; the last part of a type is its name. */
const NAMESPACE = 'https://schema.oparl.org/1.1/';

export const typeOf = <Name extends string>(name: Name) => `${NAMESPACE}${name}` as const;

const address = z.url({ protocol: /^https?$/ });
const addresses = z.array(address).min(1);
/** With its offset: only so a moment means the same everywhere. */
const moment = z.iso.datetime({ offset: true });
const day = z.iso.date();
const text = z.string().min(1);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** What every object has; since 1.1 both moments are obligatory, because clients synchronise by them. */
const head = <Name extends string>(name: Name) => ({
  id: address,
  type: z.literal(typeOf(name)),
  created: moment,
  modified: moment,
});

/**
 * What is left of a deleted object: it must be told, and nothing else of it. The JSON Schema of a file demands its
 * address even then; what is asked there answers that it is gone.
 */
export const tombstoneSchema = z.strictObject({
  id: address,
  type: z.string().startsWith(NAMESPACE),
  created: moment,
  modified: moment,
  deleted: z.literal(true),
  accessUrl: address.optional(),
});
export type Tombstone = z.infer<typeof tombstoneSchema>;

export const systemSchema = z.strictObject({
  ...head('System'),
  oparlVersion: z.literal(NAMESPACE),
  body: address,
  name: text,
  vendor: address.optional(),
  product: address.optional(),
});
export type System = z.infer<typeof systemSchema>;

export const bodySchema = z.strictObject({
  ...head('Body'),
  system: address,
  name: text,
  shortName: text.optional(),
  ags: z.string().length(8),
  classification: text,
  organization: address,
  person: address,
  meeting: address,
  paper: address,
  /** Obligatory, and empty while no terms are on record. */
  legislativeTerm: z.array(z.never()),
  agendaItem: address,
  consultation: address,
  file: address,
  locationList: address,
  legislativeTermList: address,
  membership: address,
  mainOrganization: address.optional(),
  web: address.optional(),
});
export type Body = z.infer<typeof bodySchema>;

export const organizationSchema = z.strictObject({
  ...head('Organization'),
  body: address,
  name: text,
  shortName: text.optional(),
  organizationType: z.enum(['Gremium', 'Fraktion', 'Verwaltungsbereich', 'Sonstiges']),
  classification: text.optional(),
  startDate: day.optional(),
  endDate: day.optional(),
});
export type Organization = z.infer<typeof organizationSchema>;

export const locationSchema = z.strictObject({ ...head('Location'), description: text, meeting: addresses.optional() });
export type Location = z.infer<typeof locationSchema>;

export const agendaItemSchema = z.strictObject({
  ...head('AgendaItem'),
  /** Only when the item stands alone, not inside its meeting. */
  meeting: address.optional(),
  number: text,
  order: z.int().min(0),
  name: text,
  public: z.literal(true),
  consultation: address.optional(),
  result: text.optional(),
  resolutionText: text.optional(),
});
export type AgendaItem = z.infer<typeof agendaItemSchema>;

export const meetingSchema = z.strictObject({
  ...head('Meeting'),
  name: text,
  start: moment,
  location: locationSchema.optional(),
  organization: addresses,
  agendaItem: z.array(agendaItemSchema).min(1).optional(),
});
export type Meeting = z.infer<typeof meetingSchema>;

export const consultationSchema = z.strictObject({
  ...head('Consultation'),
  /** Only when the consultation stands alone, not inside its paper. */
  paper: address.optional(),
  agendaItem: address.optional(),
  meeting: address.optional(),
  organization: addresses,
  authoritative: z.boolean().optional(),
  role: text.optional(),
});
export type Consultation = z.infer<typeof consultationSchema>;

export const fileSchema = z.strictObject({
  ...head('File'),
  name: text,
  fileName: text,
  mimeType: text,
  date: day,
  accessUrl: address,
  downloadUrl: address,
  masterFile: address.optional(),
  derivativeFile: addresses.optional(),
  /** Of the content, where it is served as it was kept on the day of the release. */
  'fahrplan:sha256': sha256.optional(),
  /** Only when the file stands alone, not inside its paper. */
  paper: addresses.optional(),
});
export type File = z.infer<typeof fileSchema>;

/** A figure of a statement: what it says, how it came about, and what it rests on. */
const figureSchema = z.strictObject({
  id: text,
  key: text,
  value: z.string(),
  derivation: z.string(),
  provenance: text,
  illustrative: z.boolean(),
  source: evidenceSchema.shape.source,
});

export const paperSchema = z.strictObject({
  ...head('Paper'),
  body: address,
  name: text,
  reference: text.optional(),
  date: day.optional(),
  paperType: text,
  relatedPaper: addresses.optional(),
  superordinatedPaper: addresses.optional(),
  subordinatedPaper: addresses.optional(),
  mainFile: fileSchema.optional(),
  auxiliaryFile: z.array(fileSchema).min(1).optional(),
  originatorOrganization: addresses.optional(),
  underDirectionOf: addresses.optional(),
  consultation: z.array(consultationSchema).min(1).optional(),
  web: address.optional(),
  'fahrplan:edition': z.int().min(1).optional(),
  'fahrplan:asOf': day.optional(),
  'fahrplan:sha256': sha256.optional(),
  'fahrplan:verdict': z.strictObject({ value: text.nullable(), lookAgainOn: day.nullable(), label: text }).optional(),
  'fahrplan:evidence': z.array(figureSchema).optional(),
  'fahrplan:corrects': address.optional(),
  'fahrplan:supersededBy': address.optional(),
});
export type Paper = z.infer<typeof paperSchema>;

/** A page of an external list. */
export const listSchema = z.strictObject({
  data: z.array(z.looseObject({ id: address, type: text })),
  pagination: z.strictObject({
    totalElements: z.int().min(0),
    elementsPerPage: z.int().min(1),
    currentPage: z.int().min(1),
    totalPages: z.int().min(1),
  }),
  links: z.strictObject({
    first: address,
    prev: address.optional(),
    self: address,
    next: address.optional(),
    last: address,
  }),
});
export type List = z.infer<typeof listSchema>;

export const errorSchema = z.strictObject({ type: z.literal(typeOf('Error')), message: text, debug: text });
