import { useQuery } from '@tanstack/react-query';
import type { Action } from '../../agenda/index.ts';
import { meQuery } from '../api/queries.ts';
import type { Me } from '../api/types.ts';

export type Rights = Pick<Me, 'permissions' | 'ownPermissions' | 'ownUnits'>;

/**
 * Whether the table of permissions, as the server applies it to this person, allows an action: on a record of these
 * units, or, where none are named, on any record at all. The server asks once more; this is for what a page offers.
 */
export function may(me: Rights, action: Action, units?: readonly string[]): boolean {
  if (me.permissions.includes(action)) return true;
  return me.ownPermissions.includes(action) && (units === undefined || units.some((one) => me.ownUnits.includes(one)));
}

/** {@link may} for the one who is signed in; nothing until that is known. */
export function useMay(action: Action, units?: readonly string[]): boolean {
  const { data: me } = useQuery(meQuery);
  return me !== undefined && may(me, action, units);
}
