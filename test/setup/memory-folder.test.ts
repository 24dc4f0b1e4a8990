import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { memoryFolder } from './memory-folder.ts';

test('a place that is not there, or in which nothing can be written, is not used', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fahrplan-memory-'));
  expect(memoryFolder(join(folder, 'missing'))).toBeNull();
  expect(memoryFolder('/proc')).toBeNull();
  rmSync(folder, { recursive: true });
});
