import type { z } from 'zod';
import {
  agendaItemSchema,
  bodySchema,
  consultationSchema,
  fileSchema,
  listSchema,
  locationSchema,
  meetingSchema,
  organizationSchema,
  paperSchema,
  systemSchema,
  tombstoneSchema,
  typeOf,
} from './schema.ts';

export { errorSchema } from './schema.ts';

const SCHEMAS: Record<string, z.ZodType> = {
  [typeOf('System')]: systemSchema,
  [typeOf('Body')]: bodySchema,
  [typeOf('Organization')]: organizationSchema,
  [typeOf('Meeting')]: meetingSchema,
  [typeOf('AgendaItem')]: agendaItemSchema,
  [typeOf('Paper')]: paperSchema,
  [typeOf('Consultation')]: consultationSchema,
  [typeOf('File')]: fileSchema,
  [typeOf('Location')]: locationSchema,
};

/** An object as a client of OParl sees it. */
export type Seen = Record<string, unknown> & { id: string; type: string };

/** Checks an object by its type. Throws with the place of what is wrong. */
export function checkObject(object: unknown): Seen {
  const { type, deleted } = object as { type: string; deleted?: boolean };
  const schema = deleted ? tombstoneSchema : SCHEMAS[type];
  if (schema === undefined) throw new Error(`no OParl object has the type ${type}`);
  schema.parse(object);
  return object as Seen;
}

/** Every address that an object names as another object of the interface, with those inside it. */
export function referencesOf(value: unknown, below: string): string[] {
  if (typeof value === 'string') return value.startsWith(`${below}/`) ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((one) => referencesOf(one, below));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) =>
    name === 'accessUrl' || name === 'downloadUrl' ? [] : referencesOf(one, below),
  );
}

/** Reads a list from its first page to its last, a few objects at a time, and checks each page and each object. */
export async function readWholeList(address: string, read: (url: string) => Promise<unknown>): Promise<Seen[]> {
  const all: Seen[] = [];
  for (let next: string | undefined = `${address}?elementsPerPage=2`; next !== undefined; ) {
    const page: z.infer<typeof listSchema> = listSchema.parse(await read(next));
    all.push(...page.data.map(checkObject));
    next = page.links.next;
  }
  return all;
}
