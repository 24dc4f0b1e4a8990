import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { makeFolder } from './make-folder.ts';

test('a folder is made with those above it, only itself with the mode, and twice without harm', () => {
  const root = mkdtempSync(join(tmpdir(), 'fahrplan-folder-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const folder = join(root, 'a', 'b');
  makeFolder(folder, 0o700);
  makeFolder(folder, 0o700);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  writeFileSync(join(root, 'file'), '');
  expect(() => makeFolder(join(root, 'file', 'below'))).toThrow(/EEXIST|ENOTDIR/);
});

test.runIf(process.platform === 'linux')(
  'where the system lets nobody make a folder, it ends with the system’s word',
  () => {
    expect(() => makeFolder('/proc/fahrplan/data')).toThrow(/ENOENT|EACCES|EPERM/);
  },
);
