import { expect, test } from 'vitest';
import { circles } from './check-cycles.ts';
import { closest, germanDate, pathText } from './fault.ts';

test('a path reads as in the file', () => {
  expect(pathText(['projects', 4, 'phases', 1, 'weeks'])).toBe('projects[4].phases[1].weeks');
  expect(pathText(['projects', 0, 'provenance', '*', 'source'])).toBe('projects[0].provenance["*"].source');
  expect(pathText([])).toBe('');
});

test('the nearest word is offered only if it is near', () => {
  expect(closest('portl', ['payment', 'portal'])).toBe('portal');
  expect(closest('q5', ['Q4', 'Q5'])).toBe('Q5');
  expect(closest('Q6', ['Q4', 'Q5'])).toBeUndefined();
  expect(closest('nix', ['portal'])).toBeUndefined();
  expect(closest('x'.repeat(100), ['x'.repeat(99)])).toBeUndefined();
});

test('dates read as in German letters', () => expect(germanDate('2020-08-31')).toBe('31.08.2020'));

test('circles are named in the order of their arrows, without what only hangs on them', () => {
  const graph = (edges: Record<string, string[]>) => circles(new Map(Object.entries(edges)));
  expect(graph({ a: [], b: ['a'], c: ['b', 'a'] })).toEqual([]);
  expect(graph({ a: ['d'], b: ['a'], c: ['b'], d: ['c'], tail: ['d'], head: [] })).toEqual([['a', 'b', 'c', 'd']]);
  expect(graph({ a: ['a'], b: ['c'], c: ['b'] })).toEqual([['a'], ['b', 'c']]);
  expect(graph({ a: ['nowhere'] })).toEqual([]);
});

test('a long chain and a long circle are no problem', () => {
  const count = 50_000;
  const chain = new Map(Array.from({ length: count }, (_, i) => [`n${i}`, i === 0 ? [] : [`n${i - 1}`]]));
  expect(circles(chain)).toEqual([]);
  chain.set('n0', [`n${count - 1}`]);
  expect(circles(chain)[0]).toHaveLength(count);
});
