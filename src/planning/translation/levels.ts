import type { CommitmentClass } from '../../agenda/index.ts';
import type { LatenessTerm, LevelInput } from '../../solver/index.ts';
import type { PlannedProject } from './planned.ts';
import type { Translation } from './translate.ts';

/** How much a week earlier is worth per project, by class; only compared among plans that keep the same deadlines. */
const classWeight: Record<CommitmentClass, number> = { mandatory: 8, prerequisite: 8, decided: 3, optional: 1 };

/** Weeks by which each project may end at the latest without being late. */
export type Dues = (project: PlannedProject) => readonly { week: number; statutory: boolean }[];

/** The deadlines as they stand in the agenda. */
export const ownDues: Dues = (project) => project.dueWeeks;

/** Lateness of the last block of the chosen projects against their due weeks, one point per week. */
export function lateness(
  projects: readonly PlannedProject[],
  dues: Dues,
  which: (due: { statutory: boolean }) => boolean = () => true,
): LevelInput {
  const terms = projects.flatMap((project): LatenessTerm[] => {
    const last = project.blocks.at(-1);
    return dues(project)
      .filter(which)
      .flatMap((due) => (last ? [{ activity: last.activity, due: due.week, weight: 1 }] : []));
  });
  return { kind: 'lateness', terms };
}

/** Everything early, duties and prerequisites first. */
export function earlyFinish(projects: readonly PlannedProject[]): LevelInput {
  return {
    kind: 'weightedFinish',
    terms: projects.flatMap(({ project, blocks }) => {
      const last = blocks.at(-1);
      return last ? [{ activity: last.activity, weight: classWeight[project.commitmentClass] }] : [];
    }),
  };
}

/** Finish of one project alone. */
export function finishOf(project: PlannedProject): LevelInput {
  const last = project.blocks.at(-1);
  return { kind: 'weightedFinish', terms: last ? [{ activity: last.activity, weight: 1 }] : [] };
}

/** Levels of the working plan: legal deadlines, then promised ones, then value early. */
export function planLevels(translation: Translation): LevelInput[] {
  return [
    lateness(translation.projects, ownDues, (due) => due.statutory),
    lateness(translation.projects, ownDues, (due) => !due.statutory),
    earlyFinish(translation.projects),
  ];
}

/** Duty or prerequisite of one: what may slip last. */
export function isProtected(project: PlannedProject): boolean {
  const { commitmentClass } = project.project;
  return commitmentClass === 'mandatory' || commitmentClass === 'prerequisite';
}
