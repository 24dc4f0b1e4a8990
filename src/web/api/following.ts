import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useJob } from './job.ts';
import { planHasChanged } from './plan-changes.ts';
import { followingQuery, plansQuery } from './queries.ts';
import type { Job } from './types.ts';

/**
 * The computation by which the working plan follows a change of the records, if one waits or runs. When it has ended,
 * everything that shows the plan is read again. `upToDate` is false as long as that is not known, and while the page
 * shows an older version of the plan than the server has: what is done with it then would be refused.
 *
 * @param shown version of the working plan on the page; 0 = none
 */
export function useFollowing(shown: number): { job: Job | null; running: boolean; upToDate: boolean } {
  const client = useQueryClient();
  const { data, isFetching } = useQuery(followingQuery);
  const { start, job, running } = useJob(() => planHasChanged(client));
  const begin = useRef(start);
  begin.current = start;
  const id = data?.job ?? null;
  useEffect(() => {
    if (id !== null) begin.current(() => Promise.resolve({ job: id }));
  }, [id]);
  const known = data !== undefined && !running && !isFetching && id === null;
  const older = known && data.version > shown;
  useEffect(() => {
    if (older) void client.invalidateQueries({ queryKey: plansQuery.queryKey });
  }, [client, older]);
  return { job, running, upToDate: known && !older };
}
