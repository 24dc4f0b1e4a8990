import { type Action, can, type Target } from '../../agenda/index.ts';
import { giversOf } from '../../council/index.ts';
import { type CityTransaction, listRecords, readPerson, type Session } from '../../store/index.ts';
import { requireOn } from '../http/permission.ts';
import { loadDesk } from './desk.ts';

/** In whose right somebody acts: the own one (null), or that of the person who is represented. */
export type InRightOf = string | null;

/**
 * Finds the right for a step: the person's own, else that of somebody who has handed it over for today and has it
 * still. Undefined if there is none.
 */
export async function rightTo(
  tx: CityTransaction,
  session: Session,
  action: Action,
  target: Target,
): Promise<InRightOf | undefined> {
  if (can(session, action, target)) return null;
  const { today } = await loadDesk(tx);
  const delegations = (await listRecords(tx, 'delegations')).map((one) => one.body);
  for (const giver of giversOf(delegations, session.actor, today)) {
    const person = (await readPerson(tx, giver))?.person;
    const { roles = [], ownUnits = [] } = person ?? {};
    if (person?.active && can({ city: session.city, roles, ownUnits }, action, target)) return giver;
  }
  return undefined;
}

/** The right for a step. Throws `not-allowed`, with whom to ask, if there is none. */
export async function requireRight(
  tx: CityTransaction,
  session: Session,
  action: Action,
  target: Target,
): Promise<InRightOf> {
  const right = await rightTo(tx, session, action, target);
  if (right !== undefined) return right;
  requireOn(session, action, target);
  return null;
}
