import { expect, test } from 'vitest';
import { z } from 'zod';
import type { AgendaInput } from './agenda.ts';
import { canonicalJson } from './canonical.ts';
import { parseAgenda } from './parse.ts';
import { smallAgenda } from './testing.ts';
import { writeAgenda } from './write.ts';

function written(input: AgendaInput): string {
  const result = parseAgenda(input);
  if ('faults' in result) throw new Error(result.faults[0]?.message.de);
  return writeAgenda(result.agenda);
}

test('the order of keys and spelled-out defaults do not change the bytes', () => {
  const text = written(smallAgenda());
  const reversed = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(reversed);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .reverse()
        .map(([key, item]) => [key, reversed(item)]),
    );
  };
  expect(written(reversed(smallAgenda()) as AgendaInput)).toBe(text);
  const [first, ...projects] = smallAgenda().projects;
  if (!first) throw new Error('no project');
  const spelled = { ...first, dependencies: [], needs: [], priority: undefined };
  expect(written({ ...smallAgenda(), projects: [spelled, ...projects], scenarios: smallAgenda().scenarios })).toBe(
    text,
  );
  expect(written(JSON.parse(text) as AgendaInput)).toBe(text);
});

test('two spaces, schema order, a line feed at the end, no defaults', () => {
  const text = written(smallAgenda());
  expect(
    text.startsWith('{\n  "format": "fahrplan-agenda",\n  "version": 1,\n  "city": {\n    "id": "neustadt",'),
  ).toBe(true);
  expect(text.endsWith('}\n')).toBe(true);
  expect(text).not.toContain('[]');
});

test('what differs from a default stays, also an empty list where the default is not empty', () => {
  const schema = z.strictObject({
    count: z.int().default(3),
    list: z.array(z.string()).default(['x']),
    map: z.record(z.string(), z.int()).default({}),
    maybe: z.string().nullable().default(null),
  });
  const round = (value: z.input<typeof schema>) => JSON.parse(canonicalJson(schema, schema.parse(value))) as object;
  expect(round({})).toEqual({ list: ['x'] });
  expect(round({ count: 4, list: [], map: { b: 1, a: 2 }, maybe: 'y' })).toEqual({
    count: 4,
    list: [],
    map: { a: 2, b: 1 },
    maybe: 'y',
  });
  expect(schema.parse(round({ list: [] }))).toEqual(schema.parse({ list: [] }));
});
