import { expect, test } from 'vitest';
import type { Need } from '../../../agenda/index.ts';
import { distinguishing, merging, splitting } from './merge.ts';

const need = (id: string, more: Partial<Need> = {}): { version: number; body: Need } => ({
  version: 4,
  body: { id, name: id, units: ['it'], interviews: [], weight: 3, projects: [], distinctFrom: [], ...more },
});
const records = [need('a'), need('b'), need('c', { mergedInto: 'b' })];

test('who is merged brings along those that it spoke for, so that no chain comes about', () => {
  const written = merging(records, 'a', 'b');
  expect(written.map(({ body }) => [body.id, body.mergedInto])).toEqual([
    ['b', 'a'],
    ['c', 'a'],
  ]);
  expect(written.every(({ version }) => version === 4)).toBe(true);
});

test('a merger is undone without a trace, and a pair that is different is remembered at one of both', () => {
  expect(splitting(records, 'c')).toEqual([need('c')]);
  expect(distinguishing(records, 'a', 'b')).toEqual([need('b', { distinctFrom: ['a'] })]);
});
