import { type Agenda, type DroppedProject, fridayBeforeWeek } from '../../agenda/index.ts';
import { isValidPlan, type Plan, type Problem, planValues, type Result } from '../../solver/index.ts';
import { insertFrozen } from '../questions/insertion.ts';
import { type Residual, residualOf } from '../questions/residual.ts';
import type { PlannedProject } from '../translation/planned.ts';
import { latestFinishOf } from '../translation/selection.ts';
import type { Translation } from '../translation/translate.ts';

/** More units a week than any team is asked for, and more cents a year than any plan spends. */
const MOST = 1_000_000_000;
const MOST_CENTS = 1_000_000_000_000;

/** Whether the plan leaves the project out. */
export function isDropped({ blocks }: PlannedProject, plan: Plan): boolean {
  return blocks.some(({ activity }) => (plan.start[activity] ?? -1) < 0);
}

/**
 * The result in which nothing is left out that has room beside what is planned: the search may end before it has tried
 * everything, and "no room" must be true. Where that made a plan worse in what comes first, it stays as it was.
 */
export function filledIn(translation: Translation, problem: Problem, result: Result): Result {
  let { plan, values } = result;
  if (plan === null) return result;
  const out = translation.projects.filter((entry) => plan !== null && isDropped(entry, plan));
  const loss = ({ project }: PlannedProject) => project.droppable?.loss ?? 0;
  for (const entry of out.toSorted((a, b) => loss(b) - loss(a))) {
    const found = insertFrozen(translation, plan, entry);
    if (!found) continue;
    const fuller = withPlaced(plan, entry, found.starts, found.mode);
    if (!isValidPlan(problem, fuller)) continue;
    const better = planValues(problem, fuller);
    if (!isBetter(better, values)) continue;
    [plan, values] = [fuller, better];
  }
  if (plan === result.plan) return result;
  let proven = true;
  return {
    ...result,
    plan,
    values,
    proven: values.map((value, k) => {
      proven &&= value === result.bounds[k];
      return proven;
    }),
  };
}

function withPlaced(plan: Plan, { blocks }: PlannedProject, starts: readonly number[], mode: number): Plan {
  const start = Int32Array.from(plan.start);
  const modes = Int32Array.from(plan.mode);
  blocks.forEach(({ activity }, i) => {
    start[activity] = starts[i] ?? -1;
    modes[activity] = mode;
  });
  return { start, mode: modes };
}

function isBetter(a: readonly number[], b: readonly number[]): boolean {
  const k = a.findIndex((value, i) => value !== b[i]);
  return k >= 0 && (a[k] ?? 0) < (b[k] ?? 0);
}

/**
 * What the plan leaves out, each with its reason. "No room" is computed: where the project would lie if nothing else
 * moved, and which single team or budget line would have to be larger for it to be in time.
 */
export function droppedProjects(agenda: Agenda, translation: Translation, plan: Plan): DroppedProject[] {
  const out = new Map(
    translation.projects.filter((entry) => isDropped(entry, plan)).map((entry) => [entry.project.id, entry]),
  );
  if (out.size === 0 && translation.outdone.size === 0) return [];
  const residual = residualOf(translation, plan);
  const reasonOf = (entry: PlannedProject): DroppedProject['reason'] => {
    const { id, dependencies } = entry.project;
    const choice = agenda.alternatives.find(({ projects }) => projects.includes(id));
    const by = choice?.projects.find((one) => translation.byProject.has(one) && !out.has(one));
    if (choice && by !== undefined) return { kind: 'alternative', alternative: choice.id, by };
    const missing = dependencies.find(
      ({ predecessor }) => out.has(predecessor) && isNeeded(translation, id, predecessor),
    );
    if (missing) return { kind: 'needs', by: missing.predecessor };
    return roomReason(agenda, translation, plan, entry, residual);
  };
  return [
    ...[...translation.outdone].map(([project, reason]) => ({ project, reason })),
    ...[...out].map(([project, entry]) => ({ project, reason: reasonOf(entry) })),
  ].toSorted((a, b) => (a.project < b.project ? -1 : 1));
}

function isNeeded({ projects, selection }: Translation, id: string, other: string): boolean {
  const idOf = (group: number) => projects[group]?.project.id;
  return selection.requirements.some(({ group, needs }) => idOf(group) === id && idOf(needs) === other);
}

function roomReason(
  agenda: Agenda,
  translation: Translation,
  plan: Plan,
  entry: PlannedProject,
  residual: Residual,
): DroppedProject['reason'] {
  const { project } = entry;
  const days = [latestFinishOf(agenda, project, false), ...project.deadlines.map(({ on }) => on)];
  const latest = days.reduce((least, day) => (day !== null && (least === null || day < least) ? day : least), null);
  const finish = (given: Translation, free: Residual): string | null => {
    const found = insertFrozen(given, plan, entry, free);
    return found && fridayBeforeWeek(translation.weeks, found.end);
  };
  const inTime = (day: string | null): boolean => day !== null && (latest === null || day <= latest);
  const used = usedBy(entry);
  return {
    kind: 'room',
    latest,
    earliest: finish(translation, residual),
    teams: used.teams.filter((team) => inTime(finish(translation, withoutLimit(translation, residual, team)))),
    budgetLines: used.budgetLines.filter((line) => inTime(finish(withMoney(translation, line), residual))),
  };
}

/** What the project takes in some delivery mode. */
function usedBy({ blocks }: PlannedProject): { teams: string[]; budgetLines: string[] } {
  const profiles = blocks.flatMap((block) => block.profiles);
  return {
    teams: [...new Set(profiles.flatMap(({ demand }) => [...demand.keys()]))],
    budgetLines: [...new Set(profiles.flatMap(({ cost }) => [...cost.keys()]))],
  };
}

/** What is free if the team never runs short. */
function withoutLimit({ teamIndex, horizon }: Translation, residual: Residual, team: string): Residual {
  const resource = teamIndex.get(team);
  const most = new Int32Array(horizon).fill(MOST);
  return { ...residual, free: residual.free.map((series, r) => (r === resource ? most : series)) };
}

/** The translation in which a budget line has money, and may bind it, for everything in every year. */
function withMoney(translation: Translation, line: string): Translation {
  const budgets = [translation.budgetIndex.get(line), translation.commitmentIndex.get(line)];
  const buckets = translation.buckets.map((row, b) =>
    budgets.includes(b) ? row.map((bucket) => ({ ...bucket, inflowCents: bucket.inflowCents + MOST_CENTS })) : row,
  );
  return { ...translation, buckets };
}
