import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { StatementBlock } from '../../../council/index.ts';
import { problemIn } from '../../api/client.ts';
import { beginStatement, deskQuery, type StatementDesk, statementDeskQuery, stepStatement } from '../../api/council.ts';
import { statementQuery } from '../../api/queries.ts';
import type { Problem } from '../../api/types.ts';
import { StepUpCancelled, useStepUp } from '../../identity/step-up.tsx';

/** The whole text with a change, made onto a state; null where it does not go onto that one. */
export type TextOnto = (state: StatementDesk) => readonly StatementBlock[] | null;

/** Somebody else was faster: the version that was shown is no longer the newest (RFC 9110, section 15.5.13). */
const STALE = 412;

/**
 * The steps a person takes with a statement: each is sent in the version that is shown, and the answer is shown. Where
 * somebody else was faster, the newest state is shown instead, and the step is left to the person.
 */
export function useWork(paper: string) {
  const client = useQueryClient();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [renewed, setRenewed] = useState(false);
  const [busy, setBusy] = useState(false);
  const { withSecondFactor, dialog } = useStepUp();
  const line = useRef<Promise<unknown>>(Promise.resolve());
  const left = useRef<StatementDesk | null>(null);
  const run = async (send: () => Promise<StatementDesk>): Promise<boolean> => {
    setProblem(null);
    setRenewed(false);
    setBusy(true);
    try {
      const work = await withSecondFactor(send);
      left.current = work;
      client.setQueryData(statementDeskQuery(paper).queryKey, { work });
      await client.invalidateQueries({ queryKey: statementQuery(paper).queryKey });
      await client.invalidateQueries({ queryKey: deskQuery.queryKey });
      return true;
    } catch (error) {
      left.current = null;
      if (error instanceof StepUpCancelled) return false;
      const refused = problemIn(error);
      if (refused.status === STALE && (await newest())) setRenewed(true);
      else setProblem(refused);
      return false;
    } finally {
      setBusy(false);
    }
  };
  const inLine = (work: () => Promise<boolean>): Promise<boolean> => {
    const taken = line.current.then(work);
    line.current = taken;
    return taken;
  };
  /** Steps stand in line: one that is taken while another is under way is meant for what that one leaves behind. */
  const meant = (desk: StatementDesk): StatementDesk =>
    left.current !== null && left.current.version > desk.version ? left.current : desk;
  const step = (desk: StatementDesk, name: string, body: unknown = {}): Promise<boolean> =>
    inLine(() => run(() => stepStatement(meant(desk), name, body)));
  /** The whole text is sent: it is made from the state that it is meant for, or refused in the one that was shown. */
  const write = (desk: StatementDesk, onto: TextOnto): Promise<boolean> =>
    inLine(async () => {
      for (const state of [meant(desk), desk]) {
        const blocks = onto(state);
        if (blocks !== null) return run(() => stepStatement(state, 'text', { blocks }));
      }
      return false;
    });
  /** The state of now, shown on the page as well; null when it cannot be had. */
  const newest = async (): Promise<StatementDesk | null> => {
    const query = { ...statementDeskQuery(paper), staleTime: 0, retry: false };
    return (await client.fetchQuery(query).catch(() => null))?.work ?? null;
  };
  return {
    problem,
    /** The last step was not done, because the state that is shown now is newer than the one it was meant for. */
    renewed,
    busy,
    newest,
    dialog,
    begin: () => run(() => beginStatement(paper)),
    step,
    write,
  };
}

export type Work = ReturnType<typeof useWork>;
