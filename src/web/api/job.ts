import { useEffect, useRef, useState } from 'react';
import { getJson, post, problemIn } from './client.ts';
import type { Job, Problem } from './types.ts';

/** True when nothing more will come of a job. */
export const hasEnded = (job: Job): boolean =>
  job.state === 'done' || job.state === 'failed' || job.state === 'cancelled';

/**
 * Follows a job over server-sent events until it ends. When the connection breaks, the browser opens it again; if the
 * server ends it for good, the job's own address gives the last word.
 *
 * @returns stops listening; the job itself goes on.
 */
export function followJob(id: string, onChange: (job: Job) => void, onLost: (error: unknown) => void): () => void {
  const path = `/jobs/${encodeURIComponent(id)}`;
  const events = new EventSource(`/api${path}/events`);
  const take = (job: Job): void => {
    if (hasEnded(job)) events.close();
    onChange(job);
  };
  events.addEventListener('progress', (event: MessageEvent<string>) => take(JSON.parse(event.data) as Job));
  events.addEventListener('error', () => {
    if (events.readyState !== EventSource.CLOSED) {
      getJson<Job>(path).then(take, () => undefined);
      return;
    }
    getJson<Job>(path).then(take, onLost);
  });
  return () => events.close();
}

export interface JobRun {
  job: Job | null;
  problem: Problem | null;
  running: boolean;
  /** Starts another computation; the answer of `begin` names its job. */
  start: (begin: () => Promise<{ job: string } | null>) => void;
  cancel: () => void;
}

/** Starts computations one after the other, follows each, and tells when one has been done. */
export function useJob(onDone: (job: Job) => void): JobRun {
  const [job, setJob] = useState<Job | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [jobId, setJobId] = useState<string | null>(null);
  const [starting, setStarting] = useState(false);
  const done = useRef(onDone);
  done.current = onDone;
  const givenUp = useRef(false);

  useEffect(() => {
    if (jobId === null) return;
    return followJob(
      jobId,
      (next) => {
        setJob(next);
        if (!hasEnded(next)) return;
        setJobId(null);
        if (next.state === 'done') done.current(next);
      },
      (error) => {
        setProblem(problemIn(error));
        setJobId(null);
      },
    );
  }, [jobId]);

  const fail = (error: unknown): void => setProblem(problemIn(error));
  const end = (id: string): void => void post(`/jobs/${encodeURIComponent(id)}/cancel`).catch(fail);
  const start: JobRun['start'] = (begin) => {
    setProblem(null);
    setJob(null);
    setStarting(true);
    givenUp.current = false;
    begin()
      .then((answer) => {
        setJobId(answer?.job ?? null);
        if (answer && givenUp.current) end(answer.job);
      }, fail)
      .finally(() => setStarting(false));
  };
  /** Before the server has named the job there is nothing to cancel yet: then it is done as soon as it has. */
  const cancel = (): void => {
    if (jobId === null) givenUp.current = true;
    else end(jobId);
  };
  return { job, problem, running: starting || jobId !== null, start, cancel };
}
