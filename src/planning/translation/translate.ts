import {
  type Agenda,
  type DroppedProject,
  isEnded,
  lastEndWeekBy,
  type PlanWeeks,
  type Project,
} from '../../agenda/index.ts';
import type { ProblemInput } from '../../solver/index.ts';
import { planWeights } from '../priority/plan-weights.ts';
import { activitiesOf, type Frame, linksOf, releaseWeeks } from './activities.ts';
import { bucketsOf, budgetsOf, commitmentIndexOf } from './commitments.ts';
import { type Extent, extentOf, horizonOf } from './horizon.ts';
import { offerResources } from './offers.ts';
import type { PlannedBlock, PlannedProject } from './planned.ts';
import { outdone, type Selection, selectionOf } from './selection.ts';
import { type FiscalBucket, weeklyCapacity, weeksOf } from './supply.ts';
import { type Block, blockProfile, blocksOf } from './work-profile.ts';

export interface Translation {
  weeks: PlanWeeks;
  horizon: number;
  /** What the horizon was measured from. */
  extent: Extent;
  projects: readonly PlannedProject[];
  byProject: ReadonlyMap<string, PlannedProject>;
  blocks: readonly PlannedBlock[];
  teamIndex: ReadonlyMap<string, number>;
  capacity: readonly Int32Array[];
  /** Offers of partners, in the order of their resources, which stand behind those of the teams. */
  offers: readonly string[];
  budgetIndex: ReadonlyMap<string, number>;
  /** Budgets that count what is bound of later years' money, by budget line; only of lines with an authorisation. */
  commitmentIndex: ReadonlyMap<string, number>;
  /** By number of the engine's budget: money of each line first, then commitments. */
  buckets: readonly FiscalBucket[][];
  /** Money of all delivery modes together: more than any plan can spend. */
  allCents: number;
  /** Projects that wait for something without a date, and those that wait for them. */
  undated: readonly string[];
  /** Projects whose place another one of their alternative has taken for good, and those that wait for them. */
  outdone: ReadonlyMap<string, DroppedProject['reason']>;
  /** Which of the planned projects may be left out. */
  selection: Selection;
  /** The engine's problem, still without its levels. */
  input: Omit<ProblemInput, 'levels'>;
}

/**
 * Translates an agenda into the engine's integers: one activity per block of a project, weeks counted from the
 * plan's Monday, teams as renewable resources, budget lines as budgets filled once a fiscal year, partner offers as
 * resources that are absent before the day from which they are available.
 *
 * @param extra candidate projects planned in addition
 * @param known a translation of nearly the same agenda: what it knows about the work of the same projects is taken over
 */
export function translate(
  agenda: Agenda,
  extra: readonly Project[] = [],
  known: Translation | null = null,
): Translation {
  const weeks = weeksOf(agenda);
  const all = [...agenda.projects.filter((project) => !extra.some((other) => other.id === project.id)), ...extra];
  const left = outdone(agenda, all);
  const open = all.filter((project) => !isEnded(project) && project.phases.length > 0 && !left.has(project.id));
  const undated = undatedProjects(agenda, open);
  const planned = open.filter((project) => !undated.has(project.id));
  const blocks: PlannedBlock[] = [];
  const weights = planWeights(agenda, planned);
  const projects = planned.map((project, i) => plannedProject(project, weights[i] ?? 0, blocks, weeks, known));
  const extent = extentOf(agenda, projects, weeks);
  const horizon = horizonOf(agenda, extent, weeks);
  const capacity = agenda.teams.map((team) => weeklyCapacity(team, weeks, horizon));
  const allCents = centsOf(blocks);
  const buckets = bucketsOf(agenda, weeks, horizon, allCents);
  const offers = offerResources(agenda, planned, weeks, horizon);
  const byProject = new Map(projects.map((entry) => [entry.project.id, entry]));
  const selection = selectionOf(agenda, projects, weeks);
  const index = {
    teamIndex: new Map(agenda.teams.map((team, i) => [team.id, i])),
    budgetIndex: new Map(agenda.budgetLines.map((line, i) => [line.id, i])),
    commitmentIndex: commitmentIndexOf(agenda),
    offers: offers.map(({ key }) => key),
  };
  const frame: Frame = {
    weeks,
    horizon,
    ...index,
    offerIndex: new Map(offers.map((offer, i) => [offer.key, agenda.teams.length + i])),
    known: known && hasSameIndex(index, known) ? known : null,
    releases: releaseWeeks(agenda, planned, weeks),
    latestEnds: selection.latestEnds,
  };
  return {
    weeks,
    horizon,
    extent,
    projects,
    byProject,
    blocks,
    teamIndex: frame.teamIndex,
    capacity,
    offers: index.offers,
    budgetIndex: frame.budgetIndex,
    commitmentIndex: frame.commitmentIndex,
    buckets,
    allCents,
    undated: [...undated],
    outdone: left,
    selection,
    input: {
      horizon,
      resources: [...capacity, ...offers.map((offer) => offer.capacity)].map((series) => ({ capacity: series })),
      budgets: budgetsOf(agenda, buckets),
      activities: projects.flatMap((entry, group) => activitiesOf(entry, group, frame)),
      links: projects.flatMap((entry) => linksOf(entry, byProject)),
      optional: [...selection.optional],
      alternatives: selection.alternatives,
      requirements: selection.requirements,
    },
  };
}

