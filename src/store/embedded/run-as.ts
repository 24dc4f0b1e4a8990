import { spawnSync } from 'node:child_process';

/**
 * Who runs the server. PostgreSQL refuses to run as root, so root has two ways: a user namespace, in which root is
 * seen as an ordinary user and nothing on the machine changes; or, where namespaces are forbidden, the user 65534.
 */
export type RunAs = 'self' | 'namespace' | 'nobody';

/** `nobody` on every Linux; never a user that the city's machine uses for something else. */
export const NOBODY = 65534;

const NAMESPACE = ['--user', '--map-user=1000', '--map-group=1000'];

/** The first way that works on this machine. */
export function chooseRunAs(): RunAs {
  if (process.getuid?.() !== 0) return 'self';
  return namespaceWorks() ? 'namespace' : 'nobody';
}

export function namespaceWorks(): boolean {
  return spawnSync('unshare', [...NAMESPACE, 'true'], { stdio: 'ignore' }).status === 0;
}

/** The command line and the user id with which a program of the server is started. */
export function commandAs(runAs: RunAs, command: string[]): { command: string[]; ids: { uid?: number; gid?: number } } {
  if (runAs === 'namespace') return { command: ['unshare', ...NAMESPACE, ...command], ids: {} };
  return { command, ids: runAs === 'nobody' ? { uid: NOBODY, gid: NOBODY } : {} };
}

/** The user to whom the server's files belong, seen from outside of any namespace. */
export function ownerOf(runAs: RunAs): number {
  return runAs === 'nobody' ? NOBODY : (process.getuid?.() ?? 0);
}
