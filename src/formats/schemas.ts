import { z } from 'zod';
import {
  agendaSchema,
  bookingSchema,
  budgetLineSchema,
  centsSchema,
  commitmentSchema,
  deliveryModeSchema,
  goalSchema,
  idSchema,
  isoDateSchema,
  lineSchema,
  obligationSchema,
  organizationalUnitSchema,
  partnerSchema,
  peerCitySchema,
  phaseSchema,
  planVersionSchema,
  prerequisiteSchema,
  projectSchema,
  projectTemplateSchema,
  proseSchema,
  provenanceMapSchema,
  scenarioSchema,
  stageSchema,
  teamSchema,
  tenthsSchema,
} from '../agenda/index.ts';
import {
  assessmentSchema,
  consultationSchema,
  evidenceSchema,
  paperSchema,
  paperVersionSchema,
  pointDecisionSchema,
  sentenceSchema,
  textSchema,
} from '../council/index.ts';

/** The planner's part, as the answer holds it. */
const planner = assessmentSchema.shape.answer.unwrap();
const tradeOff = planner.shape.tradeOffs.element;

const DIALECT = 'https://json-schema.org/draft/2020-12/schema';

/** Parts that get a name of their own below `$defs`, with a remark. */
const parts: [schema: z.ZodType, id: string, description?: string][] = [
  [idSchema, 'id', 'Stable key, unique within its kind'],
  [isoDateSchema, 'isoDate', 'Calendar day as 2020-08-31'],
  [centsSchema, 'cents', 'Whole euro cents'],
  [tenthsSchema, 'tenths', 'Tenths of a person-day: 10 is one day'],
  [lineSchema, 'line'],
  [proseSchema, 'prose'],
  [provenanceMapSchema, 'provenance', 'Field name → where its value comes from; * holds for every other field'],
  [organizationalUnitSchema, 'unit'],
  [teamSchema, 'team'],
  [budgetLineSchema, 'budgetLine'],
  [stageSchema, 'stage'],
  [goalSchema, 'goal'],
  [projectSchema, 'project'],
  [phaseSchema, 'phase'],
  [deliveryModeSchema, 'deliveryMode'],
  [projectTemplateSchema, 'projectTemplate'],
  [prerequisiteSchema, 'prerequisite'],
  [obligationSchema, 'obligation'],
  [partnerSchema, 'partner'],
  [peerCitySchema, 'peerCity'],
  [planVersionSchema, 'planVersion'],
  [scenarioSchema, 'scenario'],
  [commitmentSchema, 'commitment'],
  [bookingSchema, 'booking'],
  [consultationSchema, 'consultation'],
  [paperVersionSchema, 'paperVersion'],
  [pointDecisionSchema, 'pointDecision'],
  [textSchema, 'text', 'A sentence in both languages'],
  [sentenceSchema, 'sentence', 'A sentence in both languages, cut into words and figures with evidence'],
  [evidenceSchema, 'evidence'],
  [planner, 'plannerAnswer'],
  [planner.shape.kept.unwrap(), 'placement'],
  [tradeOff, 'tradeOff'],
  [tradeOff.shape.displaced.element, 'displacedProject'],
  [planner.shape.reasons.element, 'reason'],
];

function jsonSchema(schema: z.ZodType, title: string, io: 'input' | 'output'): string {
  const metadata = z.registry<{ id: string; description?: string }>();
  for (const [part, id, description] of parts) metadata.add(part, description ? { id, description } : { id });
  const { $schema: _, ...body } = z.toJSONSchema(schema, {
    io,
    metadata,
    reused: 'inline',
    override: ({ zodSchema, jsonSchema: json }) => {
      // The calendar check is code; tools without it at least see the form.
      if (zodSchema === isoDateSchema) Object.assign(json, { format: 'date', pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
    },
  });
  return `${JSON.stringify({ $schema: DIALECT, title, ...body }, null, 2)}\n`;
}

/** JSON Schemas of the file formats by file name, as they lie in docs/formats. */
export function formatSchemas(): Record<string, string> {
  return {
    'agenda.schema.json': jsonSchema(agendaSchema, 'Fahrplan: agenda', 'input'),
    'paper.schema.json': jsonSchema(paperSchema, 'Fahrplan: council paper', 'input'),
    'answer.schema.json': jsonSchema(assessmentSchema, 'Fahrplan: answer to a council paper', 'output'),
  };
}
