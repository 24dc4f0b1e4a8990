import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { sendJson } from './client.ts';
import { type JobRun, useJob } from './job.ts';

/** Everything that shows dates of the plan is read again. */
export function planHasChanged(client: QueryClient): void {
  void client.invalidateQueries({
    predicate: ({ queryKey: [path] }) => typeof path === 'string' && !/^\/(me|papers|records)/.test(path),
  });
}

/** What of the working plan is to be held, let go, or frozen. */
export interface Hold {
  pin?: { project: string; start: string; mode?: string; reason?: string };
  release?: string;
  frozenUntil?: string | null;
}

/**
 * Holds a project or months; the working plan is then computed with least movement.
 *
 * @param onHeld told of a change that has come into the working plan
 */
export function useHold(onHeld?: (change: Hold) => void): Omit<JobRun, 'start'> & { hold: (change: Hold) => void } {
  const client = useQueryClient();
  const sent = useRef<Hold>({});
  const run = useJob(() => {
    onHeld?.(sent.current);
    planHasChanged(client);
  });
  const hold = (change: Hold): void => {
    sent.current = change;
    run.start(() => sendJson('POST', '/plans/hold', change));
  };
  return { ...run, hold };
}
