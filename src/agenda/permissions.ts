/** Roles of people, from reading in the intranet to running the installation. */
export const roles = ['reader', 'editor', 'administrator'] as const;
export type Role = (typeof roles)[number];

/** Who asks: somebody signed in, with roles in one city. A role that this table does not know allows nothing. */
export interface Actor {
  city: string;
  roles: readonly string[];
}

/** What is asked for: always something of one city. */
export interface Target {
  city: string;
}

/**
 * The one table of who may do what: read agenda, papers and answers; change records and have papers assessed; take out
 * and replace the whole agenda.
 */
export const permissions = {
  read: ['reader', 'editor', 'administrator'],
  write: ['editor', 'administrator'],
  administer: ['administrator'],
} as const satisfies Record<string, readonly Role[]>;
export type Action = keyof typeof permissions;

/** Every action, weakest first. */
export const actions = Object.keys(permissions) as Action[];

/** True when one of the actor's roles allows the action, on an object of the actor's own city. */
export function can(actor: Actor, action: Action, target: Target): boolean {
  const allowed: readonly string[] = permissions[action];
  return actor.city === target.city && actor.roles.some((role) => allowed.includes(role));
}
