import type { z } from 'zod';
import { type Agenda, type AgendaCollection, agendaCollections, agendaSchema } from '../agenda/index.ts';
import {
  type CouncilSettings,
  councilSettingsSchema,
  type Delegation,
  delegationSchema,
  type Meeting,
  meetingSchema,
  type Organization,
  organizationSchema,
  type Paper,
  paperSchema,
  type Resolution,
  resolutionSchema,
  type StatementFile,
  statementFileSchema,
} from '../council/index.ts';

/** What the council desk keeps beside the agenda. */
type CouncilRecords = {
  papers: Paper;
  statements: StatementFile;
  meetings: Meeting;
  organizations: Organization;
  delegations: Delegation;
  resolutions: Resolution;
  councilSettings: CouncilSettings;
};

/** The kinds of records that are edited: the agenda's lists, and those of the council desk. */
export type RecordKind = AgendaCollection | keyof CouncilRecords;

/** What a record of a kind holds. */
export type RecordBody<K extends RecordKind> = K extends AgendaCollection
  ? Agenda[K][number]
  : K extends keyof CouncilRecords
    ? CouncilRecords[K]
    : never;

const councilSchemas: { [K in keyof CouncilRecords]: z.ZodType<CouncilRecords[K]> } = {
  papers: paperSchema,
  statements: statementFileSchema,
  meetings: meetingSchema,
  organizations: organizationSchema,
  delegations: delegationSchema,
  resolutions: resolutionSchema,
  councilSettings: councilSettingsSchema,
};

/** The table of each kind. */
export const TABLES: Record<RecordKind, string> = {
  sources: 'source',
  units: 'organizational_unit',
  teams: 'team',
  budgetLines: 'budget_line',
  stages: 'stage',
  actionFields: 'action_field',
  goals: 'goal',
  projects: 'project',
  alternatives: 'alternative',
  templates: 'project_template',
  prerequisites: 'prerequisite',
  obligations: 'obligation',
  strategies: 'strategy',
  guides: 'interview_guide',
  interviews: 'interview',
  needs: 'need',
  weightings: 'weighting',
  serviceBundles: 'service_bundle',
  partners: 'partner',
  peerCities: 'peer_city',
  plans: 'plan_version',
  scenarios: 'scenario',
  commitments: 'commitment',
  bookings: 'booking',
  papers: 'paper',
  statements: 'statement',
  meetings: 'meeting',
  organizations: 'organization',
  delegations: 'delegation',
  resolutions: 'resolution',
  councilSettings: 'council_settings',
};

/** Kinds that are no part of the agenda: a change of them leaves every plan as it is. */
export const COUNCIL_KINDS = Object.keys(councilSchemas) as (keyof CouncilRecords)[];

/** Tables whose every change stands in the audit chain. */
export const AUDITED_TABLES: readonly string[] = [
  'city',
  ...Object.values(TABLES),
  'plan_run',
  'person',
  'statement_release',
  'confirmation',
  'status_contact',
  'status_request',
  'comment',
];

const isCollection = (kind: RecordKind): kind is AgendaCollection =>
  (agendaCollections as readonly string[]).includes(kind);

/** The schema that every record of a kind was checked with before it was stored. */
export function recordSchema<K extends RecordKind>(kind: K): z.ZodType<RecordBody<K>> {
  const schema = isCollection(kind)
    ? agendaSchema.shape[kind].unwrap().element
    : councilSchemas[kind as keyof CouncilRecords];
  return schema as unknown as z.ZodType<RecordBody<K>>;
}

/** The key of a record within its city and kind; a paper has one statement, so the statement bears the paper's key. */
export function recordId(body: RecordBody<RecordKind>): string {
  return 'id' in body ? body.id : body.paper;
}
