import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useRef } from 'react';
import { useJob } from '../api/job.ts';
import { planHasChanged } from '../api/plan-changes.ts';
import { followingQuery } from '../api/queries.ts';
import type { Job } from '../api/types.ts';

interface Following {
  job: Job | null;
  running: boolean;
  /** False as long as it is not known whether the plan still follows a change. */
  upToDate: boolean;
}

const Context = createContext<Following>({ job: null, running: false, upToDate: false });

/** The computation by which the working plan follows a change of the records, if one waits or runs. */
export const useFollowing = (): Following => useContext(Context);

/**
 * Follows the working plan on every page. A change that somebody makes here has all data read again; the plan comes a
 * moment later, from whatever server computes it, and then everything that shows it is read once more.
 */
export function FollowPlan({ children }: { children: ReactNode }) {
  const client = useQueryClient();
  const { data, isFetching } = useQuery(followingQuery);
  const { start, job, running } = useJob(() => void client.invalidateQueries({ queryKey: followingQuery.queryKey }));
  const begin = useRef(start);
  begin.current = start;
  const id = data?.job ?? null;
  useEffect(() => {
    if (id !== null) begin.current(() => Promise.resolve({ job: id }));
  }, [id]);

  // The version tells also of a computation that had ended before anybody here heard of it.
  const version = data?.version;
  const seen = useRef(version);
  useEffect(() => {
    if (seen.current !== undefined && version !== undefined && seen.current !== version) planHasChanged(client);
    seen.current = version ?? seen.current;
  }, [client, version]);
  return <Context value={{ job, running, upToDate: !running && !isFetching && id === null }}>{children}</Context>;
}
