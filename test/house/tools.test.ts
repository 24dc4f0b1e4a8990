import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT, withTree } from './source.ts';

/** Runs a tool of the repository and returns its exit code with all that it printed. */
function run(tool: string, args: string[], cwd: string = ROOT): { code: number | null; output: string } {
  const bin = join(ROOT, 'node_modules', '.bin');
  // The compilers are Go programs: let them collect their rubbish less often, which is a quarter of their work, and
  // on one core, the others being busy with other tests: several of them do part of the work twice.
  const go = { GOGC: '400', GOMAXPROCS: '1' };
  const env = { ...process.env, ...go, PATH: `${bin}:${process.env.PATH}`, NO_COLOR: '1', FORCE_COLOR: '0' };
  const { status, stdout, stderr } = spawnSync(join(bin, tool), args, { cwd, env, encoding: 'utf8' });
  return { code: status, output: `${stdout}\n${stderr}`.trim() };
}

const oxlint = ['--type-aware', '--deny-warnings', '-c', join(ROOT, '.oxlintrc.json')];
const biome = ['check', '--error-on-warnings', '--max-diagnostics=50'];
const clean = (result: { code: number | null; output: string }): void =>
  expect(result.code, `\n${result.output}\n`).toBe(0);

describe('static checks', () => {
  test('format and lint: biome', () => clean(run('biome', biome)));
  test('types: tsc', () => clean(run('tsc', ['--noEmit', '--singleThreaded'])));
  test('lint with types: oxlint', () => clean(run('oxlint', oxlint)));
  test('dead code: knip', () => clean(run('knip', ['--no-progress'])));
});

// A tool that looks at nothing also finds nothing: each must find an error planted for it.
describe('the static checks find planted errors', () => {
  const tsconfig = JSON.stringify({
    extends: join(ROOT, 'tsconfig.json'),
    compilerOptions: { types: [] },
    include: ['*.ts'],
  });
  const inTree = (text: string, tool: string, args: string[]): string =>
    withTree({ 'a.ts': text, 'tsconfig.json': tsconfig }, (root) => {
      const { code, output } = run(tool, args, root);
      expect(code).not.toBe(0);
      return output;
    });

  test('tsc: wrong type, enum, unused name', () => {
    const types = 'export const a: number = "x";\nexport enum B { C }\nfunction unused(): void {}\n';
    const compiled = inTree(types, 'tsc', ['--noEmit', '--incremental', 'false']);
    expect(compiled).toContain('TS2322');
    expect(compiled).toContain('TS1294');
    expect(compiled).toContain('TS6133');
  });

  test('oxlint: promise that nobody awaits, any, long function', () => {
    const long = `export function c(): void {\n${'  console.info(1);\n'.repeat(71)}}\n`;
    const text = `export async function a(): Promise<void> {}\nexport function b(): void {\n  a();\n}\nexport const d = (x: any): unknown => x;\n${long}`;
    const output = inTree(text, 'oxlint', [...oxlint, '.']);
    expect(output).toContain('no-floating-promises');
    expect(output).toContain('no-explicit-any');
    expect(output).toContain('max-lines-per-function');
  });

  test('biome: wrong format, any', () => {
    const config = join(ROOT, 'biome.json');
    const args = [...biome, `--config-path=${config}`, '--vcs-enabled=false', 'a.ts'];
    const output = inTree('export const a = (x: any): unknown =>    x\n', 'biome', args);
    expect(output).toContain('noExplicitAny');
    expect(output).toContain('format');
  });
});
