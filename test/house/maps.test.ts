import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT, withTree } from './source.ts';

/** Texts that lead the reader to a place in the code. */
const MAPS = [
  'ARCHITECTURE.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'README.md',
  'README.de.md',
  'docs/solver.md',
  'bench/README.md',
];

/** A path of ours in code marks, `check-*.ts` and `write-*.ts` included; a bare file name stands beside the path before it. */
const PATH = /`((?:src|test|bench|docs|examples|scripts)\/[\w./*-]+)`/gu;

function lostPaths(root: string, maps: readonly string[]): string[] {
  return maps.flatMap((map) =>
    [...readFileSync(join(root, map), 'utf8').matchAll(PATH)].flatMap(([, path = '']) =>
      globSync(path, { cwd: root }).length > 0 ? [] : [`${map} names ${path}, which does not exist`],
    ),
  );
}

test('every path that a map names exists', () => {
  expect(lostPaths(ROOT, MAPS)).toEqual([]);
});

test('a path that was moved is found', () => {
  withTree({ 'ARCHITECTURE.md': '`src/a` and `src/a/x-*.ts` and `src/b.ts`', 'src/a/x-1.ts': '' }, (root) =>
    expect(lostPaths(root, ['ARCHITECTURE.md'])).toEqual(['ARCHITECTURE.md names src/b.ts, which does not exist']),
  );
});
