import { useMemo, useState } from 'react';
import type { RoadmapProject, RoadmapView } from '../../../planning/index.ts';
import { addDays, daysBetween } from '../../language/format.ts';

/** A project that somebody is about to move: where it would start. Nothing is stored before it is held there. */
export interface Draft {
  project: string;
  start: string;
}

export interface DraftMove {
  draft: Draft | null;
  /** Moves the draft of a project, begun at its present start, by whole weeks. */
  shift: (project: RoadmapProject, weeks: number) => void;
  /** Puts the draft where it would lie `weeks` after the project's present start. */
  drag: (project: RoadmapProject, weeks: number) => void;
  clear: () => void;
}

/** A project can be moved when it is dated, not begun, and not fixed by its own record. */
export function isMovable(project: RoadmapProject): boolean {
  return project.start !== null && !project.fixed && project.bars.length > 0;
}

/** Never before the start of planning. */
function notBefore(start: string, planStart: string): string {
  return start < planStart ? planStart : start;
}

/** Where the end lies when the whole project moves along. */
export function draftFinish(project: RoadmapProject, draft: Draft): string {
  const { start, finish } = project;
  return start && finish ? addDays(finish, daysBetween(start, draft.start)) : draft.start;
}

/** The move that is being tried out by keyboard or by pointer. */
export function useDraft(view: RoadmapView): DraftMove {
  const [draft, setDraft] = useState<Draft | null>(null);
  const { planStart } = view;
  return useMemo(() => {
    const put = (project: RoadmapProject, from: string, weeks: number): void => {
      const start = notBefore(addDays(from, 7 * weeks), planStart);
      setDraft(start === project.start ? null : { project: project.id, start });
    };
    return {
      draft,
      shift(project, weeks) {
        if (!isMovable(project) || project.start === null) return;
        put(project, draft?.project === project.id ? draft.start : project.start, weeks);
      },
      drag(project, weeks) {
        if (isMovable(project) && project.start !== null) put(project, project.start, weeks);
      },
      clear: () => setDraft(null),
    };
  }, [draft, planStart]);
}
