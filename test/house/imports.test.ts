import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importCycles, importFaults, MAY_IMPORT } from './imports.ts';
import { ROOT, withTree } from './source.ts';

describe('imports point one way', () => {
  test('no import against the direction or past a border', () => {
    expect(importFaults(ROOT)).toEqual([]);
  });

  test('no import cycle', () => {
    expect(importCycles(ROOT)).toEqual([]);
  });

  test('every folder of src stands in the table, and the table itself has no circle', () => {
    const folders = readdirSync(join(ROOT, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    for (const folder of folders) expect(Object.keys(MAY_IMPORT)).toContain(folder.name);
    const known: string[] = [];
    for (const [folder, targets] of Object.entries(MAY_IMPORT)) {
      for (const target of targets) expect(known, `${folder} -> ${target}`).toContain(target);
      known.push(folder);
    }
  });

  // Each planted error must be found, or the checks above prove nothing.
  test.each([
    [
      'against the direction',
      'src/agenda/a.ts',
      `import { b } from '../planning/index.ts';`,
      /may not import planning/,
    ],
    [
      'a type against the direction',
      'src/agenda/a.ts',
      `import type { B } from '../store/index.ts';`,
      /may not import/,
    ],
    ['re-exported', 'src/solver/a.ts', `export * from '../agenda/index.ts';`, /may not import agenda/],
    ['dynamic', 'src/council/a.ts', `const b = await import('../store/index.ts');`, /may not import store/],
    ['past the border', 'src/planning/a.ts', `import { b } from '../agenda/b.ts';`, /through its border/],
    ['a value into the web app', 'src/web/a.tsx', `import { b } from '../agenda/index.ts';`, /import type/],
    ['input and output', 'src/solver/a.ts', `import { readFileSync } from 'node:fs';`, /pure/],
    ['a package', 'src/agenda/a.ts', `import pg from 'pg';`, /pure/],
    ['without its ending', 'src/agenda/a.ts', `import { b } from './b';`, /ending/],
    ['out of src', 'src/server/a.ts', `import { b } from '../b.ts';`, /outside of src/],
    ['an unknown folder', 'src/misc/a.ts', `import { b } from '../agenda/index.ts';`, /not in the table/],
  ])('finds an import %s', (_name, path, text, message) => {
    withTree({ [path]: text }, (root) => expect(importFaults(root)).toEqual([expect.stringMatching(message)]));
  });

  test('accepts what is allowed', () => {
    const files = {
      'src/planning/a.ts': `import { b } from '../agenda/index.ts';\nimport { z } from 'zod';`,
      'src/planning/a.test.ts': `import { c } from '../agenda/testing.ts';\nimport fc from 'fast-check';`,
      'src/web/a.tsx': `import type { B } from '../agenda/index.ts';`,
      'src/store/b.ts': `import pg from 'pg';`,
    };
    withTree(files, (root) => expect(importFaults(root)).toEqual([]));
  });

  test('finds a cycle, also one of types only', () => {
    const files = {
      'src/agenda/a.ts': `import type { B } from './b.ts';`,
      'src/agenda/b.ts': `export * from './c.ts';`,
      'src/agenda/c.ts': `import { a } from './a.ts';`,
    };
    withTree(files, (root) =>
      expect(importCycles(root)).toEqual(['src/agenda/a.ts -> src/agenda/b.ts -> src/agenda/c.ts -> src/agenda/a.ts']),
    );
  });
});
