import { z } from 'zod';
import { idSchema, isoDateSchema, lineSchema } from '../agenda/index.ts';

/** What a group of the council is (OParl Organization.organizationType). */
export const organizationKindSchema = z.enum(['council', 'committee', 'advisoryBoard', 'faction', 'other']);
export type OrganizationKind = z.infer<typeof organizationKindSchema>;

/**
 * The council, a committee, an advisory board or a faction (OParl Organization). Meetings and consultations name it by
 * its name, as minutes do; offices of the administration are units of the agenda.
 */
export const organizationSchema = z.strictObject({
  id: idSchema,
  name: lineSchema,
  shortName: lineSchema.optional(),
  kind: organizationKindSchema,
  /** Other names under which papers and minutes speak of it. */
  spellings: z.array(lineSchema).max(20).default([]),
  /** First and last day of its existence; committees and factions come and go with a term. */
  startedOn: isoDateSchema.optional(),
  endedOn: isoDateSchema.optional(),
});
export type Organization = z.infer<typeof organizationSchema>;

const plain = (name: string): string => name.toLowerCase().replace(/\s+/g, ' ').trim();

/** The organization that is meant by a name, a short name or one of its spellings. */
export function organizationByName(organizations: readonly Organization[], name: string): Organization | undefined {
  const wanted = plain(name);
  return organizations.find((one) =>
    [one.name, one.shortName, ...one.spellings].some((known) => known !== undefined && plain(known) === wanted),
  );
}
