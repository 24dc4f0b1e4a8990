import { expect, test } from 'vitest';
import { projectSchema } from '../../agenda/index.ts';
import { planAgenda } from '../plan-agenda.ts';
import { approved, quickAgenda } from '../testing.ts';
import { settingFor } from './candidate.ts';
import { keptEarliest } from './kept.ts';
import { proofConflicts, proveKept } from './kept-proof.ts';
import { Run } from './run.ts';

/** Two phases; one delivery mode is quicker in the first, the other in the second: 11 and 10 weeks in all, never 4. */
const twoWays = projectSchema.parse({
  id: 'X',
  name: 'Zwei Wege',
  actionField: 'field',
  commitmentClass: 'optional',
  status: 'planned',
  modes: [
    { id: 'own', name: 'eigenes Personal', kind: 'own' },
    { id: 'other', name: 'Dienstleister', kind: 'vendor' },
  ],
  phases: [
    { id: 'first', name: 'Konzept', work: { own: { weeks: 2 }, other: { weeks: 8 } } },
    { id: 'then', name: 'Umsetzung', work: { own: { weeks: 9 }, other: { weeks: 2 } } },
  ],
});

const search = { seed: 1, limit: { iterations: 2000 } };
const empty = quickAgenda([{ id: 'other', weeks: 8, days: { PM: 80 } }]);
const agenda = approved(empty, planAgenda(empty, search).plan);

test('one delivery mode holds for the whole project: the shortest one is proven without looking for more', () => {
  const { translation, base, planned } = settingFor(agenda, twoWays, search);
  const kept = keptEarliest(translation, base, planned, search);
  expect(kept).toMatchObject({ span: { start: 0, end: 10 }, boundEnd: 10, proven: true });
  expect(kept?.iterations).toBeLessThanOrEqual(500);
});

test('the complete search agrees that nothing ends earlier', () => {
  const { translation, base, planned } = settingFor(agenda, twoWays, search);
  const kept = keptEarliest(translation, base, planned, search);
  if (!kept) throw new Error('a plan exists');
  const open = { ...kept, proven: false, boundEnd: 0 };
  const settled = proveKept(translation, base, planned, open, { conflicts: 2000 });
  expect(settled).toMatchObject({ span: { end: 10 }, boundEnd: 10, proven: true });
});

test('the proofs of one answer share their dead ends; with none left a date stays as it was found', () => {
  const { translation, base, planned } = settingFor(agenda, twoWays, search);
  const run = new Run({ seed: 1, prove: true });
  const one = proofConflicts(translation);
  for (let spent = 0; spent < 2.5; spent += 0.5) run.effort(translation).spent?.(one / 2);
  const rest = run.effort(translation);
  expect(rest.conflicts).toBe(one / 2);
  rest.spent?.(one);
  const kept = keptEarliest(translation, base, planned, search);
  if (!kept) throw new Error('a plan exists');
  const open = { ...kept, proven: false, boundEnd: 0 };
  expect(proveKept(translation, base, planned, open, run.effort(translation))).toEqual(open);
});
