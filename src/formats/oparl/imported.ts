import { z } from 'zod';
import { isoDateSchema } from '../../agenda/index.ts';

/**
 * What is kept of the objects of another OParl server, brought into one form whatever version and habits that server
 * has. References are keys (`addressKey`); texts stay as they came, because free texts are interpreted when they are
 * shown, and by a person in the end.
 */

const address = z.string().min(1).max(1000);
const line = z.string().min(1).max(300);

const common = {
  address,
  modified: z.iso.datetime().optional(),
  web: address.optional(),
};

export const importedSchema = z.discriminatedUnion('kind', [
  z.strictObject({ ...common, kind: z.literal('organization'), name: line, classification: line.optional() }),
  z.strictObject({
    ...common,
    kind: z.literal('paper'),
    name: line,
    reference: line.optional(),
    on: isoDateSchema.optional(),
    paperType: line.optional(),
    originators: z.array(address),
    related: z.array(address),
    superordinated: z.array(address),
    mainFile: address.optional(),
    files: z.array(address),
    consultations: z.array(address),
  }),
  z.strictObject({
    ...common,
    kind: z.literal('consultation'),
    paper: address.optional(),
    organizations: z.array(address),
    meeting: address.optional(),
    agendaItem: address.optional(),
    role: line.optional(),
    authoritative: z.boolean().optional(),
  }),
  z.strictObject({
    ...common,
    kind: z.literal('meeting'),
    name: line.optional(),
    on: isoDateSchema.optional(),
    time: z.string().optional(),
    place: line.optional(),
    cancelled: z.boolean(),
    organizations: z.array(address),
    items: z.array(address),
  }),
  z.strictObject({
    ...common,
    kind: z.literal('agendaItem'),
    meeting: address.optional(),
    number: line.optional(),
    order: z.int().optional(),
    name: line.optional(),
    public: z.boolean().optional(),
    consultation: address.optional(),
    result: line.optional(),
    resolutionText: z.string().max(20_000).optional(),
  }),
  z.strictObject({
    ...common,
    kind: z.literal('file'),
    name: line,
    url: address.optional(),
    mimeType: line.optional(),
    on: isoDateSchema.optional(),
  }),
]);
export type Imported = z.infer<typeof importedSchema>;
export type ImportedKind = Imported['kind'];
export type ImportedOf<K extends ImportedKind> = Extract<Imported, { kind: K }>;

/** One writing for an address: servers name the same object with and without a slash at its end. */
export function addressKey(url: string): string {
  const parsed = URL.parse(url.trim());
  if (parsed === null) return url.trim().slice(0, 1000);
  parsed.hash = parsed.hash.startsWith('#fahrplan-') ? parsed.hash : '';
  return parsed.href.replace(/\/(?=$|#)/, '').slice(0, 1000);
}
