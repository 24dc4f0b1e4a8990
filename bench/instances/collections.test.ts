import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { bestKnownOf } from './best-known.ts';
import { findInstances } from './find-instances.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fahrplan-bench-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function place(...paths: string[]): void {
  for (const path of paths) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), '');
  }
}
const names = (sets: string[] = [], limit?: number): string[] =>
  findInstances(folder, { sets, limit }).map(({ set, instance }) => `${set}/${instance}`);

test('a subfolder is a set; in one folder the names tell the sets apart; other files are left alone', () => {
  place(
    'mine/x2.rcp',
    'mine/x10.rcp',
    'README.txt',
    'j12010_1.sm',
    'j1201_1.sm',
    'j301_1.sm',
    'j301_1.mm',
    'RG300_7.rcp',
  );
  place('J5010_2.mm', 'J10010_2.mm', 'm545_5.mm');
  expect(names()).toEqual([
    'j30/j301_1.sm',
    'j120/j1201_1.sm',
    'j120/j12010_1.sm',
    'mine/x2.rcp',
    'mine/x10.rcp',
    'mm-j30/j301_1.mm',
    'mm-m5/m545_5.mm',
    'MMLIB50/J5010_2.mm',
    'MMLIB100/J10010_2.mm',
    'RG300/RG300_7.rcp',
  ]);
  expect(names(['mine'])).toEqual(['mine/x2.rcp', 'mine/x10.rcp']);
});

test('a limit takes instances evenly from each set', () => {
  place(...Array.from({ length: 9 }, (_, i) => `a/x${i + 1}.rcp`), 'b/y1.sm');
  expect(names([], 3)).toEqual(['a/x2.rcp', 'a/x5.rcp', 'a/x8.rcp', 'b/y1.sm']);
});

test('what is missing is named', () => {
  expect(() => findInstances(join(folder, 'gone'), { sets: [], limit: undefined })).toThrow('is not a folder');
  expect(() => names()).toThrow('holds no file with one of the endings');
  place('a/x.sm');
  expect(() => names(['b'])).toThrow('no set b; there are a');
});

test('the best known value is that of the own collection, or none', () => {
  const known = new Map(
    [
      'j30_j301_1',
      'mm_PSPLIB_j301_1',
      'cpr_KSD30_X_j301_1',
      'cpr_a_x1',
      'cpr_b_x1',
      'RG300_RG300_1',
      'RG300_RG300_11',
    ].map((key, ub) => [key, { lb: 0, ub }]),
  );
  const ub = (path: string): number | null | undefined => bestKnownOf(known, { set: '', instance: '', path })?.ub;
  expect(ub('/sets/any/j301_1.sm')).toBe(0);
  expect(ub('/sets/any/j301_1.mm')).toBe(1);
  expect(ub('/sets/KSD30_X/j301_1.rcp')).toBe(2);
  expect(ub('/sets/any/x1.rcp')).toBeUndefined();
  expect(ub('/sets/b/x1.rcp')).toBe(4);
  expect(ub('/sets/any/RG300_1.rcp')).toBe(5);
  expect(ub('/sets/any/RG300_2.rcp')).toBeUndefined();
});
