import type { CommitmentClass, PlanQuality } from '../../agenda/index.ts';
import type { LatenessTerm, LevelInput, Plan } from '../../solver/index.ts';
import type { PlannedProject } from './planned.ts';
import { spanOf } from './schedule.ts';
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

/** Levels of the working plan: legal deadlines, then promised ones, then value early. */
export function planLevels(translation: Translation): LevelInput[] {
  return [
    lateness(translation.projects, ownDues, (due) => due.statutory),
    lateness(translation.projects, ownDues, (due) => !due.statutory),
    earlyFinish(translation.projects),
  ];
}

/** What the levels of the working plan mean, in their order. */
export const planAims = [
  'statutoryLate',
  'promisedLate',
  'early',
] as const satisfies PlanQuality['aims'][number]['kind'][];

/**
 * Levels of a plan that stays as near to `base` as it can: the deadlines that the base keeps are kept, those that it
 * misses get no worse; then as few weeks of movement as possible; then what is new lies early.
 */
export function leastMovement(translation: Translation, base: Plan): LevelInput[] {
  const dues = promisesOf(base);
  return [
    lateness(translation.projects, dues, (due) => due.statutory),
    lateness(translation.projects, dues, (due) => !due.statutory),
    {
      kind: 'movement',
      terms: translation.blocks
        .filter(({ activity }) => (base.start[activity] ?? -1) >= 0)
        .map(({ activity }) => ({ activity, start: base.start[activity] ?? 0, weight: 1 })),
    },
    earlyFinish(translation.projects),
  ];
}

/** What the levels of {@link leastMovement} mean, in their order. */
export const stayAims = [
  'statutoryLate',
  'promisedLate',
  'moved',
  'early',
] as const satisfies PlanQuality['aims'][number]['kind'][];

/**
 * Promised weeks under a plan: each deadline as it stands, or the plan's own finish where the plan already misses it.
 * A promise that is broken anyway must not get worse.
 */
export function promisesOf(base: Plan): Dues {
  return (project) => {
    const { end } = spanOf(project, base);
    return project.dueWeeks.map((due) => ({ ...due, week: Math.max(due.week, end) }));
  };
}

/** Duty or prerequisite of one: what may slip last. */
export function isProtected(project: PlannedProject): boolean {
  const { commitmentClass } = project.project;
  return commitmentClass === 'mandatory' || commitmentClass === 'prerequisite';
}
