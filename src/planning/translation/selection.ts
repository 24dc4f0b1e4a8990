import {
  type Agenda,
  type DroppedProject,
  isHeld,
  isoDate,
  lastEndWeekBy,
  type PlanWeeks,
  type Project,
} from '../../agenda/index.ts';
import type { DroppedTerm, ProblemInput } from '../../solver/index.ts';
import type { PlannedProject } from './planned.ts';

/** What a project counts that alternatives may leave out, where nobody says what its loss costs. */
const OPEN_CHOICE_LOSS = 10;

/** Which projects a plan may leave out, in the engine's terms. A project's group is its index among the planned ones. */
export interface Selection {
  optional: ReadonlySet<number>;
  alternatives: NonNullable<ProblemInput['alternatives']>;
  requirements: NonNullable<ProblemInput['requirements']>;
  /** Exclusive end week by which a project is finished or left out, by index. */
  latestEnds: ReadonlyMap<number, number>;
  /** What leaving out costs, for the projects where it costs something. */
  losses: readonly DroppedTerm[];
}

/**
 * Projects that are not planned because another one of their alternative is done already, and what waits for them:
 * each with the reason.
 */
export function outdone(agenda: Agenda, projects: readonly Project[]): Map<string, DroppedProject['reason']> {
  const done = new Set(projects.filter(({ status }) => status === 'succeeded').map(({ id }) => id));
  const out = new Map<string, DroppedProject['reason']>();
  for (const { id: alternative, projects: ids } of agenda.alternatives) {
    const by = ids.find((one) => done.has(one));
    if (by === undefined) continue;
    for (const id of ids) if (id !== by) out.set(id, { kind: 'alternative', alternative, by });
  }
  for (let grew = out.size > 0; grew; ) {
    grew = false;
    for (const { id, dependencies } of projects) {
      const waits = dependencies.map(({ predecessor }) => predecessor);
      const by = waits.find((one) => out.has(one));
      // Who waits for whichever is carried out has what it waits for.
      if (by === undefined || out.has(id) || waits.some((one) => done.has(one) && sameChoice(agenda, one, by)))
        continue;
      out.set(id, { kind: 'needs', by });
      grew = true;
    }
  }
  return out;
}

function sameChoice(agenda: Agenda, one: string, other: string): boolean {
  return agenda.alternatives.some(({ projects }) => projects.includes(one) && projects.includes(other));
}

/**
 * What may be left out: projects that say so, and members of alternatives; never one that has begun or has a fixed start. A project that
 * waits for one of them is carried out only together with it. Of an alternative only those count that are planned at all.
 */
export function selectionOf(agenda: Agenda, projects: readonly PlannedProject[], weeks: PlanWeeks): Selection {
  const index = new Map(projects.map(({ project }, group) => [project.id, group]));
  const choices = agenda.alternatives.map(({ choice, projects: ids }) => ({
    exactlyOne: choice === 'exactlyOne',
    groups: ids.flatMap((id) => index.get(id) ?? []),
  }));
  const choiceOf = new Map(choices.flatMap((choice) => choice.groups.map((group) => [group, choice] as const)));
  const optional = new Set<number>();
  const latestEnds = new Map<number, number>();
  const losses: DroppedTerm[] = [];
  for (const [group, { project, blocks }] of projects.entries()) {
    const choice = choiceOf.get(group);
    const needed = choice?.exactlyOne === true;
    if (isHeld(project) || !mayGo(project, choice)) continue;
    optional.add(group);
    const last = blocks.at(-1)?.activity ?? 0;
    const weight = project.droppable?.loss ?? (needed ? 0 : OPEN_CHOICE_LOSS);
    if (weight > 0) losses.push({ activity: last, weight });
    const latest = latestFinishOf(agenda, project, needed);
    if (latest !== null) latestEnds.set(group, lastEndWeekBy(weeks, latest));
  }
  return {
    optional,
    alternatives: choices.filter(({ groups }) => groups.length > 1),
    requirements: projects.flatMap((entry, group) => requirementsOf(entry.project, group, index, optional, choiceOf)),
    latestEnds,
    losses,
  };
}

interface Choice {
  exactlyOne: boolean;
  groups: readonly number[];
}

/** The only one left of exactly one is carried out. */
function mayGo(project: Project, choice: Choice | undefined): boolean {
  if (choice?.exactlyOne) return choice.groups.length > 1;
  return project.droppable !== undefined || choice !== undefined;
}

/** Waiting for all projects of which exactly one is carried out asks for none of them in particular. */
function requirementsOf(
  project: Project,
  group: number,
  index: ReadonlyMap<string, number>,
  optional: ReadonlySet<number>,
  choiceOf: ReadonlyMap<number, Choice>,
): { group: number; needs: number }[] {
  const waits = new Set(project.dependencies.flatMap(({ predecessor }) => index.get(predecessor) ?? []));
  return [...waits].flatMap((needs) => {
    const choice = choiceOf.get(needs);
    const anyOf = choice?.exactlyOne && choice.groups.every((one) => waits.has(one));
    return optional.has(needs) && !anyOf ? [{ group, needs }] : [];
  });
}

/**
 * Day by which a project that may be left out has to be finished; null = by no day. Behind the last budgeted year no
 * figure limits anything, so that without a day of its own everything would fit there some time.
 */
export function latestFinishOf(agenda: Agenda, project: Project, needed: boolean): string | null {
  if (project.droppable?.latestFinish !== undefined) return project.droppable.latestFinish;
  if (needed || project.droppable === undefined) return null;
  const paying = new Set(
    project.phases.flatMap(({ work }) =>
      Object.values(work).flatMap(({ costs }) => costs.map(({ budgetLine }) => budgetLine)),
    ),
  );
  const lastYears = (lines: Agenda['budgetLines']) =>
    lines.map(({ years }) => Math.max(...years.map(({ year }) => year)));
  const own = lastYears(agenda.budgetLines.filter(({ id }) => paying.has(id)));
  const year = own.length > 0 ? Math.min(...own) : Math.max(0, ...lastYears(agenda.budgetLines));
  return year > 0 ? isoDate(year, 12, 31) : null;
}
