import { z } from '@hono/zod-openapi';
import {
  agendaSchema,
  idSchema,
  isoDateSchema,
  obligationSchema,
  projectSchema,
  provenanceMapSchema,
  sourceSchema,
} from '../../agenda/index.ts';
import {
  assessmentSchema,
  outcomeSchema,
  paperKindSchema,
  paperSchema,
  statementSchema,
  verdictSchema,
} from '../../council/index.ts';
import {
  loadDetailSchema,
  loadViewSchema,
  obligationRowSchema,
  overviewSchema,
  roadmapProjectSchema,
  roadmapViewSchema,
  whyDateSchema,
} from '../../planning/index.ts';

/**
 * The schemas of the domain under the names that the API's contract gives them, and the few bodies that are put
 * together for it.
 */
export const Agenda = agendaSchema.openapi('Agenda');
export const Project = projectSchema.openapi('Project');
export const Obligation = obligationSchema.openapi('Obligation');
export const Source = sourceSchema.openapi('Source');
export const Paper = paperSchema.openapi('Paper');
export const Assessment = assessmentSchema.openapi('Assessment');
export const Statement = statementSchema.openapi('Statement');
export const Overview = overviewSchema.openapi('Overview');
export const RoadmapView = roadmapViewSchema.openapi('RoadmapView');
export const LoadView = loadViewSchema.openapi('LoadView');
export const LoadDetail = loadDetailSchema.openapi('LoadDetail');
export const ObligationRow = obligationRowSchema.openapi('ObligationRow');
export const WhyDate = whyDateSchema.openapi('WhyDate');

/** An answer that is a file. */
export const fileBytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);

export const idParams = z.strictObject({ id: idSchema });
export const version = z.int().min(1);
const named = z.strictObject({ id: z.string(), name: z.string() });
const text = z.strictObject({ de: z.string(), en: z.string() });

export const ProjectRow = z
  .strictObject({
    ...roadmapProjectSchema.shape,
    actionField: named,
    /** Effort and cost of the planned delivery mode. */
    effortTenths: z.int(),
    costCents: z.int(),
    obligations: z.array(idSchema),
  })
  .openapi('ProjectRow');
export type ProjectRow = z.infer<typeof ProjectRow>;

export const ProjectRecord = z
  .strictObject({
    project: Project,
    version,
    row: ProjectRow,
    units: z.record(z.string(), z.string()),
    teams: z.record(z.string(), z.string()),
    obligations: z.array(Obligation),
    sources: z.array(Source),
    successors: z.array(named),
  })
  .openapi('ProjectRecord');

export const PaperRow = z
  .strictObject({
    id: idSchema,
    reference: z.string(),
    kind: paperKindSchema,
    name: z.string(),
    originators: z.array(z.string()),
    nextStep: z.strictObject({ label: text, on: isoDateSchema.nullable() }).nullable(),
    verdict: verdictSchema.nullable(),
    lookAgainOn: isoDateSchema.nullable(),
    outcome: outcomeSchema.nullable(),
    version,
  })
  .openapi('PaperRow');
export type PaperRow = z.infer<typeof PaperRow>;

export const PaperRecord = z
  .strictObject({
    paper: Paper,
    version,
    planRun: z.strictObject({ id: z.string(), createdAt: z.iso.datetime(), agendaChanged: z.boolean() }).nullable(),
    assessment: Assessment.nullable(),
  })
  .openapi('PaperRecord');

export const PlanRun = z
  .strictObject({
    id: z.string(),
    createdAt: z.iso.datetime(),
    question: z.strictObject({
      kind: z.literal('assess'),
      paper: idSchema,
      inputs: z.strictObject({ agenda: z.string(), paper: z.string() }),
    }),
    inputsHash: z.string(),
    engineVersion: z.string(),
    seed: z.int(),
    assessment: Assessment,
  })
  .openapi('PlanRun');

export const RecordView = z
  .strictObject({
    kind: z.string(),
    id: z.string(),
    title: z.string(),
    body: z.unknown(),
    provenance: provenanceMapSchema.nullable(),
    sources: z.array(Source),
    href: z.string().nullable(),
  })
  .openapi('Record');

export const Hit = z
  .strictObject({ kind: z.string(), id: z.string(), title: z.string(), href: z.string() })
  .openapi('Hit');
