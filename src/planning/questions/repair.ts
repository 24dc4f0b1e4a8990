import { type Agenda, fridayBeforeWeek, type PlanVersion, type ScenarioChange } from '../../agenda/index.ts';
import { makeProblem, type NearPatch, NearPlans, type Plan, solve } from '../../solver/index.ts';
import { ENGINE_VERSION } from '../engine.ts';
import { type Dues, earlyFinish, isProtected, lateness, promisesOf } from '../translation/levels.ts';
import type { PlannedProject } from '../translation/planned.ts';
import { spanOf, toPhases, toPlan } from '../translation/schedule.ts';
import { type Translation, translate } from '../translation/translate.ts';
import { applyChanges } from './changes.ts';
import { chosenAgenda } from './chosen.ts';
import type { MovedProject, RepairKept } from './question-schemas.ts';
import { patchedInput, patchFor } from './repair-patch.ts';
import type { Repair, RepairOptions } from './repair-result.ts';

/** Steps of one try; a change that can be absorbed takes some dozens. */
const ITERATIONS = 6000;
/** Steps for making it better once it fits. */
const POLISH = 1500;
/** Loss of value that is accepted for moving little, in permille. */
const TOLERANCE_PERMILLE = 20;

/**
 * A plan after something has happened: a project is late, a post is vacant, a budget is cut. As little as possible moves
 * against the plan that stands: only what the change touches, and what that pushes aside.
 *
 * First every promise that the plan keeps is kept; if no such plan turns up, the promises of the delayed projects and of
 * what waits for them may break, then all but duties and prerequisites, then all but statutory deadlines. A plan that
 * fits is polished: fewer weeks after what the plan promised, then (if the early finish of everything, weighted as in the plan, lost more than the
 * tolerance) less of that loss, then less movement. Best found, not proven. Null when none was found before it was cancelled.
 */
export function repairPlan(
  agenda: Agenda,
  version: PlanVersion,
  changes: readonly ScenarioChange[],
  options: RepairOptions,
): Repair | null {
  return prepareRepair(agenda, version)(changes, options);
}

/**
 * The same for many changes of one plan: what does not depend on the change is done once. A change of another kind than
 * capacity, money or a later start is prepared anew.
 */
export function prepareRepair(
  agenda: Agenda,
  version: PlanVersion,
): (changes: readonly ScenarioChange[], options: RepairOptions) => Repair | null {
  const ground = groundOf(agenda, version);
  return (changes, options) => {
    const patch = patchFor(ground.agenda, ground.translation, changes);
    if (patch) return repairOn(ground, patch, changes, options);
    const added = changes.flatMap((change) => (change.kind === 'addProject' ? [change.project.id] : []));
    return repairOn(groundOf(applyChanges(agenda, changes), version, added), {}, changes, options);
  };
}

interface Ground {
  agenda: Agenda;
  version: PlanVersion;
  translation: Translation;
  base: Plan;
  plans: NearPlans;
}

function groundOf(whole: Agenda, version: PlanVersion, added: readonly string[] = []): Ground {
  const agenda = chosenAgenda(whole, version, added);
  const translation = translate(agenda);
  const plans = new NearPlans(makeProblem({ ...translation.input, levels: [] }));
  return { agenda, version, translation, base: toPlan(translation, version), plans };
}

function repairOn(
  ground: Ground,
  patch: NearPatch,
  changes: readonly ScenarioChange[],
  options: RepairOptions,
): Repair | null {
  const { translation, base, plans } = ground;
  const { seed, iterations = ITERATIONS, cancelled } = options;
  for (const { kept, dues } of stages(translation, base, changes)) {
    if (cancelled?.()) return null;
    const deadline = deadlinesOf(translation, dues);
    const stop = cancelled ? { cancelled } : {};
    const near = plans.near({ ...patch, deadline }, { seed, iterations, plan: base, ...stop });
    if (!near.plan) continue;
    const changed = { ...translation, input: patchedInput(translation, patch) };
    const plan = polished(changed, base, near.plan, deadline, options);
    return repairOf(ground, changes, plan, { kept, seed });
  }
  return null;
}

interface Stage {
  kept: RepairKept;
  dues: Dues;
}

/** Which promises are hard, strictest first. */
function stages(translation: Translation, base: Plan, changes: readonly ScenarioChange[]): Stage[] {
  const promises = promisesOf(base);
  const touched = withFollowers(
    translation,
    changes.flatMap((change) => (change.kind === 'delayProject' ? [change.project] : [])),
  );
  const stage = (kept: RepairKept, holds: (project: PlannedProject, statutory: boolean) => boolean): Stage => ({
    kept,
    dues: (project) => promises(project).filter(({ statutory }) => holds(project, statutory)),
  });
  return [
    stage('all', () => true),
    ...(touched.size > 0 ? [stage('allOfOthers', ({ project }) => !touched.has(project.id))] : []),
    stage('duties', (project) => isProtected(project) && !touched.has(project.project.id)),
    stage('statutory', ({ project }, statutory) => statutory && !touched.has(project.id)),
    stage('none', () => false),
  ];
}

function withFollowers({ projects }: Translation, ids: readonly string[]): Set<string> {
  const touched = new Set(ids);
  for (let grew = ids.length > 0; grew; ) {
    grew = false;
    for (const { project } of projects) {
      if (touched.has(project.id) || !project.dependencies.some(({ predecessor }) => touched.has(predecessor)))
        continue;
      touched.add(project.id);
      grew = true;
    }
  }
  return touched;
}

