import { useQueryClient } from '@tanstack/react-query';
import { post } from './client.ts';
import { type JobRun, useJob } from './job.ts';
import { answerDifferenceQuery, paperQuery, statementQuery } from './queries.ts';

export type AssessRun = Omit<JobRun, 'start'> & { start: () => void };

/** "Neu berechnen": starts the assessment of a paper, follows it, and reads paper and statement again at its end. */
export function useAssess(paper: string): AssessRun {
  const client = useQueryClient();
  const run = useJob(() => {
    void client.invalidateQueries({ queryKey: paperQuery(paper).queryKey });
    void client.invalidateQueries({ queryKey: statementQuery(paper).queryKey });
    void client.invalidateQueries({ queryKey: answerDifferenceQuery(paper).queryKey });
    void client.invalidateQueries({ queryKey: ['/papers'] });
  });
  const start = (): void =>
    run.start(() => post<{ job: string }>(`/papers/${encodeURIComponent(paper)}/assess`, crypto.randomUUID()));
  return { ...run, start };
}
