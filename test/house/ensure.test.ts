import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ROOT } from './source.ts';

let root: string;

/** A package with the real scripts/ensure.mjs and, for the rest, as little as possible. */
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'fahrplan-ensure-'));
  mkdirSync(join(root, 'scripts'));
  writeFileSync(join(root, 'scripts', 'ensure.mjs'), readFileSync(join(ROOT, 'scripts', 'ensure.mjs')));
  write('package.json', { name: 'tiny', version: '1.0.0' });
  write('package-lock.json', {
    name: 'tiny',
    version: '1.0.0',
    lockfileVersion: 3,
    packages: { '': { name: 'tiny', version: '1.0.0' } },
  });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const write = (file: string, content: unknown): void =>
  writeFileSync(join(root, file), typeof content === 'string' ? content : JSON.stringify(content, null, 2));

function ensure(): { code: number | null; said: string } {
  const { status, stderr } = spawnSync(process.execPath, [join(root, 'scripts', 'ensure.mjs')], {
    cwd: root,
    encoding: 'utf8',
  });
  return { code: status, said: stderr };
}

const STAMP = join('node_modules', '.installed-package-lock.json');

describe('installing what the lock file names', () => {
  test('the first run installs, the next one finds nothing to do, a changed lock file installs again', () => {
    const lock = readFileSync(join(root, 'package-lock.json'), 'utf8');
    expect(ensure()).toMatchObject({ code: 0, said: expect.stringContaining('Abhängigkeiten werden installiert') });
    expect(readFileSync(join(root, 'package-lock.json'), 'utf8')).toBe(lock);
    expect(readFileSync(join(root, STAMP), 'utf8')).toBe(lock);
    expect(ensure()).toEqual({ code: 0, said: '' });
    write('package-lock.json', `${lock}\n`);
    expect(ensure()).toMatchObject({ code: 0, said: expect.stringContaining('Installing') });
  });

  test.each([
    ['{ "packages": ', /ist beschädigt .*\n.*is broken/],
    ['<<<<<<< HEAD\n{}', /ist beschädigt/],
    ['{}', /ist beschädigt/],
  ])('a broken lock file is named: %j', (text, sentence) => {
    write('package-lock.json', text);
    const { code, said } = ensure();
    expect(code).toBe(1);
    expect(said).toMatch(sentence);
    expect(existsSync(join(root, 'node_modules'))).toBe(false);
  });

  test('a missing lock file is named', () => {
    rmSync(join(root, 'package-lock.json'));
    expect(ensure()).toMatchObject({ code: 1, said: expect.stringMatching(/fehlt.*\n.*is missing/) });
  });

  test('an installation that fails says what to do and does not count as done', () => {
    write('package.json', { name: 'tiny', version: '1.0.0', dependencies: { gone: 'file:./gone.tgz' } });
    const { code, said } = ensure();
    expect(code).toBe(1);
    expect(said).toMatch(/Installation der Abhängigkeiten ist fehlgeschlagen/);
    expect(existsSync(join(root, STAMP))).toBe(false);
  });

  test('a platform without a Node 24 that runs is named', () => {
    mkdirSync(join(root, 'node_modules', '.bin'), { recursive: true });
    write('node_modules/.bin/node', '#!/bin/sh\necho v20.0.0\n');
    chmodSync(join(root, 'node_modules', '.bin', 'node'), 0o755);
    const { code, said } = ensure();
    expect(code).toBe(1);
    expect(said).toMatch(/kein lauffähiges Node 24 bei \(gefunden: v20\.0\.0\)/);
  });
});
