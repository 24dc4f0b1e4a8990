import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { problemIn } from '../../api/client.ts';
import { beginStatement, deskQuery, type StatementDesk, statementDeskQuery, stepStatement } from '../../api/council.ts';
import { statementQuery } from '../../api/queries.ts';
import type { Problem } from '../../api/types.ts';
import { StepUpCancelled, useStepUp } from '../../identity/step-up.tsx';

/** The steps a person takes with a statement: each is sent in the version that is shown, and the answer is shown. */
export function useWork(paper: string) {
  const client = useQueryClient();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const { withSecondFactor, dialog } = useStepUp();
  const run = async (send: () => Promise<StatementDesk>): Promise<boolean> => {
    setProblem(null);
    setBusy(true);
    try {
      const work = await withSecondFactor(send);
      client.setQueryData(statementDeskQuery(paper).queryKey, { work });
      await client.invalidateQueries({ queryKey: statementQuery(paper).queryKey });
      await client.invalidateQueries({ queryKey: deskQuery.queryKey });
      return true;
    } catch (error) {
      if (!(error instanceof StepUpCancelled)) setProblem(problemIn(error));
      return false;
    } finally {
      setBusy(false);
    }
  };
  return {
    problem,
    busy,
    dialog,
    begin: () => run(() => beginStatement(paper)),
    step: (desk: StatementDesk, name: string, body: unknown = {}) => run(() => stepStatement(desk, name, body)),
  };
}

export type Work = ReturnType<typeof useWork>;
