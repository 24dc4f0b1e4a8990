import { z } from '@hono/zod-openapi';
import {
  agendaSchema,
  commitmentSchema,
  idSchema,
  isoDateSchema,
  obligationSchema,
  planPinSchema,
  projectSchema,
  provenanceMapSchema,
  scenarioSchema,
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
  aimViewSchema,
  coverageViewSchema,
  loadDetailSchema,
  loadViewSchema,
  obligationRowSchema,
  overviewSchema,
  planDifferenceSchema,
  planRefSchema,
  qualitySchema,
  roadmapProjectSchema,
  roadmapViewSchema,
  scenarioOutcomeSchema,
  whyDateSchema,
} from '../../planning/index.ts';

/**
 * A schema of the domain under its name in the contract. It is built anew, because only schemas that are built after
 * zod-openapi was loaded can carry a name; which of both is loaded first depends on who imports us.
 */
function named<S extends z.ZodType>(name: string, schema: S): S {
  return schema.clone().openapi(name);
}

/**
 * The schemas of the domain under the names that the API's contract gives them, and the few bodies that are put
 * together for it.
 */
export const Agenda = named('Agenda', agendaSchema);
export const Project = named('Project', projectSchema);
export const Obligation = named('Obligation', obligationSchema);
export const Commitment = named('Commitment', commitmentSchema);
export const Source = named('Source', sourceSchema);
export const Paper = named('Paper', paperSchema);
export const Assessment = named('Assessment', assessmentSchema);
export const Statement = named('Statement', statementSchema);
export const Overview = named('Overview', overviewSchema);
export const RoadmapView = named('RoadmapView', roadmapViewSchema);
export const LoadView = named('LoadView', loadViewSchema);
export const LoadDetail = named('LoadDetail', loadDetailSchema);
export const ObligationRow = named('ObligationRow', obligationRowSchema);
export const CoverageView = named('CoverageView', coverageViewSchema);
export const WhyDate = named('WhyDate', whyDateSchema);

/** An answer that is a file. */
export const fileBytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);

export const idParams = z.strictObject({ id: idSchema });
export const version = z.int().min(1);
const idAndName = z.strictObject({ id: z.string(), name: z.string() });
const text = z.strictObject({ de: z.string(), en: z.string() });

export const ProjectRow = z
  .strictObject({
    ...roadmapProjectSchema.shape,
    actionField: idAndName,
    stage: idAndName.nullable(),
    leadUnit: idSchema.nullable(),
    partners: z.array(idAndName),
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
    obligations: z.array(Obligation.extend({ inForce: z.boolean() })),
    sources: z.array(Source),
    successors: z.array(idAndName),
    commitments: z.array(Commitment),
    needs: z.array(idAndName),
    bundles: z.array(idAndName),
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

export const PlanList = z
  .strictObject({
    /** Day that is set to count as today; null = the real day counts. */
    statusDate: isoDateSchema.nullable(),
    asOf: isoDateSchema,
    plans: z.array(
      z.strictObject({
        ...planRefSchema.shape,
        version,
        proposedBy: z.string().nullable(),
        /** Put forward by whoever asks, who then cannot approve it. */
        own: z.boolean(),
        note: z.string().nullable(),
        /** Number of projects that it dates. */
        projects: z.int(),
        pins: z.array(planPinSchema),
        frozenUntil: isoDateSchema.nullable(),
        /** What is known of how good it is, aim by aim; empty for plans that were not computed here. */
        aims: z.array(named('AimView', aimViewSchema)),
        engineVersion: z.string(),
        seed: z.int(),
        /** What of the agenda the working plan no longer fits. */
        faults: z.array(text),
      }),
    ),
    /** Computed anew and not taken over; newest first. */
    proposals: z.array(z.strictObject({ id: z.string(), createdAt: z.iso.datetime(), quality: qualitySchema })),
  })
  .openapi('PlanList');

const ScenarioRecord = z.strictObject({
  scenario: named('Scenario', scenarioSchema),
  version,
  /** Null as long as it was never computed. `outdated`: something that it rests on has changed since. */
  result: z
    .strictObject({
      planRun: z.string(),
      createdAt: z.iso.datetime(),
      outdated: z.boolean(),
      /** In the list without the difference in full. */
      outcome: scenarioOutcomeSchema,
      reason: text.nullable(),
    })
    .nullable(),
});
export const ScenarioList = z.strictObject({ scenarios: z.array(ScenarioRecord) }).openapi('ScenarioList');
export const ScenarioResult = ScenarioRecord.clone().openapi('ScenarioResult');

export const PlanComparison = z
  .strictObject({
    difference: planDifferenceSchema,
    /** Present version of the working plan, 0 if there is none: what taking over a proposal names as seen. */
    working: z.int().min(0),
  })
  .openapi('PlanComparison');

export const RecordView = z
  .strictObject({
    kind: z.string(),
    id: z.string(),
    title: z.string(),
    body: z.unknown(),
    /** Version that a change of the record must name; null for what is not edited as a record. */
    version: version.nullable(),
    provenance: provenanceMapSchema.nullable(),
    sources: z.array(Source),
    href: z.string().nullable(),
  })
  .openapi('Record');

/** What became of a changed record. */
export const WrittenRecord = z
  .strictObject({
    id: z.string(),
    /** Null after a deletion. */
    version: version.nullable(),
    body: z.unknown(),
    /** Number of the change in the audit chain, by which it is taken back; null if nothing was changed. */
    entry: z.int().nullable(),
  })
  .openapi('WrittenRecord');

export const Hit = z
  .strictObject({ kind: z.string(), id: z.string(), title: z.string(), href: z.string() })
  .openapi('Hit');
