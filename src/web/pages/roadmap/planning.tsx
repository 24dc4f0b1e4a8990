import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { RoadmapView } from '../../../planning/index.ts';
import { getJson, problemIn, sendJson } from '../../api/client.ts';
import type { JobRun } from '../../api/job.ts';
import { type Hold, planHasChanged, useHold } from '../../api/plan-changes.ts';
import { meQuery, plansQuery } from '../../api/queries.ts';
import type { PlansAnswer, Problem } from '../../api/types.ts';
import { remember } from '../../form/draft.ts';
import { useLanguage } from '../../language/context.tsx';
import { JobProgress } from '../../plan/job-progress.tsx';
import { Button } from '../../ui/button.tsx';
import { Failure } from '../../ui/states.tsx';
import { type Draft, type DraftMove, useDraft } from './draft.ts';

/** Moving, holding and letting go on the roadmap, and how the computation that follows is doing. */
export interface Planning {
  mayPlan: boolean;
  /** Grows with everything that has come into the working plan: what was typed for it is done with. */
  held: number;
  move: DraftMove;
  run: Omit<JobRun, 'start'>;
  hold: (draft: Draft, more?: { mode?: string; reason?: string }) => void;
  release: (project: string) => void;
  /** Takes the last change back; null when there is none to take back. */
  undo: (() => void) | null;
  undoProblem: Problem | null;
}

/** Under which name the reason that is being typed for a project is kept. */
export const reasonDraft = (project: string): string => `hold ${project}`;

const nothing: DraftMove = { draft: null, shift: () => undefined, drag: () => undefined, clear: () => undefined };

/** Takes the last change of the working plan back. */
function useUndo(run: string | undefined): { undo: () => void; problem: Problem | null; done: boolean } {
  const client = useQueryClient();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const undo = async (): Promise<void> => {
    setProblem(null);
    try {
      const { plans } = await getJson<PlansAnswer>(plansQuery.queryKey[0] ?? '');
      const working = plans.find(({ status }) => status === 'working');
      await sendJson('POST', `/plan-runs/${run}/take-over`, { seen: working?.version ?? 0 });
      setDone(run ?? null);
      planHasChanged(client);
    } catch (error) {
      setProblem(problemIn(error));
    }
  };
  return { undo: () => void undo(), problem, done: done !== null && done === run };
}

export function usePlanning(view: RoadmapView): Planning {
  const { data: me } = useQuery(meQuery);
  const mayPlan = me?.permissions.includes('plan') ?? false;
  const move = useDraft(view);
  const [held, setHeld] = useState(0);
  const { hold, ...run } = useHold(({ pin }) => {
    if (pin) remember(reasonDraft(pin.project), null);
    setHeld((count) => count + 1);
  });
  const before = run.job?.state === 'done' ? run.job.result?.planRun : undefined;
  const { undo, problem, done } = useUndo(before);
  const send = (change: Hold): void => {
    move.clear();
    hold(change);
  };
  return {
    mayPlan,
    held,
    move: mayPlan ? move : nothing,
    run,
    hold: ({ project, start }, more = {}) => send({ pin: { project, start, ...more } }),
    release: (project) => send({ release: project }),
    undo: before && !done && !run.running ? undo : null,
    undoProblem: problem,
  };
}

/** What is being tried out or computed, said aloud; afterwards the way back. */
export function PlanningState({ planning }: { planning: Planning }) {
  const { t, f } = useLanguage();
  const { move, run, undo, undoProblem } = planning;
  return (
    <>
      <p role="status" className={move.draft ? 'fp-notice' : 'fp-sr'}>
        {move.draft ? t.hold.draft(move.draft.project, f.date(move.draft.start)) : ''}
      </p>
      <JobProgress run={{ ...run, start: () => undefined }} />
      {undo && (
        <p className="fp-actions">
          <Button look="quiet" onPress={undo}>
            {t.hold.undo}
          </Button>
        </p>
      )}
      {undoProblem && <Failure problem={undoProblem} />}
    </>
  );
}
