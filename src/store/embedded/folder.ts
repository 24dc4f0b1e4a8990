import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { StoreRefusal } from '../refusal.ts';
import { commandAs, NOBODY, ownerOf, type RunAs } from './run-as.ts';

/** Name of the server's own superuser; only the launcher uses it. */
export const ADMIN_ROLE = 'postgres';

/** Part of the socket's file name, as PostgreSQL forms it; no TCP port is opened. */
export const PORT = 5432;

/** A unix socket's path may have 107 bytes (sun_path in Linux' unix(7)). */
const SOCKET_PATH_BYTES = 107;

/** Gives the folder to the user who runs the server, and says plainly if that user cannot get there. */
export function openFolderFor(runAs: RunAs, folder: string): void {
  const wanted = ownerOf(runAs);
  const found = statSync(folder).uid;
  const root = process.getuid?.() === 0;
  // Root may have started in one way yesterday and in another today: hand over all that is there.
  if (found !== wanted && root) spawnSync('chown', ['-R', `${wanted}:${wanted}`, folder]);
  // Local log-in needs no password: whoever may enter the folder owns the database.
  if (root || found === wanted) chmodSync(folder, 0o700);
  const test = commandAs(runAs, ['sh', '-c', 'cd "$1" && test -w . && test -x .', 'sh', resolve(folder)]);
  const [program = '', ...args] = test.command;
  if (spawnSync(program, args, { ...test.ids, cwd: '/', stdio: 'ignore' }).status === 0) return;
  const who = runAs === 'nobody' ? `${NOBODY} (nobody)` : String(wanted);
  throw new StoreRefusal('folderForbidden', {
    de: `Der Benutzer ${who}, unter dem die Datenbank läuft, kann den Datenordner ${resolve(folder)} nicht betreten oder nicht beschreiben. Bitte einen Ordner außerhalb gesperrter Verzeichnisse (wie /root) wählen, zum Beispiel /var/lib/fahrplan.`,
    en: `The user ${who}, as whom the database runs, cannot enter or write the data folder ${resolve(folder)}. Please choose a folder outside of closed directories (such as /root), for example /var/lib/fahrplan.`,
  });
}

/**
 * Makes the database cluster `data` on the first start. It grows under a fresh temporary name and is renamed when it
 * is complete: a first start that is killed leaves nothing that the next one could take for a database.
 */
export function initialise(server: string, runAs: RunAs, folder: string, sync: boolean): string {
  const data = join(folder, 'data');
  for (const name of readdirSync(folder).filter((one) => one.startsWith('data.new-'))) {
    // Its initdb may still be dying and writing; what cannot be removed now is removed at the next start.
    rmSync(join(folder, name), { recursive: true, force: true, maxRetries: 3 });
  }
  if (existsSync(data)) {
    chmodSync(data, 0o700); // a copied folder may have lost it, and the server would refuse
    return data;
  }
  const fresh = join(folder, `data.new-${randomBytes(6).toString('hex')}`);
  const options = [
    '--auth=trust',
    '--encoding=UTF8',
    '--locale-provider=icu',
    '--icu-locale=de-DE',
    '--locale=C.UTF-8',
  ];
  const call = [
    join(server, 'bin', 'initdb'),
    '-D',
    fresh,
    '-U',
    ADMIN_ROLE,
    ...options,
    ...(sync ? [] : ['--no-sync']),
  ];
  const { command, ids } = commandAs(runAs, call);
  const [program = '', ...args] = command;
  const result = spawnSync(program, args, { ...ids, cwd: '/', encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } });
  if (result.status !== 0) {
    rmSync(fresh, { recursive: true, force: true });
    throw startFailure(folder, result.stderr || String(result.error ?? ''));
  }
  renameSync(fresh, data);
  return data;
}

/** Where the socket lies: in the data folder, or, if its path is too long for a socket, in a short private folder. */
export function socketFolder(runAs: RunAs, folder: string): { path: string; temporary: boolean } {
  const near = join(resolve(folder), 'socket');
  if (Buffer.byteLength(join(near, `.s.PGSQL.${PORT}`)) <= SOCKET_PATH_BYTES) {
    mkdirSync(near, { recursive: true, mode: 0o700 });
    if (runAs === 'nobody') chownSync(near, NOBODY, NOBODY);
    return { path: near, temporary: false };
  }
  const short = mkdtempSync(join(tmpdir(), 'fahrplan-'));
  if (runAs === 'nobody') chownSync(short, NOBODY, NOBODY);
  return { path: short, temporary: true };
}

/** Turns what the server said before it ended into a sentence. */
export function startFailure(folder: string, said: string): StoreRefusal {
  if (/No space left on device|Disk quota exceeded/i.test(said)) {
    return new StoreRefusal('diskFull', {
      de: `Auf dem Datenträger mit dem Datenordner ${resolve(folder)} ist kein Platz mehr. Bitte Platz schaffen und neu starten; es geht nichts verloren.`,
      en: `No space is left on the disk that holds the data folder ${resolve(folder)}. Please free some space and start again; nothing is lost.`,
    });
  }
  const last = said.split('\n').findLast((line) => /FATAL|PANIC|error/i.test(line)) ?? said.trim();
  return new StoreRefusal('serverDidNotStart', {
    de: `Die Datenbank im Datenordner ${resolve(folder)} ist nicht gestartet: ${last.trim()} (Protokoll: postgres.log im Datenordner)`,
    en: `The database in the data folder ${resolve(folder)} did not start: ${last.trim()} (log: postgres.log in the data folder)`,
  });
}