/** Whether teams, budget lines and offers have the same numbers, so that modes that name them may be taken over. */
function hasSameIndex(
  one: Pick<Translation, 'teamIndex' | 'budgetIndex' | 'commitmentIndex' | 'offers'>,
  other: Translation,
): boolean {
  const keys = ({ teamIndex, budgetIndex, commitmentIndex, offers }: typeof one) =>
    JSON.stringify([[...teamIndex.keys()], [...budgetIndex.keys()], [...commitmentIndex.keys()], offers]);
  return keys(one) === keys(other);
}

/** A project with its blocks, which are added to all. */
export function plannedProject(
  project: Project,
  weight: number,
  blocks: PlannedBlock[],
  weeks: PlanWeeks,
  known: Translation | null,
): PlannedProject {
  const before = known?.weeks.start === weeks.start ? known.byProject.get(project.id) : undefined;
  if (before?.project === project && before.weight === weight && before.blocks[0]?.activity === blocks.length) {
    blocks.push(...before.blocks);
    return before;
  }
  const work =
    before && hasSameWork(before.project, project)
      ? before.blocks
      : blocksOf(project).map((block) => workOf(project, block));
  const own = work.map(({ block, profiles }) => {
    const entry = { project, block, activity: blocks.length, profiles };
    blocks.push(entry);
    return entry;
  });
  const dueWeeks = project.deadlines
    .map((due) => ({ week: lastEndWeekBy(weeks, due.on), statutory: due.kind === 'statutory', on: due.on }))
    .toSorted((a, b) => a.week - b.week);
  return { project, weight, blocks: own, dueWeeks };
}

/** Phases, delivery modes, and the fixed start, are all that blocks, their profiles and what they bind are made of. */
function hasSameWork(one: Project, other: Project): boolean {
  return one.phases === other.phases && one.modes === other.modes && one.fixedStart === other.fixedStart;
}

function workOf(project: Project, block: Block): Pick<PlannedBlock, 'block' | 'profiles'> {
  return { block, profiles: project.modes.map((_, mode) => blockProfile(project, block, mode)) };
}

/** Projects that wait for a prerequisite without a date, and all that wait for one of them. */
function undatedProjects(agenda: Agenda, projects: readonly Project[]): Set<string> {
  const open = new Set(agenda.prerequisites.filter((entry) => !entry.metOn && !entry.expectedOn).map(({ id }) => id));
  const undated = new Set(
    projects.filter((project) => project.prerequisites.some((id) => open.has(id))).map(({ id }) => id),
  );
  for (let grew = undated.size > 0; grew; ) {
    grew = false;
    for (const project of projects) {
      if (undated.has(project.id) || !project.dependencies.some(({ predecessor }) => undated.has(predecessor)))
        continue;
      undated.add(project.id);
      grew = true;
    }
  }
  return undated;
}

/** Money of all delivery modes of these blocks. */
export function centsOf(blocks: readonly PlannedBlock[]): number {
  let sum = 0;
  for (const { profiles } of blocks) {
    for (const profile of profiles) sum += profile.costSum;
  }
  return sum;
}
