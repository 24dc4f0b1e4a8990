/** Roles of people, from reading in the intranet to running the installation. */
export const roles = ['reader', 'editor', 'approver', 'admin'] as const;
export type Role = (typeof roles)[number];

/** Who asks: a signed-in person with roles in one city, or a program of the installation itself. */
export interface Actor {
  city: string;
  roles: readonly Role[];
}

/** What is asked for: always something of one city. */
export interface Target {
  city: string;
}

/**
 * The one table of who may do what. Readers see agenda, papers and what was computed; editors are the programme team;
 * approvers sign statements and plans; administrators run the installation and so see the data, but do not decide.
 */
export const permissions = {
  readAgenda: ['reader', 'editor', 'approver', 'admin'],
  readPapers: ['reader', 'editor', 'approver', 'admin'],
  readStatement: ['reader', 'editor', 'approver', 'admin'],
  /** Start computing: a plan, or the answer to a paper. */
  assess: ['editor', 'approver'],
  draftStatement: ['editor', 'approver'],
  importAgenda: ['editor'],
  importPapers: ['editor'],
  readAudit: ['approver', 'admin'],
  backup: ['admin'],
  restore: ['admin'],
} as const satisfies Record<string, readonly Role[]>;
export type Action = keyof typeof permissions;

/** True when one of the actor's roles allows the action, on an object of the actor's own city. */
export function can(actor: Actor, action: Action, target: Target): boolean {
  const allowed: readonly Role[] = permissions[action];
  return actor.city === target.city && actor.roles.some((role) => allowed.includes(role));
}
