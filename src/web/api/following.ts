import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useJob } from './job.ts';
import { planHasChanged } from './plan-changes.ts';
import { followingQuery } from './queries.ts';
import type { Job } from './types.ts';

/**
 * The computation by which the working plan follows a change of the records, if one waits or runs. When it has ended,
 * everything that shows the plan is read again. `upToDate` is false as long as that is not known.
 */
export function useFollowing(): { job: Job | null; running: boolean; upToDate: boolean } {
  const client = useQueryClient();
  const { data, isFetching } = useQuery(followingQuery);
  const { start, job, running } = useJob(() => planHasChanged(client));
  const begin = useRef(start);
  begin.current = start;
  const id = data?.job ?? null;
  useEffect(() => {
    if (id !== null) begin.current(() => Promise.resolve({ job: id }));
  }, [id]);
  return { job, running, upToDate: !running && !isFetching && id === null };
}
