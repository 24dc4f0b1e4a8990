import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { folderInUse } from './lock.ts';
import { answers } from './ready.ts';

const ANSWERING_MS = 5_000;
const STOPPING_MS = 120_000;

/** True if the process is a PostgreSQL server; a number that some other program got since is not. */
function isServer(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'latin1').includes('postgres');
  } catch {
    return false;
  }
}

/**
 * Waits for the server of an earlier process that is still stopping. `postmaster.pid` in the data folder names it:
 * process number in line 1, socket folder in line 5. We hold the folder's lock, so a server that goes on answering
 * belongs to somebody whom the lock cannot see (another container on the same disk): then we refuse.
 */
export async function waitForPredecessor(folder: string): Promise<void> {
  const file = join(folder, 'data', 'postmaster.pid');
  const start = performance.now();
  const waited = (): number => performance.now() - start;
  while (existsSync(file)) {
    const lines = readFileSync(file, 'utf8').split('\n');
    const socket = lines[4]?.trim() ?? '';
    if (socket !== '' && (await answers(socket))) {
      if (waited() > ANSWERING_MS) throw folderInUse(folder);
    } else if (!isServer(Number(lines[0]))) {
      // Nobody there: left behind by a crash. The server itself would refuse if the number is in use again.
      rmSync(file, { force: true });
      return;
    } else if (waited() > STOPPING_MS) {
      throw folderInUse(folder);
    }
    await sleep(50);
  }
}
