import { type Agenda, firstWeekFrom, type PlanWeeks, type Project } from '../../agenda/index.ts';
import type { ActivityInput, Cost, Demand, LinkInput } from '../../solver/index.ts';
import { commitmentsOf } from './commitments.ts';
import type { PlannedBlock, PlannedProject } from './planned.ts';
import type { WorkProfile } from './work-profile.ts';

/** As much of a translation as says what its activities do. */
interface Known {
  byProject: ReadonlyMap<string, PlannedProject>;
  input: { readonly activities: readonly ActivityInput[] };
}

/** What every activity is translated by. */
export interface Frame {
  /** A translation that numbers teams, budget lines and offers alike: modes of the same work are taken over from it. */
  known: Known | null;
  weeks: PlanWeeks;
  horizon: number;
  teamIndex: ReadonlyMap<string, number>;
  budgetIndex: ReadonlyMap<string, number>;
  commitmentIndex: ReadonlyMap<string, number>;
  offerIndex: ReadonlyMap<string, number>;
  /** First week in which a project may start. */
  releases: ReadonlyMap<string, number>;
  /** Exclusive end week by which a project is finished or left out, by group. */
  latestEnds: ReadonlyMap<number, number>;
}

/** The activities of a project in the engine's terms, block by block. */
export function activitiesOf(entry: PlannedProject, group: number, frame: Frame): ActivityInput[] {
  const { project } = entry;
  const fixedMode = project.modes.findIndex((mode) => mode.id === project.fixedMode);
  const latest = frame.latestEnds.get(group);
  const deadline = latest === undefined ? undefined : Math.min(frame.horizon, Math.max(0, latest));
  const before = frame.known?.byProject.get(project.id)?.blocks ?? [];
  return entry.blocks.map((block, i) => ({
    modes: knownModes(frame, before[i], block) ?? modesOf(block, frame),
    release: Math.min(frame.horizon, Math.max(0, frame.releases.get(project.id) ?? 0)),
    group,
    ...(deadline === undefined || i < entry.blocks.length - 1 ? {} : { deadline }),
    ...(project.modes.length > 1 ? { modeGroup: group } : {}),
    ...(project.fixedStart === undefined
      ? {}
      : { frozen: { start: fixedWeek(project.fixedStart, frame.weeks), mode: Math.max(0, fixedMode) } }),
  }));
}

/** The modes of the same work in the known translation; null where there are none. */
function knownModes(
  { known }: Frame,
  before: PlannedBlock | undefined,
  block: PlannedBlock,
): ActivityInput['modes'] | null {
  if (!known || before?.profiles !== block.profiles) return null;
  return known.input.activities[before.activity]?.modes ?? null;
}

function modesOf(block: PlannedBlock, frame: Frame): ActivityInput['modes'] {
  return block.profiles.map((profile, mode) => ({
    duration: profile.weeks,
    demands: demandsOf(profile, frame, block.project.modes[mode]?.offer),
    costs: [...costsOf(profile, frame), ...commitmentsOf(block, mode, frame.weeks, frame.commitmentIndex)],
  }));
}

/** A start before the plan's first week is cut there: what was worked before is history. */
function fixedWeek(date: string, weeks: PlanWeeks): number {
  return Math.max(0, firstWeekFrom(weeks, date));
}

function demandsOf(profile: WorkProfile, frame: Frame, offer: string | undefined): Demand[] {
  const demands: Demand[] = [];
  for (const [team, series] of profile.demand) {
    const resource = frame.teamIndex.get(team);
    if (resource === undefined) throw new Error(`translate: unknown team ${team}; run checkAgenda first`);
    const first = series[0] ?? 0;
    demands.push(
      series.every((value) => value === first) ? { resource, amount: first } : { resource, profile: series },
    );
  }
  const served = offer === undefined ? undefined : frame.offerIndex.get(offer);
  if (served !== undefined && profile.weeks > 0) demands.push({ resource: served, amount: 1 });
  return demands;
}

function costsOf(profile: WorkProfile, frame: Frame): Cost[] {
  return [...profile.cost].map(([line, series]) => {
    const budget = frame.budgetIndex.get(line);
    if (budget === undefined) throw new Error(`translate: unknown budget line ${line}; run checkAgenda first`);
    return { budget, profile: series };
  });
}

const linkTypes = { finishStart: 'FS', startStart: 'SS', finishFinish: 'FF', startFinish: 'SF' } as const;

/** Each block waits for the one before, and the project for others as its dependencies say. */
export function linksOf(entry: PlannedProject, byProject: ReadonlyMap<string, PlannedProject>): LinkInput[] {
  const chain = entry.blocks.slice(1).map((block, i) => ({
    from: entry.blocks[i]?.activity ?? 0,
    to: block.activity,
    type: 'FS' as const,
    lag: 0,
  }));
  const others = entry.project.dependencies.flatMap((dependency): LinkInput[] => {
    const before = byProject.get(dependency.predecessor);
    if (!before) return [];
    const fromStart = dependency.type === 'startStart' || dependency.type === 'startFinish';
    const toFinish = dependency.type === 'finishFinish' || dependency.type === 'startFinish';
    const from = fromStart ? before.blocks[0] : before.blocks.at(-1);
    const to = toFinish ? entry.blocks.at(-1) : entry.blocks[0];
    if (!from || !to) return [];
    return [{ from: from.activity, to: to.activity, type: linkTypes[dependency.type], lag: dependency.lagWeeks }];
  });
  return [...chain, ...others];
}

/** First week in which each project may start, from its own date and its dated prerequisites. */
export function releaseWeeks(agenda: Agenda, projects: readonly Project[], weeks: PlanWeeks): Map<string, number> {
  const dates = new Map(agenda.prerequisites.map((entry) => [entry.id, entry.metOn ?? entry.expectedOn]));
  return new Map(
    projects.map((project) => {
      const days = [project.earliestStart, ...project.prerequisites.map((id) => dates.get(id))];
      return [project.id, Math.max(0, ...days.map((day) => (day ? firstWeekFrom(weeks, day) : 0)))];
    }),
  );
}
