import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import * as agenda from '../agenda/index.ts';
import * as council from '../council/index.ts';
import { formatSchemas } from './schemas.ts';

const ROOT = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

test.each(Object.entries(formatSchemas()))('docs/formats/%s is what the code says (npm run generate)', (name, text) => {
  expect(read(`docs/formats/${name}`)).toBe(text);
});

test('the JSON Schemas accept the example and refuse an unknown field', () => {
  const schema = (name: string) => z.fromJSONSchema(JSON.parse(read(`docs/formats/${name}.schema.json`)));
  const example = JSON.parse(read('examples/chemnitz/agenda.json')) as object;
  expect(schema('agenda').safeParse(example).error).toBeUndefined();
  expect(schema('agenda').safeParse({ ...example, colour: 'red' }).success).toBe(false);
  expect(schema('agenda').safeParse({ ...example, planStart: '31.08.2020' }).success).toBe(false);
  for (const path of globSync('examples/chemnitz/papers/*.json', { cwd: ROOT })) {
    expect(schema('paper').safeParse(JSON.parse(read(path))).error, path).toBeUndefined();
  }
});

/** The rows below each `### heading` of a document: field names, and whether the field is needed. */
function tables(path: string): Map<string, { fields: string[]; needed: string[] }> {
  const found = new Map<string, { fields: string[]; needed: string[] }>();
  for (const section of read(path).split('\n### ').slice(1)) {
    const rows =
      section
        .split('\n## ')[0]
        ?.split('\n')
        .filter((line) => line.startsWith('| `')) ?? [];
    const cells = rows.map((row) => row.split(/(?<!\\)\|/).map((cell) => cell.trim()));
    found.set(section.split('\n')[0] ?? '', {
      fields: cells.map(([, field = '']) => field.replaceAll('`', '')),
      needed: cells.filter(([, , , needed]) => needed === 'yes').map(([, field = '']) => field.replaceAll('`', '')),
    });
  }
  return found;
}

/** The object schema inside lists, defaults and the like. */
function objectOf(schema: unknown): z.ZodObject {
  if (schema instanceof z.ZodObject) return schema;
  if (schema instanceof z.ZodArray) return objectOf(schema.element);
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault) {
    return objectOf(schema.unwrap());
  }
  throw new Error('not an object schema');
}

const { assessmentSchema, paperSchema } = council;
const planner = assessmentSchema.shape.answer.unwrap();
const { shape } = planner;
const inAgenda = ['provenance'];
const documents: [path: string, input: boolean, schemas: Record<string, unknown>][] = [
  [
    'docs/formats/agenda.md',
    true,
    Object.fromEntries(
      [...tables('docs/formats/agenda.md').keys()]
        .filter((name) => !inAgenda.includes(name))
        .map((name) => [
          name,
          (agenda as Record<string, unknown>)[`${name === 'unit' ? 'organizationalUnit' : name}Schema`],
        ]),
    ),
  ],
  [
    'docs/formats/paper.md',
    true,
    {
      paper: paperSchema,
      originator: council.originatorSchema,
      paperVersion: council.paperVersionSchema,
      paperPoint: council.paperPointSchema,
      related: paperSchema.shape.related,
      consultation: council.consultationSchema,
      answer: paperSchema.shape.answer,
      checkDecision: council.checkDecisionSchema,
      pointDecision: council.pointDecisionSchema,
      relation: council.relationSchema,
      basis: council.paperBasisSchema,
      signatory: paperSchema.shape.signatory,
      outcome: council.outcomeSchema,
    },
  ],
  [
    'docs/formats/answer.md',
    false,
    {
      answer: assessmentSchema,
      paper: assessmentSchema.shape.paper,
      verdict: assessmentSchema.shape.verdict,
      dimension: council.dimensionSchema,
      checkResult: council.checkResultSchema,
      pointResult: council.pointResultSchema,
      suggestion: council.suggestionSchema,
      text: council.textSchema,
      sentence: council.sentenceSchema,
      evidence: council.evidenceSchema,
      recordRef: council.recordRefSchema,
      plannerAnswer: planner,
      placement: shape.kept,
      tradeOff: shape.tradeOffs,
      displacedProject: shape.tradeOffs.element.shape.displaced,
      extraCapacity: shape.extra,
      measure: shape.measures,
      reason: shape.reasons,
      teamBalance: shape.teams,
      moneyBalance: shape.money,
      engine: shape.engine,
    },
  ],
];

test.each(documents)('%s describes every field of the code, no other, and what is needed', (path, input, schemas) => {
  const documented = tables(path);
  expect([...documented.keys()].filter((name) => !inAgenda.includes(name))).toEqual(Object.keys(schemas));
  for (const [name, schema] of Object.entries(schemas)) {
    const fields = objectOf(schema).shape;
    expect(documented.get(name)?.fields, name).toEqual(Object.keys(fields));
    const needed = Object.entries(fields).filter(([, field]) => !(field as z.ZodType).safeParse(undefined).success);
    if (input) expect(documented.get(name)?.needed, name).toEqual(needed.map(([key]) => key));
  }
});

test('agenda.md has a section for every record of the agenda', () => {
  const sections = [...tables('docs/formats/agenda.md').keys()];
  const records = agenda.agendaCollections.map((one) => objectOf(agenda.agendaSchema.shape[one]));
  const named = sections.map(
    (name) => (agenda as Record<string, unknown>)[`${name === 'unit' ? 'organizationalUnit' : name}Schema`],
  );
  for (const record of records) expect(named).toContain(record);
});

test('faults.md names every fault', () => {
  const named = [...read('docs/formats/faults.md').matchAll(/^\| `(\w+)` \|/gm)].map(([, code = '']) => code);
  expect(named.sort()).toEqual([...agenda.faultCodes].sort());
});
