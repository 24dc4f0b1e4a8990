import type { PlanQuality } from '../../agenda/index.ts';
import type { FinishTerm, LatenessTerm, LevelInput, Plan } from '../../solver/index.ts';
import type { PlannedProject } from './planned.ts';
import { spanOf } from './schedule.ts';
import type { Translation } from './translate.ts';

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
  return { kind: 'weightedFinish', terms: finishTerms(projects) };
}

function finishTerms(projects: readonly PlannedProject[]): FinishTerm[] {
  return projects.flatMap(({ blocks, weight }) => {
    const last = blocks.at(-1);
    return last ? [{ activity: last.activity, weight }] : [];
  });
}

/** A level of the objective, and what it means. */
export interface Aim {
  kind: PlanQuality['aims'][number]['kind'];
  level: LevelInput;
}

/**
 * Aims of the working plan: legal deadlines, then promised ones, then value early.
 *
 * Where projects may be left out, the firm ones come first: they lie early, in steps of one week on average, before
 * anything counts that may be left out; then as little as possible is left out; then everything lies early. So what may
 * be left out is planned where there is room for it, and pushes nothing firm aside by more than that.
 */
export function planAims(translation: Translation): Aim[] {
  const { projects, selection } = translation;
  const terms = finishTerms(firmOnes(translation));
  const tolerance = terms.reduce((sum, { weight }) => sum + weight, 0);
  return [
    { kind: 'statutoryLate', level: lateness(projects, ownDues, (due) => due.statutory) },
    { kind: 'promisedLate', level: lateness(projects, ownDues, (due) => !due.statutory) },
    ...openAims(translation, [
      { kind: 'firmEarly', level: { kind: 'weightedFinish', terms, tolerance } },
      { kind: 'dropped', level: { kind: 'dropped', terms: selection.losses } },
    ]),
    { kind: 'early', level: earlyFinish(projects) },
  ];
}

/** Nothing where nothing may be left out: such an agenda is planned as if there were no choice in the model. */
function openAims({ selection }: Translation, aims: Aim[]): Aim[] {
  return selection.optional.size > 0 ? aims : [];
}

/** Projects that every plan carries out, and those of which it carries out exactly one. */
function firmOnes({ projects, selection }: Translation): PlannedProject[] {
  const oneOf = new Set(selection.alternatives.flatMap(({ exactlyOne, groups }) => (exactlyOne ? groups : [])));
  return projects.filter((_, group) => !selection.optional.has(group) || oneOf.has(group));
}

/** The levels of {@link planAims} alone. */
export const planLevels = (translation: Translation): LevelInput[] => planAims(translation).map(({ level }) => level);

/**
 * Aims of a plan that stays as near to `base` as it can: the deadlines that the base keeps are kept, those that it
 * misses get no worse; then as few weeks of movement as possible; then what is new lies early. Where projects may be left
 * out, the firm ones stay before anything else does, and then as little as possible is left out.
 */
export function stayAims(translation: Translation, base: Plan): Aim[] {
  const dues = promisesOf(base);
  const { projects, selection } = translation;
  return [
    { kind: 'statutoryLate', level: lateness(projects, dues, (due) => due.statutory) },
    { kind: 'promisedLate', level: lateness(projects, dues, (due) => !due.statutory) },
    ...openAims(translation, [
      { kind: 'firmMoved', level: movement(firmOnes(translation), base) },
      { kind: 'dropped', level: { kind: 'dropped', terms: selection.losses } },
    ]),
    { kind: 'moved', level: movement(projects, base) },
    { kind: 'early', level: earlyFinish(projects) },
  ];
}

/** Weeks by which what the base plan places lies elsewhere. */
function movement(projects: readonly PlannedProject[], base: Plan): LevelInput {
  const placed = projects.flatMap(({ blocks }) => blocks).filter(({ activity }) => (base.start[activity] ?? -1) >= 0);
  const terms = placed.map(({ activity }) => ({ activity, start: base.start[activity] ?? 0, weight: 1 }));
  return { kind: 'movement', terms };
}

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
