/**
 * Roles of people; one person may have several. `reader` looks; `office` keeps the projects and needs of its own units;
 * `council` keeps the papers; `approver` answers for plans and statements with a signature; `programme` plans and steers
 * the agenda; `administrator` runs the installation and can stand in for all but the approver.
 */
export const roles = ['reader', 'office', 'council', 'approver', 'programme', 'administrator'] as const;
export type Role = (typeof roles)[number];

/** Who asks: somebody signed in, with roles in one city. A role that this table does not know allows nothing. */
export interface Actor {
  city: string;
  roles: readonly string[];
  /** Units for which the person speaks; counts for the role `office` alone. */
  ownUnits?: readonly string[];
}

/** What is asked for: always something of one city. */
export interface Target {
  city: string;
  /** Units to which the record belongs. Without them the whole city is meant, and `own` is not enough. */
  units?: readonly string[];
}

/** How far a role reaches: everywhere in its city, or only on records of the person's own units. */
type Reach = 'all' | 'own';

const everybody = { reader: 'all', office: 'all', council: 'all', approver: 'all' } as const;
const team = { programme: 'all', administrator: 'all' } as const;

/** The one table of who may do what, used by the server and, through `/api/me`, by the pages. */
export const permissions = {
  /** See agenda, papers, answers. */
  read: { ...everybody, ...team },
  /** See what concerns staff: costs of a post, and with them every record of a talk. */
  readConfidential: { approver: 'all', ...team },
  /** Read the record of a talk: an office reads what was said in its own. */
  readTalks: { office: 'own', approver: 'all', ...team },
  /** Say something about a record, mention people, and be told by name who they are. */
  comment: { office: 'all', council: 'all', approver: 'all', ...team },
  writeProjects: { office: 'own', ...team },
  writeNeeds: { office: 'own', ...team },
  /** Law, strategies, partners, stages, units, sources: what the plan rests on. */
  writeRegister: team,
  /** Teams, their capacity, budget lines. */
  writeCapacity: team,
  /** Compute and propose a working plan. */
  plan: team,
  /** Make a working plan the approved one. */
  approvePlan: { approver: 'all' },
  writeScenarios: team,
  /** Have questions answered by the engine, and cancel a computation. */
  assess: { council: 'all', ...team },
  writePapers: { council: 'all', ...team },
  /** Co-sign a statement: for the own office, or for the programme or the council office. */
  signStatement: { office: 'own', council: 'all', approver: 'all', programme: 'all' },
  /** Release a statement in the city's name. */
  releaseStatement: { approver: 'all' },
  /** Take over files into the agenda, the whole agenda included. */
  import: team,
  /** People and their roles, the installation. */
  administer: { administrator: 'all' },
} as const satisfies Record<string, Partial<Record<Role, Reach>>>;
export type Action = keyof typeof permissions;

/** Every action, in the order of the table. */
export const actions = Object.keys(permissions) as Action[];

/** How far the actor's roles reach for an action, at the best. */
function reachesOf({ roles: own }: Actor, action: Action): Reach[] {
  const row: Partial<Record<Role, Reach>> = permissions[action];
  return roles.flatMap((role) => (own.includes(role) && row[role] ? [row[role]] : []));
}

/**
 * True when the actor may do this to the target: one of the roles allows it everywhere, or allows it on own records and
 * the target belongs to one of the actor's units. Never in another city.
 */
export function can(actor: Actor, action: Action, target: Target): boolean {
  if (actor.city !== target.city) return false;
  const reaches = reachesOf(actor, action);
  if (reaches.includes('all')) return true;
  return reaches.includes('own') && (target.units ?? []).some((unit) => actor.ownUnits?.includes(unit) === true);
}

/**
 * True when there may be records in the actor's city on which the action is allowed. It opens the door of a route or
 * shows a button; whether it is this record, `can` with the record's units decides.
 */
export function canSome(actor: Actor, action: Action): boolean {
  const reaches = reachesOf(actor, action);
  return reaches.includes('all') || (reaches.includes('own') && (actor.ownUnits ?? []).length > 0);
}
