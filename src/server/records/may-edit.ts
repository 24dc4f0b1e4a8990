import {
  type Action,
  type Agenda,
  type AgendaCollection,
  can,
  canSome,
  needTarget,
  openInterview,
  openTeam,
  projectTarget,
  type Target,
  unitTarget,
} from '../../agenda/index.ts';
import type { Session } from '../../store/index.ts';
import { requireOn } from '../http/permission.ts';
import { Problem } from '../http/problems.ts';
import type { RecordChange } from './change.ts';

/** What a person must be allowed to do to change a record of a list. */
export const actionOf: Record<AgendaCollection, Action> = {
  sources: 'writeRegister',
  units: 'writeRegister',
  teams: 'writeCapacity',
  budgetLines: 'writeCapacity',
  stages: 'writeRegister',
  actionFields: 'writeRegister',
  goals: 'writeRegister',
  projects: 'writeProjects',
  alternatives: 'writeRegister',
  templates: 'writeProjects',
  prerequisites: 'writeRegister',
  obligations: 'writeRegister',
  strategies: 'writeRegister',
  guides: 'writeRegister',
  interviews: 'writeNeeds',
  needs: 'writeNeeds',
  weightings: 'writeRegister',
  serviceBundles: 'writeRegister',
  partners: 'writeRegister',
  peerCities: 'writeRegister',
  plans: 'plan',
  scenarios: 'writeScenarios',
  commitments: 'writePapers',
  bookings: 'writeCapacity',
};

/** Lists with fields that not everybody sees: who does not see them would delete them by saving. */
const CONFIDENTIAL: readonly AgendaCollection[] = ['teams', 'interviews'];

/** To whom a record belongs; without units to the city as a whole. */
function targetOf(agenda: Agenda, collection: AgendaCollection, body: unknown): Target {
  if (collection === 'projects') return projectTarget(agenda, body as Agenda['projects'][number]);
  if (collection === 'needs') return needTarget(agenda, body as Agenda['needs'][number]);
  if (collection === 'interviews') return unitTarget(agenda, (body as Agenda['interviews'][number]).unit);
  return { city: agenda.city.id };
}

/** Refuses a change that the person may not make: of the record as it is, and as it would become. */
export function requireEdit(session: Session, agenda: Agenda, { collection, id, body }: RecordChange): void {
  const list: readonly { id: string }[] = agenda[collection];
  const present = list.find((one) => one.id === id);
  const bodies = [present, body].filter((one) => one !== undefined && one !== null);
  requireSome(session, collection);
  requireOn(session, actionOf[collection], ...bodies.map((one) => targetOf(agenda, collection, one)));
}

function requireSight(session: Session, collection: AgendaCollection): void {
  if (CONFIDENTIAL.includes(collection) && !can(session, 'readConfidential', { city: session.city }))
    throw new Problem('not-allowed');
}

/** Refuses, also a look into the history, to those who may not change anything in a list. */
export function requireSome(session: Session, collection: AgendaCollection): void {
  requireSight(session, collection);
  if (!canSome(session, actionOf[collection])) throw new Problem('not-allowed');
}

/** A record as this person may see it. */
export function shownTo(session: Session, agenda: Agenda, collection: AgendaCollection, body: unknown): unknown {
  if (collection === 'teams' && !can(session, 'readConfidential', { city: session.city }))
    return openTeam(body as Agenda['teams'][number]);
  if (collection === 'interviews' && !can(session, 'readTalks', targetOf(agenda, collection, body)))
    return openInterview(body as Agenda['interviews'][number]);
  return body;
}
