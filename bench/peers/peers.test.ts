import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { cpuMilliseconds } from '../solver/run.ts';
import { nativeVersion } from './cp-sat-native.ts';
import { onCpuClock } from './cpu-clock.ts';
import { preparePeers } from './peers.ts';

/** A folder that comes first on the path, so that each test decides what `python3` says. */
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fahrplan-peers-'));
  vi.stubEnv('PATH', `${folder}:${process.env.PATH}`);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});
function python(script: string): void {
  writeFileSync(join(folder, 'python3'), `#!/bin/sh\n${script}\n`);
  chmodSync(join(folder, 'python3'), 0o755);
}

test('native CP-SAT takes part where python3 can import ortools, and is named with its version', () => {
  python('echo 9.99');
  expect(nativeVersion()).toBe('9.99');
  expect(preparePeers(['cp-sat-native'])).toEqual({
    solvers: ['cp-sat-native'],
    notes: [expect.stringContaining('OR-Tools 9.99')],
  });
});

test('where python3 cannot import ortools, the report says so', () => {
  python('exit 1');
  expect(preparePeers(['cp-sat-native'])).toEqual({
    solvers: [],
    notes: [expect.stringContaining('did not take part')],
  });
});

test('nobody asked for, nobody prepared; an unknown name is refused', () => {
  expect(preparePeers([])).toEqual({ solvers: [], notes: [] });
  expect(() => preparePeers(['gurobi'])).toThrow(
    'no peer gurobi; there are fahrplan-2, cp-sat, cp-sat-native, chuffed',
  );
});

test('on the CPU clock waiting takes no time, and afterwards the clocks are as before', async () => {
  const waited = await onCpuClock(async () => {
    const [began, used] = [performance.now(), cpuMilliseconds()];
    spawnSync('sleep', ['0.3']);
    return performance.now() - began - (cpuMilliseconds() - used);
  });
  expect(Math.abs(waited)).toBeLessThan(50);
  const [began, date] = [performance.now(), Date.now()];
  spawnSync('sleep', ['0.2']);
  expect(performance.now() - began).toBeGreaterThan(190);
  expect(Date.now() - date).toBeGreaterThan(190);
});

test('the peers name exact versions, the same as their lock file', () => {
  const read = (name: string): unknown => JSON.parse(readFileSync(join(import.meta.dirname, '..', name), 'utf8'));
  const { dependencies } = read('package.json') as { dependencies: Record<string, string> };
  const lock = read('package-lock.json') as { packages: Record<string, { dependencies?: object; version?: string }> };
  expect(lock.packages['']?.dependencies).toEqual(dependencies);
  for (const [name, version] of Object.entries(dependencies)) {
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(lock.packages[`node_modules/${name}`]?.version).toBe(version);
  }
});
