import type { Session } from '../store/index.ts';

/** What a route may be allowed for: to read, to change records and have papers assessed, to exchange the whole agenda. */
export type Permission = 'read' | 'write' | 'administer';

/** What each role may do. A role that is not named here may do nothing. */
const OF_ROLE: Readonly<Record<string, readonly Permission[]>> = {
  administrator: ['read', 'write', 'administer'],
  editor: ['read', 'write'],
  reader: ['read'],
};

export function permissionsOf(roles: readonly string[]): Permission[] {
  const all = new Set(roles.flatMap((role) => (Object.hasOwn(OF_ROLE, role) ? (OF_ROLE[role] ?? []) : [])));
  return [...all];
}

export function may(session: Session, permission: Permission): boolean {
  return permissionsOf(session.roles).includes(permission);
}
