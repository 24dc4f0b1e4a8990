import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Ajv } from 'ajv';
import { z } from 'zod';
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

/**
 * The official JSON schemas, each under its type, from the folder that `OPARL_SCHEMAS` names (`schema` of a copy of OParl/spec); none
 * without it. They are not kept here: their licence is CC BY-SA. A file says where another object stands in it by `$ref`
 * in some states of the specification, in others by a word of its own, `schema`; both are followed. Where a property is
 * called an address and a `$ref` stands beside it (`mainOrganization`), it is an address, as the text says.
 */
function officialSchemas(folder: string | undefined): Ajv | null {
  if (folder === undefined) return null;
  // The patterns of the specification escape colons, which Unicode expressions forbid.
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  ajv.addFormat('url', (value) => z.url().safeParse(value).success);
  ajv.addFormat('date', (value) => z.iso.date().safeParse(value).success);
  ajv.addFormat('date-time', (value) => z.iso.datetime({ offset: true }).safeParse(value).success);
  for (const file of readdirSync(folder).filter((one) => one.endsWith('.json'))) {
    const read = JSON.parse(readFileSync(join(folder, file), 'utf8'), (_, value) => {
      const { $ref, schema = $ref, type, ...rest } = value ?? {};
      if (typeof schema !== 'string') return value;
      return type === 'string' ? { type, ...rest } : { $ref: typeOf(basename(schema, '.json')) };
    });
    ajv.addSchema({ ...read, $id: typeOf(basename(file, '.json')) });
  }
  return ajv;
}

const official = officialSchemas(process.env.OPARL_SCHEMAS);

/** An object as a client of OParl sees it. */
export type Seen = Record<string, unknown> & { id: string; type: string };

/** Checks an object by its type, and by the official schemas where they are at hand. Throws with the place of what is wrong. */
export function checkObject(object: unknown): Seen {
  const { type, deleted } = object as { type: string; deleted?: boolean };
  const schema = deleted ? tombstoneSchema : SCHEMAS[type];
  if (schema === undefined) throw new Error(`no OParl object has the type ${type}`);
  schema.parse(object);
  if (official !== null && !official.validate(type, object)) {
    throw new Error(`${type} by its official schema: ${official.errorsText()}`);
  }
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
