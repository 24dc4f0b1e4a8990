import { expect, test } from 'vitest';
import { z } from 'zod';
import { Problem } from './problems.ts';
import { pointerOf, validate } from './validation.ts';

const schema = z.strictObject({ name: z.string().min(1), phases: z.array(z.strictObject({ weeks: z.int() })) });

function faults(value: unknown): Problem['errors'] {
  try {
    validate(schema, value);
  } catch (error) {
    if (error instanceof Problem) return error.errors;
  }
  return [];
}

test('each fault is named with its place, in both languages', () => {
  const [first, second, third] = faults({ name: '', phases: [{ weeks: 'x' }], extra: 1 });
  expect(first).toMatchObject({ pointer: '/name', detail: { de: 'Bitte ausfüllen.' } });
  expect(second).toMatchObject({ pointer: '/phases/0/weeks', detail: { de: 'Bitte eine Zahl angeben.' } });
  expect(second?.detail.en).toContain('number');
  expect(third).toMatchObject({ pointer: '/extra', detail: { en: expect.stringContaining('extra') } });
});

test('a value that fits comes back, and never more than fifty faults', () => {
  expect(validate(schema, { name: 'a', phases: [] })).toEqual({ name: 'a', phases: [] });
  expect(faults({ name: 'a', phases: Array.from({ length: 200 }, () => ({})) })).toHaveLength(50);
});

test('pointers are escaped as RFC 6901 asks', () => {
  expect(pointerOf(['a/b', 0, 'm~n'])).toBe('/a~1b/0/m~0n');
  expect(pointerOf([])).toBe('');
});
