import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a whole run may write at one time, with room to spare: some hundred small databases and their logs. */
const NEEDED_BYTES = 4 * 2 ** 30;

/**
 * A folder that lies in memory, for all that tests write: data folders, databases, archives. Making and removing them
 * took a third of the time of a run. Tests kill programs, not the machine, so what a program has written is there
 * afterwards as it would be on a disk.
 *
 * @returns null where there is none, where it has too little room, or where no program may be started from it (one
 *   test runs the database server out of such a folder)
 */
export function memoryFolder(place = '/dev/shm'): string | null {
  try {
    const { bavail, bsize } = statfsSync(place);
    if (bavail * bsize < NEEDED_BYTES) return null;
    const folder = mkdtempSync(join(place, 'fahrplan-'));
    try {
      const program = join(folder, 'program');
      writeFileSync(program, '#!/bin/sh\nexit 0\n', { mode: 0o700 });
      return spawnSync(program).status === 0 ? place : null;
    } finally {
      rmSync(folder, { recursive: true });
    }
  } catch {
    return null; // no such place, or nothing may be written there
  }
}
