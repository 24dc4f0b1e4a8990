import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scanJson } from './scan-json.ts';

const scan = (text: string, depth = 64) => scanJson(text, depth);

test('accepts what JSON.parse accepts', () => {
  fc.assert(
    fc.property(fc.json(), fc.integer({ min: 0, max: 3 }), (text, indent) => {
      const spaced = JSON.stringify(JSON.parse(text), null, indent);
      expect(scan(spaced, 1000)).toBeUndefined();
    }),
  );
});

test('refuses what JSON.parse refuses, whatever is cut out, doubled or put in', () => {
  const bit = fc.constantFrom(...Array.from('{}[]",:\\\n\t 01.eE+-tfnu/xü\u0000'), 'null', '"a"', '\\u12', '//');
  fc.assert(
    fc.property(fc.json(), fc.nat(), fc.nat(3), bit, (text, place, cut, put) => {
      const at = place % (text.length + 1);
      const broken = text.slice(0, at) + put + text.slice(at + cut);
      const problem = scan(broken, 1000);
      let parses = true;
      try {
        JSON.parse(broken);
      } catch {
        parses = false;
      }
      // A key that comes twice is legal JSON and refused all the same.
      expect(problem === undefined || problem.kind === 'duplicateKey').toBe(parses || problem?.kind === 'duplicateKey');
      if (problem) expect(problem.offset).toBeLessThanOrEqual(broken.length);
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ['{"a": 1,}', 'syntax', 8],
  ['{"a": 1 "b": 2}', 'syntax', 8],
  ['[1, 2', 'end', 5],
  ['{"a": "x', 'end', 8],
  ['{"a": 01}', 'syntax', 7],
  ['{a: 1}', 'syntax', 1],
  ["{'a': 1}", 'syntax', 1],
  ['[1] x', 'syntax', 4],
  ['"a\nb"', 'syntax', 2],
  ['"\\x"', 'syntax', 1],
  ['NaN', 'syntax', 0],
  ['', 'end', 0],
])('%j has its fault (%s) at %d', (text, kind, offset) => expect(scan(text)).toMatchObject({ kind, offset }));

test('a key that comes twice is found with its place, also when written differently', () => {
  expect(scan('{"a": [1, {"b": 1, "\\u0062": 2}]}')).toEqual({ kind: 'duplicateKey', offset: 19, path: ['a', 1, 'b'] });
  expect(scan('{"a": {"b": 1}, "c": {"b": 1}}')).toBeUndefined();
  expect(scan('{"__proto__": 1, "__proto__": 2}')?.kind).toBe('duplicateKey');
});

test('the depth is bounded, and depth beyond all bounds is no problem', () => {
  const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
  expect(scan(nested(64))).toBeUndefined();
  expect(scan(nested(65))).toMatchObject({ kind: 'tooDeep', offset: 64 });
  expect(scan('{"a":'.repeat(5_000_000))?.kind).toBe('tooDeep');
});
