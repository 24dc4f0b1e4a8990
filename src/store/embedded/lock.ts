import { statSync } from 'node:fs';
import { createServer } from 'node:net';
import { resolve } from 'node:path';
import { StoreRefusal } from '../refusal.ts';
import { makeFolder } from './make-folder.ts';

export function folderInUse(folder: string): StoreRefusal {
  return new StoreRefusal('folderInUse', {
    de: `Der Datenordner ${resolve(folder)} wird schon von einem anderen Fahrplan benutzt. Bitte das andere Programm beenden oder einen anderen Ordner angeben.`,
    en: `The data folder ${resolve(folder)} is already used by another Fahrplan. Please stop the other program or name another folder.`,
  });
}

/**
 * Takes the data folder for this process, or refuses at once. The lock is a listening abstract socket named after the
 * folder's device and inode: the kernel gives it to one process only and takes it back however that process ends, so
 * that no stale lock can exist. Returns the function that gives the folder back.
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  makeFolder(resolve(folder), 0o700);
  const { dev, ino } = statSync(folder);
  const server = createServer((socket) => socket.destroy());
  await new Promise<void>((done, failed) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      failed(error.code === 'EADDRINUSE' ? folderInUse(folder) : error),
    );
    server.listen(`\0fahrplan-${dev}-${ino}`, done);
  });
  server.unref();
  return () => new Promise((done) => void server.close(() => done()));
}
