import type { Text } from '../agenda/index.ts';
import type { Resolution } from './resolution.ts';

/** How a resolution stands: always a word with the rule behind it, never a colour alone. */
export type ResolutionLight = 'done' | 'notPursued' | 'late' | 'atRisk' | 'onTrack' | 'notBegun';

/** When a project will be finished, as far as the plan knows; `finished` once it is. */
export interface ProjectFinish {
  id: string;
  finishesOn: string | null;
  finished: boolean;
}

/** The light of a resolution with the rule that set it. */
export interface ResolutionProgress {
  light: ResolutionLight;
  rule: Text;
}

const RULES: Record<ResolutionLight, Text> = {
  done: { de: 'als erledigt gemeldet', en: 'reported as done' },
  notPursued: { de: 'wird nicht weiter verfolgt', en: 'is not pursued any further' },
  late: {
    de: 'die Frist oder ein Termin einer Aufgabe ist verstrichen',
    en: 'the deadline or the day of a task has passed',
  },
  atRisk: {
    de: 'ein Vorhaben endet nach dem Plan erst nach der Frist oder hat keinen Termin',
    en: 'by the plan a project ends after the deadline, or has no date',
  },
  onTrack: { de: 'veranlasst, kein Termin verstrichen', en: 'under way, no day has passed' },
  notBegun: {
    de: 'weder Aufgabe noch Vorhaben festgelegt',
    en: 'neither task nor project has been set',
  },
};

/** Where a resolution stands on a day, from what a person said, its tasks, and the plan of its projects. */
export function resolutionProgress(
  resolution: Resolution,
  projects: readonly ProjectFinish[],
  today: string,
): ResolutionProgress {
  const light = lightOf(resolution, projects, today);
  return { light, rule: RULES[light] };
}

function lightOf(
  { status, dueOn, tasks, projects: ids }: Resolution,
  projects: readonly ProjectFinish[],
  today: string,
): ResolutionLight {
  if (status !== 'open') return status;
  const passed = (on: string | undefined): boolean => on !== undefined && on < today;
  if (passed(dueOn) || tasks.some((task) => task.doneOn === undefined && passed(task.dueOn))) return 'late';
  if (tasks.length === 0 && ids.length === 0) return 'notBegun';
  const endangered = ids.some((id) => {
    const project = projects.find((one) => one.id === id);
    if (project?.finished) return false;
    const finish = project?.finishesOn ?? null;
    return finish === null || (dueOn !== undefined && finish > dueOn);
  });
  return endangered ? 'atRisk' : 'onTrack';
}
