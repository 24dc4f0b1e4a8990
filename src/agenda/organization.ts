import { z } from 'zod';
import { centsSchema, idSchema, isoDateSchema, lineSchema, percentSchema } from './primitives.ts';
import { provenanceMapSchema } from './provenance.ts';

/** Offices are renamed; the id stays and the names carry dates. */
export const datedNameSchema = z.strictObject({
  name: lineSchema,
  shortName: lineSchema.optional(),
  from: isoDateSchema.optional(),
  source: idSchema.optional(),
});

export const organizationalUnitSchema = z.strictObject({
  id: idSchema,
  kind: z.enum(['department', 'office', 'staffUnit', 'body', 'municipalCompany']),
  /** In order of time; the last name that has begun is the current one. */
  names: z.array(datedNameSchema).min(1),
  parent: idSchema.optional(),
  provenance: provenanceMapSchema.optional(),
});
export type OrganizationalUnit = z.infer<typeof organizationalUnitSchema>;

/**
 * Capacity that holds from a day until the next period begins. Either posts (`fte` × `daysPerFte` × project share,
 * absence deducted) or, for scattered key users, a plain number of person-days a year.
 */
export const capacityPeriodSchema = z.strictObject({
  from: isoDateSchema,
  fte: z.number().min(0).max(10_000).optional(),
  /** Share left for projects after line work, percent. */
  projectSharePercent: percentSchema.optional(),
  /** Share lost to known absence beyond the usual (parental leave, vacant post), percent. */
  absencePercent: percentSchema.default(0),
  /** Person-days a year for projects, when there are no posts to count. */
  personDaysPerYear: z.number().min(0).max(1_000_000).optional(),
});
export type CapacityPeriod = z.infer<typeof capacityPeriodSchema>;

/** A role or unit that works on projects; never a named person (co-determination of the staff council). */
export const teamSchema = z.strictObject({
  id: idSchema,
  name: lineSchema,
  shortName: lineSchema.optional(),
  unit: idSchema,
  /** Person-days of one full post and year before line work. */
  daysPerFte: z.number().min(1).max(366).default(200),
  capacity: z.array(capacityPeriodSchema).min(1),
  /** Yearly cost of one more full post, for what-if questions. */
  costPerFteCents: centsSchema.optional(),
  provenance: provenanceMapSchema.optional(),
});
export type Team = z.infer<typeof teamSchema>;

/** Name of a unit on a day; before its first dated name the first one. */
export function unitNameOn(unit: OrganizationalUnit, date: string): string {
  let current = unit.names[0]?.name ?? unit.id;
  for (const entry of unit.names) if (!entry.from || entry.from <= date) current = entry.name;
  return current;
}

/** Person-days a year of a capacity period, after line work and absence. */
export function personDaysPerYear(team: Team, period: CapacityPeriod): number {
  if (period.personDaysPerYear !== undefined) return period.personDaysPerYear;
  const share = (period.projectSharePercent ?? 100) / 100;
  return (period.fte ?? 0) * team.daysPerFte * share * (1 - period.absencePercent / 100);
}

/** Project person-days a year that one more full post of this team would bring from `date` on. */
export function personDaysPerPost(team: Team, date: string): number {
  let current = team.capacity[0];
  for (const period of team.capacity) if (period.from <= date) current = period;
  return (team.daysPerFte * (current?.projectSharePercent ?? 100)) / 100;
}
