import { describe, expect, test } from 'vitest';
import { purityFaults } from './purity.ts';
import { ROOT, withTree } from './source.ts';

describe('agenda, solver, planning and council are deterministic', () => {
  test('no clock, no chance, no input or output', () => {
    expect(purityFaults(ROOT)).toEqual([]);
  });

  test.each([
    ['const t = Date.now();', 'Date'],
    ['const t = new Date();', 'Date'],
    ['export type T = { at: Date };', 'Date'],
    ['const r = Math.random();', 'Math.random'],
    ['const { env } = process;', 'process'],
    ["await fetch('x');", 'fetch'],
    ['setTimeout(() => {}, 1);', 'setTimeout'],
    ["const x = await import('./y.ts');", 'import()'],
  ])('finds %s', (text, name) => {
    withTree({ 'src/council/deep/a.ts': text }, (root) =>
      expect(purityFaults(root)).toEqual([expect.stringContaining(`src/council/deep/a.ts:1: ${name} is banned`)]),
    );
  });

  test('leaves names alone that only look like them', () => {
    const text = 'export const a = (x: { Date: number; process: string }) => ({ document: x.Date, fetch: x.process });';
    withTree({ 'src/agenda/a.ts': text, 'src/server/b.ts': 'Date.now();' }, (root) =>
      expect(purityFaults(root)).toEqual([]),
    );
  });
});
