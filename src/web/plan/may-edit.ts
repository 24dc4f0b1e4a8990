import { useQuery } from '@tanstack/react-query';
import { meQuery } from '../api/queries.ts';

/** Whether the person may change projects at all; of which office a project is, the server decides. */
export function useMayEdit(): boolean {
  const { data: me } = useQuery(meQuery);
  return me !== undefined && [...me.permissions, ...me.ownPermissions].includes('writeProjects');
}
