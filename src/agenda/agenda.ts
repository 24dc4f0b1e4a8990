import { z } from 'zod';
import { bookingSchema } from './booking.ts';
import { budgetLineSchema } from './budget.ts';
import { alternativeSchema } from './choice.ts';
import { citySchema } from './city.ts';
import { obligationSchema, strategySchema } from './law.ts';
import { interviewGuideSchema, interviewSchema, needSchema } from './needs.ts';
import { organizationalUnitSchema, teamSchema } from './organization.ts';
import { partnerSchema } from './partner.ts';
import { peerCitySchema } from './peer.ts';
import { commitmentSchema, planVersionSchema, scenarioSchema } from './plan.ts';
import { isoDateSchema, lineSchema } from './primitives.ts';
import { weightingSchema } from './priority.ts';
import { prerequisiteSchema, projectSchema, projectTemplateSchema } from './project.ts';
import { provenanceMapSchema, sourceSchema } from './provenance.ts';
import { actionFieldSchema, goalSchema, stageSchema } from './roadmap.ts';
import { serviceBundleSchema } from './service-bundle.ts';

export const AGENDA_FORMAT = 'fahrplan-agenda';
export const AGENDA_FORMAT_VERSION = 1;

/**
 * A city's digital agenda: the content of `agenda.json` (docs/formats/agenda.md). The schema checks shapes and
 * single values; what concerns several records (unknown ids, circles, missing capacity) is checked by `checkAgenda`.
 */
export const agendaSchema = z.strictObject({
  $schema: z.string().optional(),
  format: z.literal(AGENDA_FORMAT),
  version: z.literal(AGENDA_FORMAT_VERSION),
  city: citySchema,
  /** Name of the agenda as the city uses it. */
  name: lineSchema,
  /** Monday from which is planned; everything before is history. */
  planStart: isoDateSchema,
  /** Day that counts as today, for an agenda that stands still (an example, training); missing = the real day. */
  statusDate: isoDateSchema.optional(),
  sources: z.array(sourceSchema).default([]),
  units: z.array(organizationalUnitSchema).default([]),
  teams: z.array(teamSchema).default([]),
  budgetLines: z.array(budgetLineSchema).default([]),
  stages: z.array(stageSchema).default([]),
  actionFields: z.array(actionFieldSchema).default([]),
  goals: z.array(goalSchema).default([]),
  projects: z.array(projectSchema).default([]),
  alternatives: z.array(alternativeSchema).default([]),
  templates: z.array(projectTemplateSchema).default([]),
  prerequisites: z.array(prerequisiteSchema).default([]),
  obligations: z.array(obligationSchema).default([]),
  strategies: z.array(strategySchema).default([]),
  guides: z.array(interviewGuideSchema).default([]),
  interviews: z.array(interviewSchema).default([]),
  needs: z.array(needSchema).default([]),
  weightings: z.array(weightingSchema).default([]),
  serviceBundles: z.array(serviceBundleSchema).default([]),
  partners: z.array(partnerSchema).default([]),
  peerCities: z.array(peerCitySchema).default([]),
  plans: z.array(planVersionSchema).default([]),
  scenarios: z.array(scenarioSchema).default([]),
  commitments: z.array(commitmentSchema).default([]),
  bookings: z.array(bookingSchema).default([]),
  provenance: provenanceMapSchema.optional(),
});

export type Agenda = z.infer<typeof agendaSchema>;
/** What a file may hold before defaults are filled in. */
export type AgendaInput = z.input<typeof agendaSchema>;

/** The record arrays of an agenda, in the order of the file. */
export const agendaCollections = [
  'sources',
  'units',
  'teams',
  'budgetLines',
  'stages',
  'actionFields',
  'goals',
  'projects',
  'alternatives',
  'templates',
  'prerequisites',
  'obligations',
  'strategies',
  'guides',
  'interviews',
  'needs',
  'weightings',
  'serviceBundles',
  'partners',
  'peerCities',
  'plans',
  'scenarios',
  'commitments',
  'bookings',
] as const;
export type AgendaCollection = (typeof agendaCollections)[number];

/** The approved plan, if one is kept: the last one approved. */
export function approvedPlan(agenda: Agenda): Agenda['plans'][number] | undefined {
  return agenda.plans.filter((plan) => plan.status === 'approved').at(-1);
}

/** The plan that is shown and changed: the working plan, and until there is one, the approved plan. */
export function presentPlan(agenda: Agenda): Agenda['plans'][number] | undefined {
  return agenda.plans.findLast((plan) => plan.status === 'working') ?? approvedPlan(agenda);
}

/** Day from which past and future are told apart: the status date, else `today`, never before planning begins. */
export function statusDay(agenda: Pick<Agenda, 'statusDate' | 'planStart'>, today: string): string {
  if (agenda.statusDate !== undefined) return agenda.statusDate;
  return today < agenda.planStart ? agenda.planStart : today;
}
