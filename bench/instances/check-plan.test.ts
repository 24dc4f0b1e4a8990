import { expect, test } from 'vitest';
import { checkPlan, makespan } from './check-plan.ts';
import { parseInstance } from './read-instance.ts';
import { patterson, psplib, reservoir } from './testing.ts';

const own = parseInstance(psplib, 'own.mm');
const one = parseInstance(patterson, 'own.rcp');
const stock = parseInstance(reservoir, 'own.rcp');

test('a valid plan has no fault, and its length is the last finish', () => {
  const plan = { starts: [0, 0, 2, 6], modes: [1, 1, 2, 1] };
  expect(checkPlan(own, plan)).toEqual([]);
  expect(makespan(own, plan)).toBe(6);
  expect(checkPlan(one, { starts: [0, 0, 2, 5], modes: [1, 1, 1, 1] })).toEqual([]);
});

test.each([
  ['a list too short', { starts: [0, 0, 2], modes: [1, 1, 1, 1] }, 'expected 4 starts and modes, got 3 and 4'],
  ['a mode that does not exist', { starts: [0, 0, 2, 6], modes: [1, 3, 2, 1] }, 'activity 2 has no mode 3'],
  ['mode 0', { starts: [0, 0, 2, 6], modes: [0, 1, 2, 1] }, 'activity 1 has no mode 0'],
  ['a start before 0', { starts: [0, -1, 2, 6], modes: [1, 1, 2, 1] }, 'activity 2 starts at -1'],
  ['a start between two periods', { starts: [0, 0.5, 4, 9], modes: [1, 1, 2, 1] }, 'activity 2 starts at 0.5'],
  [
    'a broken order',
    { starts: [0, 0, 2, 5], modes: [1, 1, 2, 1] },
    'activity 4 starts before its predecessor 3 has ended',
  ],
  ['too much work at once', { starts: [0, 0, 1, 5], modes: [1, 1, 2, 1] }, 'renewable resource 1 is overloaded at 1'],
  ['too much of the budget', { starts: [0, 0, 2, 5], modes: [1, 1, 1, 1] }, 'non-renewable resource 1: 7 of 5 used'],
])('finds %s', (_name, plan, message) => {
  expect(checkPlan(own, plan)).toEqual([message]);
});

test('reservoirs: what ends at a moment may be taken at that moment, not before', () => {
  const modes = [1, 1, 1, 1];
  expect(checkPlan(stock, { starts: [0, 0, 2, 5], modes })).toEqual([]);
  expect(checkPlan(stock, { starts: [0, 0, 1, 4], modes })).toEqual(['reservoir 1 is at -1 at 1']);
});
