import { expect, test } from 'vitest';
import { wordOf } from '../fields/value-words.ts';
import type { FieldSpec } from '../form/spec.ts';
import { de } from '../language/de.ts';
import { bookingParts, budgetParts, teamParts, unitParts } from './capacity/parts.ts';
import { groundworkParts } from './groundwork/parts.ts';
import { projectParts } from './project-edit/parts.ts';
import { obligationParts, strategyParts } from './register/parts.ts';

/** Values without a word, in a field and in those inside it. */
function wordless(fields: readonly FieldSpec[]): string[] {
  return fields.flatMap((field) => {
    if (field.kind === 'choice') {
      return field.values.filter((one) => field.words?.[one] === undefined && wordOf(one, 'de') === null);
    }
    return 'fields' in field ? wordless(field.fields) : [];
  });
}

test('every value that a form offers has a word', () => {
  const forms = [unitParts, teamParts, budgetParts, bookingParts, projectParts, obligationParts, strategyParts];
  const parts = [...forms, ...Object.values(groundworkParts)].flatMap((form) => form(de, true));
  expect(parts.flatMap((part) => wordless(part.fields))).toEqual([]);
  // The shares of costs in a phase stand in no such list.
  for (const one of ['even', 'start', 'end']) expect(wordOf(one, 'de')).not.toBeNull();
});
