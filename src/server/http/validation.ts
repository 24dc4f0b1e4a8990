import type { z } from 'zod';
import { type Fault, type FaultPath, shapeFaults } from '../../agenda/index.ts';
import { type FieldError, Problem } from './problems.ts';

/** How many faults one answer names; the rest adds nothing for a person. */
export const MAX_ERRORS = 50;

/** JSON Pointer (RFC 6901) of a path in a value. */
export function pointerOf(path: FaultPath): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** A fault as the API names it: the pointer says where, so that the sentence need not. */
export function fieldError(one: Fault, place: FaultPath): FieldError {
  return { pointer: pointerOf(place), detail: one.remark ?? one.message };
}

/** The value as the schema gives it back, with its defaults. Throws {@link Problem} `invalid-request`. */
export function validate<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const result = schema.safeParse(value);
  if (!result.success) refuseFaults(shapeFaults(result.error, value));
  return result.data as z.output<S>;
}

/**
 * Refuses what the rules of the model found, if they found anything. `place` is where the request's body stands in
 * the agenda: pointers in the answer start at the body.
 */
export function refuseFaults(faults: readonly Fault[], place: FaultPath = []): void {
  if (faults.length === 0) return;
  const inBody = (path: FaultPath): FaultPath =>
    place.every((part, index) => path[index] === part) ? path.slice(place.length) : path;
  throw new Problem('invalid-request', {
    errors: faults.slice(0, MAX_ERRORS).map((one) => fieldError(one, inBody(one.path))),
  });
}
