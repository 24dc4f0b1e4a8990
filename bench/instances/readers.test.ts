import { expect, test } from 'vitest';
import { safeHorizon } from './instance.ts';
import { parseInstance } from './read-instance.ts';
import { mmlib, patterson, psplib, reservoir } from './testing.ts';

test('PSPLIB: modes, both kinds of resources, successors from 0 on', () => {
  const instance = parseInstance(psplib, 'own.mm');
  expect(instance.renewable).toEqual([2]);
  expect(instance.nonRenewable).toEqual([5]);
  expect(instance.activities.map(({ successors }) => successors)).toEqual([[1, 2], [3], [3], []]);
  expect(instance.activities[1]?.modes).toEqual([
    { duration: 2, renewable: [2], nonRenewable: [4], consumed: [], produced: [] },
    { duration: 5, renewable: [1], nonRenewable: [1], consumed: [], produced: [] },
  ]);
  expect(safeHorizon(instance)).toBe(9);
});

test('MMLIB writes the same with other headings', () => {
  expect(parseInstance(mmlib, 'own.mm')).toEqual(parseInstance(psplib, 'own.mm'));
});

test('Patterson: rows may break anywhere', () => {
  const instance = parseInstance(patterson, 'own.rcp');
  expect(instance.renewable).toEqual([1]);
  expect(instance.activities.map(({ successors }) => successors)).toEqual([[1, 2], [3], [3], []]);
  expect(instance.activities.map(({ modes }) => modes[0]?.duration)).toEqual([0, 2, 3, 0]);
});

test('reservoirs: what is taken at the start and given at the finish', () => {
  const instance = parseInstance(reservoir, 'own.rcp');
  expect(instance.reservoirs).toEqual([1]);
  expect(instance.activities.map(({ modes }) => [modes[0]?.consumed, modes[0]?.produced])).toEqual([
    [[0], [0]],
    [[0], [1]],
    [[2], [0]],
    [[0], [0]],
  ]);
});

test.each([
  ['an unknown ending', 'own.txt', patterson, 'own.txt: expected one of the endings .sm, .mm, .rcp'],
  ['a word among the numbers', 'own.rcp', patterson.replace('3     1', '3     x'), 'own.rcp: expected a whole number'],
  ['a file that ends too early', 'own.rcp', patterson.slice(0, -12), 'ends where request should stand'],
  ['a file that goes on', 'own.rcp', `${patterson}7\n`, '1 numbers more than the instance has'],
  [
    'a successor that does not exist',
    'own.rcp',
    patterson.replace('1     4', '1     5'),
    'successor must lie in 1..4, got 5',
  ],
  ['no number of jobs', 'own.sm', psplib.replace('jobs', 'tasks'), 'does not say the number of jobs'],
  ['no renewable line', 'own.sm', psplib.replace('- renewable', '- other'), 'the number of renewable resources'],
  ['no non-renewable line', 'own.sm', psplib.replace('nonrenewable', 'other'), 'the number of non-renewable resources'],
  ['doubly constrained resources', 'own.sm', psplib.replace('0   D', '1   D'), 'not supported'],
  ['a section missing', 'own.sm', psplib.replace('PRECEDENCE', 'ORDER'), 'has no section PRECEDENCE RELATIONS'],
  [
    'a job without its links',
    'own.sm',
    psplib.replace('\n   3        2 ', '\n   4        2 '),
    'relations of job 3 are missing',
  ],
  [
    'a job without its requests',
    'own.sm',
    psplib.replace('\n  3      1', '\n  4      1'),
    'requests of job 3 are missing',
  ],
  [
    'a job without a mode',
    'own.sm',
    psplib.replace('   4        1          0', '   4        0          0'),
    'job 4 has no mode',
  ],
])('refuses %s', (_name, file, text, message) => {
  expect(() => parseInstance(text, file)).toThrow(message);
});