/** Latest end by last activity of each project. */
function deadlinesOf({ projects, horizon }: Translation, dues: Dues): Map<number, number> {
  return new Map(
    projects.flatMap((project): [number, number][] => {
      const last = project.blocks.at(-1)?.activity;
      if (last === undefined) return [];
      return [[last, dues(project).reduce((least, { week }) => Math.min(least, week), horizon)]];
    }),
  );
}

/** Searches on from a plan that fits: less lateness, then value within the tolerance, then less movement. */
function polished(
  translation: Translation,
  base: Plan,
  plan: Plan,
  deadline: ReadonlyMap<number, number>,
  options: RepairOptions,
): Plan {
  const { seed, polish = POLISH, tolerancePermille = TOLERANCE_PERMILLE, cancelled } = options;
  const terms = translation.blocks.flatMap(({ activity }) => {
    const start = base.start[activity] ?? -1;
    return start < 0 ? [] : [{ activity, start, weight: 1 }];
  });
  const unmoved = terms.every(({ activity, start }) => plan.start[activity] === start);
  if (polish === 0 || unmoved || cancelled?.()) return plan;
  const most = ((totalFinish(translation, base) ?? Number.POSITIVE_INFINITY) * (1000 + tolerancePermille)) / 1000;
  const loses = (totalFinish(translation, plan) ?? 0) > most;
  const levels = [
    lateness(translation.projects, promisesOf(base)),
    // Steps as wide as the tolerance: what lies within it does not outrank movement.
    ...(loses ? [{ ...earlyFinish(translation.projects), tolerance: Math.floor(most) }] : []),
    { kind: 'movement' as const, terms },
  ];
  const activities = translation.input.activities.map((activity, a) => {
    const end = deadline.get(a);
    return end === undefined ? activity : { ...activity, deadline: end };
  });
  const problem = makeProblem({ ...translation.input, activities, levels });
  if (cancelled?.()) return plan;
  const limit = { iterations: polish };
  return solve(problem, { seed, limit, warmStart: plan, ...(cancelled ? { cancelled } : {}) }).plan ?? plan;
}

/** Weighted finish of everything; null when the plan does not place every project. */
function totalFinish(translation: Translation, plan: Plan): number | null {
  if (plan.start.includes(-1)) return null;
  const level = earlyFinish(translation.projects);
  if (level.kind !== 'weightedFinish') return null;
  return level.terms.reduce((sum, { activity, weight }) => {
    const weeks = translation.blocks[activity]?.profiles[plan.mode[activity] ?? 0]?.weeks ?? 0;
    return sum + weight * ((plan.start[activity] ?? 0) + weeks);
  }, 0);
}

function repairOf(
  { agenda, version, translation, base }: Ground,
  changes: readonly ScenarioChange[],
  plan: Plan,
  { kept, seed }: { kept: RepairKept; seed: number },
): Repair {
  const moved = translation.projects.flatMap((project) => movedProject(translation, project, base, plan));
  const before = totalFinish(translation, base);
  const after = totalFinish(translation, plan);
  return {
    plan: {
      id: 'working',
      name: version.name,
      status: 'working',
      on: agenda.planStart,
      engineVersion: ENGINE_VERSION,
      seed,
      phases: phasesOf(translation, version, plan, new Set(moved.map(({ project }) => project))),
      ...(version.dropped ? { dropped: version.dropped } : {}),
    },
    changes: [...changes],
    kept,
    moved: moved.toSorted(
      (a, b) => b.lateWeeks - a.lateWeeks || b.movedWeeks - a.movedWeeks || (a.project < b.project ? -1 : 1),
    ),
    movedWeeks: moved.reduce((sum, one) => sum + Math.abs(one.movedWeeks), 0),
    lateWeeks: moved.reduce((sum, one) => sum + one.lateWeeks, 0),
    valuePermille:
      before === null || after === null || before === 0 ? null : Math.round((1000 * (after - before)) / before),
    quality: 'bestFound',
  };
}

/** Dates of what moved; what did not move keeps those it has. */
function phasesOf(
  translation: Translation,
  version: PlanVersion,
  plan: Plan,
  moved: ReadonlySet<string>,
): PlanVersion['phases'] {
  const blocks = translation.blocks.filter(({ project }) => moved.has(project.id));
  const now = Map.groupBy(toPhases({ ...translation, blocks }, plan), ({ project }) => project);
  const before = Map.groupBy(version.phases, ({ project }) => project);
  return translation.projects.flatMap(({ project: { id } }) => (moved.has(id) ? now : before).get(id) ?? []);
}

function movedProject(translation: Translation, project: PlannedProject, base: Plan, plan: Plan): MovedProject[] {
  if (!project.blocks.some(({ activity }) => differs(base, plan, activity))) return [];
  const placed = project.blocks.every(({ activity }) => (base.start[activity] ?? -1) >= 0);
  const [before, after] = [spanOf(project, base), spanOf(project, plan)];
  const friday = (week: number) => fridayBeforeWeek(translation.weeks, week);
  const late = project.dueWeeks.map((due) => ({ ...due, weeks: Math.max(0, after.end - due.week) }));
  return [
    {
      project: project.project.id,
      commitmentClass: project.project.commitmentClass,
      movedWeeks: placed ? after.end - before.end : 0,
      finish: friday(after.end),
      previousFinish: placed ? friday(before.end) : null,
      deadline: project.dueWeeks[0]?.on ?? null,
      lateWeeks: Math.max(0, ...late.map(({ weeks }) => weeks)),
      statutoryMissed: late.some(({ statutory, weeks }) => statutory && weeks > 0),
    },
  ];
}

function differs(base: Plan, plan: Plan, activity: number): boolean {
  return base.start[activity] !== plan.start[activity] || base.mode[activity] !== plan.mode[activity];
}
