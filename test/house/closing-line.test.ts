import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ROOT } from './source.ts';

let folder: string;

/** Below node_modules, so that the small project finds vitest. */
beforeEach(() => {
  const cache = join(ROOT, 'node_modules', '.cache');
  mkdirSync(cache, { recursive: true });
  folder = mkdtempSync(join(cache, 'closing-line-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Runs vitest with our reporter on one test file, and returns exit code and last line. */
function run(file: string, setup = ''): { code: number | null; last: string | undefined } {
  writeFileSync(
    join(folder, 'vitest.config.ts'),
    `import { defineConfig } from 'vitest/config';
     import { ClosingLine } from '${join(ROOT, 'test', 'setup', 'closing-line.ts')}';
     export default defineConfig({ test: { reporters: ['default', new ClosingLine()], globalSetup: './setup.ts' } });`,
  );
  writeFileSync(join(folder, 'setup.ts'), `export default () => { ${setup} };`);
  writeFileSync(join(folder, 'a.test.ts'), `import { beforeAll, describe, expect, test } from 'vitest';\n${file}`);
  const vitest = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs');
  const { status, stdout } = spawnSync(process.execPath, [vitest, 'run', '--root', folder], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { code: status, last: stdout.trimEnd().split('\n').at(-1) };
}

describe('the last line of a test run', () => {
  test('counts what passed and what failed; skipped is neither', () => {
    const file = `test('a', () => {}); test('b', () => {}); test.skip('c', () => {}); test('d', () => expect(1).toBe(2));`;
    expect(run(file)).toEqual({ code: 1, last: '2 passed, 1 failed' });
    expect(run(`test('a', () => {});`)).toEqual({ code: 0, last: '1 passed, 0 failed' });
  });

  test('counts what failed outside of any test', () => {
    expect(run(`import './missing.ts';`)).toEqual({ code: 1, last: '0 passed, 1 failed' });
    const before = `describe('a', () => { beforeAll(() => { throw new Error('x'); }); test('b', () => {}); });`;
    expect(run(`${before} test('c', () => {});`)).toEqual({ code: 1, last: '1 passed, 1 failed' });
    const late = `test('a', async () => { setTimeout(() => { throw new Error('late'); }, 5); await new Promise((go) => setTimeout(go, 100)); });`;
    expect(run(late)).toEqual({ code: 1, last: '1 passed, 1 failed' });
    expect(run(`test('a', () => {});`, `throw new Error('no database');`)).toEqual({
      code: 1,
      last: '0 passed, 1 failed',
    });
  });
});
