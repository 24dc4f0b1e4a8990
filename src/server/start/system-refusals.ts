import type { Config } from '../config.ts';
import { Refusal } from '../refusal.ts';

/** A sentence for what the operating system says about the data folder. */
export function refusedFolder(error: unknown, { dataFolder }: Config): unknown {
  const { code = '', syscall } = error instanceof Error ? (error as NodeJS.ErrnoException) : {};
  // A missing file elsewhere is another fault; a folder that cannot be made says so too, in /proc for example.
  const nowhere = code === 'ENOENT' && syscall === 'mkdir';
  if (!nowhere && !/^(ENOTDIR|EEXIST|EACCES|EPERM|EROFS|ENAMETOOLONG|ELOOP)$/.test(code)) return error;
  return new Refusal({
    de: `Der Datenordner ${dataFolder} lässt sich nicht anlegen oder nicht beschreiben (${code}). Bitte mit FAHRPLAN_DATA einen anderen Ordner angeben.`,
    en: `The data folder ${dataFolder} cannot be made or written (${code}). Please name another folder with FAHRPLAN_DATA.`,
  });
}

/** A sentence for what the operating system says about a port. */
export function refusedPort(error: unknown, { host, port }: Config): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') {
    return new Refusal({
      de: `Der Port ${port} auf ${host} ist schon belegt. Bitte das andere Programm beenden oder einen anderen Port angeben, zum Beispiel: PORT=8081 npm start`,
      en: `Port ${port} on ${host} is already taken. Please stop the other program or name another port, for example: PORT=8081 npm start`,
    });
  }
  if (code === 'EACCES') {
    return new Refusal({
      de: `Der Port ${port} auf ${host} darf von diesem Benutzer nicht geöffnet werden. Bitte einen Port ab 1024 angeben, zum Beispiel: PORT=8080 npm start`,
      en: `This user may not open port ${port} on ${host}. Please name a port from 1024, for example: PORT=8080 npm start`,
    });
  }
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return new Refusal({
      de: `Die Adresse HOST=${host} gibt es auf diesem Rechner nicht.`,
      en: `The address HOST=${host} does not exist on this machine.`,
    });
  }
  return error;
}
