import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { z } from 'zod';

const folder = join(import.meta.dirname, '..');
const lockFile = join(folder, 'package-lock.json');
const installedLock = join(folder, 'node_modules', '.installed-package-lock.json');

/**
 * Installs what `bench/package.json` names, unless it is there already. Only called when somebody asks for a peer: 350 MB.
 * @throws {Error} if npm fails; its own message stands above on standard error
 */
export function installPeers(): void {
  const wanted = readFileSync(lockFile);
  if (existsSync(installedLock) && readFileSync(installedLock).equals(wanted)) return;
  rmSync(installedLock, { force: true }); // an install that is cut off half-way must not count as done
  console.error('Installing the peers of the benchmark (once, about 350 MB) …');
  const { status } = spawnSync('npm', ['install', '--no-save', '--ignore-scripts', '--loglevel=error'], {
    cwd: folder,
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0) throw new Error('the peers could not be installed; check the access to the npm registry');
  copyFileSync(lockFile, installedLock);
}

/** Version of an installed package of the peers. */
export function peerVersion(name: string): string {
  const require = createRequire(join(folder, 'package.json'));
  const path = join(require.resolve.paths(name)?.[0] ?? '', name, 'package.json');
  return z.object({ version: z.string() }).parse(JSON.parse(readFileSync(path, 'utf8'))).version;
}
