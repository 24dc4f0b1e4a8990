import { z } from 'zod';

/**
 * JSON text of a parsed value in one form only: fields in the schema's order, keys of free maps sorted, what equals
 * its default left out, two spaces, a line feed at the end. Equal values give equal bytes, and reading the text back
 * gives the same value.
 */
export function canonicalJson(schema: z.ZodType, value: unknown): string {
  return `${JSON.stringify(ordered(schema, value), null, 2)}\n`;
}

function ordered(schema: z.ZodType, value: unknown): unknown {
  const inner = bare(schema);
  if (value === null || typeof value !== 'object') return value;
  if (inner instanceof z.ZodArray) return (value as unknown[]).map((item) => ordered(inner.element as z.ZodType, item));
  if (inner instanceof z.ZodRecord) {
    const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return Object.fromEntries(entries.map(([key, item]) => [key, ordered(inner.valueType as z.ZodType, item)]));
  }
  if (inner instanceof z.ZodObject) return orderedObject(inner, value as Record<string, unknown>);
  if (inner instanceof z.ZodUnion) return orderedObject(variant(inner, value), value as Record<string, unknown>);
  throw new Error(`canonicalJson: no order known for ${inner.constructor.name}`);
}

function orderedObject(schema: z.ZodObject, value: Record<string, unknown>): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const [key, field] of Object.entries(schema.shape) as [string, z.ZodType][]) {
    const item = value[key];
    if (item !== undefined && !isDefault(field, item)) result[key] = ordered(field, item);
  }
  return result;
}

/** The schema without `optional`, `nullable` and `default` around it. */
function bare(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault) {
    return bare(schema.unwrap() as z.ZodType);
  }
  return schema;
}

/** The variant of a union that a valid value belongs to. */
function variant(schema: z.ZodUnion, value: unknown): z.ZodObject {
  const options = schema.options as readonly z.ZodType[];
  const found = options.map(bare).find((option) => option instanceof z.ZodObject && option.safeParse(value).success);
  if (found instanceof z.ZodObject) return found;
  throw new Error('canonicalJson: the value fits no variant of its union');
}

/** Defaults of the model are single values and empty lists or maps. */
function isDefault(schema: z.ZodType, value: unknown): boolean {
  if (!(schema instanceof z.ZodDefault)) return false;
  const standard = schema.def.defaultValue;
  if (typeof standard !== 'object' || standard === null) return value === standard;
  return (
    typeof value === 'object' && value !== null && Object.keys(value).length === 0 && Object.keys(standard).length === 0
  );
}
