import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { ApiError, getJson, post } from './client.ts';
import { paperQuery, statementQuery } from './queries.ts';
import type { Job, Problem } from './types.ts';

const ended = (job: Job): boolean => job.state === 'done' || job.state === 'failed' || job.state === 'cancelled';

/**
 * Follows a job over server-sent events until it ends. When the connection breaks, the browser opens it again; if the
 * server ends it for good, the job's own address gives the last word.
 *
 * @returns stops listening; the job itself goes on.
 */
function followJob(id: string, onChange: (job: Job) => void, onLost: (error: unknown) => void): () => void {
  const path = `/jobs/${encodeURIComponent(id)}`;
  const events = new EventSource(`/api${path}/events`);
  const take = (job: Job): void => {
    if (ended(job)) events.close();
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

export interface AssessRun {
  job: Job | null;
  problem: Problem | null;
  running: boolean;
  start: () => void;
  cancel: () => void;
}

const problemOf = (error: unknown): Problem =>
  error instanceof ApiError ? error.problem : { title: String(error), status: 0 };

/** "Neu berechnen": starts the assessment of a paper, follows it, and reads paper and statement again at its end. */
export function useAssess(paper: string): AssessRun {
  const client = useQueryClient();
  const [job, setJob] = useState<Job | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [jobId, setJobId] = useState<string | null>(null);
  const [starting, setStarting] = useState(false);

  useEffect(() => {
    if (jobId === null) return;
    return followJob(
      jobId,
      (next) => {
        setJob(next);
        if (!ended(next)) return;
        setJobId(null);
        if (next.state !== 'done') return;
        void client.invalidateQueries({ queryKey: paperQuery(paper).queryKey });
        void client.invalidateQueries({ queryKey: statementQuery(paper).queryKey });
        void client.invalidateQueries({ queryKey: ['/papers'] });
      },
      (error) => {
        setProblem(problemOf(error));
        setJobId(null);
      },
    );
  }, [jobId, paper, client]);

  const fail = (error: unknown): void => setProblem(problemOf(error));
  const start = (): void => {
    setProblem(null);
    setJob(null);
    setStarting(true);
    post<{ job: string }>(`/papers/${encodeURIComponent(paper)}/assess`, crypto.randomUUID())
      .then((answer) => setJobId(answer?.job ?? null), fail)
      .finally(() => setStarting(false));
  };
  const cancel = (): void => {
    if (jobId !== null) post(`/jobs/${encodeURIComponent(jobId)}/cancel`).catch(fail);
  };
  return { job, problem, running: starting || jobId !== null, start, cancel };
}
